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
use crate::shell::words::t;

/// The text as it is.
#[component]
pub(super) fn BrokenPane(state: State) -> impl IntoView {
    let hooks = move || Hooks {
        changed: Box::new(move || state.edited()),
        submitted: Box::new(move || super::apply(state)),
        ..Hooks::none()
    };
    let kind = Kind {
        label: t!("repair-editor"),
        language: "json",
        is_read_only: false,
    };
    view! {
        <section class="pane input" aria-label=t!("repair-text")>
            <div class="pane-h">
                <h2>{t!("repair-text")}</h2>
                <span class="grow"></span>
                <OpenFiles
                    label=t!("repair-file")
                    several=false
                    take=move |files| state.take(Given::Files(files))
                />
            </div>
            <EditorHost
                kind
                editor=state.editor
                text=move || state.text()
                hooks
                ready=move || state.show()
                leave=move || state.take_edit()
                failure=t!("repair-editor-failed")
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
            let (line, column) = (place.line.to_string(), place.column.to_string());
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
                            <b>{t!("repair-problem-place", line = line, column = column)} " "</b>
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
                Lost::Stopped => t!("repair-lost-stopped"),
                Lost::TooMuch | Lost::TooLong => t!("repair-lost-limit"),
                Lost::NoWorker(reason) => t!("repair-lost-engine", reason = reason),
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
                t!(
                    "repair-extent",
                    lines = output.lines,
                    size = figures::size(output.bytes)
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
    let kind = Kind {
        label: t!("repair-reader"),
        language: "json",
        is_read_only: true,
    };
    view! {
        <section
            class="pane output"
            class:stale=move || state.is_stale()
            aria-label=t!("repair-repaired")
        >
            <div class="pane-h">
                <h2>{t!("repair-repaired")}</h2>
                <span class="what">{extent}</span>
                <span class="grow"></span>
                <Show when=move || state.is_stale()>
                    <span class="older">
                        <icon::Warning />
                        {t!("repair-stale")}
                    </span>
                </Show>
            </div>
            <EditorHost
                kind
                editor=state.reader
                text=move || String::new()
                hooks
                ready=move || state.show()
                leave=|| {}
                failure=t!("repair-reader-failed")
            />
            {move || {
                cut.get()
                    .map(|(shown, lines)| {
                        let words = if shown < lines {
                            t!("repair-cut-lines", shown = shown, lines = lines)
                        } else {
                            t!("repair-cut-line")
                        };
                        view! {
                            <p class="cut">
                                {words} " "
                                <button class="link" type="button" on:click=move |_| state.hand_over(Handover::Save)>
                                    {t!("repair-download")}
                                </button>
                            </p>
                        }
                    })
            }}
            <Changes state />
        </section>
    }
}
