//! What the tool shows before there is an input: what it does, and how to begin.

use ichiban_browser::files::TEXT_LIMIT_BYTES;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::examples::{EXAMPLES, Example};
use super::state::State;
use crate::editor;
use crate::shell::intake::{Given, chosen};
use crate::shell::keys;

/// The invitation.
#[component]
pub(super) fn Empty(state: State) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    // The editor is needed next: fetched while the person reads. If that fails, opening an input
    // tries again and says so.
    spawn_local(async {
        let _ = editor::prefetch().await;
    });
    view! {
        <section class="empty" aria-labelledby="empty-title">
            <div class="empty-sheet">
                <div class="dropzone">
                    <h2 id="empty-title">"Drop data, get types"</h2>
                    <p>
                        "JSON, JSON Lines, JSON5, YAML, TOML, CSV or XML becomes code in ten languages, a schema, or the same data in another format, while you type."
                    </p>
                    <p class="empty-actions">
                        <button
                            class="primary"
                            type="button"
                            on:click=move |_| {
                                if let Some(input) = input.get_untracked() {
                                    input.click();
                                }
                            }
                        >
                            "Open files"
                        </button>
                        <button class="ghost" type="button" on:click=move |_| state.add("{\n  \n}\n".to_owned(), None)>
                            "Write some here"
                        </button>
                        <span>"or paste with " <kbd>{keys::modifier()} " V"</kbd></span>
                    </p>
                    <input
                        node_ref=input
                        type="file"
                        multiple
                        class="unseen"
                        tabindex="-1"
                        aria-label="Files to convert"
                        on:change=move |event| {
                            let files = chosen(&event);
                            if !files.is_empty() {
                                state.take(Given::Files(files));
                            }
                        }
                    />
                    <small>
                        {format!(
                            "Several files are samples of one type. Up to {} MB each.",
                            TEXT_LIMIT_BYTES / (1024 * 1024),
                        )}
                    </small>
                </div>
                <div class="examples">
                    <h3>"Or try one of these"</h3>
                    <ul>
                        {EXAMPLES
                            .iter()
                            .map(|example| {
                                view! {
                                    <li>
                                        <button type="button" on:click=move |_| try_out(state, example)>
                                            <b>{example.title}</b>
                                            <span>{example.about}</span>
                                            <code>{example.sample}</code>
                                        </button>
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                </div>
                <ul class="facts">
                    <li>
                        <b>"Read closely"</b>
                        ": optional and nullable told apart, unions, maps, enums, dates, integer widths, recursion."
                    </li>
                    <li>
                        <b>"Nothing is lost"</b>
                        ": names that a language forbids are escaped with the original kept, numbers stay as they are written."
                    </li>
                    <li>
                        <b>"Nothing leaves this tab"</b>
                        ": no model, no server. The same engine runs in a terminal: "
                        <code>"ichiban json convert"</code>
                        "."
                    </li>
                </ul>
            </div>
        </section>
    }
}

fn try_out(state: State, example: &Example) {
    for (name, text) in example.files {
        state.add((*text).to_owned(), Some((*name).to_owned()));
    }
    state.query.set(example.query.to_owned());
    state.aim(example.target);
}
