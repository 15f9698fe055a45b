//! The list of commands, that one searches by typing.

use std::ops::Range;

use ichiban_shell::rank::{Fit, Names, rank};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;

use super::commands::{Command, OF_EXAMPLES, commands, has_all_examples};
use crate::app::App;
use crate::shell::route::Router;
use crate::shell::words::{self, t};

/// As many are shown: more than one looks through.
const SHOWN: usize = 60;

/// The list.
pub(super) fn view(app: App, router: Router) -> AnyView {
    view! { <List app router /> }.into_any()
}

#[component]
fn List(app: App, router: Router) -> impl IntoView {
    let all = StoredValue::new_local(commands(app, router));
    let renewed = RwSignal::new(());
    let is_whole = RwSignal::new(has_all_examples());
    let typed = RwSignal::new(String::new());
    let place = RwSignal::new(0_usize);
    let found = Memo::new(move |_| {
        renewed.track();
        let typed = typed.get();
        all.with_value(|all| {
            let names = all.iter().map(|command| Names {
                title: &command.title,
                about: &command.about,
            });
            let mut fits = rank(&typed, names);
            fits.truncate(SHOWN);
            fits.into_iter().map(Found).collect::<Vec<_>>()
        })
    });
    if !is_whole.get_untracked() {
        spawn_local(async move {
            // Without them, their examples are left out.
            let is_there = words::fetch_for_now(OF_EXAMPLES).await;
            // The list may be closed by now.
            if is_whole.is_disposed() {
                return;
            }
            if is_there {
                let title_at = |at: usize| all.with_value(|all| Some(all.get(at)?.title.clone()));
                let title_of = |found: &Found| title_at(found.0.place);
                let chosen = found
                    .with_untracked(|found| found.get(place.get_untracked()).and_then(title_of));
                all.set_value(commands(app, router));
                renewed.notify();
                // What the person has walked to stays chosen.
                let stays = found.with_untracked(|found| {
                    found.iter().position(|found| title_of(found) == chosen)
                });
                place.set(stays.unwrap_or_default());
            }
            is_whole.set(true);
        });
    }
    let input = NodeRef::<html::Input>::new();
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
    Effect::new(move |_| {
        place.track();
        request_animation_frame(show_active);
    });
    let choose = move |at: usize| {
        let chosen = found.with_untracked(|found| found.get(at).map(|found| found.0.place));
        let deed =
            chosen.and_then(|at| all.with_value(|all| all.get(at).map(|it| it.deed.clone())));
        if let Some(deed) = deed {
            app.palette.is_open.set(false);
            deed.do_it(app, router);
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let count = found.with_untracked(Vec::len);
        if count == 0 || event.is_composing() {
            return;
        }
        let now = place.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => place.set((now + 1) % count),
            "ArrowUp" => place.set((now + count - 1) % count),
            "Home" => place.set(0),
            "End" => place.set(count - 1),
            "Enter" => choose(now),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <div class="palette-search">
            <input
                node_ref=input
                type="text"
                role="combobox"
                aria-label=t!("page-commands-search")
                aria-expanded="true"
                aria-controls="palette-list"
                aria-autocomplete="list"
                aria-activedescendant=move || {
                    found.with(|found| !found.is_empty()).then(|| option_id(place.get()))
                }
                placeholder=t!("page-commands-placeholder")
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                on:input=move |event| typed.set(event_target_value(&event))
                on:keydown=on_key
            />
        </div>
        <ul
            id="palette-list"
            role="listbox"
            aria-label=t!("page-commands-title")
            aria-busy=move || (!is_whole.get()).to_string()
        >
            {move || {
                found
                    .get()
                    .into_iter()
                    .enumerate()
                    .map(|(at, Found(fit))| {
                        all.with_value(|all| {
                            all.get(fit.place).map(|command| row(command, &fit.marks, at, place, choose))
                        })
                    })
                    .collect_view()
            }}
        </ul>
        <p class="palette-count" role="status">
            {move || match found.with(Vec::len) {
                0 => t!("page-commands-none"),
                SHOWN.. => t!("page-commands-many"),
                count => t!("page-commands-count", count = count),
            }}
        </p>
    }
}

/// A fit, to be compared as the list is.
#[derive(Clone, PartialEq)]
struct Found(Fit);

fn row(
    command: &Command,
    marks: &[Range<usize>],
    at: usize,
    place: RwSignal<usize>,
    choose: impl Fn(usize) + Copy + 'static,
) -> AnyView {
    let title = marked(&command.title, marks);
    let keys = command.keys.clone();
    let choose: StoredValue<Box<dyn Fn(usize)>, LocalStorage> =
        StoredValue::new_local(Box::new(choose));
    view! {
        <li
            id=option_id(at)
            role="option"
            aria-selected=move || (place.get() == at).to_string()
            // Else the field would lose the focus before the click.
            on:mousedown=move |event| event.prevent_default()
            on:click=move |_| choose.with_value(|choose| choose(at))
        >
            <span>{title}</span>
            {keys.map(|keys| view! { <kbd>{keys}</kbd> })}
            <small>{command.group.clone()}</small>
        </li>
    }
    .into_any()
}

/// A title with what was matched in it marked.
fn marked(title: &str, marks: &[Range<usize>]) -> Vec<AnyView> {
    let mut parts = Vec::new();
    let mut end = 0;
    let plain = |range: Range<usize>| title.get(range).unwrap_or_default().to_owned();
    for mark in marks {
        parts.push(plain(end..mark.start).into_any());
        parts.push(view! { <mark>{plain(mark.clone())}</mark> }.into_any());
        end = mark.end;
    }
    parts.push(plain(end..title.len()).into_any());
    parts
}

fn option_id(at: usize) -> String {
    format!("palette-option-{at}")
}

/// Brings the command that is chosen into view.
fn show_active() {
    let active = document().query_selector("#palette-list [aria-selected=true]");
    if let Ok(Some(active)) = active {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        active.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
