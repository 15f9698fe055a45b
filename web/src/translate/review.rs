//! The review: one value at a time, with all that is known of it, by keyboard.

use ichiban_engine::protocol::{CellState, Column, Origin, Row, SourceRow};
use ichiban_tool::{Diagnostic, Severity};
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;

use super::names;
use super::sheet::{self, Slot};
use super::state::{Run, State, focus_review};
use super::{figures, marks, spans};
use crate::shell::prose::prose;
use crate::shell::words::{t, text};

/// The review, in place of the table. Its keys are heard where the focus is within it.
#[component]
pub(super) fn Review(state: State) -> impl IntoView {
    let root = NodeRef::<html::Div>::new();
    let current = Memo::new(move |_| {
        state
            .review
            .with(|queue| queue.as_ref().and_then(super::queue::Queue::current))
    });
    Effect::new(move |_| {
        current.track();
        state.consult();
        // Whoever reviews goes on by keyboard, whatever button was pressed last.
        if let Some(root) = root.get() {
            // Focus fails for no element that is on the page.
            let _ = root.focus();
        }
    });
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
            return;
        }
        let is_writing = state.draft.with_untracked(Option::is_some);
        if is_writing || !act(state, &event.key()) {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let progress = move || {
        state.review.with(|queue| {
            queue.as_ref().map_or_else(String::new, |queue| {
                let place = (queue.place() + 1).min(queue.len());
                t!("translate-table-done", done = place, total = queue.len())
            })
        })
    };
    let share = move || {
        state.review.with(|queue| {
            queue.as_ref().map_or(0, |queue| {
                let number = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
                figures::percent(number(queue.place()), number(queue.len()))
            })
        })
    };
    view! {
        <div
            class="review"
            role="region"
            aria-label=t!("translate-review")
            tabindex="-1"
            node_ref=root
            on:keydown=on_key
        >
            <header>
                <b>{progress}</b>
                <progress max="100" prop:value=share aria-label=t!("translate-review-progress")></progress>
                <button class="ghost" type="button" on:click=move |_| state.end_review()>
                    {t!("translate-review-close")} <kbd>"Esc"</kbd>
                </button>
            </header>
            {move || match current.get() {
                Some((column, row)) => view! { <Value state column row /> }.into_any(),
                None => view! { <Over state /> }.into_any(),
            }}
        </div>
    }
}

/// Does what a key means; whether it means anything.
fn act(state: State, key: &str) -> bool {
    match key {
        "a" | "A" | "Enter" => state.review_accept(),
        "e" | "E" => state.review_edit(),
        "r" | "R" => state.review_again(),
        "s" | "S" | "ArrowRight" => state.review_step(true),
        "p" | "P" | "ArrowLeft" => state.review_step(false),
        "Escape" => state.end_review(),
        digit => {
            let place = digit.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
            let target = place.and_then(|place| {
                state
                    .consulted
                    .with_untracked(|known| known.similar.get(place).map(|it| it.target.clone()))
            });
            let Some(target) = target else { return false };
            state.review_use(target);
        }
    }
    true
}

/// The end.
#[component]
fn Over(state: State) -> impl IntoView {
    let words = move || {
        let tally = state.tally.get();
        if state
            .review
            .with(|queue| queue.as_ref().is_some_and(|queue| queue.len() == 0))
        {
            return t!("translate-review-nothing");
        }
        match tally.attention {
            0 => t!("translate-review-accepted", accepted = tally.accepted),
            attention => t!(
                "translate-review-accepted-attention",
                accepted = tally.accepted,
                attention = attention
            ),
        }
    };
    view! {
        <div class="review-over">
            <h3>{t!("translate-review-over")}</h3>
            <p>{words}</p>
            <div class="review-actions">
                <button class="ghost" type="button" on:click=move |_| state.review_step(false)>
                    {t!("translate-review-previous")} <kbd>"P"</kbd>
                </button>
                <button class="primary" type="button" on:click=move |_| state.end_review()>
                    {t!("translate-review-back")} <kbd>"Esc"</kbd>
                </button>
            </div>
        </div>
    }
}

/// The value that is looked at.
#[component]
fn Value(state: State, column: Column, row: Row) -> impl IntoView {
    let Some(source) = state.with_sheet(|sheet| sheet.row(row).cloned()) else {
        return ().into_any();
    };
    let watched = state.watch(column, row);
    let tag = state.tag_of(column);
    let path = source.path.join(" › ");
    let source = StoredValue::new(source);
    let is_writing = Memo::new(move |_| {
        state
            .draft
            .get()
            .is_some_and(|draft| draft.column == column && draft.row == row)
    });
    let field_tag = tag.clone();
    view! {
        <div class="review-value">
            <p class="review-path">
                <button
                    class="link"
                    type="button"
                    title=t!("translate-review-in-source")
                    on:click=move |_| state.link_source(row)
                >
                    {path}
                </button>
                <span class="review-standing">{move || watched.with(standing)}</span>
            </p>
            <section>
                <h3>{t!("translate-source")}</h3>
                <SourceText source />
            </section>
            <section>
                <h3>
                    <bdi>{names::name(&tag)}</bdi>
                    " "
                    <code>{tag.clone()}</code>
                </h3>
                {move || {
                    if is_writing.get() {
                        view! { <Field state tag=field_tag.clone() /> }.into_any()
                    } else {
                        view! { <TargetText watched source tag=field_tag.clone() /> }.into_any()
                    }
                }}
            </section>
            <Findings watched />
            <Known state source />
        </div>
        <Actions state watched is_writing />
    }
    .into_any()
}

/// What a value is in, in a few words.
fn standing(slot: &Slot) -> String {
    let id = match &slot.state {
        _ if slot.accepted => "translate-origin-accepted",
        CellState::Empty => "translate-standing-empty",
        CellState::Pending | CellState::Streaming { .. } => "translate-standing-pending",
        CellState::Stale { .. } => "translate-standing-stale",
        CellState::Attention { .. } => "translate-standing-attention",
        CellState::Done { origin, .. } => match origin {
            Origin::Model => "translate-origin-model",
            Origin::Memory => "translate-origin-memory",
            Origin::Existing => "translate-origin-file",
            Origin::Person => "translate-origin-person",
            Origin::Pseudo | Origin::Verbatim => "translate-standing-verbatim",
        },
    };
    text(id)
}

#[component]
fn SourceText(source: StoredValue<SourceRow>) -> impl IntoView {
    let host = NodeRef::<html::P>::new();
    Effect::new(move |_| {
        if let Some(host) = host.get() {
            let parts = source.with_value(|it| marks::of_source(&it.text, &it.placeholders));
            spans::draw(&host, &parts);
        }
    });
    view! { <p class="review-text" node_ref=host dir="auto"></p> }
}

#[component]
fn TargetText(
    watched: RwSignal<Slot>,
    source: StoredValue<SourceRow>,
    tag: String,
) -> impl IntoView {
    let host = NodeRef::<html::P>::new();
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        let text = watched.with(|slot| sheet::text(&slot.state).to_owned());
        let parts =
            source.with_value(|it| marks::of_translation(&text, &it.text, &it.placeholders));
        spans::draw(&host, &parts);
    });
    let forms = move || {
        watched
            .with(|slot| sheet::forms(&slot.state).to_vec())
            .into_iter()
            .map(|(category, text)| {
                view! {
                    <li>
                        <code>{category.as_str()}</code>
                        <span dir="auto">{text}</span>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <p class="review-text" node_ref=host lang=tag.clone() dir="auto"></p>
        <ul class="review-forms" lang=tag>{forms}</ul>
    }
}

/// The translation while the person writes it.
#[component]
fn Field(state: State, tag: String) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let on_key = move |event: web_sys::KeyboardEvent| {
        match event.key().as_str() {
            "Enter" if !event.shift_key() && !event.is_composing() => {
                event.prevent_default();
                state.finish_edit();
                focus_review();
            }
            "Escape" => {
                event.prevent_default();
                state.draft.set(None);
                focus_review();
            }
            _ => {}
        }
        event.stop_propagation();
    };
    view! {
        <textarea
            class="review-field"
            node_ref=field
            lang=tag
            dir="auto"
            rows="3"
            aria-label=t!("translate-cell-field")
            bind:value=state.draft_text
            on:keydown=on_key
        ></textarea>
    }
}

#[component]
fn Findings(watched: RwSignal<Slot>) -> impl IntoView {
    let list = Memo::new(move |_| watched.with(|slot| notes(&slot.state)));
    view! {
        <Show when=move || list.with(|list| !list.is_empty())>
            <section>
                <h3>{t!("translate-review-checks")}</h3>
                <ul class="review-findings">
                    {move || {
                        list.get()
                            .into_iter()
                            .map(|finding| {
                                view! {
                                    <li class:bad=finding.severity == Severity::Error>
                                        <b>{prose(&finding.message)}</b>
                                        " "
                                        {prose(&finding.hint)}
                                    </li>
                                }
                            })
                            .collect_view()
                    }}
                </ul>
            </section>
        </Show>
    }
}

fn notes(state: &CellState) -> Vec<Diagnostic> {
    match state {
        CellState::Attention { reasons, .. } => reasons.clone(),
        CellState::Done { findings, .. } | CellState::Stale { findings, .. } => findings.clone(),
        CellState::Empty | CellState::Pending | CellState::Streaming { .. } => Vec::new(),
    }
}

/// What glossary and memory know of the text.
#[component]
fn Known(state: State, source: StoredValue<SourceRow>) -> impl IntoView {
    let terms = move || {
        state
            .consulted
            .get()
            .terms
            .into_iter()
            .map(|(term, translation)| {
                view! {
                    <li>
                        <span>{term}</span>
                        <b>{translation.unwrap_or_else(|| t!("translate-review-kept"))}</b>
                    </li>
                }
            })
            .collect_view()
    };
    let similar = move || {
        state
            .consulted
            .get()
            .similar
            .into_iter()
            .enumerate()
            .map(|(at, hit)| {
                let target = hit.target.clone();
                let is_same = source.with_value(|source| source.text == hit.source);
                view! {
                    <li>
                        <code>{t!("translate-percent", percent = hit.percent)}</code>
                        <span dir="auto">
                            {hit.target}
                            {(!is_same).then(|| view! { <small>{hit.source}</small> })}
                        </span>
                        <button class="ghost" type="button" on:click=move |_| state.review_use(target.clone())>
                            {t!("translate-review-use")} <kbd>{at + 1}</kbd>
                        </button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || state.consulted.with(|known| !known.terms.is_empty())>
            <section>
                <h3>{t!("translate-review-glossary")}</h3>
                <ul class="review-terms">{terms}</ul>
            </section>
        </Show>
        <Show when=move || state.consulted.with(|known| !known.similar.is_empty())>
            <section>
                <h3>{t!("translate-review-memory")}</h3>
                <ul class="review-similar">{similar}</ul>
            </section>
        </Show>
    }
}

#[component]
fn Actions(state: State, watched: RwSignal<Slot>, is_writing: Memo<bool>) -> impl IntoView {
    let is_accepted = Memo::new(move |_| watched.with(|slot| slot.accepted));
    let has_text = Memo::new(move |_| watched.with(|slot| !sheet::text(&slot.state).is_empty()));
    let is_going = move || state.run.with(Run::is_going);
    view! {
        <div class="review-actions">
            {move || {
                if is_writing.get() {
                    view! {
                        <button
                            class="primary"
                            type="button"
                            on:click=move |_| {
                                state.finish_edit();
                                focus_review();
                            }
                        >
                            {t!("translate-review-keep")} <kbd>"↵"</kbd>
                        </button>
                        <button
                            class="ghost"
                            type="button"
                            on:click=move |_| {
                                state.draft.set(None);
                                focus_review();
                            }
                        >
                            {t!("translate-review-drop")} <kbd>"Esc"</kbd>
                        </button>
                    }
                        .into_any()
                } else {
                    view! {
                        <button
                            class="primary"
                            type="button"
                            disabled=move || !has_text.get()
                            on:click=move |_| state.review_accept()
                        >
                            {move || {
                                if is_accepted.get() { t!("translate-review-next") } else { t!("translate-accept") }
                            }}
                            <kbd>"A"</kbd>
                        </button>
                        <button class="ghost" type="button" on:click=move |_| state.review_edit()>
                            {t!("translate-edit")} <kbd>"E"</kbd>
                        </button>
                        <button class="ghost" type="button" disabled=is_going on:click=move |_| state.review_again()>
                            {t!("translate-ask-again")} <kbd>"R"</kbd>
                        </button>
                        <Show when=move || is_accepted.get()>
                            <button class="ghost" type="button" on:click=move |_| state.review_take_back()>
                                {t!("translate-review-take-back")}
                            </button>
                        </Show>
                        <span class="grow"></span>
                        <button class="ghost" type="button" on:click=move |_| state.review_step(false)>
                            {t!("translate-review-previous")} <kbd>"P"</kbd>
                        </button>
                        <button class="ghost" type="button" on:click=move |_| state.review_step(true)>
                            {t!("translate-review-skip")} <kbd>"S"</kbd>
                        </button>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}
