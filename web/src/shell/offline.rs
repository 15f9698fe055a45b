//! The settings' word on use without a network: what of the site is kept on this machine, and a button
//! that keeps all.
//!
//! What keeps it is the service worker; the page's side of that, `js/offline/page.ts`, is fetched a second
//! after the page stands, and leaves itself, or a word for why nothing can be kept, on the window.

use std::cell::RefCell;

use ichiban_shell::offline::Kept;
use js_sys::{Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::figures::size;
use super::words::{t, text};
use crate::app::App;

/// The name on the window, and the event that says that it or the next is there.
const NAME: &str = "ichibanOffline";
const REFUSAL: &str = "ichibanOfflineRefusal";

#[wasm_bindgen]
extern "C" {
    /// `Offline` of `js/offline/page.ts`.
    #[derive(Clone)]
    type Offline;

    #[wasm_bindgen(method, structural)]
    fn state(this: &Offline) -> Promise;

    #[wasm_bindgen(method, structural, js_name = keepAll)]
    fn keep_all(this: &Offline, tell: &Closure<dyn Fn(JsValue)>) -> Promise;

    #[wasm_bindgen(method, structural)]
    fn stop(this: &Offline);
}

/// Where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    /// Nobody can say yet.
    Starting,
    /// Nothing can be kept, and the word for why.
    Refused(String),
    /// So much is kept.
    Known(Kept),
    /// The rest is on its way.
    Keeping(Kept),
}

/// What is known. A handle: copies mean the same state, which stays when the settings are closed.
#[derive(Clone, Copy)]
struct Keeping {
    stage: RwSignal<Stage>,
    /// What went wrong the last time.
    problem: RwSignal<Option<String>>,
    /// The id of what is read out.
    said: RwSignal<Option<&'static str>>,
}

thread_local! {
    static KEEPING: RefCell<Option<Keeping>> = const { RefCell::new(None) };
}

impl Keeping {
    /// The one of this page.
    fn of(app: App) -> Self {
        if let Some(known) = KEEPING.with_borrow(|known| *known) {
            return known;
        }
        let made = app.make(|| Self {
            stage: RwSignal::new(Stage::Starting),
            problem: RwSignal::new(None),
            said: RwSignal::new(None),
        });
        KEEPING.set(Some(made));
        made
    }

    /// Looks at what is kept now, unless that is changing.
    fn look(self) {
        let stage = self.stage;
        if let Some(refusal) = on_window(REFUSAL).and_then(|it| it.as_string()) {
            stage.set(Stage::Refused(refusal));
            return;
        }
        let is_keeping = stage.with_untracked(|stage| matches!(stage, Stage::Keeping(_)));
        let Some(offline) = offline().filter(|_| !is_keeping) else {
            return;
        };
        spawn_local(async move {
            let answer = JsFuture::from(offline.state()).await;
            // It may have begun to change meanwhile.
            if stage.with_untracked(|stage| matches!(stage, Stage::Keeping(_))) {
                return;
            }
            match answer {
                Ok(answer) => stage.set(Stage::Known(kept(&answer))),
                Err(error) => self.failed(&error),
            }
        });
    }

    fn keep_all(self) {
        let (Some(offline), Stage::Known(before)) = (offline(), self.stage.get_untracked()) else {
            return;
        };
        self.problem.set(None);
        self.said.set(None);
        self.stage.set(Stage::Keeping(before));
        let tell = Closure::<dyn Fn(JsValue)>::new(move |answer: JsValue| {
            self.stage.set(Stage::Keeping(kept(&answer)));
        });
        spawn_local(async move {
            let answer = JsFuture::from(offline.keep_all(&tell)).await;
            match answer.map(|answer| kept(&answer)) {
                Ok(now) => {
                    self.stage.set(Stage::Known(now));
                    self.said.set(Some(if now.is_all() {
                        "page-offline-said-all"
                    } else {
                        "page-offline-said-stopped"
                    }));
                }
                Err(error) => {
                    self.failed(&error);
                    // As much has come as was told last.
                    self.stage.update(|stage| {
                        if let Stage::Keeping(kept) = stage {
                            *stage = Stage::Known(*kept);
                        }
                    });
                    self.look();
                }
            }
        });
    }

    fn failed(self, error: &JsValue) {
        let said = error.dyn_ref::<js_sys::Error>();
        let why = said.map(|error| String::from(error.message()));
        // What the service worker has a word for (`Cause` of `js/offline/talk.ts`).
        let cause = Reflect::get(error, &"cause".into()).ok();
        let code = cause.and_then(|cause| cause.as_string());
        let code = code.unwrap_or_else(|| {
            let code = if why.is_some() { "other" } else { "silent" };
            code.to_owned()
        });
        self.problem.set(Some(t!(
            "page-offline-failed",
            code = code,
            why = why.unwrap_or_default()
        )));
    }
}

/// Why nothing can be kept, by the word that `js/offline/page.ts` has left for it.
fn refusal(why: &str) -> String {
    match why {
        "framed" => t!("page-offline-refused-framed"),
        "private" => t!("page-offline-refused-private"),
        "insecure" => t!("page-offline-refused-insecure"),
        "forbidden" => t!("page-offline-refused-forbidden"),
        "not-even-first" => t!("page-offline-refused-first"),
        _ => t!("page-offline-refused-unfetched"),
    }
}

/// The page's side of the service worker, once it is there.
fn offline() -> Option<Offline> {
    on_window(NAME).map(JsCast::unchecked_into)
}

fn on_window(name: &str) -> Option<JsValue> {
    let found = Reflect::get(&window(), &name.into()).ok()?;
    (!found.is_undefined()).then_some(found)
}

/// `Kept` of `js/offline/talk.ts`.
fn kept(answer: &JsValue) -> Kept {
    let number = |name: &str| {
        let number = Reflect::get(answer, &name.into()).ok();
        // Counts of files and of bytes are whole and far below 2^53.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let number = number.and_then(|it| it.as_f64()).unwrap_or_default() as u64;
        number
    };
    Kept {
        files: number("files"),
        bytes: number("bytes"),
        all_files: number("allFiles"),
        all_bytes: number("allBytes"),
    }
}

/// The section of the settings.
#[component]
pub(crate) fn WithoutNetwork(app: App) -> impl IntoView {
    let keeping = Keeping::of(app);
    keeping.look();
    let arrived = window_event_listener_untyped(NAME, move |_: web_sys::Event| keeping.look());
    on_cleanup(move || arrived.remove());

    let stage = keeping.stage;
    let known = Memo::new(move |_| match stage.get() {
        Stage::Known(kept) | Stage::Keeping(kept) => Some(kept),
        Stage::Starting | Stage::Refused(_) => None,
    });
    let is_keeping = Memo::new(move |_| matches!(stage.get(), Stage::Keeping(_)));
    let is_all = Memo::new(move |_| known.get().is_some_and(Kept::is_all));
    let head = move || match stage.get() {
        Stage::Starting => t!("page-offline-unknown"),
        Stage::Refused(_) => t!("page-offline-not-here"),
        Stage::Known(kept) if kept.is_all() => {
            t!("page-offline-all", size = size(kept.all_bytes))
        }
        Stage::Known(kept) | Stage::Keeping(kept) => t!(
            "page-offline-part",
            kept = size(kept.bytes),
            all = size(kept.all_bytes)
        ),
    };
    let about = move || match stage.get() {
        Stage::Starting => t!("page-offline-about-starting"),
        Stage::Refused(why) => refusal(&why),
        Stage::Known(kept) if kept.is_all() => t!("page-offline-about-all"),
        Stage::Known(_) | Stage::Keeping(_) => t!("page-offline-about-part"),
    };
    // Not at each file.
    let tenths = Memo::new(move |_| {
        known
            .get()
            .filter(|_| is_keeping.get())
            .map(|kept| kept.tenths() * 10)
            .filter(|percent| *percent > 0)
    });
    let label = move || {
        let missing = known.get().map(|kept| size(kept.missing()));
        t!("page-offline-keep", size = missing.unwrap_or_default())
    };
    view! {
        <details class="more without-network" open=is_keeping.get_untracked()>
            <summary>{t!("page-offline-title")} " " <span class="label">{head}</span></summary>
            <p class="hint">{about}</p>
            <Show when=move || is_keeping.get()>
                <progress
                    aria-label=t!("page-offline-progress")
                    max=move || known.get().map(|kept| kept.all_bytes.to_string())
                    value=move || known.get().map(|kept| kept.bytes.to_string())
                ></progress>
            </Show>
            <p class="hint" role="status">
                {move || match tenths.get() {
                    Some(percent) => t!("page-offline-percent", percent = percent),
                    None => keeping.said.get().map(text).unwrap_or_default(),
                }}
            </p>
            <p class="fault" role="alert">{move || keeping.problem.get()}</p>
            // One button for both, so that the focus stays where it is.
            <Show when=move || known.get().is_some() && !is_all.get()>
                <button
                    class="ghost"
                    type="button"
                    on:click=move |_| {
                        if !is_keeping.get_untracked() {
                            keeping.keep_all();
                        } else if let Some(offline) = offline() {
                            offline.stop();
                        }
                    }
                >
                    {move || if is_keeping.get() { t!("shell-stop") } else { label() }}
                </button>
            </Show>
        </details>
    }
}
