//! The parameters and members of an operation, a row each, to be corrected in place.

use ichiban_engine::docs::edit::PLACES;
use ichiban_engine::docs::operation::{Member, Parameter};
use ichiban_engine::docs::page::Place;
use ichiban_engine::docs::protocol::{Field, Part};
use leptos::prelude::*;
use leptos::web_sys;

use super::state::State;
use crate::shell::icon;
use crate::shell::words::t;

/// The types that a person may choose.
const TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "array", "object"];

/// A parameter.
#[component]
pub(super) fn ParameterRow(
    state: State,
    parameters: Memo<Vec<Parameter>>,
    parameter: Parameter,
) -> impl IntoView {
    let (place, name) = (parameter.place.clone(), parameter.name.clone());
    let is_path = place == "path";
    let now = Memo::new(move |_| {
        parameters.with(|all| {
            let is_it = |it: &&Parameter| it.place == parameter.place && it.name == parameter.name;
            let found = all.iter().find(is_it);
            found.cloned().unwrap_or_else(|| parameter.clone())
        })
    });
    let (of_place, of_name) = (place.clone(), name.clone());
    let field = move |part: Part| Field::Parameter(of_place.clone(), of_name.clone(), part);
    let at = Memo::new(move |_| now.with(|now| now.at));
    view! {
        <li class="field-row">
            <EditRow
                state
                name
                place=Some(place)
                kind=Signal::derive(move || now.with(|now| now.kind.clone()))
                required=Signal::derive(move || now.with(|now| now.required))
                is_fixed=is_path
                description=Signal::derive(move || now.with(|now| now.description.clone()))
                values=Signal::derive(move || now.with(|now| now.values.clone()))
                at=Signal::derive(move || at.get())
                quote=Signal::derive(move || now.with(|now| now.quote.clone()))
                field
            />
        </li>
    }
}

/// A member of the body.
#[component]
pub(super) fn MemberRow(state: State, members: Memo<Vec<Member>>, member: Member) -> impl IntoView {
    let path = member.path.clone();
    let class = format!("field-row in-{}", (member.depth + 1).min(8));
    let name = member.name.clone();
    let now = Memo::new(move |_| {
        members.with(|all| {
            let found = all.iter().find(|it| it.path == member.path);
            found.cloned().unwrap_or_else(|| member.clone())
        })
    });
    view! {
        <li class=class>
            <EditRow
                state
                name
                place=None
                kind=Signal::derive(move || now.with(|now| now.kind.clone()))
                required=Signal::derive(move || now.with(|now| now.required))
                is_fixed=false
                description=Signal::derive(move || now.with(|now| now.description.clone()))
                values=Signal::derive(move || now.with(|now| now.values.clone()))
                quote=Signal::derive(move || now.with(|now| now.quote.clone()))
                at=Signal::derive(move || now.with(|now| now.at))
                field=move |part| Field::Member(path.clone(), part)
            />
        </li>
    }
}

/// A parameter or a member, to be corrected.
#[component]
fn EditRow(
    state: State,
    name: String,
    place: Option<String>,
    kind: Signal<String>,
    required: Signal<bool>,
    /// Whether it must be given in any case.
    is_fixed: bool,
    description: Signal<String>,
    values: Signal<Vec<String>>,
    at: Signal<Option<Place>>,
    /// What proves it, if a model added or corrected it.
    quote: Signal<Option<String>>,
    field: impl Fn(Part) -> Field + Clone + Send + Sync + 'static,
) -> impl IntoView {
    let (named, typed, needed, told) = (field.clone(), field.clone(), field.clone(), field.clone());
    let (label, before) = (name.clone(), name.clone());
    let is_known = move || TYPES.contains(&kind.get().as_str());
    view! {
        <div class="row-name">
            <input
                class="inline name"
                type="text"
                spellcheck="false"
                aria-label=t!("docs-row-name", name = &label)
                prop:value=name
                on:change=move |event| {
                    let value = event_target_value(&event);
                    if !edit(state, named(Part::Name), value) {
                        let input: web_sys::HtmlInputElement = event_target(&event);
                        input.set_value(&before);
                    }
                }
            />
            {place.map(|place| view! { <PlaceOf state place label=label.clone() field=field.clone() /> })}
        </div>
        <select
            class="inline"
            aria-label=t!("docs-row-type", name = &label)
            on:change=move |event| {
                let kind = event_target_value(&event);
                if TYPES.contains(&kind.as_str()) {
                    edit(state, typed(Part::Type), kind);
                }
            }
        >
            <Show when=move || !is_known()>
                <option value="" selected=true>
                    {move || if kind.with(String::is_empty) { t!("docs-row-any") } else { kind.get() }}
                </option>
            </Show>
            {TYPES
                .into_iter()
                .map(|name| {
                    view! {
                        <option value=name selected=move || kind.with(|kind| kind == name)>
                            {name}
                        </option>
                    }
                })
                .collect_view()}
        </select>
        <label class="needed">
            <input
                type="checkbox"
                aria-label=t!("docs-row-is-required", name = &label)
                prop:checked=move || required.get()
                disabled=is_fixed
                on:change=move |event| {
                    edit(state, needed(Part::Required), event_target_checked(&event).to_string());
                }
            />
            {t!("docs-required")}
        </label>
        {move || {
            at.get()
                .map(|place| {
                    view! {
                        <button
                            class="quiet"
                            type="button"
                            aria-label=t!("docs-row-show")
                            title=t!("docs-row-show")
                            on:click=move |_| state.show(place)
                        >
                            <icon::Fit />
                        </button>
                    }
                })
        }}
        <input
            class="inline row-about"
            type="text"
            aria-label=t!("docs-row-description", name = &label)
            placeholder=t!("docs-no-description")
            prop:value=move || description.get()
            on:change=move |event| {
                edit(state, told(Part::Description), event_target_value(&event));
            }
        />
        {move || {
            let values = values.get();
            (!values.is_empty()).then(|| view! { <p class="values">{values.join(" · ")}</p> })
        }}
        {move || quote.get().map(|quote| view! { <Quote state quote place=at.get() /> })}
    }
}

/// Where a parameter goes. What is a part of the path is told by the path.
#[component]
fn PlaceOf(
    state: State,
    place: String,
    label: String,
    field: impl Fn(Part) -> Field + Send + Sync + 'static,
) -> impl IntoView {
    if !PLACES.contains(&place.as_str()) {
        return view! { <small class="place">{place}</small> }.into_any();
    }
    view! {
        <select
            class="inline place"
            aria-label=t!("docs-row-place", name = &label)
            on:change=move |event| {
                edit(state, field(Part::Place), event_target_value(&event));
            }
        >
            {PLACES
                .into_iter()
                .map(|name| {
                    view! {
                        <option value=name selected={name == place}>
                            {name}
                        </option>
                    }
                })
                .collect_view()}
        </select>
    }
    .into_any()
}

/// The words by which a model proves what it added; a click shows where they stand.
#[component]
pub(super) fn Quote(state: State, quote: String, place: Option<Place>) -> impl IntoView {
    let words = view! {
        <small class="by-model">{t!("docs-model-mark")}</small>
        <q>{quote}</q>
    };
    match place {
        Some(place) => view! {
            <button
                class="quote"
                type="button"
                title=t!("docs-row-show-quote")
                on:click=move |_| state.show(place)
            >
                {words}
            </button>
        }
        .into_any(),
        None => view! { <p class="quote">{words}</p> }.into_any(),
    }
}

/// Corrects the operation in view; whether that can be.
pub(super) fn edit(state: State, field: Field, value: String) -> bool {
    let key = state.selected.get_untracked();
    key.is_some_and(|key| state.edit(&key, field, value))
}
