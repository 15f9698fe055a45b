//! The list of locales that one searches by typing.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use super::locales::{Choice, search};
use super::names;
use super::state::State;
use crate::shell::words::{t, woven};

/// Shown at once; typing narrows the rest.
const MOST_SHOWN: usize = 60;

/// The button that adds a locale, and its list.
#[component]
pub(super) fn LocalePicker(state: State) -> impl IntoView {
    let root = NodeRef::<html::Div>::new();
    let on_leave = move |event: web_sys::FocusEvent| {
        let into = event
            .related_target()
            .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let stays = root
            .get_untracked()
            .is_some_and(|root| root.contains(into.as_ref()));
        if !stays {
            state.picking.set(false);
        }
    };
    view! {
        <div class="picker" node_ref=root on:focusout=on_leave>
            <button
                class="tag add"
                type="button"
                aria-haspopup="listbox"
                aria-expanded=move || state.picking.get().to_string()
                on:click=move |_| state.picking.update(|open| *open = !*open)
            >
                {t!("translate-picker-add")}
            </button>
            <Show when=move || state.picking.get()>
                {state.work.show(move |views| (views.locales)(state))}
            </Show>
        </div>
    }
}

/// The list, and the field that narrows it.
#[component]
pub(super) fn LocaleList(state: State) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let typed = RwSignal::new(String::new());
    let place = RwSignal::new(0_usize);
    let all = StoredValue::new(names::choices());
    let taken = move |tag: &str| {
        state
            .targets
            .with(|targets| targets.iter().any(|target| target.tag == tag))
    };
    // What is typed and is a tag of its own comes last, unless the list has it.
    let found = Memo::new(move |_| {
        let typed = typed.get();
        all.with_value(|all| {
            let mut found: Vec<Choice> = search(all, &typed)
                .into_iter()
                .filter(|choice| !taken(&choice.tag))
                .take(MOST_SHOWN)
                .cloned()
                .collect();
            if let Some(tag) = names::canonical(&typed)
                && !all.iter().any(|choice| choice.tag == tag)
                && !taken(&tag)
            {
                found.push(Choice {
                    own_name: names::own_name(&tag),
                    name: names::name(&tag),
                    tag,
                });
            }
            found
        })
    });
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            // Focus fails for no element that is on the page.
            let _ = input.focus();
        }
    });
    Effect::new(move |_| {
        typed.track();
        place.set(0);
    });
    let choose = move |tag: &str| {
        state.add_target(tag);
        typed.set(String::new());
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let count = found.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" => place.update(|place| *place = (*place + 1).min(count.saturating_sub(1))),
            "ArrowUp" => place.update(|place| *place = place.saturating_sub(1)),
            "Enter" => {
                let tag = found.with_untracked(|found| {
                    found
                        .get(place.get_untracked())
                        .map(|choice| choice.tag.clone())
                });
                if let Some(tag) = tag {
                    choose(&tag);
                }
            }
            "Escape" => state.picking.set(false),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
        request_animation_frame(show_active);
    };
    view! {
        <div class="picker-list" tabindex="-1">
            <input
                type="text"
                node_ref=input
                role="combobox"
                aria-expanded="true"
                aria-controls="locales"
                aria-autocomplete="list"
                aria-activedescendant=move || {
                    let at = place.get();
                    found.with(|found| found.get(at).map(|_| format!("locale-{at}")))
                }
                aria-label=t!("translate-picker-search")
                placeholder=t!("translate-picker-hint")
                autocomplete="off"
                spellcheck="false"
                bind:value=typed
                on:keydown=on_key
            />
            <ul id="locales" role="listbox" aria-label=t!("translate-picker-list")>
                {move || {
                    found
                        .get()
                        .into_iter()
                        .enumerate()
                        .map(|(at, choice)| {
                            let tag = choice.tag.clone();
                            view! {
                                <li
                                    id=format!("locale-{at}")
                                    role="option"
                                    tabindex="-1"
                                    aria-selected=move || (place.get() == at).to_string()
                                    on:click=move |_| choose(&tag)
                                >
                                    <bdi lang=choice.tag.clone()>{choice.own_name}</bdi>
                                    <small>{choice.name}</small>
                                    <code>{choice.tag}</code>
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
            <Show when=move || found.with(Vec::is_empty)>
                <p class="none">
                    {woven!("translate-picker-none", tag = view! { <code>"gsw-CH"</code> })}
                </p>
            </Show>
        </div>
    }
}

fn show_active() {
    let active = document()
        .query_selector("#locales [aria-selected=true]")
        .ok()
        .flatten();
    if let Some(active) = active {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        active.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
