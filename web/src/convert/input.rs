//! The pane of the input: its samples, the query that narrows them, the editor, what is wrong.

use ichiban_engine::data::protocol::{Problem, SampleId};
use ichiban_tool::Diagnostic;
use leptos::prelude::*;

use super::state::{Sample, State, Trouble};
use crate::editor::{Hooks, Kind};
use crate::jobs::Lost;
use crate::shell::editor_host::EditorHost;
use crate::shell::icon;
use crate::shell::intake::Given;
use crate::shell::open_files::OpenFiles;
use crate::shell::prose::prose;
use crate::shell::route::Route;
use crate::shell::words::{t, woven};

/// The pane.
#[component]
pub(super) fn InputPane(state: State) -> impl IntoView {
    let hooks = move || Hooks {
        changed: Box::new(move || state.edited()),
        submitted: Box::new(move || state.hand_over(super::Handover::Copy)),
        ..Hooks::none()
    };
    let kind = Kind {
        label: t!("convert-input"),
        language: "json",
        is_read_only: false,
    };
    view! {
        <section class="pane input" aria-label=t!("convert-input")>
            <div class="pane-h">
                <h2>{t!("convert-input")}</h2>
                <FormatChoice state />
                <span class="grow"></span>
                <button
                    class="link"
                    type="button"
                    title=t!("convert-sample-add-about")
                    on:click=move |_| state.add(String::new(), None)
                >
                    {t!("convert-sample-add")}
                </button>
                <OpenFiles
                    label=t!("convert-files")
                    several=true
                    take=move |files| state.take(Given::Files(files))
                />
            </div>
            <Tabs state />
            <Query state />
            <EditorHost
                kind
                editor=state.editor
                text=move || state.text()
                hooks
                ready=move || state.editor_is_there()
                leave=move || state.take_edit()
                failure=t!("convert-editor-failed")
            />
            <Difficulty state />
        </section>
    }
}

/// In which format the sample is read.
#[component]
fn FormatChoice(state: State) -> impl IntoView {
    let sample = Memo::new(move |_| state.sample());
    let found = move || {
        sample
            .get()
            .filter(|sample| sample.chosen.is_none())
            .and_then(|sample| sample.found)
            .map(|name| state.format_label(&name))
            .filter(|label| !label.is_empty())
    };
    let is_chosen = move |name: &str| {
        sample.with(|sample| {
            sample
                .as_ref()
                .and_then(|sample| sample.chosen.as_deref())
                .unwrap_or_default()
                == name
        })
    };
    view! {
        <select
            class="plain"
            aria-label=t!("convert-format")
            title=t!("convert-format")
            on:change=move |event| {
                let name = event_target_value(&event);
                state.choose_format((!name.is_empty()).then_some(name.as_str()));
            }
        >
            <option value="" selected=move || is_chosen("")>
                {move || {
                    found()
                        .map_or_else(
                            || t!("convert-format-any"),
                            |label| t!("convert-format-detected", format = label),
                        )
                }}
            </option>
            {move || {
                state
                    .formats
                    .get()
                    .into_iter()
                    .map(|format| {
                        let name = format.name.clone();
                        view! {
                            <option value=format.name selected=move || is_chosen(&name)>
                                {format.label}
                            </option>
                        }
                    })
                    .collect_view()
            }}
        </select>
    }
}

/// The samples, when there are several.
#[component]
fn Tabs(state: State) -> impl IntoView {
    let several = Memo::new(move |_| state.samples.with(|samples| samples.len() > 1));
    view! {
        <Show when=move || several.get()>
            <ul class="samples" aria-label=t!("convert-sample-list")>
                <For each=move || state.samples.get() key=|sample| sample.id let(sample)>
                    <Tab state sample />
                </For>
            </ul>
        </Show>
    }
}

#[component]
fn Tab(state: State, sample: Sample) -> impl IntoView {
    let Sample { id, .. } = sample;
    let name = move || state.name_of(id);
    let is_broken = move || {
        state.trouble.with(|trouble| {
            matches!(
                trouble,
                Some(Trouble::Problem(Problem::Sample { sample, .. })) if *sample == id
            )
        })
    };
    view! {
        <li class:broken=is_broken>
            <button
                class="sample"
                type="button"
                aria-current=move || (state.current.get() == id).then_some("true")
                on:click=move |_| state.show(id)
            >
                <Show when=is_broken>
                    <icon::Warning />
                </Show>
                {name}
            </button>
            <button
                class="quiet"
                type="button"
                aria-label=move || t!("convert-sample-remove", sample = name())
                on:click=move |_| state.remove(id)
            >
                <icon::Cross />
            </button>
        </li>
    }
}

/// The expression that narrows the samples.
#[component]
fn Query(state: State) -> impl IntoView {
    let failure = Memo::new(move |_| {
        state.trouble.with(|trouble| match trouble {
            Some(Trouble::Problem(Problem::Query { message })) => Some(message.clone()),
            Some(Trouble::Problem(Problem::NothingSelected)) => Some(t!("convert-query-nothing")),
            _ => None,
        })
    });
    let selected = move || {
        let is_asked = state.query.with(|query| !query.trim().is_empty());
        state
            .output
            .with(|output| output.as_ref().and_then(|output| output.selected))
            .filter(|_| is_asked && failure.get().is_none())
            .map(|count| t!("convert-query-selected", count = count))
    };
    view! {
        <div class="query" class:wrong=move || failure.get().is_some()>
            <label for="query">"jq"</label>
            <input
                id="query"
                type="text"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder=".items[] | select(.price > 10)"
                aria-label=t!("convert-query")
                aria-invalid=move || failure.get().is_some().to_string()
                aria-describedby="query-says"
                prop:value=move || state.query.get()
                on:input=move |event| {
                    state.query.set(event_target_value(&event));
                    state.want();
                }
            />
            <span class="selected">{selected}</span>
            <Show when=move || state.query.with(|query| !query.is_empty())>
                <button
                    class="quiet"
                    type="button"
                    aria-label=t!("convert-query-clear")
                    on:click=move |_| {
                        state.query.set(String::new());
                        state.want();
                    }
                >
                    <icon::Cross />
                </button>
            </Show>
            <p id="query-says" class="fault">{move || failure.get().map(|text| prose(&text).into_any())}</p>
        </div>
    }
}

/// Why there is no output, and what to do about it.
#[component]
fn Difficulty(state: State) -> impl IntoView {
    move || match state.trouble.get()? {
        Trouble::Problem(Problem::Sample {
            sample,
            diagnostic,
            is_repairable,
        }) => Some(view! { <Unreadable state sample diagnostic is_repairable /> }.into_any()),
        Trouble::Problem(Problem::Target { message }) => {
            let label = state.label(&state.target.get());
            let words = woven!(
                "convert-problem-target",
                target = view! { <b>{label}</b> },
                why = prose(&message)
            );
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
        Trouble::Problem(Problem::Query { .. } | Problem::NothingSelected | Problem::Empty) => None,
        Trouble::Lost(lost) => {
            let words = match lost {
                Lost::Stopped => t!("convert-lost-stopped"),
                Lost::TooMuch | Lost::TooLong => t!("convert-lost-limit"),
                Lost::NoWorker(reason) => t!("convert-lost-engine", reason = reason),
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
    }
}

#[component]
fn Unreadable(
    state: State,
    sample: SampleId,
    diagnostic: Diagnostic,
    is_repairable: bool,
) -> impl IntoView {
    let place = diagnostic.place;
    let where_ = move || {
        let (line, column) = (place.line.to_string(), place.column.to_string());
        if state.samples.with(|samples| samples.len() > 1) {
            let sample = state.name_of(sample);
            t!(
                "convert-problem-place-of",
                sample = sample,
                line = line,
                column = column
            )
        } else {
            t!("convert-problem-place", line = line, column = column)
        }
    };
    let go = move |_| {
        state.show(sample);
        state.editor.with_value(|editor| {
            if let Some(editor) = editor {
                editor.reveal(place.line, place.column, true);
            }
        });
    };
    view! {
        <div class="problem bad">
            <button class="problem-text" type="button" on:click=go>
                <icon::Warning />
                <span>
                    <b>{where_} " "</b>
                    {prose(&diagnostic.message)}
                    ". "
                    {prose(&diagnostic.hint)}
                </span>
            </button>
            {is_repairable
                .then(|| {
                    view! {
                        <button
                            class="ghost"
                            type="button"
                            on:click=move |_| {
                                state.show(sample);
                                state.pass(Route::Repair);
                            }
                        >
                            {t!("convert-problem-repair")}
                        </button>
                    }
                })}
        </div>
    }
}
