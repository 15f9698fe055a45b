//! What the tool shows before there is a source: what it does, and how to begin.

use ichiban_browser::files::TEXT_LIMIT_BYTES;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::examples::EXAMPLES;
use super::state::{ACCEPTED, State};
use crate::editor;
use crate::shell::intake::chosen;
use crate::shell::keys;

/// The invitation.
#[component]
pub(super) fn Empty(state: State) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    // The table and the editor are needed next: fetched while the person reads. If that fails,
    // opening a source tries again and says so.
    request_idle_callback(move || {
        state.work.fetch();
        state.app.settings_form.fetch();
    });
    spawn_local(async {
        let _ = editor::prefetch().await;
    });
    let browse = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    view! {
        <section class="empty" aria-labelledby="empty-title">
            <div class="empty-sheet">
                <div class="dropzone">
                    <h2 id="empty-title">"Drop a locale file"</h2>
                    <p>
                        "Its texts are translated value by value, as they arrive. Keys, placeholders, order and layout stay as they are."
                    </p>
                    <p class="empty-actions">
                        <button class="primary" type="button" on:click=browse>"Open a file"</button>
                        <button
                            class="ghost"
                            type="button"
                            on:click=move |_| state.open("{\n  \n}\n".to_owned(), None)
                        >
                            "Write one here"
                        </button>
                        <span>"or paste with " <kbd>{keys::modifier()} " V"</kbd></span>
                    </p>
                    <input
                        node_ref=input
                        type="file"
                        accept=ACCEPTED
                        class="unseen"
                        tabindex="-1"
                        aria-label="Locale file"
                        on:change=move |event| {
                            for file in chosen(&event) {
                                state.take_file(file);
                            }
                        }
                    />
                    <small>
                        {format!(
                            "JSON (i18next, Chrome, ARB, FormatJS, Xcode), YAML, PO, Android, Apple, Fluent, properties, CSV. Up to {} MB.",
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
                        <b>"Without a model"</b>
                        " you see what would be translated, which placeholders are kept, what is wrong in the file, and a pseudo-localisation."
                    </li>
                    <li>
                        <b>"With one"</b>
                        ", each value is checked as it settles: placeholders, tags, ICU syntax, plural forms. What fails is asked once more, then shown to you."
                    </li>
                    <li>
                        <b>"Nothing leaves this tab"</b>
                        " until you translate, and then only the texts, to the endpoint you name."
                    </li>
                </ul>
            </div>
        </section>
    }
}
