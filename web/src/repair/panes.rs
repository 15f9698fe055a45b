//! The panes: the broken text, the repaired one with the changes below it.

use leptos::prelude::*;

use super::changes::Changes;
use super::state::{Handover, State, Verdict};
use crate::editor::{Hooks, Kind};
use crate::jobs::Lost;
use crate::shell::editor_host::EditorHost;
use crate::shell::figures;
use crate::shell::icon;
use crate::shell::intake::Given;
use crate::shell::open_files::OpenFiles;
use crate::shell::prose::prose;

const BROKEN: Kind = Kind {
    label: "Broken text",
    language: "json",
    is_read_only: false,
};

const REPAIRED: Kind = Kind {
    label: "Repaired text",
    language: "json",
    is_read_only: true,
};

/// The text as it is.
#[component]
pub(super) fn BrokenPane(state: State) -> impl IntoView {
    let hooks = move || Hooks {
        changed: Box::new(move || state.edited()),
        submitted: Box::new(move || super::apply(state)),
        ..Hooks::none()
    };
    view! {
        <section class="pane input" aria-label="Text">
            <div class="pane-h">
                <h2>"Text"</h2>
                <span class="grow"></span>
                <OpenFiles
                    label="File to repair"
                    several=false
                    take=move |files| state.take(Given::Files(files))
                />
            </div>
            <EditorHost
                kind=BROKEN
                editor=state.editor
                text=move || state.text()
                hooks
                ready=move || state.show()
                leave=move || state.take_edit()
                failure="The editor could not be loaded. The text is open and is repaired all the same."
            />
            <Difficulty state />
        </section>
    }
}

/// Why there is no repair.
#[component]
fn Difficulty(state: State) -> impl IntoView {
    move || match state.verdict.get() {
        Verdict::Beyond(diagnostic) => {
            let place = diagnostic.place;
            Some(
                view! {
                    <button
                        class="problem bad"
                        type="button"
                        on:click=move |_| {
                            state
                                .editor
                                .with_value(|editor| {
                                    if let Some(editor) = editor {
                                        editor.reveal(place.line, place.column, true);
                                    }
                                });
                        }
                    >
                        <icon::Warning />
                        <span>
                            <b>{format!("Line {}, column {}: ", place.line, place.column)}</b>
                            {prose(&diagnostic.message)}
                            ". "
                            {prose(&diagnostic.hint)}
                        </span>
                    </button>
                }
                .into_any(),
            )
        }
        Verdict::Lost(lost) => {
            let words = match lost {
                Lost::Stopped => "Stopped. Change the text to repair it again.".to_owned(),
                Lost::TooMuch | Lost::TooLong => "This takes more time or memory than the page has, and was stopped. Use the command line tool: ichiban json repair.".to_owned(),
                Lost::NoWorker(reason) => {
                    format!("The engine could not start: {reason}. Reload the page.")
                }
            };
            Some(
                view! {
                    <p class="problem bad" role="status">
                        <icon::Warning />
                        <span>{words}</span>
                    </p>
                }
                .into_any(),
            )
        }
        Verdict::Unread | Verdict::Blank | Verdict::Valid | Verdict::Repaired => None,
    }
}

/// The text as it should be.
#[component]
pub(super) fn RepairedPane(state: State) -> impl IntoView {
    let hooks = move || Hooks {
        submitted: Box::new(move || super::apply(state)),
        ..Hooks::none()
    };
    let extent = move || {
        state.output.with(|output| {
            output.as_ref().map(|output| {
                format!(
                    "{} · {}",
                    figures::plural(output.lines, "line", "lines"),
                    figures::size(output.bytes)
                )
            })
        })
    };
    let cut = Memo::new(move |_| {
        state.output.with(|output| {
            let output = output.as_ref()?;
            Some((output.shown?, output.lines))
        })
    });
    view! {
        <section class="pane output" class:stale=move || state.is_stale() aria-label="Repaired">
            <div class="pane-h">
                <h2>"Repaired"</h2>
                <span class="what">{extent}</span>
                <span class="grow"></span>
                <Show when=move || state.is_stale()>
                    <span class="older">
                        <icon::Warning />
                        "Of an earlier text"
                    </span>
                </Show>
            </div>
            <EditorHost
                kind=REPAIRED
                editor=state.reader
                text=move || String::new()
                hooks
                ready=move || state.show()
                leave=|| {}
                failure="The editor could not be loaded. The repaired text can be copied and downloaded all the same."
            />
            {move || {
                cut.get()
                    .map(|(shown, lines)| {
                        view! {
                            <p class="cut">
                                {if shown < lines {
                                    format!(
                                        "The first {} of {} lines. ",
                                        figures::count(u64::from(shown)),
                                        figures::count(u64::from(lines)),
                                    )
                                } else {
                                    "The beginning of a long line. ".to_owned()
                                }}
                                "Copy, download and Apply take all of it. "
                                <button class="link" type="button" on:click=move |_| state.hand_over(Handover::Save)>
                                    "Download"
                                </button>
                            </p>
                        }
                    })
            }}
            <Changes state />
        </section>
    }
}
