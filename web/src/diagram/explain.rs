//! What a model says of the diagram, in words, in the place of its text; and what is sent for that.

use leptos::prelude::*;

use super::state::{Explained, State};
use super::status::Validity;
use crate::answer::{Article, Hooks, Turn, teller};
use crate::shell::icon;
use crate::shell::words::t;

/// The button that has the diagram explained, after what that sends.
#[component]
pub(super) fn Offer(state: State) -> impl IntoView {
    let tokens = Memo::new(move |_| state.tokens_drawn());
    let is_offered = move || tokens.with(Option::is_some) && state.ask.going.with(Option::is_none);
    let says = move || {
        let tokens = tokens.get()?;
        state.app.connection.with(|connection| {
            let connection = connection.as_ref()?;
            Some(if connection.is_on_device() {
                t!("answer-explain-reads", tokens = tokens)
            } else {
                t!("answer-explain-sends", tokens = tokens)
            })
        })
    };
    view! {
        <Show when=is_offered>
            <p class="explain-offer">
                <span id="explain-offer">{says}</span>
                <button
                    class="ghost"
                    type="button"
                    aria-describedby="explain-offer"
                    on:click=move |_| state.explain()
                >
                    {t!("answer-explain")}
                </button>
            </p>
        </Show>
    }
}

/// What is beside the picture.
pub(super) fn beside(state: State) -> String {
    if state.explaining.is_shown.get() {
        t!("answer-explain-title")
    } else {
        t!("diagram-text")
    }
}

/// The pane: the questions and their answers, the latest first, and the next question above them.
#[component]
pub(super) fn ExplanationPane(state: State) -> impl IntoView {
    let explaining = state.explaining;
    view! {
        <Show when=move || explaining.is_shown.get()>
            <section class="pane explained" aria-label=t!("answer-explain-title")>
                <div class="pane-h">
                    <h2>{t!("answer-explain-title")}</h2>
                    <span class="grow"></span>
                    <button class="link" type="button" on:click=move |_| state.forget_explaining()>
                        {t!("answer-explain-forget")}
                    </button>
                    <button
                        class="quiet"
                        type="button"
                        aria-label=t!("answer-explain-close")
                        title=t!("answer-explain-close")
                        on:click=move |_| state.show_text()
                    >
                        <icon::Cross />
                    </button>
                </div>
                <QuestionField state />
                <div class="turns" tabindex="0" role="region" aria-label=t!("answer-explain-answers")>
                    <For
                        each=move || explaining.turns.get()
                        key=|explained| explained.number
                        let:explained
                    >
                        <Shown state explained />
                    </For>
                </div>
            </section>
        </Show>
    }
}

/// The field of the next question, and what goes along with it.
#[component]
fn QuestionField(state: State) -> impl IntoView {
    let question = state.explaining.question;
    let is_blank = move || question.with(|question| question.trim().is_empty());
    let tokens = Memo::new(move |_| state.tokens_drawn());
    let along = Memo::new(move |_| state.would_go_along());
    let says = move || {
        let (earlier, more) = along.get();
        let tokens = tokens.get().unwrap_or_default() + more;
        state.app.connection.with(|connection| match connection {
            None => t!("answer-explain-unconnected"),
            Some(connection) if connection.is_on_device() => t!(
                "answer-explain-question-reads",
                tokens = tokens,
                earlier = earlier
            ),
            Some(connection) => t!(
                "answer-explain-question-sends",
                place = connection.place(),
                tokens = tokens,
                earlier = earlier
            ),
        })
    };
    let is_connected = move || state.app.connection.with(Option::is_some);
    view! {
        <form
            class="explain-ask"
            on:submit=move |event| {
                event.prevent_default();
                state.ask_about();
            }
        >
            <div class="explain-row">
                <input
                    type="text"
                    aria-label=t!("answer-explain-field")
                    aria-describedby="explain-where"
                    placeholder=t!("answer-explain-field")
                    autocomplete="off"
                    prop:value=move || question.get()
                    on:input=move |event| question.set(event_target_value(&event))
                />
                <button
                    class="ghost"
                    type="submit"
                    disabled=move || {
                        is_connected() && (is_blank() || tokens.with(Option::is_none))
                    }
                >
                    {move || if is_connected() {
                        t!("answer-explain-put")
                    } else {
                        t!("answer-connect")
                    }}
                </button>
            </div>
            <p class="explain-where" id="explain-where">{says}</p>
        </form>
    }
}

/// A question and its answer, and whether the diagram has become another since.
#[component]
fn Shown(state: State, explained: Explained) -> impl IntoView {
    let deeds = state.deeds();
    let hooks = Hooks {
        open: Callback::new(move |(tool, text): (String, String)| {
            state.open_of_answer(&tool, text);
        }),
        ..deeds.hooks(move |name| state.show_named(name))
    };
    let turn: Turn = (*explained).clone();
    let title = if turn.question.is_empty() {
        t!("answer-explain-whole")
    } else {
        turn.question.clone()
    };
    let diagram = explained.diagram.clone();
    let is_older = Memo::new(move |_| !state.is_drawn(&diagram));
    view! {
        <Article
            turn
            title
            hooks
            stop=Callback::new(move |()| {
                state.stop_explaining();
            })
            again=Callback::new(move |()| state.ask_about_again(&explained))
        >
            <Show when=move || is_older.get()>
                <p class="turn-says outdated">
                    <icon::Warning />
                    <span>{t!("answer-explain-older")}</span>
                </p>
            </Show>
        </Article>
    }
}

/// The line at the foot while an answer comes or is in view.
#[component]
pub(super) fn Foot(state: State) -> impl IntoView {
    let explaining = state.explaining;
    let latest = move || explaining.turns.with(|turns| turns.first().cloned());
    let is_going = Memo::new(move |_| explaining.going().is_some());
    let is_slow = move || {
        state.jobs.is_slow.get() || state.readings.is_slow.get() || state.is_slow_elsewhere.get()
    };
    let from = move || {
        let turn = latest()?;
        let progress = turn.progress;
        Some(progress.with(|progress| teller::from(progress, &turn.place)))
    };
    let figures = move || {
        let progress = latest()?.progress;
        Some(view! { <teller::Figures progress /> })
    };
    view! {
        <footer class="status">
            <Show when=move || is_going.get() || is_slow()>
                <button
                    class="primary stop"
                    type="button"
                    on:click=move |_| {
                        if !state.stop_explaining() {
                            state.stop_drawing();
                        }
                    }
                >
                    {t!("answer-stop")} <kbd>"Esc"</kbd>
                </button>
            </Show>
            <p class="m where-from">{from}</p>
            {figures}
            <span class="grow"></span>
            <Validity state />
        </footer>
    }
}
