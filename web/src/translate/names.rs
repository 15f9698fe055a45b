//! What locales are called, as the browser knows it.

use std::cell::RefCell;

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;

use super::locales::{COMMON, Choice, PSEUDO};
use crate::shell::words::{Language, language, t};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &Array, options: &JsValue) -> Result<DisplayNames, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, tag: &str) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(js_namespace = Intl, js_name = getCanonicalLocales, catch)]
    fn canonical_locales(tag: &str) -> Result<Array, JsValue>;
}

/// The name of a locale, in the language of another.
fn name_in(tag: &str, language: &str) -> Option<String> {
    let options = js_sys::Object::new();
    Reflect::set(&options, &"type".into(), &"language".into()).ok()?;
    let names = DisplayNames::new(&Array::of2(&language.into(), &"en".into()), &options).ok()?;
    names.of(tag).ok().flatten()
}

/// The name of a locale in its own language, as its speakers look for it.
pub(super) fn own_name(tag: &str) -> String {
    if tag == PSEUDO {
        return t!("translate-pseudo");
    }
    name_in(tag, tag).map_or_else(|| tag.to_owned(), |name| capitalised(&name))
}

/// The name of a locale in the language of the page.
pub(super) fn name(tag: &str) -> String {
    name_in(tag, language().tag()).unwrap_or_else(|| tag.to_owned())
}

/// A tag in the form that the registry gives it, such as `pt-BR` for `pt_br`; `None` if it is
/// none.
pub(super) fn canonical(tag: &str) -> Option<String> {
    let tag = tag.trim().replace('_', "-");
    if tag.is_empty() {
        return None;
    }
    canonical_locales(&tag).ok()?.get(0).as_string()
}

thread_local! {
    /// Asking the browser for two hundred names takes longer than a frame: it is done once for a
    /// language of the page.
    static CHOICES: RefCell<Option<(Language, Vec<Choice>)>> = const { RefCell::new(None) };
}

/// Every common locale with its names.
pub(super) fn choices() -> Vec<Choice> {
    let language = language();
    let known = CHOICES.with_borrow(|known| {
        let (of, choices) = known.as_ref()?;
        (*of == language).then(|| choices.clone())
    });
    known.unwrap_or_else(|| {
        let choices = named();
        CHOICES.set(Some((language, choices.clone())));
        choices
    })
}

fn named() -> Vec<Choice> {
    COMMON
        .iter()
        .map(|&tag| Choice {
            tag: tag.to_owned(),
            own_name: own_name(tag),
            name: name(tag),
        })
        .collect()
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
