//! The pane of the text: the diagram's, and what it is made of.

use ichiban_engine::diagram::protocol::Problem;
use ichiban_tool::Place;
use leptos::prelude::*;

use super::state::{Document, State, Verdict};
use crate::editor::{Hooks, Kind};
use crate::jobs::Lost;
use crate::shell::editor_host::EditorHost;
use crate::shell::icon;
use crate::shell::intake::Given;
use crate::shell::open_files::OpenFiles;
use crate::shell::prose::prose;
use crate::shell::words::t;

/// The pane.
#[component]
pub(super) fn TextPane(state: State) -> impl IntoView {
    let hooks = move || Hooks {
        changed: Box::new(move || state.edited()),
        moved: Box::new(move |line| state.moved(line)),
        submitted: Box::new(move || state.fix()),
        ..Hooks::none()
    };
    let kind = Kind {
        label: t!("diagram-editor"),
        language: "mmd",
        is_read_only: false,
    };
    let is_source = move || matches!(state.document.get(), Document::Source(_));
    let cannot_format = move || state.verdict.with(|verdict| *verdict != Verdict::Drawn);
    view! {
        <section class="pane input" aria-label=t!("diagram-text")>
            <div class="pane-h">
                <h2>{t!("diagram-text")}</h2>
                <Documents state />
                <span class="grow"></span>
                <Show when=move || !is_source()>
                    <button
                        class="link"
                        type="button"
                        disabled=cannot_format
                        title=t!("diagram-format-about")
                        on:click=move |_| state.format()
                    >
                        {t!("diagram-format")}
                    </button>
                </Show>
                <OpenFiles
                    label=t!("diagram-files-to-draw")
                    several=true
                    take=move |files| state.take(Given::Files(files))
                />
            </div>
            <EditorHost
                kind
                editor=state.editor
                text=move || state.document_text()
                hooks
                ready=move || state.editor_is_there()
                leave=move || state.take_edit()
                failure=t!("diagram-editor-failed")
            />
            <Fixed state />
            <super::source::Remarks state />
            <Difficulty state />
        </section>
    }
}

/// The files of the source and the diagram, one of which is in the editor.
#[component]
fn Documents(state: State) -> impl IntoView {
    let tab = move |document: Document, name: String| {
        let is_current = move || state.document.get() == document;
        view! {
            <button
                type="button"
                class="tab"
                aria-pressed=move || is_current().to_string()
                on:click=move |_| state.show(document)
            >
                {name}
            </button>
        }
    };
    move || {
        let files = state.files.get();
        (!files.is_empty()).then(|| {
            // More tabs than a row holds are a list.
            let sources = if files.len() <= 2 {
                files
                    .iter()
                    .enumerate()
                    .map(|(at, name)| {
                        let document = Document::Source(u32::try_from(at).unwrap_or(u32::MAX));
                        let only = files.len() == 1;
                        tab(document, if only { t!("diagram-source") } else { name.clone() })
                    })
                    .collect_view()
                    .into_any()
            } else {
                view! {
                    <select
                        class="plain"
                        aria-label=t!("diagram-source-file")
                        on:change=move |event| {
                            if let Ok(at) = event_target_value(&event).parse() {
                                state.show(Document::Source(at));
                            }
                        }
                    >
                        {files
                            .iter()
                            .enumerate()
                            .map(|(at, name)| view! { <option value=at.to_string()>{name.clone()}</option> })
                            .collect_view()}
                    </select>
                }
                .into_any()
            };
            view! {
                <div class="tabs" role="group" aria-label=t!("diagram-in-editor")>
                    {sources} {tab(Document::Diagram, t!("diagram-title"))}
                </div>
            }
        })
    }
}

/// What the last fix changed.
#[component]
fn Fixed(state: State) -> impl IntoView {
    move || {
        let fixed = state.fixed.get()?;
        let count = u32::try_from(fixed.changes.len()).unwrap_or(u32::MAX);
        Some(view! {
            <section class="changes" aria-label=t!("diagram-fixed-changes") tabindex="0">
                <h3>
                    {t!("diagram-fixed-by", count = count)}
                    <button class="link" type="button" on:click=move |_| state.unfix()>
                        {t!("diagram-undo")}
                    </button>
                </h3>
                <ol>
                    {fixed
                        .changes
                        .into_iter()
                        .map(|change| {
                            let line = t!("diagram-fixed-line", line = change.line.to_string());
                            let place = Place {
                                line: change.line,
                                column: 1,
                            };
                            view! {
                                <li>
                                    <button type="button" on:click=move |_| state.select((place, place), false)>
                                        <code class="place">{line}</code>
                                        <span>{prose(&change.what)}</span>
                                    </button>
                                </li>
                            }
                        })
                        .collect_view()}
                </ol>
            </section>
        })
    }
}

/// Why there is no picture of this text, and what may be done.
#[component]
fn Difficulty(state: State) -> impl IntoView {
    move || match state.verdict.get() {
        Verdict::Undrawn(Problem::Syntax { diagnostic, fix }) => {
            let place = diagnostic.place;
            let fix = fix.map(|fix| {
                let count = u32::try_from(fix.changes.len()).unwrap_or(u32::MAX);
                let about = fix
                    .changes
                    .iter()
                    .map(|change| {
                        let line = change.line.to_string();
                        t!("diagram-fix-change", line = line, change = &change.what)
                    })
                    .collect::<Vec<_>>()
                    .join("\n");
                let label = if fix.remaining.is_none() {
                    t!("diagram-fix")
                } else {
                    t!("diagram-fix-in-part")
                };
                view! {
                    <button class="ghost" type="button" title=about on:click=move |_| state.fix()>
                        {label}
                        <small>{t!("diagram-fix-changes", count = count)}</small>
                    </button>
                }
            });
            Some(
                view! {
                    <div class="problem bad">
                        <button
                            class="problem-text"
                            type="button"
                            on:click=move |_| state.select((place, place), true)
                        >
                            <icon::Warning />
                            <span>
                                <b>{placed(place)} " "</b>
                                {prose(diagnostic.message.trim_end_matches('.'))}
                                ". "
                                {prose(&diagnostic.hint)}
                            </span>
                        </button>
                        {fix}
                    </div>
                }
                .into_any(),
            )
        }
        Verdict::Undrawn(Problem::TooLarge { message } | Problem::Undrawable { message }) => {
            Some(trouble(&message))
        }
        Verdict::Lost(lost) => Some(trouble(&match lost {
            Lost::Stopped => t!("diagram-lost-stopped"),
            Lost::TooLong => t!("diagram-lost-too-long"),
            Lost::TooMuch => t!("diagram-lost-too-much"),
            Lost::NoWorker(reason) => t!("diagram-lost-no-engine", reason = reason),
        })),
        Verdict::Unread
        | Verdict::Drawn
        | Verdict::Elsewhere(_)
        | Verdict::Undrawn(Problem::Blank) => None,
    }
}

/// A place, before what is said of it.
pub(super) fn placed(place: Place) -> String {
    t!(
        "diagram-place",
        line = place.line.to_string(),
        column = place.column.to_string()
    )
}

/// A difficulty without a place.
pub(super) fn trouble(words: &str) -> AnyView {
    view! {
        <p class="problem bad" role="status">
            <icon::Warning />
            <span>{prose(words)}</span>
        </p>
    }
    .into_any()
}
