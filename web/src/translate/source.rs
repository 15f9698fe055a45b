//! The pane of the source: the editor, what the text is, what is wrong with it.

use ichiban_engine::protocol::STYLES;
use ichiban_tool::{Diagnostic, Severity};
use leptos::html;
use leptos::prelude::*;

use super::figures;
use super::state::{ACCEPTED, State};
use crate::editor::{Hooks, Kind};
use crate::shell::editor_host::EditorHost;
use crate::shell::icon;
use crate::shell::intake::chosen;
use crate::shell::prose::prose;

const KIND: Kind = Kind {
    label: "Source JSON",
    language: "json",
    is_read_only: false,
};

/// The pane.
#[component]
pub(super) fn SourcePane(state: State) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    view! {
        <section class="pane source" aria-label="Source">
            <div class="pane-h">
                <h2>"Source"</h2>
                <span class="what">{move || describe(state)}</span>
                <span class="grow"></span>
                <StyleChoice state />
                <button
                    class="link"
                    type="button"
                    on:click=move |_| {
                        if let Some(input) = input.get_untracked() {
                            input.click();
                        }
                    }
                >
                    "Open…"
                </button>
                <input
                    node_ref=input
                    type="file"
                    accept=ACCEPTED
                    class="unseen"
                    tabindex="-1"
                    aria-label="Source or translated file"
                    on:change=move |event| {
                        for file in chosen(&event) {
                            state.take_file(file);
                        }
                    }
                />
            </div>
            <EditorHost
                kind=KIND
                editor=state.editor
                text=move || state.text()
                hooks=move || hooks(state)
                ready=move || {
                    state.colour();
                    state.show_problems();
                }
                leave=move || state.leave_editor()
                failure="The editor could not be loaded. The file is open and can be translated all the same."
            />
            <Problem state />
        </section>
    }
}

/// What placeholders look like: as detected, unless the person knows better.
#[component]
fn StyleChoice(state: State) -> impl IntoView {
    let detected = Memo::new(move |_| {
        let found = state
            .source
            .with(|source| source.read.as_ref().map(|read| read.style.clone()));
        found.filter(|_| state.style.with(Option::is_none))
    });
    // What was found stays named while another style is chosen.
    let known = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some(style) = detected.get() {
            known.set(style);
        }
    });
    let chosen = move || state.style.get().unwrap_or_default();
    view! {
        <Show when=move || state.source.with(|source| source.read.is_some())>
            <select
                class="plain"
                aria-label="Placeholders"
                title="What placeholders look like in this file"
                prop:value=chosen
                on:change=move |event| {
                    let style = event_target_value(&event);
                    state.set_style((!style.is_empty()).then_some(style));
                }
            >
                <option value="" selected=move || chosen().is_empty()>
                    {move || format!("{} (found)", example(&known.get()))}
                </option>
                {STYLES
                    .iter()
                    .map(|style| {
                        view! {
                            <option value=style.name selected=move || chosen() == style.name>
                                {format!("{}: {}", style.name, style.example)}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </Show>
    }
}

/// What a style's first placeholder looks like.
fn example(name: &str) -> &'static str {
    STYLES
        .iter()
        .find(|style| style.name == name)
        .and_then(|style| style.example.split(", ").next())
        .unwrap_or("Placeholders")
}

fn describe(state: State) -> String {
    state.source.with(|source| match &source.read {
        Some(read) => format!(
            "{} · {} · {}",
            figures::plural(read.rows, "value", "values"),
            read.format,
            read.layout
        ),
        None if source.is_invalid => String::new(),
        None => "reading…".to_owned(),
    })
}

fn hooks(state: State) -> Hooks {
    Hooks {
        changed: Box::new(move || state.edited()),
        moved: Box::new(move |line| {
            let row = state.with_sheet(|sheet| sheet.row_at_line(line));
            if let Some(row) = row
                && state.current.get_untracked() != Some(row)
            {
                state.point_at(row);
            }
        }),
        placeholders: Box::new(move |from, to| placeholders(state, from, to)),
        submitted: Box::new(move || state.translate()),
    }
}

/// The placeholders of the values on these lines, with their lines.
fn placeholders(state: State, from: u32, to: u32) -> Vec<(u32, String)> {
    state.with_sheet(|sheet| {
        let rows = sheet.source();
        let first = rows.partition_point(|row| row.line < from);
        rows.iter()
            .skip(first)
            .take_while(|row| row.line <= to)
            .flat_map(|row| {
                row.placeholders.iter().filter_map(|&(start, end)| {
                    let text = row.text.get(start as usize..end as usize)?;
                    Some((row.line, text.to_owned()))
                })
            })
            .collect()
    })
}

/// The first thing that is wrong, below the editor; a click goes there.
#[component]
fn Problem(state: State) -> impl IntoView {
    let first = Memo::new(move |_| {
        state.source.with(|source| {
            source
                .problems
                .iter()
                .max_by_key(|problem| (problem.severity, std::cmp::Reverse(problem.place)))
                .filter(|problem| problem.severity > Severity::Info)
                .cloned()
        })
    });
    let is_invalid = move || state.source.with(|source| source.is_invalid);
    let stays = move || {
        state
            .source
            .with(|source| source.is_invalid && source.read.is_some())
    };
    let go = move |_| {
        if let Some(Diagnostic { place, .. }) = first.get_untracked() {
            state.editor.with_value(|editor| {
                if let Some(editor) = editor {
                    editor.reveal(place.line, place.column, true);
                }
            });
        }
    };
    view! {
        <Show when=move || first.get().is_some()>
            <button class="problem" class:bad=is_invalid type="button" on:click=go>
                <icon::Warning />
                <span>
                    {move || {
                        first
                            .get()
                            .map(|problem| {
                                view! {
                                    <b>{format!("Line {}, column {}: ", problem.place.line, problem.place.column)}</b>
                                    {prose(&problem.message)}
                                    " "
                                    {prose(&problem.hint)}
                                }
                            })
                    }}
                    <Show when=stays>
                        <small>"The table still shows the last text that could be read."</small>
                    </Show>
                </span>
            </button>
        </Show>
    }
}
