//! The limits of what models may cost.

use ichiban_model::budget::{Budget, dollars, read_dollars};
use leptos::prelude::*;

use crate::app::App;
use crate::shell::words::t;

/// The fields of the limits. Each is kept as soon as it is an amount.
#[component]
pub(super) fn Limits(app: App) -> impl IntoView {
    let budget = app.spending.budget;
    let problem = RwSignal::new(None::<String>);
    let set = move |change: &dyn Fn(&mut Budget)| {
        let mut changed = budget.get_untracked();
        change(&mut changed);
        let kept = app.set_budget(changed);
        problem.set(kept.err().map(|error| error.to_string()));
    };
    let wrong = move || problem.set(Some(t!("endpoint-limit-wrong")));
    let money = move |text: &str, put: fn(&mut Budget, Option<u64>)| match text.trim() {
        "" => set(&|budget| put(budget, None)),
        text => match read_dollars(text) {
            Some(amount) => set(&|budget| put(budget, Some(amount))),
            None => wrong(),
        },
    };
    let tokens = move |text: &str, put: fn(&mut Budget, Option<u64>)| match text.trim() {
        "" => set(&|budget| put(budget, None)),
        text => match text.replace([' ', ',', '_'], "").parse() {
            Ok(amount) => set(&|budget| put(budget, Some(amount))),
            Err(_) => wrong(),
        },
    };
    let known = budget.get_untracked();
    let in_dollars = |amount: Option<u64>| {
        amount.map_or_else(String::new, |amount| {
            dollars(amount).trim_start_matches('$').to_owned()
        })
    };
    let in_tokens = |amount: Option<u64>| amount.map_or_else(String::new, |it| it.to_string());
    view! {
        <details class="more" open=known != Budget::default()>
            <summary>{t!("endpoint-limits")}</summary>
            <div class="limits">
                <span></span>
                <span class="label" aria-hidden="true">{t!("endpoint-limits-dollars")}</span>
                <span class="label" aria-hidden="true">{t!("endpoint-limits-tokens")}</span>
                <span>{t!("endpoint-limits-run")}</span>
                <input
                    type="text"
                    inputmode="decimal"
                    placeholder=t!("endpoint-limit-none")
                    aria-label=t!("endpoint-limit-run-dollars")
                    value=in_dollars(known.run_money)
                    on:change=move |event| {
                        money(&event_target_value(&event), |budget, it| budget.run_money = it);
                    }
                />
                <input
                    type="text"
                    inputmode="numeric"
                    placeholder=t!("endpoint-limit-none")
                    aria-label=t!("endpoint-limit-run-tokens")
                    value=in_tokens(known.run_tokens)
                    on:change=move |event| {
                        tokens(&event_target_value(&event), |budget, it| budget.run_tokens = it);
                    }
                />
                <span>{t!("endpoint-limits-day")}</span>
                <input
                    type="text"
                    inputmode="decimal"
                    placeholder=t!("endpoint-limit-none")
                    aria-label=t!("endpoint-limit-day-dollars")
                    value=in_dollars(known.day_money)
                    on:change=move |event| {
                        money(&event_target_value(&event), |budget, it| budget.day_money = it);
                    }
                />
                <input
                    type="text"
                    inputmode="numeric"
                    placeholder=t!("endpoint-limit-none")
                    aria-label=t!("endpoint-limit-day-tokens")
                    value=in_tokens(known.day_tokens)
                    on:change=move |event| {
                        tokens(&event_target_value(&event), |budget, it| budget.day_tokens = it);
                    }
                />
            </div>
            <p class="hint">{t!("endpoint-limits-about")}</p>
            <p class="fault" role="alert">{move || problem.get()}</p>
        </details>
    }
}
