//! Names of types, from names in data.

use std::collections::HashSet;

use heck::ToUpperCamelCase;

/// Letters that every language of today takes in an identifier, as they are and after
/// normalisation: the large scripts' precomposed letters without compatibility forms.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || (matches!(c, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{131}'
            | '\u{134}'..='\u{13e}' | '\u{141}'..='\u{148}' | '\u{14a}'..='\u{17e}'
            | '\u{388}'..='\u{3ce}' | '\u{400}'..='\u{45f}' | '\u{5d0}'..='\u{5ea}'
            | '\u{620}'..='\u{64a}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}'
            | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
            && c.is_alphabetic())
}

/// `text` with all that cannot stand in an identifier turned into spaces, ready to be cased.
///
/// Letters of the large scripts stay; `ascii` leaves those of English only.
pub fn words(text: &str, ascii: bool) -> String {
    text.chars()
        .map(|c| match c {
            // An apostrophe joins what it stands in: "don't" is one word.
            c if c.is_ascii_digit() || (is_letter(c) && (c.is_ascii() || !ascii)) => c,
            _ => ' ',
        })
        .collect()
}

/// A type's name: letters and digits, `UpperCamelCase`. May be empty or start with a digit.
pub(crate) fn type_name(text: &str) -> String {
    words(text, false).to_upper_camel_case()
}

/// The singular of an English name's last word, as names of arrays are turned into names of
/// their items. What looks singular stays as it is.
///
/// ```
/// use ichiban_schema::singular;
/// assert_eq!(singular("OrderItems"), "OrderItem");
/// assert_eq!(singular("categories"), "category");
/// assert_eq!(singular("status"), "status");
/// ```
pub fn singular(name: &str) -> String {
    const IRREGULAR: [(&str, &str); 22] = [
        ("people", "person"),
        ("children", "child"),
        ("women", "woman"),
        ("men", "man"),
        ("mice", "mouse"),
        ("geese", "goose"),
        ("feet", "foot"),
        ("teeth", "tooth"),
        ("indices", "index"),
        ("vertices", "vertex"),
        ("matrices", "matrix"),
        ("appendices", "appendix"),
        ("criteria", "criterion"),
        ("phenomena", "phenomenon"),
        ("movies", "movie"),
        ("cookies", "cookie"),
        ("leaves", "leaf"),
        ("lives", "life"),
        ("halves", "half"),
        ("shelves", "shelf"),
        ("analyses", "analysis"),
        ("axes", "axis"),
    ];
    const SAME: [&str; 8] = [
        "series",
        "species",
        "news",
        "means",
        "kubernetes",
        "aws",
        "dns",
        "https",
    ];
    let lower = name.to_ascii_lowercase();
    // A word may begin anywhere a capital does, so `UserPeople` ends in "people".
    let ends_in_word = |word: &str| {
        lower.ends_with(word)
            && name.get(name.len() - word.len()..).is_some_and(|tail| {
                tail.len() == name.len()
                    || tail.starts_with(|c: char| c.is_ascii_uppercase())
                    || name[..name.len() - word.len()].ends_with(|c: char| !c.is_alphanumeric())
            })
    };
    if SAME.iter().any(|word| ends_in_word(word)) {
        return name.to_owned();
    }
    for (plural, single) in IRREGULAR {
        if ends_in_word(plural) {
            let (head, tail) = name.split_at(name.len() - plural.len());
            // The first letter keeps its case; irregular words mostly share it.
            let first = if tail.starts_with(|c: char| c.is_ascii_uppercase()) {
                single[..1].to_ascii_uppercase()
            } else {
                single[..1].to_owned()
            };
            return format!("{head}{first}{}", &single[1..]);
        }
    }
    let cut = |n: usize, add: &str| format!("{}{add}", &name[..name.len() - n]);
    let ends = |suffixes: &[&str]| suffixes.iter().any(|suffix| lower.ends_with(suffix));
    if !lower.ends_with('s') || lower.len() < 3 || ends(&["ss", "us", "is", "'s"]) {
        name.to_owned()
    } else if lower.len() > 4 && lower.ends_with("ies") {
        cut(3, "y")
    } else if ends(&[
        "sses", "ches", "shes", "xes", "zzes", "tuses", "buses", "ruses", "puses", "nuses", "oes",
    ]) && !ends(&["caches", "shoes", "toes", "aches"])
    {
        cut(2, "")
    } else {
        cut(1, "")
    }
}

/// Names given out, compared without regard to case.
#[derive(Default)]
pub(crate) struct Names(HashSet<String>);

impl Names {
    /// Takes the first candidate that is free, or else the last one with the least number that
    /// makes it so.
    pub(crate) fn take<'a>(&mut self, candidates: impl IntoIterator<Item = &'a str>) -> String {
        let mut last = "";
        for candidate in candidates {
            let usable = candidate
                .chars()
                .next()
                .is_some_and(|c| !c.is_ascii_digit());
            if usable && self.0.insert(candidate.to_lowercase()) {
                return candidate.to_owned();
            }
            if usable {
                last = candidate;
            }
        }
        let last = if last.is_empty() { "Type" } else { last };
        // A number after a number would be read as one.
        let gap = if last.ends_with(|c: char| c.is_ascii_digit()) {
            "_"
        } else {
            ""
        };
        for n in 2_u64.. {
            let numbered = format!("{last}{gap}{n}");
            if self.0.insert(numbered.to_lowercase()) {
                return numbered;
            }
        }
        last.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn singulars_are_english() {
        for (plural, single) in [
            ("people", "person"),
            ("UserPeople", "UserPerson"),
            ("addresses", "address"),
            ("statuses", "status"),
            ("responses", "response"),
            ("databases", "database"),
            ("boxes", "box"),
            ("batches", "batch"),
            ("caches", "cache"),
            ("movies", "movie"),
            ("categories", "category"),
            ("series", "series"),
            ("news", "news"),
            ("bus", "bus"),
            ("analysis", "analysis"),
            ("class", "class"),
            ("data", "data"),
            ("files", "file"),
            ("URLs", "URL"),
            ("s", "s"),
            ("ß", "ß"),
            ("", ""),
        ] {
            assert_eq!(singular(plural), single);
        }
    }

    #[test]
    fn names_do_not_collide() {
        let mut names = Names::default();
        assert_eq!(names.take(["Item"]), "Item");
        assert_eq!(names.take(["ITEM", "OrderItem"]), "OrderItem");
        assert_eq!(names.take(["Item", "OrderItem"]), "OrderItem2");
        assert_eq!(names.take(["1"]), "Type2");
    }
}
