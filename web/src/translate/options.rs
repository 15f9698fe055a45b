//! The row of options: into which locales, by which terms.

use leptos::prelude::*;

use super::locales::{self, PSEUDO, SUGGESTED};
use super::names;
use super::picker::LocalePicker;
use super::state::{State, Target};
use crate::shell::icon;
use crate::shell::words::t;

/// The options.
#[component]
pub(super) fn Options(state: State) -> impl IntoView {
    let terms = move || state.glossary.with(Vec::len);
    let has_pseudo = move || {
        state
            .targets
            .with(|targets| targets.iter().any(|target| target.tag == PSEUDO))
    };
    view! {
        <div class="options" role="group" aria-label=t!("translate-options")>
            <span class="label">{t!("translate-options-into")}</span>
            <For each=move || state.targets.get() key=|target| target.column let(target)>
                <TargetTag state target />
            </For>
            <Suggestions state />
            <LocalePicker state />
            <span class="sep"></span>
            <button class="tag" type="button" on:click=move |_| state.glossary_open.set(true)>
                {move || match terms() {
                    0 => t!("translate-options-glossary"),
                    count => t!("translate-options-terms", count = count),
                }}
            </button>
            <button
                class="tag"
                type="button"
                title=t!("translate-options-memory-about")
                on:click=move |_| state.open_memory()
            >
                {t!("translate-options-memory")}
                <Show when=move || state.memory_fault.with(Option::is_some)>
                    " "
                    <span class="unseen">{t!("translate-options-memory-unkept")}</span>
                    <icon::Warning />
                </Show>
            </button>
            <button
                class="tag"
                type="button"
                aria-pressed=move || state.allow_unchanged.get().to_string()
                title=t!("translate-options-unchanged-about")
                on:click=move |_| state.allow_unchanged.update(|allow| *allow = !*allow)
            >
                {t!("translate-options-unchanged")}
            </button>
            <Show when=move || state.is_open.get() && !has_pseudo()>
                <button
                    class="tag"
                    type="button"
                    title=t!("translate-options-pseudo-about")
                    on:click=move |_| state.pseudo()
                >
                    {t!("translate-options-pseudo")}
                </button>
            </Show>
        </div>
    }
}

/// A chosen locale.
#[component]
fn TargetTag(state: State, target: Target) -> impl IntoView {
    let own_name = names::own_name(&target.tag);
    let name = names::name(&target.tag);
    let column = target.column;
    view! {
        <span class="tag on" title=format!("{name} ({})", target.tag)>
            <bdi lang=target.tag.clone()>{own_name}</bdi>
            <button
                class="quiet"
                type="button"
                aria-label=t!("translate-options-remove", language = &name)
                on:click=move |_| state.remove_target(column)
            >
                <icon::Cross />
            </button>
        </span>
    }
}

/// What one may begin with, as long as no locale is chosen.
#[component]
fn Suggestions(state: State) -> impl IntoView {
    let own = move || {
        state
            .source
            .with(|source| source.read.as_ref().and_then(|read| read.locale.clone()))
            .unwrap_or_else(|| "en".to_owned())
    };
    let offered = move || {
        let own = own();
        SUGGESTED
            .iter()
            .filter(|(tag, _)| locales::language(tag) != locales::language(&own))
            .take(4)
            .map(|&(tag, name)| {
                view! {
                    <button class="tag add" type="button" on:click=move |_| { state.add_target(tag); }>
                        <bdi lang=tag>{name}</bdi>
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || state.model_columns().is_empty()>
            {offered}
        </Show>
    }
}
