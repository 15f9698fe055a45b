//! The pane of the output.

use leptos::prelude::*;

use super::state::{Handover, State};
use crate::editor::{Hooks, Kind};
use crate::shell::editor_host::EditorHost;
use crate::shell::figures;
use crate::shell::icon;
use crate::shell::words::t;

/// The pane.
#[component]
pub(super) fn OutputPane(state: State) -> impl IntoView {
    let label = move || {
        let shown = state
            .output
            .with(|output| output.as_ref().map(|output| output.target.clone()));
        state.label(&shown.unwrap_or_else(|| state.target.get()))
    };
    let extent = move || {
        state.output.with(|output| {
            output.as_ref().map(|output| {
                t!(
                    "convert-extent",
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
    let hooks = move || Hooks {
        submitted: Box::new(move || state.hand_over(Handover::Copy)),
        ..Hooks::none()
    };
    let kind = Kind {
        label: t!("convert-output"),
        language: "json",
        is_read_only: true,
    };
    view! {
        <section
            class="pane output"
            class:stale=move || state.is_stale()
            aria-label=t!("convert-output")
        >
            <div class="pane-h">
                <h2>{label}</h2>
                <span class="what">{extent}</span>
                <span class="grow"></span>
                <Show when=move || state.is_stale()>
                    <span class="older" title=t!("convert-stale-about")>
                        <icon::Warning />
                        {t!("convert-stale")}
                    </span>
                </Show>
            </div>
            <EditorHost
                kind
                editor=state.reader
                text=move || String::new()
                hooks
                ready=move || state.show_output()
                leave=|| {}
                failure=t!("convert-output-failed")
            />
            {move || {
                cut.get()
                    .map(|(shown, lines)| {
                        let words = if shown < lines {
                            t!("convert-cut-lines", shown = shown, lines = lines)
                        } else {
                            t!("convert-cut-line")
                        };
                        view! {
                            <p class="cut">
                                {words} " "
                                <button class="link" type="button" on:click=move |_| state.hand_over(Handover::Save)>
                                    {t!("convert-download")}
                                </button>
                            </p>
                        }
                    })
            }}
        </section>
    }
}
