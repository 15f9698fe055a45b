//! What would be sent to a model, before anything is: to whom, which sections, at what cost.

use ichiban_engine::docs::refining::{Prices, Progress, Section, Tokens};
use leptos::prelude::*;

use super::state::State;
use crate::endpoint::Connection;
use crate::shell::dialog::Dialog;
use crate::shell::figures;

/// The plan, while it is open.
#[component]
pub(super) fn PlanDialog(state: State) -> impl IntoView {
    let title = Signal::derive(move || {
        if state.refine.is_under_way() {
            "Sections of this run".to_owned()
        } else {
            "Refine with a model".to_owned()
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
                                    "Close"
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
    let place = move || {
        connection.with(|it| {
            it.as_ref()
                .map(|it| it.place().to_owned())
                .unwrap_or_default()
        })
    };
    let model = move || {
        connection.track();
        let connection = state.app.connection_for("Docs");
        connection.map(|it| it.model).unwrap_or_default()
    };
    let is_on_device =
        move || connection.with(|it| it.as_ref().is_some_and(Connection::is_on_device));
    view! {
        <p class="where">
            {move || if is_on_device() { "The sections below are read by " } else { "The text of the sections below goes to " }}
            <b>{place}</b>
            {move || (!is_on_device()).then(|| view! { ", model " <b>{model}</b> })}
            ". "
            <button
                class="link"
                type="button"
                on:click=move |_| {
                    state.refine.is_open.set(false);
                    state.app.open_settings();
                }
            >
                "Change"
            </button>
        </p>
        <p class="lead">
            "It looks for operations and parameters that were missed. What it adds must be quoted from the section, word for word; anything else is dropped and counted."
        </p>
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
                    let all = u32::try_from(refine.plan.with(|plan| plan.sections.len())).unwrap_or(u32::MAX);
                    figures::plural(all, "section", "sections")
                }}
            </h3>
            <span class="grow"></span>
            <Show when=move || !is_under_way.get()>
                <button class="link" type="button" on:click=move |_| choose(|_| true)>
                    "All"
                </button>
                <button class="link" type="button" on:click=move |_| choose(|_| false)>
                    "None"
                </button>
                <button
                    class="link"
                    type="button"
                    title="Those that name a path, a method or a parameter"
                    on:click=move |_| choose(|section| section.is_likely)
                >
                    "Likely"
                </button>
            </Show>
        </div>
        <ul class="plan-list" tabindex="0" aria-label="Sections">
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
        "Beginning".to_owned()
    } else {
        section.title
    };
    let known = (section.known > 0).then(|| {
        format!(
            "{} known",
            figures::plural(section.known, "operation", "operations")
        )
    });
    let tokens = figures::count(section.input.into());
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
                    {move || match word(progress.get(), is_read) {
                        Some(word) => word.to_owned(),
                        None => format!("{tokens} tokens"),
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

fn word(progress: Progress, is_read: bool) -> Option<&'static str> {
    match progress {
        Progress::Asked => Some("being read"),
        Progress::Failed => Some("no whole answer"),
        Progress::Read => Some("read"),
        _ if is_read => Some("read before"),
        Progress::Waiting | Progress::Out => None,
    }
}

/// Tokens as a sum of money, if both prices are known: `about 0.042`.
pub(super) fn money(tokens: Tokens, prices: Prices) -> Option<String> {
    let cost = tokens.cost(prices)?;
    // Two digits of what is small, cents of what is not.
    Some(match cost {
        0.0 => "0".to_owned(),
        ..0.001 => "less than 0.001".to_owned(),
        ..1.0 => format!("{cost:.3}"),
        _ => format!("{cost:.2}"),
    })
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
                    let requests = figures::plural(count, "request", "requests");
                    let (input, output) = (figures::count(tokens.input), figures::count(tokens.output));
                    view! {
                        <b>{requests}</b>
                        ", about "
                        <b>{input}</b>
                        " tokens sent and at most "
                        <b>{output}</b>
                        " back"
                        {money(tokens, refine.prices.get()).map(|money| view! { ", for about " <b>{money}</b> })}
                    }
                }}
            </p>
            <p class="prices">
                <span>"Prices for a million tokens"</span>
                <label>
                    "sent"
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
                    "back"
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
                "Cancel"
            </button>
            <button
                class="primary"
                type="button"
                disabled=move || estimate.get().0 == 0
                on:click=move |_| state.begin_refining()
            >
                "Start"
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
        let told = |input| money(tokens, prices(input)).unwrap();
        assert_eq!(told(0.0), "0");
        assert_eq!(told(0.0004), "less than 0.001");
        assert_eq!(told(0.042), "0.042");
        assert_eq!(told(3.5), "3.50");
        assert_eq!(money(tokens, Prices::default()), None);
    }
}
