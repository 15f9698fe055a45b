//! The lines of the table: its head, the heads of groups, and the leaves.

use ichiban_engine::protocol::{Row, SourceRow};
use leptos::html;
use leptos::prelude::*;

use super::cell::Cell;
use super::grid::lines;
use super::outline::Item;
use super::state::{State, Target};
use super::{figures, marks, names, spans};
use crate::shell::words::t;

/// How many columns the table has, the keys included. A cell that spans more than there are makes
/// new ones, which take their share of the width.
pub(super) fn all_columns(state: State) -> Signal<String> {
    Signal::derive(move || (state.targets.with(Vec::len).max(1) + 1).to_string())
}

#[component]
pub(super) fn Spacer(height: Signal<f64>, columns: Signal<String>) -> impl IntoView {
    view! {
        <tr class="spacer" aria-hidden="true">
            <td colspan=move || columns.get() style:height=move || format!("{}px", height.get())></td>
        </tr>
    }
}

#[component]
pub(super) fn ColumnHead(state: State, target: Target) -> impl IntoView {
    let column = target.column;
    let name = names::name(&target.tag);
    let count = Memo::new(move |_| {
        state.tally.track();
        let tally = state.with_sheet(|sheet| sheet.tally(column));
        (tally.total() > 0).then(|| figures::percent(tally.done, tally.total()))
    });
    view! {
        <th scope="col" title=name>
            <span class="column-tag">{target.tag}</span>
            <span class="column-part">
                {move || count.get().map(|part| t!("translate-percent", percent = part))}
            </span>
        </th>
    }
}

/// A line of the table: the head of a group, or a leaf.
#[component]
pub(super) fn Line(state: State, item: Item, column_width: Memo<f64>) -> impl IntoView {
    match item {
        Item::Group(name, _) => {
            let columns = all_columns(state);
            view! {
                <tr class="group">
                    <th colspan=move || columns.get() scope="rowgroup">{name}</th>
                </tr>
            }
            .into_any()
        }
        Item::Leaf(row) => view! { <Leaf state row column_width /> }.into_any(),
    }
}

#[component]
fn Leaf(state: State, row: Row, column_width: Memo<f64>) -> impl IntoView {
    let found = state.with_sheet(|sheet| {
        sheet.row(row).map(|source| {
            let name = sheet.outline().name(source).to_owned();
            (source.clone(), name)
        })
    });
    let Some((source, name)) = found else {
        return ().into_any();
    };
    let path = source.path.join(" › ");
    let title = format!("{path}\n{}", source.text);
    let source = StoredValue::new(source);
    let reserved =
        move || source.with_value(|source| lines(&source.text, column_width.get()).to_string());
    view! {
        <tr
            class="leaf"
            class:current=move || state.current.get() == Some(row)
            style=("--lines", reserved)
        >
            <th scope="row" class="key">
                <button type="button" title=title on:click=move |_| state.link_source(row)>
                    {name}
                </button>
            </th>
            <Show when=move || state.targets.with(Vec::is_empty)>
                <td class="cell done" tabindex="-1"><SourceText source /></td>
            </Show>
            <For each=move || state.targets.get() key=|target| target.column let(target)>
                <Cell state target row source />
            </For>
        </tr>
    }
    .into_any()
}

/// The source's own text: what the table shows as long as there is no locale.
#[component]
fn SourceText(source: StoredValue<SourceRow>) -> impl IntoView {
    let host = NodeRef::<html::Span>::new();
    Effect::new(move |_| {
        if let Some(host) = host.get() {
            let parts =
                source.with_value(|source| marks::of_source(&source.text, &source.placeholders));
            spans::draw(&host, &parts);
        }
    });
    view! { <span class="text" node_ref=host dir="auto"></span> }
}
