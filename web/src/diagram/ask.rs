//! The field in which a person says what to draw or to change, where that would go, and how it ended.

use leptos::prelude::*;
use leptos::web_sys;

use super::state::{End, State};
use crate::shell::figures;
use crate::shell::icon;
use crate::shell::keys;
use crate::shell::prose::prose;

/// Texts that go along are named with their size from this many bytes on.
const NOTABLE: u64 = 2_000;

/// The field, and what is said below it.
#[component]
pub(super) fn AskBar(state: State) -> impl IntoView {
    let ask = state.ask;
    let is_going = move || ask.going.with(Option::is_some);
    let is_blank = move || ask.wish.with(|wish| wish.trim().is_empty());
    let is_change = Memo::new(move |_| state.would_send().1);
    view! {
        <form
            class="ask"
            aria-label="Ask a model"
            on:submit=move |event| {
                event.prevent_default();
                state.ask();
            }
        >
            <div class="ask-row">
                <textarea
                    rows="1"
                    aria-label="Describe a diagram, or a change"
                    aria-describedby="ask-where"
                    placeholder=move || if is_change.get() {
                        "Describe a change: “add a retry after the payment fails”"
                    } else {
                        "Describe a diagram: “how a parcel travels from the shop to my door”"
                    }
                    prop:value=move || ask.wish.get()
                    on:input=move |event| ask.wish.set(event_target_value(&event))
                    on:keydown=move |event: web_sys::KeyboardEvent| {
                        // While letters are composed, Enter chooses among them.
                        if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
                            event.prevent_default();
                            state.ask();
                        }
                    }
                ></textarea>
                {move || {
                    if state.app.connection.with(Option::is_some) {
                        view! {
                            <button class="primary" type="submit" disabled=move || is_going() || is_blank()>
                                {move || match (is_going(), is_change.get()) {
                                    (true, _) => "Asking…",
                                    (false, true) => "Change",
                                    (false, false) => "Draw",
                                }}
                                <kbd>{keys::modifier()} " ↵"</kbd>
                            </button>
                        }
                        .into_any()
                    } else {
                        view! {
                            <button class="ghost" type="button" on:click=move |_| state.app.open_settings()>
                                "Connect a model"
                            </button>
                        }
                        .into_any()
                    }
                }}
            </div>
            <p class="ask-where" id="ask-where">{move || where_to(state)}</p>
            <Ending state />
        </form>
    }
}

/// What asking would send, and where.
fn where_to(state: State) -> String {
    let (bytes, has_diagram) = state.would_send();
    let mut parts = vec!["your words".to_owned()];
    if has_diagram {
        parts.push("the diagram".to_owned());
    }
    if bytes > 0 {
        let files = state.files.with(Vec::len);
        let what = match files {
            0 => "the text",
            1 => "its source",
            _ => "its sources",
        };
        parts.push(if bytes < NOTABLE {
            what.to_owned()
        } else {
            format!("{what} ({})", figures::size(bytes))
        });
    }
    let what = match parts.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    };
    state.app.connection.with(|connection| match connection {
        None => "No model is connected. Everything else here works without one.".to_owned(),
        Some(connection) if connection.is_on_device() => {
            format!("Answered on this device: nothing leaves it. Reads {what}.")
        }
        Some(connection) => format!("Sends {what} to {}.", connection.place()),
    })
}

fn kept(has_come: bool) -> &'static str {
    if has_come {
        "What came is kept."
    } else {
        "Nothing had come yet."
    }
}

/// How the last question ended, and what may be done about it.
#[component]
fn Ending(state: State) -> impl IntoView {
    let again = move || {
        view! {
            <button class="link" type="button" on:click=move |_| state.ask_again()>
                "Try again"
            </button>
        }
        .into_any()
    };
    let said = move || {
        let end = state.ask.end.get()?;
        let (is_bad, words, hint, action) = match end {
            End::Mended(count) => (
                false,
                format!(
                    "{} of the model mended.",
                    figures::plural(count, "mistake", "mistakes")
                ),
                String::new(),
                None,
            ),
            End::Unchanged => (
                false,
                "The model changed nothing.".to_owned(),
                "Say it in other words.".to_owned(),
                None,
            ),
            End::Stopped(has_come) => (
                false,
                format!("Stopped. {}", kept(has_come)),
                String::new(),
                Some(again()),
            ),
            End::TooLong => (
                true,
                "The answer reached its limit and was cut off. What came is kept.".to_owned(),
                "Ask for a smaller diagram, or a model that may write more.".to_owned(),
                Some(again()),
            ),
            End::Failed(failure, has_come) => (
                true,
                failure.message,
                format!("{} {}", failure.hint, kept(has_come)),
                Some(again()),
            ),
            End::Broken(source) => {
                let (hint, open) = match source {
                    Some(source) => (
                        "Your diagram is as it was.",
                        Some(view! {
                            <button
                                class="link"
                                type="button"
                                on:click=move |_| state.put_back(source.clone())
                            >
                                "Open what it wrote"
                            </button>
                        }),
                    ),
                    None => ("What it wrote is in the editor, with its mistakes.", None),
                };
                (
                    true,
                    "The model was asked twice, and what it wrote is no diagram.".to_owned(),
                    hint.to_owned(),
                    Some(view! { {open} {again()} }.into_any()),
                )
            }
            End::Declined(words) => (
                true,
                if words.trim().is_empty() {
                    "The model declined to answer.".to_owned()
                } else {
                    format!("The model declined: {}", words.trim())
                },
                String::new(),
                Some(again()),
            ),
            End::Accepted(before) => (
                false,
                "The change is in the diagram.".to_owned(),
                String::new(),
                Some(
                    view! {
                        <button
                            class="link"
                            type="button"
                            on:click=move |_| {
                                state.put_back(before.clone());
                                state.app.announce_now("The change was undone.".to_owned());
                            }
                        >
                            "Undo"
                        </button>
                    }
                    .into_any(),
                ),
            ),
        };
        Some(view! {
            <div class="ask-end" class:bad=is_bad role="status">
                {if is_bad {
                    view! { <icon::Warning /> }.into_any()
                } else {
                    view! { <icon::Check /> }.into_any()
                }}
                <span>
                    {prose(&words)} " " <small>{prose(&hint)}</small>
                </span>
                {action}
                <button
                    class="quiet"
                    type="button"
                    aria-label="Dismiss"
                    on:click=move |_| state.ask.end.set(None)
                >
                    <icon::Cross />
                </button>
            </div>
        })
    };
    view! { {said} }
}
