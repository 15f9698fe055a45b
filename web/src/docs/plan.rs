//! What would be sent to a model, before anything is: to whom, which sections, at what cost.

use ichiban_engine::docs::refining::{Prices, Progress, Section, Tokens};
use ichiban_words::number;
use leptos::prelude::*;

use super::state::State;
use crate::endpoint::Connection;
use crate::shell::dialog::Dialog;
use crate::shell::figures;
use crate::shell::words::{language, t, woven};

/// The plan, while it is open.
#[component]
pub(super) fn PlanDialog(state: State) -> impl IntoView {
    let title = Signal::derive(move || {
        if state.refine.is_under_way() {
            t!("docs-plan-of-run")
        } else {
            t!("docs-bar-refine")
        }
    });
    view! {
        <Dialog open=state.refine.is_open title class="plan">
            <div class="form">
                <Show when=move || !state.refine.is_under_way() fallback=|| ()>
                    <Lead state />
                </Show>
                <Sections state />
                <Show
                    when=move || !state.refine.is_under_way()
                    fallback=move || {
                        view! {
                            <footer>
                                <span class="grow"></span>
                                <button
                                    class="ghost"
                                    type="button"
                                    on:click=move |_| state.refine.is_open.set(false)
                                >
                                    {t!("docs-plan-close")}
                                </button>
                            </footer>
                        }
                    }
                >
                    <Costs state />
                </Show>
            </div>
        </Dialog>
    }
}

/// Who is asked, and what becomes of the answers.
#[component]
fn Lead(state: State) -> impl IntoView {
    let connection = state.app.connection;
    let place =
        move || connection.with(|it| it.as_ref().map(Connection::place).unwrap_or_default());
    let model = move || {
        connection.track();
        let connection = state.app.connection_for("Docs");
        connection.map(|it| it.model).unwrap_or_default()
    };
    let is_on_device =
        move || connection.with(|it| it.as_ref().is_some_and(Connection::is_on_device));
    view! {
        <p class="where">
            {move || {
                if is_on_device() {
                    woven!("docs-plan-where-here", place = view! { <b>{place}</b> })
                } else {
                    woven!(
                        "docs-plan-where",
                        place = view! { <b>{place}</b> },
                        model = view! { <b>{model}</b> },
                    )
                }
            }}
            " "
            <button
                class="link"
                type="button"
                on:click=move |_| {
                    state.refine.is_open.set(false);
                    state.app.open_settings();
                }
            >
                {t!("docs-plan-change")}
            </button>
        </p>
        <p class="lead">{t!("docs-plan-lead")}</p>
    }
}

#[component]
fn Sections(state: State) -> impl IntoView {
    let refine = state.refine;
    let is_under_way = Memo::new(move |_| refine.is_under_way());
    let choose = move |choice: fn(&Section) -> bool| {
        let chosen = refine
            .plan
            .with_untracked(|plan| plan.sections.iter().map(choice).collect());
        refine.chosen.set(chosen);
    };
    let several = Memo::new(move |_| state.found.with(|found| found.documents.len() > 1));
    view! {
        <div class="plan-head">
            <h3>
                {move || {
                    let count = refine.plan.with(|plan| plan.sections.len());
                    t!("docs-plan-sections", count = count)
                }}
            </h3>
            <span class="grow"></span>
            <Show when=move || !is_under_way.get()>
                <button class="link" type="button" on:click=move |_| choose(|_| true)>
                    {t!("docs-plan-all")}
                </button>
                <button class="link" type="button" on:click=move |_| choose(|_| false)>
                    {t!("docs-plan-none")}
                </button>
                <button
                    class="link"
                    type="button"
                    title=t!("docs-plan-likely-about")
                    on:click=move |_| choose(|section| section.is_likely)
                >
                    {t!("docs-plan-likely")}
                </button>
            </Show>
        </div>
        <ul class="plan-list" tabindex="0" aria-label=t!("docs-sections")>
            {move || {
                let plan = refine.plan.get();
                plan.sections
                    .iter()
                    .cloned()
                    .enumerate()
                    .map(|(at, section)| {
                        view! { <Row state at section several=several.get() is_under_way /> }
                    })
                    .collect_view()
            }}
        </ul>
    }
}

/// A section: whether it is sent, or where it is.
#[component]
fn Row(
    state: State,
    at: usize,
    section: Section,
    several: bool,
    is_under_way: Memo<bool>,
) -> impl IntoView {
    let refine = state.refine;
    let is_chosen = move || refine.chosen.with(|chosen| chosen.get(at) == Some(&true));
    let is_read = section.is_read;
    let progress = Memo::new(move |_| {
        refine.of(|refined| refined.sections.get(at).copied().unwrap_or_default())
    });
    let title = if section.title.is_empty() {
        t!("docs-plan-beginning")
    } else {
        section.title
    };
    let known = (section.known > 0).then(|| t!("docs-plan-known", count = section.known));
    let tokens = section.input;
    view! {
        <li>
            <label>
                <Show
                    when=move || is_under_way.get() || is_read
                    fallback=move || {
                        view! {
                            <input
                                type="checkbox"
                                prop:checked=is_chosen
                                on:change=move |event| {
                                    let is_chosen = event_target_checked(&event);
                                    refine
                                        .chosen
                                        .update(|chosen| {
                                            if let Some(place) = chosen.get_mut(at) {
                                                *place = is_chosen;
                                            }
                                        });
                                }
                            />
                        }
                    }
                >
                    <span class=move || format!("stage {}", class(progress.get(), is_read))></span>
                </Show>
                <span class="plan-title">
                    {title} {several.then(|| view! { <small>{section.document}</small> })}
                </span>
                <small class="extra">{known}</small>
                <small>
                    {move || {
                        word(progress.get(), is_read)
                            .unwrap_or_else(|| t!("docs-tokens", count = tokens))
                    }}
                </small>
            </label>
        </li>
    }
}

fn class(progress: Progress, is_read: bool) -> &'static str {
    match progress {
        Progress::Asked => "asked",
        Progress::Failed => "failed",
        Progress::Read => "read",
        _ if is_read => "read",
        Progress::Waiting => "waiting",
        Progress::Out => "out",
    }
}

fn word(progress: Progress, is_read: bool) -> Option<String> {
    match progress {
        Progress::Asked => Some(t!("docs-plan-being-read")),
        Progress::Failed => Some(t!("docs-plan-no-whole-answer")),
        Progress::Read => Some(t!("docs-plan-read")),
        _ if is_read => Some(t!("docs-plan-read-before")),
        Progress::Waiting | Progress::Out => None,
    }
}

/// Tokens as a sum of money, for a message: `none` if a price is not known; `little` if it is less than
/// the figure; else `some`. And the figure, such as `0.042`.
pub(super) fn money(tokens: Tokens, prices: Prices) -> (&'static str, String) {
    let Some(cost) = tokens.cost(prices) else {
        return ("none", String::new());
    };
    // Two digits of what is small, cents of what is not.
    let (kind, told, decimals) = match cost {
        0.0 => ("some", 0.0, 0),
        ..0.001 => ("little", 0.001, 3),
        ..1.0 => ("some", cost, 3),
        _ => ("some", cost, 2),
    };
    let mark = language().decimal_mark();
    (kind, number::decimal(told, decimals, mark))
}

/// What it comes to, and the button.
#[component]
fn Costs(state: State) -> impl IntoView {
    let refine = state.refine;
    let estimate = Memo::new(move |_| refine.estimate());
    let price = |price: Option<f64>| price.map(|price| price.to_string()).unwrap_or_default();
    let read = |event: &leptos::ev::Event| {
        let text = event_target_value(event).replace(',', ".");
        text.trim()
            .parse::<f64>()
            .ok()
            .filter(|price| price.is_finite() && *price >= 0.0)
    };
    view! {
        <div class="costs">
            <p aria-live="polite">
                {move || {
                    let (count, tokens) = estimate.get();
                    let (cost, money) = money(tokens, refine.prices.get());
                    woven!(
                        "docs-plan-estimate",
                        [requests = count, cost = cost],
                        count = view! { <b>{figures::count(count.into())}</b> },
                        input = view! { <b>{figures::count(tokens.input)}</b> },
                        output = view! { <b>{figures::count(tokens.output)}</b> },
                        money = view! { <b>{money}</b> },
                    )
                }}
            </p>
            <p class="prices">
                <span>{t!("docs-plan-prices")}</span>
                <label>
                    {t!("docs-plan-sent")}
                    <input
                        type="text"
                        inputmode="decimal"
                        size="6"
                        placeholder="0.15"
                        autocomplete="off"
                        prop:value=move || price(refine.prices.get().input)
                        on:change=move |event| {
                            let input = read(&event);
                            refine.set_prices(Prices { input, ..refine.prices.get_untracked() });
                        }
                    />
                </label>
                <label>
                    {t!("docs-plan-back")}
                    <input
                        type="text"
                        inputmode="decimal"
                        size="6"
                        placeholder="0.60"
                        autocomplete="off"
                        prop:value=move || price(refine.prices.get().output)
                        on:change=move |event| {
                            let output = read(&event);
                            refine.set_prices(Prices { output, ..refine.prices.get_untracked() });
                        }
                    />
                </label>
            </p>
        </div>
        <footer>
            <span class="grow"></span>
            <button class="ghost" type="button" on:click=move |_| refine.is_open.set(false)>
                {t!("docs-plan-cancel")}
            </button>
            <button
                class="primary"
                type="button"
                disabled=move || estimate.get().0 == 0
                on:click=move |_| state.begin_refining()
            >
                {t!("docs-plan-start")}
            </button>
        </footer>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_told_as_exactly_as_it_matters() {
        let prices = |input| Prices {
            input: Some(input),
            output: Some(0.0),
        };
        let tokens = Tokens {
            input: 1_000_000,
            output: 5,
        };
        let told = |prices| {
            let (kind, figure) = money(tokens, prices);
            format!("{kind} {figure}")
        };
        assert_eq!(told(prices(0.0)), "some 0");
        assert_eq!(told(prices(0.0004)), "little 0.001");
        assert_eq!(told(prices(0.042)), "some 0.042");
        assert_eq!(told(prices(3.5)), "some 3.50");
        assert_eq!(told(Prices::default()), "none ");
    }
}
