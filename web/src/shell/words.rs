//! The words of the page, in the language of the person.
//!
//! They stand in the catalogues under `web/locales`, one for each part of the page, and are fetched
//! with it ([`Part::worded`](super::part::Part::worded)). Views ask for a message by its id:
//!
//! ```ignore
//! t!("shell-try-again")
//! t!("translate-left", count = 3_u32)
//! woven!("docs-press", key = view! { <kbd>"Esc"</kbd> })
//! woven!("docs-press-times", [count = 3_u32], key = view! { <kbd>"Esc"</kbd> })
//! ```
//!
//! None of it is followed like a signal: when the language changes, the views are made anew.

mod catalogues;

use std::cell::RefCell;

use ichiban_words::{Piece, Words};
use leptos::prelude::*;

pub(crate) use ichiban_words::{Argument, Language};

pub(crate) use self::catalogues::{Turned, begin, fetch, fetch_english, fetch_for_now, speak};

thread_local! {
    static WORDS: RefCell<Words> = RefCell::new(at_start());
}

/// What a message says with these arguments, which are texts or numbers: a `String`.
macro_rules! t {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::shell::words::say(
            $id,
            &[$((stringify!($name), $crate::shell::words::Argument::from($value))),*],
        )
    };
}
pub(crate) use t;

/// What a message says with views in its places, as an `AnyView`. Arguments that are texts or numbers
/// stand in brackets before the views.
macro_rules! woven {
    ($id:literal, [$($name:ident = $value:expr),* $(,)?] $(, $place:ident = $view:expr)* $(,)?) => {
        $crate::shell::words::weave(
            $id,
            &[$((stringify!($name), $crate::shell::words::Argument::from($value))),*],
            vec![$((stringify!($place), leptos::prelude::IntoAny::into_any($view))),*],
        )
    };
    ($id:literal $(, $place:ident = $view:expr)* $(,)?) => {
        $crate::shell::words::woven!($id, [] $(, $place = $view)*)
    };
}
pub(crate) use woven;

/// What a message says of which the id stands in a table.
pub(crate) fn text(id: &str) -> String {
    say(id, &[])
}

/// What a message says, if there is one of this id.
pub(crate) fn text_if(id: &str) -> Option<String> {
    WORDS.with_borrow(|words| words.text(id, &[]))
}

/// What a message says; the id itself, which people can at least report, if there is none.
pub(crate) fn say(id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
    let said = WORDS.with_borrow(|words| words.say(id, arguments));
    let Some(said) = said else {
        mistaken(id, "no catalogue has it");
        return id.to_owned();
    };
    for problem in &said.problems {
        mistaken(id, problem);
    }
    said.text
}

/// What a message says with views in the places of these names. A view that the message has no place for
/// is left out.
pub(crate) fn weave(
    id: &str,
    arguments: &[(&str, Argument<'_>)],
    views: Vec<(&'static str, AnyView)>,
) -> AnyView {
    let places: Vec<&str> = views.iter().map(|(name, _)| *name).collect();
    let woven = WORDS.with_borrow(|words| words.weave(id, arguments, &places));
    let Some((pieces, problems)) = woven else {
        mistaken(id, "no catalogue has it");
        return id.to_owned().into_any();
    };
    for problem in &problems {
        mistaken(id, problem);
    }
    let mut views: Vec<(&str, Option<AnyView>)> = views
        .into_iter()
        .map(|(name, view)| (name, Some(view)))
        .collect();
    let pieces: Vec<AnyView> = pieces
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Text(text) => Some(text.into_any()),
            Piece::Place(place) => views
                .iter_mut()
                .find(|(name, _)| *name == place)
                .and_then(|(_, view)| view.take()),
        })
        .collect();
    pieces.into_any()
}

/// The language in which the page speaks now.
pub(crate) fn language() -> Language {
    WORDS.with_borrow(Words::language)
}

/// Whether the words of a part are there in a language.
pub(crate) fn has(language: Language, part: &str) -> bool {
    WORDS.with_borrow(|words| words.has(language, part))
}

/// Speaks this language from now on, in these words and in those that are there of it.
fn turn_to(language: Language, sources: Vec<(&'static str, String)>) {
    WORDS.with_borrow_mut(|words| {
        // Turning to it would forget what was fetched: who takes back a choice asks for the one before.
        if words.language() != language {
            words.turn_to(language);
        }
    });
    add(language, sources);
}

/// Adds catalogues, each with its part. Those of a language that is spoken no more are left out.
fn add(language: Language, sources: Vec<(&'static str, String)>) {
    for (part, source) in sources {
        let problems = WORDS.with_borrow_mut(|words| words.add(language, part, source));
        for problem in problems {
            mistaken(part, &problem);
        }
    }
}

/// A mistake in a catalogue or in its use: nothing that a person can mend. Tests fail by it.
fn mistaken(id: &str, problem: &str) {
    #[cfg(all(test, not(target_arch = "wasm32")))]
    assert!(problem.is_empty(), "{id}: {problem}");
    #[cfg(not(all(test, not(target_arch = "wasm32"))))]
    leptos::logging::warn!("{id}: {problem}");
}

/// Without words: they are fetched.
#[cfg(target_arch = "wasm32")]
fn at_start() -> Words {
    Words::default()
}

/// All of English, for tests.
#[cfg(not(target_arch = "wasm32"))]
fn at_start() -> Words {
    const CATALOGUES: [(&str, &str); 12] = [
        ("shell", include_str!("../../locales/en/shell.ftl")),
        ("page", include_str!("../../locales/en/page.ftl")),
        ("endpoint", include_str!("../../locales/en/endpoint.ftl")),
        ("failures", include_str!("../../locales/en/failures.ftl")),
        ("answer", include_str!("../../locales/en/answer.ftl")),
        ("editor", include_str!("../../locales/en/editor.ftl")),
        ("translate", include_str!("../../locales/en/translate.ftl")),
        ("convert", include_str!("../../locales/en/convert.ftl")),
        ("repair", include_str!("../../locales/en/repair.ftl")),
        ("diagram", include_str!("../../locales/en/diagram.ftl")),
        ("docs", include_str!("../../locales/en/docs.ftl")),
        ("widget", include_str!("../../locales/en/widget.ftl")),
    ];
    let mut words = Words::default();
    for (part, source) in CATALOGUES {
        for problem in words.add(Language::En, part, source.to_owned()) {
            mistaken(part, &problem);
        }
    }
    words
}
