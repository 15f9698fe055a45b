//! What a diagram is made of: its kind and options, what was left out, what is wrong with it.

use leptos::prelude::*;

use super::state::{Document, State, Trouble};
use super::text::{placed, trouble};
use crate::jobs::Lost;
use crate::shell::icon;
use crate::shell::prose::prose;
use crate::shell::setting::Control;
use crate::shell::words::t;

/// The kind of the source and what it lets one choose.
#[component]
pub(super) fn SourceOptions(state: State) -> impl IntoView {
    let source = Memo::new(move |_| state.source());
    let is_chosen = move |name: &str| state.kind.with(|kind| kind.as_deref() == Some(name));
    let detected = move || match (state.kind.get(), source.get()) {
        (None, Some(source)) => t!("diagram-from-detected", source = source.label),
        _ => t!("diagram-from-detect"),
    };
    view! {
        <label class="option">
            <span>{t!("diagram-from")}</span>
            <select
                title=t!("diagram-from-about")
                on:change=move |event| {
                    let name = event_target_value(&event);
                    state.choose_kind((!name.is_empty()).then_some(name));
                }
            >
                <option value="" selected=move || state.kind.with(Option::is_none)>
                    {detected}
                </option>
                {move || {
                    state
                        .sources
                        .get()
                        .into_iter()
                        .map(|source| {
                            let name = source.name.clone();
                            view! {
                                <option value=source.name title=source.about selected=move || is_chosen(&name)>
                                    {source.label}
                                </option>
                            }
                        })
                        .collect_view()
                }}
            </select>
        </label>
        {move || {
            source
                .get()
                .map(|source| {
                    let of = source.name;
                    source
                        .settings
                        .into_iter()
                        .map(|setting| {
                            view! {
                                <Control
                                    setting
                                    part="diagram"
                                    of=of.clone()
                                    chosen=move |name: &str| state.chosen(name)
                                    choose=move |name: &str, value| state.choose(name, value)
                                />
                            }
                        })
                        .collect_view()
                })
        }}
        <span class="sep"></span>
    }
}

/// What was left out of the diagram, and why none could be made.
#[component]
pub(super) fn Remarks(state: State) -> impl IntoView {
    let left_out = move || {
        let left_out = state.made.with(|made| {
            made.as_ref()
                .filter(|made| made.trouble.is_none())
                .map(|made| made.left_out.clone())
                .unwrap_or_default()
        });
        (!left_out.is_empty()).then(|| {
            view! {
                <div class="problem" role="status">
                    <icon::Warning />
                    <span>
                        <b>{t!("diagram-left-out")} " "</b>
                        {left_out
                            .into_iter()
                            .map(|sentence| view! { <span>{prose(&sentence)} " "</span> })
                            .collect_view()}
                    </span>
                </div>
            }
        })
    };
    let unmade = move || {
        let made = state.made.get()?;
        Some(match made.trouble? {
            Trouble::Unmade(message, place) => {
                let place_of =
                    place.map(|(file, diagnostic)| (file, diagnostic.place, diagnostic.hint));
                let target = place_of.as_ref().map(|(file, place, _)| (*file, *place));
                let hint = place_of.map(|(.., hint)| hint).unwrap_or_default();
                view! {
                    <div class="problem bad">
                        <button
                            class="problem-text"
                            type="button"
                            disabled=target.is_none()
                            on:click=move |_| {
                                if let Some((file, place)) = target {
                                    state.show(Document::Source(file));
                                    state
                                        .editor
                                        .with_value(|editor| {
                                            if let Some(editor) = editor {
                                                editor.reveal(place.line, place.column, true);
                                            }
                                        });
                                }
                            }
                        >
                            <icon::Warning />
                            <span>
                                {target
                                    .map(|(_, place)| view! { <b>{placed(place)} " "</b> })}
                                {prose(message.trim_end_matches('.'))}
                                ". "
                                {prose(&hint)}
                            </span>
                        </button>
                        <button
                            class="ghost"
                            type="button"
                            title=t!("diagram-is-one-about")
                            on:click=move |_| state.take_for_diagram()
                        >
                            {t!("diagram-is-one")}
                        </button>
                    </div>
                }
                .into_any()
            }
            Trouble::Lost(lost) => trouble(&match lost {
                Lost::Stopped => t!("diagram-source-stopped"),
                Lost::TooMuch | Lost::TooLong => t!("diagram-source-too-much"),
                Lost::NoWorker(reason) => t!("diagram-lost-no-engine", reason = reason),
            }),
        })
    };
    view! {
        {left_out}
        {unmade}
    }
}
