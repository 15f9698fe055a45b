//! What the checks say of the translations that a person gave, below the table; each finding leads
//! to its row.

use ichiban_engine::protocol::Column;
use leptos::prelude::*;

use super::state::State;
use crate::shell::prose::prose;
use crate::shell::words::t;

/// As many are listed of a locale: whoever has more mends those first.
const MOST_LISTED: usize = 200;

/// The findings.
#[component]
pub(super) fn Findings(state: State) -> impl IntoView {
    let open = RwSignal::new(false);
    let count = Memo::new(move |_| {
        state
            .findings
            .with(|all| all.iter().map(|(_, found)| found.len()).sum::<usize>())
    });
    view! {
        <Show when=move || { count.get() > 0 }>
            <div class="findings">
                <button
                    class="findings-head"
                    type="button"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    {move || t!("translate-findings", count = count.get())}
                    <span class="link">
                        {move || {
                            if open.get() { t!("translate-findings-hide") } else { t!("translate-findings-show") }
                        }}
                    </span>
                </button>
                <Show when=move || open.get()>
                    <ul>{move || list(state)}</ul>
                </Show>
            </div>
        </Show>
    }
}

fn list(state: State) -> Vec<AnyView> {
    let all = state.findings.get();
    all.into_iter()
        .flat_map(|(column, found)| {
            let tag = state.tag_of(column);
            let left = found.len().saturating_sub(MOST_LISTED);
            let rest = (left > 0).then(|| {
                view! {
                    <li>
                        <code>{tag.clone()}</code>
                        <span>{t!("translate-findings-more", count = left)}</span>
                    </li>
                }
                .into_any()
            });
            let mut shown: Vec<AnyView> = found
                .into_iter()
                .take(MOST_LISTED)
                .map(|finding| item(state, column, tag.clone(), finding))
                .collect();
            shown.extend(rest);
            shown
        })
        .collect()
}

fn item(
    state: State,
    column: Column,
    tag: String,
    (row, finding): super::state::Finding,
) -> AnyView {
    let text = view! {
        <span>
            <b>{prose(&finding.message)}</b>
            " "
            {prose(&finding.hint)}
            <code class="at">{finding.path}</code>
        </span>
    };
    match row {
        Some(row) => view! {
            <li>
                <code>{tag}</code>
                <button
                    type="button"
                    title=t!("translate-findings-go")
                    on:click=move |_| state.go_to(column, row)
                >
                    {text}
                </button>
            </li>
        }
        .into_any(),
        None => view! {
            <li>
                <code>{tag}</code>
                {text}
            </li>
        }
        .into_any(),
    }
}
