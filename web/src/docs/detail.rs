//! One operation in full, to be corrected in place.

use ichiban_engine::docs::edit::{METHODS, PLACES, path};
use ichiban_engine::docs::operation::{Content, Detail, Member, Parameter, Response};
use ichiban_engine::docs::page::Place;
use ichiban_engine::docs::protocol::{Field, Part};
use leptos::prelude::*;
use leptos::web_sys;

use super::code::{Calls, Tools};
use super::operations::Method;
use super::state::{State, Tab};
use super::trial::Trial;
use crate::app::Passed;
use crate::shell::icon;
use crate::shell::route::Route as Tool;

/// The types that a person may choose.
const TYPES: [&str; 6] = ["string", "integer", "number", "boolean", "array", "object"];

const TABS: [(Tab, &str); 4] = [
    (Tab::Contract, "Contract"),
    (Tab::Calls, "Calls"),
    (Tab::Tools, "Tools"),
    (Tab::Trial, "Try it"),
];

/// The pane.
#[component]
pub(super) fn DetailPane(state: State) -> impl IntoView {
    let key = Memo::new(move |_| state.selected.get().unwrap_or_default());
    let is_there = Memo::new(move |_| state.detail.with(Option::is_some));
    view! {
        <div class="pane-h">
            <button class="link" type="button" on:click=move |_| state.select(None)>
                "All operations"
            </button>
            <span class="grow"></span>
            <div class="tabs" role="tablist" aria-label="Views of the operation">
                {TABS
                    .into_iter()
                    .map(|(tab, name)| {
                        view! {
                            <button
                                role="tab"
                                type="button"
                                aria-selected=move || (state.tab.get() == tab).to_string()
                                on:click=move |_| state.tab.set(tab)
                            >
                                {name}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
        </div>
        <div class="detail" tabindex="0" role="region" aria-label="Operation">
            {move || {
                let key = key.get();
                let (method, path) = named(&key);
                let (method, path) = (method.to_owned(), path.to_owned());
                view! {
                    <h2 class="op-title">
                        <Method method />
                        <code>{path}</code>
                    </h2>
                }
            }}
            <Show when=move || is_there.get() fallback=|| view! { <p class="nothing">"Reading…"</p> }>
                {move || match state.tab.get() {
                    Tab::Contract => view! { <Contract state /> }.into_any(),
                    Tab::Calls => view! { <Calls state /> }.into_any(),
                    Tab::Tools => view! { <Tools state /> }.into_any(),
                    Tab::Trial => view! { <Trial state /> }.into_any(),
                }}
            </Show>
        </div>
    }
}

/// Something of the operation in view.
fn of<T: Default>(state: State, get: impl Fn(&Detail) -> T) -> T {
    state.detail.with(|detail| {
        detail
            .as_ref()
            .map(|detail| get(detail))
            .unwrap_or_default()
    })
}

/// An operation's method and path.
fn named(key: &str) -> (&str, &str) {
    key.split_once(' ').unwrap_or_default()
}

/// Corrects the operation in view; whether that can be.
fn edit(state: State, field: Field, value: String) -> bool {
    let key = state.selected.get_untracked();
    key.is_some_and(|key| state.edit(&key, field, value))
}

#[component]
fn Contract(state: State) -> impl IntoView {
    let summary = Memo::new(move |_| of(state, |detail| detail.summary.clone()));
    let description = Memo::new(move |_| of(state, |detail| detail.description.clone()));
    let deprecated = Memo::new(move |_| of(state, |detail| detail.deprecated));
    let confidence = Memo::new(move |_| of(state, |detail| detail.confidence));
    let places = Memo::new(move |_| of(state, |detail| detail.places.clone()));
    let parameters = Memo::new(move |_| of(state, |detail| detail.parameters.clone()));
    let body = Memo::new(move |_| of(state, |detail| detail.body.clone()));
    let members = Memo::new(move |_| {
        body.with(|body| {
            body.as_ref()
                .map(|body| body.members.clone())
                .unwrap_or_default()
        })
    });
    let responses = Memo::new(move |_| of(state, |detail| detail.responses.clone()));
    let quote = Memo::new(move |_| of(state, |detail| detail.quote.clone()));
    view! {
        <Route state />
        <div class="facts-of">
            <input
                class="inline summary"
                type="text"
                aria-label="Summary"
                placeholder="No summary: write one"
                prop:value=move || summary.get()
                on:change=move |event| {
                    edit(state, Field::Summary, event_target_value(&event));
                }
            />
            <textarea
                class="inline"
                rows="2"
                aria-label="Description"
                placeholder="No description"
                prop:value=move || description.get()
                on:change=move |event| {
                    edit(state, Field::Description, event_target_value(&event));
                }
            ></textarea>
            <p class="about">
                <label>
                    <input
                        type="checkbox"
                        prop:checked=move || deprecated.get()
                        on:change=move |event| {
                            edit(state, Field::Deprecated, event_target_checked(&event).to_string());
                        }
                    />
                    " Deprecated"
                </label>
                {move || {
                    confidence
                        .get()
                        .map(|confidence| view! { <span>{format!("{:.0} % sure", confidence * 100.0)}</span> })
                }}
                {move || {
                    places
                        .get()
                        .into_iter()
                        .take(5)
                        .enumerate()
                        .map(|(number, place)| {
                            view! {
                                <button class="link" type="button" on:click=move |_| state.show(place)>
                                    {if number == 0 { "Where it says so".to_owned() } else { format!("and {}", number + 1) }}
                                </button>
                            }
                        })
                        .collect_view()
                }}
            </p>
            {move || quote.get().map(|quote| {
                let place = places.with(|places| places.first().copied());
                view! { <Quote state quote place /> }
            })}
        </div>
        <h3>"Parameters"</h3>
        <Show
            when=move || parameters.with(|all| !all.is_empty())
            fallback=|| view! { <p class="nothing">"None that is documented."</p> }
        >
            <ul class="fields">
                <For
                    each=move || parameters.get()
                    key=|parameter| (parameter.place.clone(), parameter.name.clone())
                    let(parameter)
                >
                    <ParameterRow state parameters parameter />
                </For>
            </ul>
        </Show>
        <Show when=move || body.with(Option::is_some)>
            <h3>"Body"</h3>
            <ul class="fields">
                <For
                    each=move || members.get()
                    key=|member| (member.path.clone(), member.depth)
                    let(member)
                >
                    <MemberRow state members member />
                </For>
            </ul>
            {move || body.get().map(|content| view! { <Sample state content /> })}
        </Show>
        <h3>"Answers"</h3>
        {move || {
            responses.get().into_iter().map(|response| view! { <Answer state response /> }).collect_view()
        }}
    }
}

/// What an operation is called, and the group it is in.
#[component]
fn Route(state: State) -> impl IntoView {
    // Each by itself: what is being typed into the path stays when the method has changed.
    let method = Memo::new(move |_| named(&of(state, |detail| detail.key.clone())).0.to_owned());
    let route = Memo::new(move |_| named(&of(state, |detail| detail.key.clone())).1.to_owned());
    let tag = Memo::new(move |_| of(state, |detail| detail.tag.clone()));
    let tags = Memo::new(move |_| {
        state.operations.with(|operations| {
            let tags = operations.iter().map(|it| it.tag.clone());
            let tags: std::collections::BTreeSet<String> = tags.collect();
            tags.into_iter()
                .filter(|tag| !tag.is_empty())
                .collect::<Vec<_>>()
        })
    });
    let set_path = move |event: web_sys::Event| {
        let is_set = match path(&event_target_value(&event)) {
            Ok(path) => edit(state, Field::Path, path),
            Err(reason) => {
                state.tell(reason, true);
                false
            }
        };
        if !is_set {
            let input: web_sys::HtmlInputElement = event_target(&event);
            input.set_value(&route.get_untracked());
        }
    };
    let set_method = move |event: web_sys::Event| {
        if !edit(state, Field::Method, event_target_value(&event)) {
            let select: web_sys::HtmlSelectElement = event_target(&event);
            select.set_value(&method.get_untracked());
        }
    };
    view! {
        <div class="route-of">
            <select class="inline" aria-label="Method" on:change=set_method>
                {METHODS
                    .into_iter()
                    .map(|known| {
                        view! {
                            <option
                                value=known
                                prop:selected=move || method.with(|method| known == method)
                            >
                                {known}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
            <input
                class="inline name"
                type="text"
                spellcheck="false"
                autocomplete="off"
                aria-label="Path"
                prop:value=move || route.get()
                on:change=set_path
            />
            <input
                class="inline"
                type="text"
                autocomplete="off"
                aria-label="Group"
                placeholder="No group"
                list="docs-groups"
                prop:value=move || tag.get()
                on:change=move |event| {
                    edit(state, Field::Tag, event_target_value(&event));
                }
            />
            <datalist id="docs-groups">
                {move || {
                    tags.get().into_iter().map(|tag| view! { <option value=tag></option> }).collect_view()
                }}
            </datalist>
        </div>
    }
}

#[component]
fn ParameterRow(
    state: State,
    parameters: Memo<Vec<Parameter>>,
    parameter: Parameter,
) -> impl IntoView {
    let (place, name) = (parameter.place.clone(), parameter.name.clone());
    let first = parameter.clone();
    let now = Memo::new(move |_| {
        parameters.with(|all| {
            let found = all.iter().find(|it| it.place == place && it.name == name);
            found.cloned().unwrap_or_else(|| first.clone())
        })
    });
    let (place, name) = (parameter.place.clone(), parameter.name.clone());
    let field = move |part: Part| Field::Parameter(place.clone(), name.clone(), part);
    let is_path = parameter.place == "path";
    let at = Memo::new(move |_| now.with(|now| now.at));
    view! {
        <li class="field-row">
            <EditRow
                state
                name=parameter.name.clone()
                place=Some(parameter.place.clone())
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
                aria-label=format!("Name of {label}")
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
            aria-label=format!("Type of {label}")
            on:change=move |event| {
                let kind = event_target_value(&event);
                if TYPES.contains(&kind.as_str()) {
                    edit(state, typed(Part::Type), kind);
                }
            }
        >
            <Show when=move || !is_known()>
                <option value="" selected=true>
                    {move || if kind.with(String::is_empty) { "any".to_owned() } else { kind.get() }}
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
                aria-label=format!("{label} is required")
                prop:checked=move || required.get()
                disabled=is_fixed
                on:change=move |event| {
                    edit(state, needed(Part::Required), event_target_checked(&event).to_string());
                }
            />
            "required"
        </label>
        {move || {
            at.get()
                .map(|place| {
                    view! {
                        <button
                            class="quiet"
                            type="button"
                            aria-label="Show where it is documented"
                            title="Show where it is documented"
                            on:click=move |_| state.show(place)
                        >
                            <icon::Fit />
                        </button>
                    }
                })
        }}
        <input
            class="inline said"
            type="text"
            aria-label=format!("Description of {label}")
            placeholder="No description"
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
            aria-label=format!("Place of {label}")
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
fn Quote(state: State, quote: String, place: Option<Place>) -> impl IntoView {
    let words = view! {
        <small class="by-model">"model"</small>
        <q>{quote}</q>
    };
    match place {
        Some(place) => view! {
            <button
                class="quote"
                type="button"
                title="Show where it says so"
                on:click=move |_| state.show(place)
            >
                {words}
            </button>
        }
        .into_any(),
        None => view! { <p class="quote">{words}</p> }.into_any(),
    }
}

/// What an answer carries.
#[component]
fn ContentView(state: State, content: Content) -> impl IntoView {
    let members = content.members.clone().into_iter();
    let members = members
        .map(|member| view! { <MemberLine member /> })
        .collect_view();
    view! {
        <ul class="fields">{members}</ul>
        <Sample state content />
    }
}

/// The media type and the example of what a request or an answer carries.
#[component]
fn Sample(state: State, content: Content) -> impl IntoView {
    let example = StoredValue::new(content.example.clone());
    let is_json = content.media_type.contains("json");
    let types = is_json.then(|| {
        let pass = move |_| {
            state.app.pass(Passed {
                to: Tool::Convert,
                text: example.get_value(),
                name: Some("example.json".to_owned()),
                format: None,
            });
        };
        view! {
            <button
                class="link"
                type="button"
                title="Open the example in Convert, as types of a language"
                on:click=pass
            >
                "As types"
            </button>
        }
    });
    view! {
        {content
            .is_cut
            .then(|| {
                view! {
                    <p class="about">
                        "There is more than is shown: the schema is long, or refers to itself."
                    </p>
                }
            })}
        <div class="specimen">
            <p class="about">
                "Example"
                <code>{content.media_type}</code>
                <span class="grow"></span>
                <button
                    class="link"
                    type="button"
                    on:click=move |_| state.copy(example.get_value(), "Example")
                >
                    "Copy"
                </button>
                {types}
            </p>
            <pre tabindex="0" role="region" aria-label="Example">
                {content.example}
            </pre>
        </div>
    }
}

#[component]
fn MemberRow(state: State, members: Memo<Vec<Member>>, member: Member) -> impl IntoView {
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

#[component]
fn MemberLine(member: Member) -> impl IntoView {
    let class = format!("member in-{}", (member.depth + 1).min(8));
    view! {
        <li class=class>
            <code>{member.name}</code>
            <small>{member.kind}</small>
            {member.required.then(|| view! { <small class="must">"required"</small> })}
            <span>{member.description}</span>
        </li>
    }
}

#[component]
fn Answer(state: State, response: Response) -> impl IntoView {
    let class = match response.status.chars().next() {
        Some('2') => "code ok",
        Some('4' | '5') => "code bad",
        _ => "code",
    };
    let is_open = response.status.starts_with('2');
    let content = response.content;
    view! {
        <details class="answer" open=is_open>
            <summary>
                <b class=class>{response.status}</b>
                <span>{response.description}</span>
            </summary>
            {content.map(|content| view! { <ContentView state content /> })}
        </details>
    }
}
