//! The list of changes: each leads to its place in both texts.

use ichiban_engine::data::protocol::Change;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use super::phrase::phrase;
use super::state::{State, Verdict};
use crate::shell::icon;
use crate::shell::words::t;

/// Listed at once; more are shown when they are asked for.
const FIRST: usize = 100;

/// The list.
#[component]
pub(super) fn Changes(state: State) -> impl IntoView {
    let list = NodeRef::<html::Ol>::new();
    let shown = RwSignal::new(FIRST);
    // The places of an earlier text lead nowhere in this one.
    let is_stale = Memo::new(move |_| state.is_stale());
    let total = Memo::new(move |_| {
        state
            .output
            .with(|output| output.as_ref().map_or(0, |output| output.total))
    });
    let listed = Memo::new(move |_| {
        state.output.with(|output| {
            let changes = output.as_ref().filter(|_| !is_stale.get());
            changes.map_or(0, |output| output.changes.len())
        })
    });
    let on_key = move |event: web_sys::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            _ => return,
        };
        event.prevent_default();
        if let Some(list) = list.get_untracked() {
            step(&list, by);
        }
    };
    let is_valid = move || state.verdict.with(|verdict| *verdict == Verdict::Valid);
    let heading = move || match total.get() {
        _ if is_stale.get() => t!("repair-changes"),
        0 if is_valid() => t!("repair-changes-none"),
        0 => t!("repair-changes"),
        total => t!("repair-changes-count", count = total),
    };
    view! {
        // With nothing in it to focus, the list itself must be reachable to be scrolled.
        <section
            class="changes"
            aria-label=t!("repair-changes")
            tabindex=move || (listed.get() == 0).then_some("0")
        >
            <h3>{heading}</h3>
            <Show when=is_valid>
                <p class="valid">
                    <icon::Check />
                    {t!("repair-changes-valid")}
                </p>
            </Show>
            <ol node_ref=list on:keydown=on_key>
                {move || {
                    state
                        .output
                        .with(|output| {
                            let changes = output.as_ref().map(|output| &output.changes[..]).unwrap_or_default();
                            changes
                                .iter()
                                .take(shown.get().min(listed.get()))
                                .enumerate()
                                .map(|(at, change)| view! { <Item state at change=change.clone() /> })
                                .collect_view()
                        })
                }}
            </ol>
            {move || {
                let (all, listed, shown_now) = (total.get(), listed.get(), shown.get());
                if is_stale.get() {
                    Some(view! { <p class="more">{t!("repair-changes-stale")}</p> }.into_any())
                } else if shown_now < listed {
                    Some(
                        view! {
                            <button class="link more" type="button" on:click=move |_| shown.set(usize::MAX)>
                                {t!("repair-changes-more", count = listed - shown_now)}
                            </button>
                        }
                            .into_any(),
                    )
                } else if (listed as u64) < u64::from(all) {
                    Some(
                        view! { <p class="more">{t!("repair-changes-first", count = listed)}</p> }
                            .into_any(),
                    )
                } else {
                    None
                }
            }}
        </section>
    }
}

#[component]
fn Item(state: State, at: usize, change: Change) -> impl IntoView {
    let place = change.before.0;
    let is_current = move || state.current.get() == Some(at);
    view! {
        <li>
            <button
                type="button"
                aria-current=move || is_current().then_some("true")
                on:click=move |_| state.point_at(at, false)
                on:dblclick=move |_| state.point_at(at, true)
                on:focus=move |_| state.point_at(at, false)
            >
                <code class="place">{format!("{}:{}", place.line, place.column)}</code>
                <span>{phrase(&change.what)}</span>
                <span class="exchange">
                    {(!change.removed.is_empty()).then(|| view! { <del>{visible(&change.removed)}</del> })}
                    {(!change.inserted.is_empty()).then(|| view! { <ins>{visible(&change.inserted)}</ins> })}
                </span>
            </button>
        </li>
    }
}

/// Moves the focus to the next change or the one before.
fn step(list: &web_sys::HtmlElement, by: i32) {
    let Ok(items) = list.query_selector_all("button") else {
        return;
    };
    let active = document().active_element();
    let count = items.length();
    let now = (0..count)
        .find(|&at| items.item(at).as_ref() == active.as_ref().map(AsRef::<web_sys::Node>::as_ref));
    let next = now.and_then(|at| at.checked_add_signed(by)).unwrap_or(0);
    let item = items
        .item(next.min(count.saturating_sub(1)))
        .and_then(|item| item.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(item) = item {
        // Focus fails for no element that is on the page.
        let _ = item.focus();
    }
}

/// A text in one line, with signs for what cannot be seen.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\n' => '⏎',
            '\t' => '⇥',
            ' ' if text.trim().is_empty() => '␣',
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => '␣',
            c if c.is_control() => '␦',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_gets_a_sign() {
        assert_eq!(visible("a b"), "a b");
        assert_eq!(visible(" \n"), "␣⏎");
        assert_eq!(visible("\u{a0}"), "␣");
    }
}
