//! Recordings: a run saved as a file, and a file that answers in a model's place.

use ichiban_browser::files;
use ichiban_model::ledger::{Entry, iso_time};
use ichiban_model::recording::{Recording, SCHEME};
use ichiban_shell::secret;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use super::Connection;
use super::keys::at_start;
use crate::app::App;
use crate::shell::words::{t, text, woven};

/// The longest file that is opened, in bytes.
const LONGEST: u64 = 32 * 1024 * 1024;

/// How fast a recording plays: percent of its own pace, and the id of what people call it.
const PACES: [(u32, &str); 4] = [
    (100, "endpoint-pace-own"),
    (400, "endpoint-pace-four"),
    (1_600, "endpoint-pace-sixteen"),
    (0, "endpoint-pace-at-once"),
];

impl App {
    /// Saves what was exchanged in a run as a file; what is to be said comes to `notice`.
    pub(super) fn save_run(self, entry: &Entry, notice: RwSignal<Option<String>>) {
        let time: String = iso_time(entry.at_ms)
            .chars()
            .filter(char::is_ascii_digit)
            .take(14)
            .collect();
        let name = format!("{}-{time}.recording.jsonl", entry.tool.to_lowercase());
        self.fetch_recording(&entry.tool, entry.run, move |lines| {
            let said = if lines.is_empty() {
                t!("endpoint-run-gone")
            } else {
                let masked = secret::masked(&lines);
                match files::download(&name, "application/jsonl", masked.as_bytes()) {
                    Ok(()) => t!("endpoint-run-saved", file = &name),
                    Err(error) => error.to_string(),
                }
            };
            notice.try_set(Some(said));
        });
    }

    /// Has a recording answer whatever is asked next.
    fn replay(self, file: &str, text: String, pace: u32) -> Result<(), String> {
        let recordings = Recording::read_all(&text).map_err(|error| {
            t!(
                "endpoint-no-recording",
                file = file,
                reason = error.to_string()
            )
        })?;
        let Some(first) = recordings.first() else {
            return Err(t!("endpoint-empty-recording", file = file));
        };
        self.load_recording(text, pace);
        self.locked.set(None);
        self.connection.set(Some(Connection {
            base_url: format!("{SCHEME}{file}"),
            wire: first.wire().to_owned(),
            model: first
                .model()
                .unwrap_or_else(|| t!("endpoint-recording-model")),
            key: String::new(),
        }));
        Ok(())
    }

    /// Goes back to what was connected before.
    fn stop_replay(self) {
        let (connection, locked) = at_start();
        self.connection.set(connection);
        self.locked.set(locked);
    }
}

/// The choice of a recording.
#[component]
pub(super) fn Replay(app: App) -> impl IntoView {
    let pace = RwSignal::new(100_u32);
    let problem = RwSignal::new(None::<String>);
    let playing = Memo::new(move |_| {
        let connection = app.connection.get()?;
        connection.is_replay().then(|| connection.place())
    });
    let open = move |event: web_sys::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let file = input.files().and_then(|files| files.get(0));
        // The same file may be chosen again.
        input.set_value("");
        let Some(file) = file else { return };
        spawn_local(async move {
            let read = files::read_text(&file, LONGEST).await;
            let read = read.map_err(|error| error.to_string());
            let begun = read.and_then(|text| {
                app.replay(&file.name(), text, pace.try_get_untracked().unwrap_or(100))
            });
            match begun {
                Ok(()) => {
                    app.settings_open.set(false);
                    app.announce_now(t!("endpoint-recording-answers"));
                }
                Err(words) => {
                    problem.try_set(Some(words));
                }
            }
        });
    };
    view! {
        <details class="more replay" open=move || playing.get().is_some()>
            <summary>{t!("endpoint-replay")}</summary>
            <Show when=move || playing.get().is_some()>
                <p class="hint">
                    {woven!(
                        "endpoint-replaying",
                        file = view! { <b>{move || playing.get()}</b> },
                        stop = view! {
                            <button class="link" type="button" on:click=move |_| app.stop_replay()>
                                {t!("endpoint-stop-replaying")}
                            </button>
                        }
                    )}
                </p>
            </Show>
            <div class="replay-bar">
                <input
                    type="file"
                    accept=".jsonl,.json"
                    aria-label=t!("endpoint-recording")
                    on:change=open
                />
                <select
                    aria-label=t!("endpoint-pace")
                    on:change=move |event| {
                        if let Ok(chosen) = event_target_value(&event).parse() {
                            pace.set(chosen);
                        }
                    }
                >
                    {PACES
                        .iter()
                        .map(|(percent, label)| view! { <option value=percent.to_string()>{text(label)}</option> })
                        .collect_view()}
                </select>
            </div>
            <p class="hint">{t!("endpoint-replay-about")}</p>
            <p class="fault" role="alert">{move || problem.get()}</p>
        </details>
    }
}
