//! A question and its answer on the page, and what may be done with them.

use leptos::prelude::*;

use super::teller::Standing;
use super::{AnswerBody, Hooks, Progress, Turn};
use crate::shell::words::t;

/// A question and its answer.
#[component]
pub(crate) fn Article(
    turn: Turn,
    /// What stands above the answer.
    #[prop(into)]
    title: String,
    hooks: Hooks,
    /// Stops it.
    stop: Callback<()>,
    /// Asks the same once more.
    again: Callback<()>,
    /// What is said below the answer, before how it stands.
    children: Children,
) -> impl IntoView {
    let Turn {
        place,
        answer,
        progress,
        ..
    } = turn;
    let label = t!("answer-to", question = &title);
    let is_going = Memo::new(move |_| progress.with(Progress::is_going));
    let has_words = Memo::new(move |_| progress.with(|it| it.markdown().is_some()));
    let copy = move |_| {
        let source = progress.with_untracked(|it| it.markdown().map(str::to_owned));
        hooks.copy.run(source.unwrap_or_default());
    };
    view! {
        <article
            class="turn"
            aria-label=label
            data-going=move || is_going.get().to_string()
        >
            <h3>{title}</h3>
            <AnswerBody answer hooks />
            {children()}
            <Standing progress place />
            <footer>
                <Show when=move || is_going.get()>
                    <button class="ghost" type="button" on:click=move |_| stop.run(())>
                        {t!("answer-stop")}
                    </button>
                </Show>
                <Show when=move || has_words.get()>
                    <button class="link" type="button" on:click=copy>
                        {t!("answer-copy-markdown")}
                    </button>
                </Show>
                <Show when=move || !is_going.get()>
                    <button class="link" type="button" on:click=move |_| again.run(())>
                        {t!("answer-ask-again")}
                    </button>
                </Show>
            </footer>
        </article>
    }
}
