//! One operation in full, to be corrected in place.

use ichiban_engine::docs::edit::{METHODS, path};
use ichiban_engine::docs::operation::{Content, Detail, Member, Response};
use ichiban_engine::docs::protocol::Field;
use leptos::prelude::*;
use leptos::web_sys;

use super::code::{Calls, Tools};
use super::operations::Method;
use super::rows::{MemberRow, ParameterRow, Quote, edit};
use super::state::{State, Tab};
use super::trial::Trial;
use crate::app::Passed;
use crate::shell::route::Route as Tool;
use crate::shell::words::{t, text};

const TABS: [(Tab, &str); 4] = [
    (Tab::Contract, "docs-detail-contract"),
    (Tab::Calls, "docs-detail-calls"),
    (Tab::Tools, "docs-detail-tools"),
    (Tab::Trial, "docs-detail-trial"),
];

/// The pane.
#[component]
pub(super) fn DetailPane(state: State) -> impl IntoView {
    let key = Memo::new(move |_| state.selected.get().unwrap_or_default());
    let is_there = Memo::new(move |_| state.detail.with(Option::is_some));
    view! {
        <div class="pane-h">
            <button class="link" type="button" on:click=move |_| state.select(None)>
                {t!("docs-all-operations")}
            </button>
            <span class="grow"></span>
            <div class="tabs" role="tablist" aria-label=t!("docs-detail-views")>
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
                                {text(name)}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
        </div>
        <div class="detail" tabindex="0" role="region" aria-label=t!("docs-detail-operation")>
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
            <Show
                when=move || is_there.get()
                fallback=|| view! { <p class="nothing">{t!("docs-reading")}</p> }
            >
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
                aria-label=t!("docs-detail-summary")
                placeholder=t!("docs-detail-no-summary")
                prop:value=move || summary.get()
                on:change=move |event| {
                    edit(state, Field::Summary, event_target_value(&event));
                }
            />
            <textarea
                class="inline"
                rows="2"
                aria-label=t!("docs-detail-description")
                placeholder=t!("docs-no-description")
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
                    " "
                    {t!("docs-detail-deprecated")}
                </label>
                {move || {
                    confidence
                        .get()
                        .map(|confidence| {
                            let percent = format!("{:.0}", confidence * 100.0);
                            view! { <span>{t!("docs-sure", percent = percent)}</span> }
                        })
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
                                    {if number == 0 {
                                        t!("docs-detail-place")
                                    } else {
                                        t!("docs-detail-place-more", number = number + 1)
                                    }}
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
        <h3>{t!("docs-detail-parameters")}</h3>
        <Show
            when=move || parameters.with(|all| !all.is_empty())
            fallback=|| view! { <p class="nothing">{t!("docs-detail-no-parameters")}</p> }
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
            <h3>{t!("docs-body")}</h3>
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
        <h3>{t!("docs-detail-responses")}</h3>
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
            <select class="inline" aria-label=t!("docs-detail-method") on:change=set_method>
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
                aria-label=t!("docs-detail-path")
                prop:value=move || route.get()
                on:change=set_path
            />
            <input
                class="inline"
                type="text"
                autocomplete="off"
                aria-label=t!("docs-detail-group")
                placeholder=t!("docs-detail-no-group")
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
                title=t!("docs-detail-types-about")
                on:click=pass
            >
                {t!("docs-detail-types")}
            </button>
        }
    });
    view! {
        {content
            .is_cut
            .then(|| {
                view! {
                    <p class="about">{t!("docs-detail-cut")}</p>
                }
            })}
        <div class="specimen">
            <p class="about">
                {t!("docs-detail-example")}
                <code>{content.media_type}</code>
                <span class="grow"></span>
                <button
                    class="link"
                    type="button"
                    on:click=move |_| {
                        state.copy(example.get_value(), t!("docs-detail-example-copied"));
                    }
                >
                    {t!("docs-copy")}
                </button>
                {types}
            </p>
            <pre tabindex="0" role="region" aria-label=t!("docs-detail-example")>
                {content.example}
            </pre>
        </div>
    }
}

#[component]
fn MemberLine(member: Member) -> impl IntoView {
    let class = format!("member in-{}", (member.depth + 1).min(8));
    view! {
        <li class=class>
            <code>{member.name}</code>
            <small>{member.kind}</small>
            {member
                .required
                .then(|| view! { <small class="must">{t!("docs-required")}</small> })}
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
