//! The row of options: into which locales, by which terms.

use leptos::prelude::*;

use super::locales::{self, PSEUDO, SUGGESTED};
use super::picker::LocalePicker;
use super::state::{State, Target};
use super::{glossary, names};
use crate::shell::dialog::Dialog;
use crate::shell::icon;

/// The options.
#[component]
pub(super) fn Options(state: State) -> impl IntoView {
    let terms = move || state.glossary.with(|text| glossary::parse(text).len());
    let has_pseudo = move || {
        state
            .targets
            .with(|targets| targets.iter().any(|target| target.tag == PSEUDO))
    };
    view! {
        <div class="options" role="group" aria-label="Options">
            <span class="label">"Into"</span>
            <For each=move || state.targets.get() key=|target| target.column let(target)>
                <TargetTag state target />
            </For>
            <Suggestions state />
            <LocalePicker state />
            <span class="sep"></span>
            <button class="tag" type="button" on:click=move |_| state.glossary_open.set(true)>
                {move || match terms() {
                    0 => "Glossary".to_owned(),
                    count => format!("Glossary · {count}"),
                }}
            </button>
            <button
                class="tag"
                type="button"
                aria-pressed=move || state.allow_unchanged.get().to_string()
                title="Accept a translation that equals its source, as names and loan words do"
                on:click=move |_| state.allow_unchanged.update(|allow| *allow = !*allow)
            >
                "Allow unchanged"
            </button>
            <Show when=move || state.is_open.get() && !has_pseudo()>
                <button
                    class="tag"
                    type="button"
                    title="Accented, longer, bracketed: shows what is not translatable or too narrow. No model needed."
                    on:click=move |_| state.pseudo()
                >
                    "Pseudo-localise"
                </button>
            </Show>
        </div>
    }
}

/// A chosen locale.
#[component]
fn TargetTag(state: State, target: Target) -> impl IntoView {
    let name = names::own_name(&target.tag);
    let english = names::english_name(&target.tag);
    let column = target.column;
    view! {
        <span class="tag on" title=format!("{english} ({})", target.tag)>
            <bdi lang=target.tag.clone()>{name}</bdi>
            <button
                class="quiet"
                type="button"
                aria-label=format!("Remove {english}")
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
            .filter(|tag| locales::language(tag) != locales::language(&own))
            .take(4)
            .map(|&tag| {
                view! {
                    <button class="tag add" type="button" on:click=move |_| { state.add_target(tag); }>
                        <bdi lang=tag>{names::own_name(tag)}</bdi>
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

/// The glossary, as text: what one pastes from a list.
#[component]
pub(super) fn GlossaryDialog(state: State) -> impl IntoView {
    view! {
        <Dialog open=state.glossary_open title="Glossary".to_owned() class="glossary">
            {state.work.show(move |views| (views.glossary)(state))}
        </Dialog>
    }
}

/// The terms, to be written.
#[component]
pub(super) fn GlossaryForm(state: State) -> impl IntoView {
    let text = RwSignal::new(state.glossary.get_untracked());
    let terms = Memo::new(move |_| text.with(|text| glossary::parse(text)));
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                state.set_glossary(text.get_untracked());
                state.glossary_open.set(false);
            }
        >
            <p class="lead" id="glossary-help">
                "One term a line. " <code>"Ichiban"</code> " alone is kept as it is; "
                <code>"cart = panier"</code> " fixes its translation."
            </p>
            <textarea
                rows="12"
                spellcheck="false"
                aria-label="Terms"
                aria-describedby="glossary-help"
                placeholder="Ichiban\nGitHub\ncart = panier"
                bind:value=text
            ></textarea>
            <p class="where">
                {move || {
                    let (kept, fixed) = terms
                        .with(|terms| {
                            let kept = terms.iter().filter(|(_, to)| to.is_empty()).count();
                            (kept, terms.len() - kept)
                        });
                    format!("{kept} kept as they are, {fixed} with a fixed translation")
                }}
            </p>
            <footer>
                <button class="primary" type="submit">"Use"</button>
                <button class="ghost" type="button" on:click=move |_| state.glossary_open.set(false)>
                    "Cancel"
                </button>
            </footer>
        </form>
    }
}
