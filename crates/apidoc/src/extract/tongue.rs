//! The words of tables and labels in other languages, as the English ones that are read elsewhere.
//!
//! Documentation in Chinese, Japanese, Russian, German, French, Spanish, Portuguese and Italian has
//! the same heads (`Name | Type | Required`), the same labels (`Query parameters`) and the same
//! answers (`yes`, `no`), in few words each.

use std::collections::HashMap;
use std::sync::LazyLock;

/// English and what stands for it, in lower case: a line for each English word.
const WORDS: &str = include_str!("tongue.txt");

/// The English words by what stands for them; one word may stand for several.
static ENGLISH: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut english: HashMap<_, Vec<_>> = HashMap::new();
    for (word, others) in WORDS.lines().filter_map(|line| line.split_once(": ")) {
        for other in others.split(", ") {
            english.entry(other).or_default().push(word);
        }
    }
    english
});

/// What a use of a word may mean: the same word is a head in one place and an answer in another.
const HEADS: &[&str] = &[
    "name",
    "parameter",
    "type",
    "required",
    "optional",
    "default",
    "description",
    "example",
    "values",
    "in",
    "method",
    "url",
];
const LABELS: &[&str] = &[
    "parameter",
    "method",
    "url",
    "request parameters",
    "query parameters",
    "path parameters",
    "request body",
    "request headers",
    "response",
    "example response",
    "example request",
    "status codes",
];
const ANSWERS: &[&str] = &["yes", "no"];
const TYPES: &[&str] = &["string", "integer", "number", "boolean", "array", "object"];

/// The English head of a column.
pub(crate) fn head(word: &str) -> Option<&'static str> {
    english(word, HEADS)
}

/// The English label of a block.
pub(crate) fn label(line: &str) -> Option<&'static str> {
    english(line, LABELS)
}

/// `yes` or `no`.
pub(crate) fn answer(word: &str) -> Option<&'static str> {
    english(word, ANSWERS)
}

/// The English name of a type.
pub(crate) fn kind(word: &str) -> Option<&'static str> {
    english(word, TYPES)
}

fn english(word: &str, among: &[&'static str]) -> Option<&'static str> {
    let word = word
        .trim()
        .trim_matches(['*', '`', ':', '：', '_', '【', '】', '[', ']', '?', ' ']);
    // The longest of them have less.
    if word.is_empty() || word.len() > 64 {
        return None;
    }
    let lower = word.to_lowercase();
    let meanings = ENGLISH.get(lower.as_str())?;
    meanings.iter().find(|word| among.contains(word)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_means_what_its_use_lets_it_mean() {
        assert_eq!(head("必填"), Some("required"));
        assert_eq!(answer("必填"), Some("yes"));
        assert_eq!(head("Обязательный"), Some("required"));
        assert_eq!(label("**请求参数：**"), Some("request parameters"));
        assert_eq!(kind("Ganzzahl"), Some("integer"));
        assert_eq!(head("Nombre"), Some("name"));
        assert_eq!(label("Parameters"), None);
    }
}
