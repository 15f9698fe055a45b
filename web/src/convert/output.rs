//! The pane of the output.

use leptos::prelude::*;

use super::state::{Handover, State};
use crate::editor::{Hooks, Kind};
use crate::shell::editor_host::EditorHost;
use crate::shell::figures;
use crate::shell::icon;

const KIND: Kind = Kind {
    label: "Output",
    language: "json",
    is_read_only: true,
};

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
    let hooks = move || Hooks {
        submitted: Box::new(move || state.hand_over(Handover::Copy)),
        ..Hooks::none()
    };
    view! {
        <section class="pane output" class:stale=move || state.is_stale() aria-label="Output">
            <div class="pane-h">
                <h2>{label}</h2>
                <span class="what">{extent}</span>
                <span class="grow"></span>
                <Show when=move || state.is_stale()>
                    <span class="older" title="The last input that could be converted">
                        <icon::Warning />
                        "Of an earlier input"
                    </span>
                </Show>
            </div>
            <EditorHost
                kind=KIND
                editor=state.reader
                text=move || String::new()
                hooks
                ready=move || state.show_output()
                leave=|| {}
                failure="The editor could not be loaded. The output can be copied and downloaded all the same."
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
                                "Copy and download take all of it. "
                                <button class="link" type="button" on:click=move |_| state.hand_over(Handover::Save)>
                                    "Download"
                                </button>
                            </p>
                        }
                    })
            }}
        </section>
    }
}
