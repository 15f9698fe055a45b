//! The pane of the source: the editor, what the text is, what is wrong with it.

use ichiban_engine::protocol::STYLES;
use ichiban_tool::{Diagnostic, Severity};
use leptos::html;
use leptos::prelude::*;

use super::state::{ACCEPTED, State};
use crate::editor::{Hooks, Kind};
use crate::shell::editor_host::EditorHost;
use crate::shell::icon;
use crate::shell::intake::chosen;
use crate::shell::prose::prose;
use crate::shell::words::t;

/// The pane.
#[component]
pub(super) fn SourcePane(state: State) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let kind = Kind {
        label: t!("translate-source-editor"),
        language: "json",
        is_read_only: false,
    };
    view! {
        <section class="pane source" aria-label=t!("translate-source")>
            <div class="pane-h">
                <h2>{t!("translate-source")}</h2>
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
                    {t!("translate-source-open")}
                </button>
                <input
                    node_ref=input
                    type="file"
                    accept=ACCEPTED
                    class="unseen"
                    tabindex="-1"
                    aria-label=t!("translate-source-file")
                    on:change=move |event| {
                        for file in chosen(&event) {
                            state.take_file(file);
                        }
                    }
                />
            </div>
            <EditorHost
                kind
                editor=state.editor
                text=move || state.text()
                hooks=move || hooks(state)
                ready=move || {
                    state.colour();
                    state.show_problems();
                }
                leave=move || state.leave_editor()
                failure=t!("translate-source-no-editor")
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
                aria-label=t!("translate-source-placeholders")
                title=t!("translate-source-placeholders-about")
                prop:value=chosen
                on:change=move |event| {
                    let style = event_target_value(&event);
                    state.set_style((!style.is_empty()).then_some(style));
                }
            >
                <option value="" selected=move || chosen().is_empty()>
                    {move || t!("translate-source-found", example = example(&known.get()))}
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
fn example(name: &str) -> String {
    STYLES
        .iter()
        .find(|style| style.name == name)
        .and_then(|style| style.example.split(", ").next())
        .map_or_else(|| t!("translate-source-placeholders"), str::to_owned)
}

fn describe(state: State) -> String {
    state.source.with(|source| match &source.read {
        Some(read) => t!(
            "translate-source-what",
            count = read.rows,
            format = &read.format,
            layout = &read.layout
        ),
        None if source.is_invalid => String::new(),
        None => t!("translate-source-reading"),
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
                                let place = t!(
                                    "translate-source-place",
                                    line = problem.place.line.to_string(),
                                    column = problem.place.column.to_string()
                                );
                                view! {
                                    <b>{place} " "</b>
                                    {prose(&problem.message)}
                                    " "
                                    {prose(&problem.hint)}
                                }
                            })
                    }}
                    <Show when=stays>
                        <small>{t!("translate-source-stays")}</small>
                    </Show>
                </span>
            </button>
        </Show>
    }
}
