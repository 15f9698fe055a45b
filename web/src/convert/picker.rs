//! The list of targets, by kind, that one searches by typing.

use ichiban_engine::data::protocol::{Group, Target};
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use super::state::{State, label_of};
use crate::shell::icon;
use crate::shell::words::t;

/// The button that says the target, and its list.
#[component]
pub(super) fn TargetPicker(state: State) -> impl IntoView {
    let root = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
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
    let close = move || {
        state.picking.set(false);
        if let Some(button) = button.get_untracked() {
            // Focus fails for no element that is on the page.
            let _ = button.focus();
        }
    };
    let label = move || state.label(&state.target.get());
    view! {
        <div class="picker" node_ref=root on:focusout=on_leave>
            <button
                class="tag on choice"
                type="button"
                node_ref=button
                aria-haspopup="listbox"
                aria-expanded=move || state.picking.get().to_string()
                aria-label=move || t!("convert-target", target = label())
                on:click=move |_| state.picking.update(|open| *open = !*open)
                on:keydown=move |event: web_sys::KeyboardEvent| {
                    if event.key() == "ArrowDown" {
                        event.prevent_default();
                        state.picking.set(true);
                    }
                }
            >
                {label}
                <icon::Down />
            </button>
            <Show when=move || state.picking.get()>
                <TargetList state close />
            </Show>
        </div>
    }
}

/// A group's name.
fn title(group: Group) -> String {
    match group {
        Group::Code => t!("convert-group-code"),
        Group::Schema => t!("convert-group-schema"),
        Group::Data => t!("convert-group-data"),
    }
}

const GROUPS: [Group; 3] = [Group::Code, Group::Schema, Group::Data];

/// The targets that fit what was typed, group by group.
fn search(targets: &[Target], typed: &str) -> Vec<Target> {
    let typed = typed.trim().to_lowercase();
    let fits = |target: &Target| {
        label_of(target).to_lowercase().contains(&typed)
            || target.name.contains(&typed)
            || target.extension == typed
            || title(target.group).to_lowercase() == typed
    };
    GROUPS
        .iter()
        .flat_map(|group| {
            targets
                .iter()
                .filter(|target| target.group == *group && fits(target))
        })
        .cloned()
        .collect()
}

#[component]
fn TargetList(state: State, close: impl Fn() + Copy + Send + 'static) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let typed = typed.get();
        state.targets.with(|targets| search(targets, &typed))
    });
    let place = RwSignal::new(0_usize);
    Effect::new(move |_| {
        // What is chosen is where one begins; what is found first, once something is typed.
        let chosen = state.target.get_untracked();
        let at = typed.with(String::is_empty).then(|| {
            found.with_untracked(|found| found.iter().position(|target| target.name == chosen))
        });
        place.set(at.flatten().unwrap_or(0));
        request_animation_frame(show_active);
    });
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            let _ = input.focus();
        }
    });
    let choose = move |name: &str| {
        state.aim(name);
        close();
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let last = found.with_untracked(Vec::len).saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => place.update(|place| *place = (*place + 1).min(last)),
            "ArrowUp" => place.update(|place| *place = place.saturating_sub(1)),
            "Home" => place.set(0),
            "End" => place.set(last),
            "Enter" => {
                let name = found.with_untracked(|found| {
                    found
                        .get(place.get_untracked())
                        .map(|target| target.name.clone())
                });
                if let Some(name) = name {
                    choose(&name);
                }
            }
            "Escape" => close(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
        request_animation_frame(show_active);
    };
    let option = move |at: usize, target: &Target| {
        let name = target.name.clone();
        let is_chosen = state.target.with_untracked(|chosen| *chosen == name);
        view! {
            <div
                id=format!("target-{at}")
                role="option"
                tabindex="-1"
                aria-selected=move || (place.get() == at).to_string()
                class:chosen=is_chosen
                on:click=move |_| choose(&name)
            >
                <span>{label_of(target)}</span>
                <code>{format!(".{}", target.extension)}</code>
            </div>
        }
    };
    let groups = move || {
        found.with(|found| {
            GROUPS
                .into_iter()
                .filter(|group| found.iter().any(|target| target.group == *group))
                .map(|group| {
                    let options = found
                        .iter()
                        .enumerate()
                        .filter(|(_, target)| target.group == group)
                        .map(|(at, target)| option(at, target))
                        .collect_view();
                    view! {
                        <div role="group" aria-label=title(group)>
                            <p class="group-name" role="presentation">{title(group)}</p>
                            {options}
                        </div>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <div class="picker-list targets" tabindex="-1">
            <input
                type="text"
                node_ref=input
                role="combobox"
                aria-expanded="true"
                aria-controls="targets"
                aria-autocomplete="list"
                aria-activedescendant=move || {
                    let at = place.get();
                    found.with(|found| found.get(at).map(|_| format!("target-{at}")))
                }
                aria-label=t!("convert-target-search")
                placeholder=t!("convert-target-search-hint")
                autocomplete="off"
                spellcheck="false"
                bind:value=typed
                on:keydown=on_key
            />
            <div id="targets" class="groups" role="listbox" aria-label=t!("convert-target-list")>
                {groups}
            </div>
            <Show when=move || found.with(Vec::is_empty)>
                <p class="none">{t!("convert-target-none")}</p>
            </Show>
        </div>
    }
}

fn show_active() {
    let active = document()
        .query_selector("#targets [aria-selected=true]")
        .ok()
        .flatten();
    if let Some(active) = active {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        active.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(name: &str, label: &str, group: Group, extension: &str) -> Target {
        Target {
            name: name.into(),
            label: label.into(),
            group,
            extension: extension.into(),
            settings: Vec::new(),
        }
    }

    #[test]
    fn targets_are_found_by_name_label_extension_and_kind() {
        let all = [
            target("yaml", "YAML", Group::Data, "yaml"),
            target("rust", "Rust (serde)", Group::Code, "rs"),
            target("sqlite", "SQL (SQLite)", Group::Schema, "sql"),
        ];
        let names = |typed| {
            search(&all, typed)
                .into_iter()
                .map(|target| target.name)
                .collect::<Vec<_>>()
        };
        assert_eq!(names(" "), ["rust", "sqlite", "yaml"]);
        assert_eq!(names("SERDE"), ["rust"]);
        assert_eq!(names("rs"), ["rust"]);
        assert_eq!(names("data"), ["yaml"]);
        assert!(names("cobol").is_empty());
    }
}
