//! An answer in words while it comes. What it says is kept here; what shows it, in JavaScript, comes with
//! the first and may go and come again with the view that it is in.
//!
//! | file | concern |
//! | --- | --- |
//! | `progress` | how an answer stands, its numbers, how it ended |
//! | `turn` | a question and its answer |
//! | `reader` | questions whose answers the worker of answers reads |
//! | `article` | a question and its answer on the page |
//! | `teller` | what is said of an answer |
//! | `deeds` | what is done when something is chosen in one |

mod article;
mod deeds;
mod progress;
mod reader;
pub(crate) mod teller;
mod turn;

use ichiban_engine::asking::words::{Patch, Transcript};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::HtmlElement;
use wasm_bindgen::prelude::*;

use crate::shell::words::t;

pub(crate) use article::Article;
pub(crate) use deeds::Deeds;
pub(crate) use progress::{Progress, Trouble};
pub(crate) use reader::Reader;
pub(crate) use turn::Turn;

#[wasm_bindgen(raw_module = "@js/answer.ts")]
extern "C" {
    type AnswerView;

    #[wasm_bindgen(js_name = mountAnswer, catch)]
    async fn mount_answer(
        root: &HtmlElement,
        live: &HtmlElement,
        named: &Closure<dyn Fn(String)>,
        follow: &Closure<dyn Fn(String)>,
        open: &Closure<dyn Fn(String, String)>,
        copy: &Closure<dyn Fn(String)>,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method)]
    fn block(this: &AnswerView, id: u32, html: &str, is_open: bool);

    #[wasm_bindgen(method, js_name = codeBegan)]
    fn code_began(this: &AnswerView, id: u32, language: &str);

    #[wasm_bindgen(method, js_name = codeText)]
    fn code_text(this: &AnswerView, id: u32, text: &str);

    #[wasm_bindgen(method, js_name = codeEnded)]
    fn code_ended(this: &AnswerView, id: u32);

    #[wasm_bindgen(method)]
    fn quiet(this: &AnswerView);

    #[wasm_bindgen(method)]
    fn remove(this: &AnswerView);
}

/// What is done with an answer. The words in it are a model's: whoever acts on them looks at them first.
#[derive(Clone, Copy)]
pub(crate) struct Hooks {
    /// A name in it was chosen.
    pub(crate) named: Callback<String>,
    /// A link in it is to be followed.
    pub(crate) follow: Callback<String>,
    /// Code in it is to be opened in a tool: the tool's name, and the code.
    pub(crate) open: Callback<(String, String)>,
    /// Code in it is to be copied.
    pub(crate) copy: Callback<String>,
}

/// An answer. A handle: copies mean the same.
#[derive(Clone, Copy)]
pub(crate) struct Answer {
    transcript: StoredValue<Transcript>,
    /// Whether it was shown before.
    was_shown: StoredValue<bool>,
    view: StoredValue<Option<Mounted>, LocalStorage>,
}

/// What shows it, and what it calls.
struct Mounted {
    view: AnswerView,
    _texts: [Closure<dyn Fn(String)>; 3],
    _open: Closure<dyn Fn(String, String)>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.view.remove();
    }
}

impl Answer {
    /// One that says nothing yet. It lives as long as whoever makes it.
    pub(crate) fn new() -> Self {
        Self {
            transcript: StoredValue::new(Transcript::default()),
            was_shown: StoredValue::new(false),
            view: StoredValue::new_local(None),
        }
    }

    /// Takes what has changed of it.
    pub(crate) fn take(self, patches: &[Patch]) {
        self.transcript.update_value(|transcript| {
            for patch in patches {
                transcript.take(patch);
            }
        });
        self.view.with_value(|mounted| {
            if let Some(mounted) = mounted {
                show(&mounted.view, patches);
            }
        });
    }

    /// Nothing more comes: what is open is whole, as far as it will ever be.
    pub(crate) fn close(self) {
        let patches = self.transcript.with_value(Transcript::closing);
        self.take(&patches);
    }

    async fn mount(
        self,
        root: HtmlElement,
        live: HtmlElement,
        hooks: Hooks,
    ) -> Result<(), JsValue> {
        let text = |callback: Callback<String>| {
            Closure::<dyn Fn(String)>::new(move |text| callback.run(text))
        };
        let texts = [text(hooks.named), text(hooks.follow), text(hooks.copy)];
        let open = Closure::<dyn Fn(String, String)>::new(move |tool, text| {
            hooks.open.run((tool, text));
        });
        let [named, follow, copy] = &texts;
        let view = mount_answer(&root, &live, named, follow, &open, copy).await?;
        let view: AnswerView = view.unchecked_into();
        // The view it is for may be gone by now.
        if !root.is_connected() {
            view.remove();
            return Ok(());
        }
        let all = self.transcript.with_value(Transcript::patches);
        show(&view, &all);
        if self.was_shown.get_value() {
            view.quiet();
        }
        self.was_shown.set_value(true);
        self.view.set_value(Some(Mounted {
            view,
            _texts: texts,
            _open: open,
        }));
        Ok(())
    }
}

fn show(view: &AnswerView, patches: &[Patch]) {
    for patch in patches {
        match patch {
            Patch::Block { id, html, is_open } => view.block(*id, html, *is_open),
            Patch::CodeBegan { id, language } => view.code_began(*id, language),
            Patch::CodeText { id, text } => view.code_text(*id, text),
            Patch::CodeEnded { id } => view.code_ended(*id),
        }
    }
}

/// Where an answer is shown. What it says is said to a screen reader too, block by block.
#[component]
pub(crate) fn AnswerBody(answer: Answer, hooks: Hooks) -> impl IntoView {
    let root = NodeRef::<html::Div>::new();
    let live = NodeRef::<html::Div>::new();
    let failure = RwSignal::new(false);
    Effect::new(move |_| {
        let (Some(root), Some(live)) = (root.get(), live.get()) else {
            return;
        };
        spawn_local(async move {
            let mounted = answer.mount(root.into(), live.into(), hooks).await;
            if mounted.is_err() {
                failure.try_set(true);
            }
        });
    });
    on_cleanup(move || answer.view.set_value(None));
    view! {
        <div class="answer" node_ref=root></div>
        <div class="unseen" aria-live="polite" node_ref=live></div>
        <Show when=move || failure.get()>
            <p class="nothing">{t!("answer-unfetched")}</p>
        </Show>
    }
}
