//! The field in which a person says what to draw or to change, where that would go, and how it ended.

use leptos::prelude::*;
use leptos::web_sys;

use super::state::{End, State};
use crate::endpoint::failures;
use crate::shell::figures;
use crate::shell::icon;
use crate::shell::keys;
use crate::shell::prose::prose;
use crate::shell::words::t;

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
            aria-label=t!("diagram-ask")
            on:submit=move |event| {
                event.prevent_default();
                state.ask();
            }
        >
            <div class="ask-row">
                <textarea
                    rows="1"
                    aria-label=t!("diagram-ask-field")
                    aria-describedby="ask-where"
                    placeholder=move || if is_change.get() {
                        t!("diagram-ask-change-example")
                    } else {
                        t!("diagram-ask-example")
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
                                    (true, _) => t!("diagram-ask-going"),
                                    (false, true) => t!("diagram-ask-change"),
                                    (false, false) => t!("diagram-ask-draw"),
                                }}
                                <kbd>{keys::modifier()} " ↵"</kbd>
                            </button>
                        }
                        .into_any()
                    } else {
                        view! {
                            <button class="ghost" type="button" on:click=move |_| state.app.open_settings()>
                                {t!("diagram-ask-connect")}
                            </button>
                        }
                        .into_any()
                    }
                }}
            </div>
            <div class="ask-foot">
                <p class="ask-where" id="ask-where">{move || where_to(state)}</p>
                <super::explain::Offer state />
            </div>
            <Ending state />
        </form>
    }
}

/// What asking would send, and where.
fn where_to(state: State) -> String {
    let (bytes, has_diagram) = state.would_send();
    let files = state.files.with(Vec::len);
    let what = match (has_diagram, bytes, files) {
        (true, 0, _) | (true, _, 0) => "diagram",
        (true, _, 1) => "with-source",
        (true, ..) => "with-sources",
        (false, 0, _) => "words",
        (false, _, 0) => "text",
        (false, _, 1) => "source",
        (false, ..) => "sources",
    };
    let size = if bytes < NOTABLE {
        String::new()
    } else {
        t!("diagram-ask-size", size = figures::size(bytes))
    };
    state.app.connection.with(|connection| match connection {
        None => t!("diagram-ask-unconnected"),
        Some(connection) if connection.is_on_device() => {
            t!("diagram-ask-reads", what = what, size = size)
        }
        Some(connection) => t!(
            "diagram-ask-sends",
            what = what,
            size = size,
            place = connection.place()
        ),
    })
}

/// Whether something had come, for a message.
fn came(has_come: bool) -> &'static str {
    if has_come { "some" } else { "none" }
}

/// How the last question ended, and what may be done about it.
#[component]
fn Ending(state: State) -> impl IntoView {
    let again = move || {
        view! {
            <button class="link" type="button" on:click=move |_| state.ask_again()>
                {t!("shell-try-again")}
            </button>
        }
        .into_any()
    };
    let said = move || {
        let end = state.ask.end.get()?;
        let (is_bad, words, hint, action) = match end {
            End::Mended(count) => (
                false,
                t!("diagram-end-mended", count = count),
                String::new(),
                None,
            ),
            End::Unchanged => (
                false,
                t!("diagram-end-unchanged"),
                t!("diagram-end-unchanged-hint"),
                None,
            ),
            End::Stopped(has_come) => (
                false,
                t!("diagram-end-stopped", came = came(has_come)),
                String::new(),
                Some(again()),
            ),
            End::TooLong => (
                true,
                t!("diagram-end-too-long"),
                t!("diagram-end-too-long-hint"),
                Some(again()),
            ),
            End::CutOff(has_come) => (
                true,
                t!("diagram-end-cut-off"),
                t!("diagram-end-cut-off-hint", came = came(has_come)),
                Some(again()),
            ),
            End::Failed(failure, has_come) => {
                let failure = failures::in_words(&failure);
                (
                    true,
                    failure.message,
                    t!(
                        "diagram-end-failed-hint",
                        hint = failure.hint,
                        came = came(has_come)
                    ),
                    Some(again()),
                )
            }
            End::Broken(source) => {
                let (hint, open) = match source {
                    Some(source) => (
                        t!("diagram-end-broken-change"),
                        Some(view! {
                            <button
                                class="link"
                                type="button"
                                on:click=move |_| state.put_back(source.clone())
                            >
                                {t!("diagram-end-broken-open")}
                            </button>
                        }),
                    ),
                    None => (t!("diagram-end-broken-diagram"), None),
                };
                (
                    true,
                    t!("diagram-end-broken"),
                    hint,
                    Some(view! { {open} {again()} }.into_any()),
                )
            }
            End::Declined(words) => (
                true,
                if words.trim().is_empty() {
                    t!("diagram-end-declined")
                } else {
                    t!("diagram-end-declined-saying", words = words.trim())
                },
                String::new(),
                Some(again()),
            ),
            End::Accepted(before) => (
                false,
                t!("diagram-end-accepted"),
                String::new(),
                Some(
                    view! {
                        <button
                            class="link"
                            type="button"
                            on:click=move |_| {
                                state.put_back(before.clone());
                                state.app.announce_now(t!("diagram-change-undone"));
                            }
                        >
                            {t!("diagram-undo")}
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
                    aria-label=t!("shell-dismiss")
                    on:click=move |_| state.ask.end.set(None)
                >
                    <icon::Cross />
                </button>
            </div>
        })
    };
    view! { {said} }
}
