//! The model's name, typed or chosen from the endpoint's own list: a combobox, as the ARIA Authoring
//! Practices have it.

use ichiban_engine::asking::protocol::Ticket;
use ichiban_engine::packed::Packed;
use ichiban_model::Failure;
use ichiban_model::model_list::{Listed, matching};
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;

use super::failures::in_words;
use crate::app::App;
use crate::shell::prose::prose;
use crate::shell::words::t;

/// The most models that are shown at once: more are found by typing.
const SHOWN: usize = 100;

/// The models of the endpoint that is being set.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Models {
    /// Nobody has asked.
    #[default]
    Idle,
    /// It was asked, under this ticket.
    Asked(Ticket),
    /// What it said.
    Told(Result<Packed<Vec<Listed>>, Failure>),
}

impl Models {
    /// The list, if it is there.
    pub(super) fn list(&self) -> Vec<Listed> {
        match self {
            Self::Told(Ok(list)) => list.open().unwrap_or_default(),
            _ => Vec::new(),
        }
    }
}

/// The field of the model's name. `ask` asks the endpoint for its list.
#[component]
pub(super) fn ModelField(
    app: App,
    name: RwSignal<String>,
    fault: Signal<Option<String>>,
    ask: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let is_open = RwSignal::new(false);
    // Of those that are shown.
    let active = RwSignal::new(None::<usize>);
    let list = Memo::new(move |_| app.models.with(Models::list));
    let shown = Memo::new(move |_| {
        let search = name.get();
        list.with(|list| {
            let found = matching(list, &search);
            let rest = found.len().saturating_sub(SHOWN);
            let shown: Vec<_> = found.into_iter().take(SHOWN).cloned().collect();
            (shown, rest)
        })
    });
    let has_list = Memo::new(move |_| list.with(|list| !list.is_empty()));
    // A list that was asked for is shown when it comes, where the person still is.
    Effect::new(move |was: Option<bool>| {
        let is_there = has_list.get();
        if is_there && was == Some(false) {
            is_open.set(true);
            if let Some(input) = input.get_untracked() {
                let _ = input.focus();
            }
        }
        is_there
    });
    let choose = move |chosen: String| {
        name.set(chosen);
        is_open.set(false);
        active.set(None);
    };
    let point = move |to: Option<usize>| {
        active.set(to);
        let option = to.and_then(|nth| document().get_element_by_id(&option_id(nth)));
        if let Some(option) = option {
            let options = web_sys::ScrollIntoViewOptions::new();
            options.set_block(web_sys::ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&options);
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let count = shown.with_untracked(|(shown, _)| shown.len());
        let at = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if count > 0 => {
                event.prevent_default();
                let is_down = event.key() == "ArrowDown";
                if !is_open.get_untracked() {
                    is_open.set(true);
                }
                point(Some(match at {
                    Some(nth) if is_down => (nth + 1) % count,
                    Some(nth) => (nth + count - 1) % count,
                    None if is_down => 0,
                    None => count - 1,
                }));
            }
            "Enter" if is_open.get_untracked() => {
                // It chooses; another one saves.
                event.prevent_default();
                let chosen = shown.with_untracked(|(shown, _)| Some(shown.get(at?)?.name.clone()));
                match chosen {
                    Some(chosen) => choose(chosen),
                    None => is_open.set(false),
                }
            }
            "Escape" if is_open.get_untracked() => {
                // The list alone is closed, and not the dialog with it.
                event.prevent_default();
                event.stop_propagation();
                is_open.set(false);
                active.set(None);
            }
            _ => {}
        }
    };
    let told = move || {
        app.models.with(|models| match models {
            Models::Idle => ().into_any(),
            Models::Asked(_) => {
                view! { <p class="hint">{t!("endpoint-models-asking")}</p> }.into_any()
            }
            Models::Told(Ok(_)) if !has_list.get() => {
                view! { <p class="hint">{t!("endpoint-models-none")}</p> }.into_any()
            }
            Models::Told(Ok(_)) => {
                let count = t!("endpoint-models-there", count = list.with(Vec::len));
                view! { <p class="hint">{count}</p> }.into_any()
            }
            Models::Told(Err(failure)) => {
                let told = in_words(failure);
                view! { <p class="fault">{prose(&told.message)} " " {prose(&told.hint)}</p> }
                    .into_any()
            }
        })
    };
    view! {
        <div class="field models" class:wrong=move || fault.get().is_some()>
            <div class="field-head">
                <label for="endpoint-model">{t!("endpoint-model")}</label>
                <button
                    class="link"
                    type="button"
                    disabled=move || app.models.with(|models| matches!(models, Models::Asked(_)))
                    on:click=move |_| {
                        if has_list.get_untracked() {
                            is_open.update(|is_open| *is_open = !*is_open);
                        } else {
                            ask();
                        }
                    }
                >
                    {move || {
                        if has_list.get() && is_open.get() {
                            t!("endpoint-models-hide")
                        } else {
                            t!("endpoint-models-show")
                        }
                    }}
                </button>
            </div>
            <input
                node_ref=input
                id="endpoint-model"
                type="text"
                role="combobox"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder=t!("endpoint-model-as-named")
                aria-autocomplete="list"
                aria-controls="endpoint-models"
                aria-expanded=move || (is_open.get() && has_list.get()).to_string()
                aria-activedescendant=move || {
                    active.get().filter(|_| is_open.get()).map(option_id)
                }
                aria-describedby="endpoint-model-fault endpoint-model-told"
                bind:value=name
                on:input=move |_| {
                    is_open.set(true);
                    active.set(None);
                }
                on:keydown=on_key
                on:blur=move |_| is_open.set(false)
            />
            <ul
                class="model-list"
                id="endpoint-models"
                role="listbox"
                aria-label=t!("endpoint-models-list")
                hidden=move || {
                    !(is_open.get() && has_list.get() && shown.with(|(shown, _)| !shown.is_empty()))
                }
                // The field keeps the focus.
                on:mousedown=move |event| event.prevent_default()
            >
                {move || {
                    shown
                        .with(|(shown, _)| {
                            shown
                                .iter()
                                .enumerate()
                                .map(|(nth, model)| {
                                    let chosen = model.name.clone();
                                    view! {
                                        <li
                                            id=option_id(nth)
                                            role="option"
                                            aria-selected=move || (active.get() == Some(nth)).to_string()
                                            on:click=move |_| choose(chosen.clone())
                                        >
                                            <b>{model.name.clone()}</b>
                                            <small>{about(model)}</small>
                                        </li>
                                    }
                                })
                                .collect_view()
                        })
                }}
                {move || {
                    let rest = shown.with(|(_, rest)| *rest);
                    (rest > 0)
                        .then(|| {
                            view! {
                                <li class="rest" role="option" aria-disabled="true" aria-selected="false">
                                    {t!("endpoint-models-more", count = rest)}
                                </li>
                            }
                        })
                }}
            </ul>
            <p class="fault" id="endpoint-model-fault">{move || fault.get()}</p>
            <div id="endpoint-model-told" role="status">{told}</div>
        </div>
    }
}

fn option_id(nth: usize) -> String {
    format!("endpoint-model-{nth}")
}

/// What is known of a model beside its name.
fn about(model: &Listed) -> String {
    let context = model.context.map(|tokens| {
        let short = match tokens {
            ..1_000 => tokens.to_string(),
            1_000..1_000_000 => format!("{}k", tokens / 1_000),
            _ => format!("{}M", tokens / 1_000_000),
        };
        t!("endpoint-model-context", tokens = short)
    });
    let parts = [model.label.clone(), context];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
