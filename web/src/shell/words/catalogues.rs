//! Catalogues are fetched (`js/words.ts`): those of the parts of the page that are there, in the language
//! that it speaks.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

use super::{Argument, Language, add, has, language, say, turn_to};

#[wasm_bindgen(raw_module = "@js/words.ts")]
extern "C" {
    /// Fetches the catalogue of a part, or hands over what was begun to be fetched.
    #[wasm_bindgen(js_name = fetchWords)]
    fn fetch_words(language: &str, part: &str) -> Promise;

    /// The tags of the languages that the person prefers, the first one first.
    #[wasm_bindgen(js_name = preferredLanguages)]
    fn preferred_languages() -> Array;
}

#[wasm_bindgen(raw_module = "@js/say.ts")]
extern "C" {
    /// Has scripts ask here for what messages say, and for the words of the page.
    #[wasm_bindgen(js_name = answerWith)]
    fn answer_with(
        say: &Closure<dyn Fn(String, Array, Array) -> String>,
        fetch_page: &Closure<dyn Fn() -> Promise>,
    );
}

/// The part of which the words come with the page's start.
const START: &[&str] = &["shell"];

thread_local! {
    /// The parts of which the words are wanted, in whichever language.
    static WANTED: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
    /// How often another language was asked for.
    static TURNS: Cell<u32> = const { Cell::new(0) };
}

/// What became of the wish for another language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turned {
    /// It is spoken.
    Done,
    /// Its words could not be fetched: the one before is still spoken.
    Failed,
    /// Yet another was asked for meanwhile.
    Overtaken,
}

/// Finds out which language the person wants, and fetches what the page begins with. False if it cannot
/// say anything.
pub(crate) async fn begin() -> bool {
    let ask = Closure::<dyn Fn(String, Array, Array) -> String>::new(
        |id: String, names: Array, values: Array| to_scripts(&id, &names, &values),
    );
    let fetch_page = Closure::<dyn Fn() -> Promise>::new(|| {
        future_to_promise(async { Ok(JsValue::from_bool(fetch(&["page"]).await)) })
    });
    answer_with(&ask, &fetch_page);
    // As long as the page lives.
    ask.forget();
    fetch_page.forget();
    let preferred = preferred_languages();
    let preferred: Vec<String> = preferred.iter().filter_map(|tag| tag.as_string()).collect();
    let wanted = Language::choose(preferred.iter().map(String::as_str));
    if wanted != Language::En {
        turn_to(wanted, Vec::new());
        let english = coming(Language::En, START.iter().copied());
        if fetch(START).await {
            // It stands by for what a catalogue may lack. Nobody waits for it.
            spawn_local(async move {
                if let Some(sources) = arrived(english).await {
                    add(Language::En, sources);
                }
            });
            return true;
        }
        turn_to(Language::En, Vec::new());
    }
    fetch(START).await
}

/// Begins to fetch the words of these parts, in the language that the page speaks. What is awaited is
/// whether they are there.
pub(crate) fn fetch(parts: &'static [&'static str]) -> impl Future<Output = bool> {
    WANTED.with_borrow_mut(|wanted| {
        for part in parts {
            if !wanted.contains(part) {
                wanted.push(part);
            }
        }
    });
    fetch_for_now(parts)
}

/// Like [`fetch`], for who can do without them when the page speaks another language.
pub(crate) fn fetch_for_now(parts: &'static [&'static str]) -> impl Future<Output = bool> {
    let mut of = language();
    let mut fetched = coming(of, parts.iter().copied());
    async move {
        loop {
            let is_there = taken(of, arrived(fetched).await);
            // The page may speak another one by now.
            let now = language();
            if now == of {
                return is_there;
            }
            of = now;
            fetched = coming(of, parts.iter().copied());
        }
    }
}

/// Has English stand in for the words of these parts, which do not come in the language that the page
/// speaks: of a part that was used before it spoke it, without a network. What is awaited is whether they
/// are there.
pub(crate) async fn fetch_english(parts: &'static [&'static str]) -> bool {
    let fetched = coming(Language::En, parts.iter().copied());
    taken(Language::En, arrived(fetched).await)
}

/// Speaks another language, once the words of all parts that are there have come.
pub(crate) async fn speak(language: Language) -> Turned {
    let turn = TURNS.get().wrapping_add(1);
    TURNS.set(turn);
    let mut sources: Vec<(&'static str, String)> = Vec::new();
    loop {
        // While some come, others may be asked for.
        let missing: Vec<&'static str> = WANTED.with_borrow(|wanted| {
            let is_there = |part: &&'static str| {
                has(language, part) || sources.iter().any(|(known, _)| known == part)
            };
            wanted
                .iter()
                .copied()
                .filter(|part| !is_there(part))
                .collect()
        });
        if missing.is_empty() {
            break;
        }
        let more = arrived(coming(language, missing)).await;
        if TURNS.get() != turn {
            return Turned::Overtaken;
        }
        let Some(more) = more else {
            return Turned::Failed;
        };
        sources.extend(more);
    }
    turn_to(language, sources);
    Turned::Done
}

/// Catalogues on their way, each with its part.
type Coming = Vec<(&'static str, JsFuture)>;

/// Begins to fetch the catalogues of these parts that are not there.
fn coming(language: Language, parts: impl IntoIterator<Item = &'static str>) -> Coming {
    parts
        .into_iter()
        .filter(|part| !has(language, part))
        .map(|part| (part, JsFuture::from(fetch_words(language.tag(), part))))
        .collect()
}

/// What has come; none if one of them could not be fetched.
async fn arrived(coming: Coming) -> Option<Vec<(&'static str, String)>> {
    let mut sources = Vec::with_capacity(coming.len());
    for (part, source) in coming {
        sources.push((part, source.await.ok()?.as_string()?));
    }
    Some(sources)
}

/// Adds what has come; whether it has.
fn taken(language: Language, sources: Option<Vec<(&'static str, String)>>) -> bool {
    let is_there = sources.is_some();
    add(language, sources.unwrap_or_default());
    is_there
}

/// What a message says, for scripts (`js/say.ts`).
fn to_scripts(id: &str, names: &Array, values: &Array) -> String {
    let names: Vec<String> = names.iter().filter_map(|name| name.as_string()).collect();
    let arguments: Vec<(&str, Argument<'_>)> = names
        .iter()
        .zip(values.iter())
        .map(|(name, value)| (name.as_str(), argument(&value)))
        .collect();
    say(id, &arguments)
}

/// A number or a text of JavaScript, which has one kind of number.
fn argument(value: &JsValue) -> Argument<'static> {
    match value.as_f64() {
        Some(number) if number.fract() == 0.0 => Argument::Count(number),
        Some(number) => Argument::Measure(number),
        None => Argument::from(value.as_string().unwrap_or_default()),
    }
}
