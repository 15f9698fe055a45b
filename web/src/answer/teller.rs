//! What is said of an answer: how it stands, its numbers, and who answers.

use leptos::prelude::*;

use super::progress::{Outcome, Progress};
use crate::endpoint::failures;
use crate::shell::figures;
use crate::shell::icon;
use crate::shell::words::{t, woven};

/// How an answer stands, and how it ended: one that was cut is never taken for whole.
#[component]
pub(crate) fn Standing(progress: RwSignal<Progress>, place: String) -> impl IntoView {
    let said = Memo::new(move |_| progress.with(|progress| standing(progress, &place)));
    move || {
        said.get().map(|(is_bad, words)| {
            if is_bad {
                view! {
                    <p class="turn-says bad" role="status">
                        <icon::Warning />
                        <span>{words}</span>
                    </p>
                }
                .into_any()
            } else {
                view! { <p class="turn-says">{words}</p> }.into_any()
            }
        })
    }
}

/// How an answer stands, in words, and whether that is bad; nothing of one that is whole, or that comes
/// as it should.
fn standing(progress: &Progress, place: &str) -> Option<(bool, String)> {
    let has_begun = progress.standing.has_begun;
    let begun = if has_begun { "yes" } else { "no" };
    let words = match progress.outcome() {
        Some(Outcome::Whole) => return None,
        Some(Outcome::Stopped) => t!("answer-stopped", begun = begun),
        Some(Outcome::Declined) => t!("answer-declined"),
        Some(Outcome::Failed(trouble)) => {
            let (message, hint) = trouble.words();
            t!(
                "answer-failed",
                begun = begun,
                message = message,
                hint = hint
            )
        }
        None => {
            let words = match (&progress.waiting, progress.loading) {
                (Some(failure), _) => t!(
                    "answer-waiting",
                    message = failures::in_words(failure).message
                ),
                (None, Some(percent)) => t!("answer-loading", percent = percent),
                (None, None) if has_begun => return None,
                (None, None) => t!("answer-asking", place = place),
            };
            return Some((false, words));
        }
    };
    Some((true, words))
}

/// The numbers of an answer, for the line at the foot.
#[component]
pub(crate) fn Figures(progress: RwSignal<Progress>) -> impl IntoView {
    move || {
        let progress = progress.get();
        let token = progress.first_token_ms.map(|took_ms| {
            let (number, unit) = figures::duration(took_ms);
            let number = view! { <b>{number}</b> };
            let said = woven!("answer-first-token", [unit = unit], number = number);
            view! { <span class="m">{said}</span> }
        });
        let paint = progress.first_paint_ms.map(|took_ms| {
            let (number, unit) = figures::duration(took_ms);
            let number = view! { <b>{number}</b> };
            let said = woven!("answer-first-paint", [unit = unit], number = number);
            view! { <span class="m">{said}</span> }
        });
        let speed = progress.per_second().map(|rate| {
            let number = view! { <b>{figures::measure(rate)}</b> };
            let said = woven!("answer-speed", number = number);
            view! { <span class="m">{said}</span> }
        });
        let standing = progress.standing;
        let all = standing.input + standing.output;
        let tokens = (all > 0).then(|| {
            let counted = if standing.is_counted { "yes" } else { "no" };
            let number = view! { <b>{figures::count(all)}</b> };
            let said = woven!("answer-tokens", [counted = counted], number = number);
            view! { <span class="m">{said}</span> }
        });
        view! { <span class="extras">{token} {paint} {speed} {tokens}</span> }
    }
}

/// Where a question was asked, and how it went, for the line at the foot.
pub(crate) fn from(progress: &Progress, place: &str) -> String {
    match progress.outcome() {
        None if !progress.standing.has_begun => t!("answer-asking", place = place),
        None => t!("answer-from-answering", place = place),
        Some(Outcome::Whole) => t!("answer-from", place = place),
        Some(Outcome::Stopped) => t!("answer-from-stopped", place = place),
        Some(Outcome::Declined) => t!("answer-from-declined", place = place),
        Some(Outcome::Failed(_)) => t!("answer-from-not-whole", place = place),
    }
}

#[cfg(test)]
mod tests {
    use ichiban_engine::asking::words::End;

    use super::super::progress::Trouble;
    use super::*;

    const PLACE: &str = "models.example";

    fn said(progress: &Progress) -> Option<(bool, String)> {
        standing(progress, PLACE)
    }

    #[test]
    fn an_answer_that_comes_as_it_should_is_left_to_speak_for_itself() {
        let mut progress = Progress::default();
        let asking = "Asking models.example…".to_owned();
        assert_eq!(said(&progress), Some((false, asking.clone())));
        assert_eq!(from(&progress, PLACE), asking);
        progress.standing.has_begun = true;
        assert_eq!(said(&progress), None);
        assert_eq!(from(&progress, PLACE), "models.example answers");
        progress.is_over = true;
        progress.standing.end = Some(End::Whole);
        assert_eq!(said(&progress), None);
        assert_eq!(from(&progress, PLACE), "From models.example");
    }

    #[test]
    fn what_is_not_whole_says_so_and_that_what_came_is_kept() {
        let mut progress = Progress {
            is_over: true,
            trouble: Some(Trouble::Refused("Too long.".to_owned(), "answer-try-again")),
            ..Progress::default()
        };
        assert_eq!(
            said(&progress),
            Some((true, "Too long. Try again.".to_owned()))
        );
        progress.standing.has_begun = true;
        let words = "This is not the whole answer. Too long. Try again. What came is kept.";
        assert_eq!(said(&progress), Some((true, words.to_owned())));
        progress.is_stopped = true;
        let words = "Stopped: this is not the whole answer. What came is kept.";
        assert_eq!(said(&progress), Some((true, words.to_owned())));
    }
}
