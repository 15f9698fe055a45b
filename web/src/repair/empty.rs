//! What the tool shows before there is a text: what it does, and how to begin.

use ichiban_browser::files::TEXT_LIMIT_BYTES;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::examples::EXAMPLES;
use super::state::State;
use crate::editor;
use crate::shell::intake::{Given, chosen};
use crate::shell::keys;

/// The invitation.
#[component]
pub(super) fn Empty(state: State) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    // The editor is needed next: fetched while the person reads. If that fails, opening a text
    // tries again and says so.
    spawn_local(async {
        let _ = editor::prefetch().await;
    });
    view! {
        <section class="empty" aria-labelledby="empty-title">
            <div class="empty-sheet">
                <div class="dropzone">
                    <h2 id="empty-title">"Drop JSON that does not parse"</h2>
                    <p>
                        "What was meant is worked out, and every change is listed with its place. A valid document comes back as it is."
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
                            "Open a file"
                        </button>
                        <button class="ghost" type="button" on:click=move |_| state.open(String::new(), None)>
                            "Write some here"
                        </button>
                        <span>"or paste with " <kbd>{keys::modifier()} " V"</kbd></span>
                    </p>
                    <input
                        node_ref=input
                        type="file"
                        class="unseen"
                        tabindex="-1"
                        aria-label="File to repair"
                        on:change=move |event| {
                            let files = chosen(&event);
                            if !files.is_empty() {
                                state.take(Given::Files(files));
                            }
                        }
                    />
                    <small>
                        {format!("Any text that holds JSON. Up to {} MB.", TEXT_LIMIT_BYTES / (1024 * 1024))}
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
                                        <button
                                            type="button"
                                            on:click=move |_| {
                                                state.open(example.text.to_owned(), Some(example.name.to_owned()));
                                            }
                                        >
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
                        <b>"What is mended"</b>
                        ": commas, colons, quotes, brackets, escapes, comments, numbers, constants, concatenations, what was cut off."
                    </li>
                    <li>
                        <b>"What is taken off"</b>
                        ": fences, prose, calls such as JSONP and MongoDB's. Several documents become one array."
                    </li>
                    <li>
                        <b>"What stays"</b>
                        ": layout, order, the writing of numbers and strings. Nothing leaves this tab."
                    </li>
                </ul>
            </div>
        </section>
    }
}
