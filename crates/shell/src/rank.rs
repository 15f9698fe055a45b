//! Which commands fit what a person typed, the best first.

use std::ops::Range;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// What a command is found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Names<'a> {
    /// What it is called.
    pub title: &'a str,
    /// What else it is known by: what it does, where it belongs.
    pub about: &'a str,
}

/// A command that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// Its place among the commands that were given.
    pub place: usize,
    /// Where its title was matched: ranges of bytes, in order, none touching another.
    pub marks: Vec<Range<usize>>,
}

/// The commands that fit `query`, the best first; those that fit as well in the order given.
///
/// Each word of the query is sought as a subsequence of the title, or else as it is in what else the
/// command is known by, where letters left out would find anything; all have to be found. Case does not matter. A query without words fits all. The cost is
/// linear in the commands.
pub fn rank<'a>(query: &str, commands: impl IntoIterator<Item = Names<'a>>) -> Vec<Fit> {
    let matcher = SkimMatcherV2::default().ignore_case();
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut found: Vec<(i64, Fit)> = commands
        .into_iter()
        .enumerate()
        .filter_map(|(place, names)| {
            let mut score = 0;
            let mut letters = Vec::new();
            for word in &words {
                let in_title = matcher.fuzzy_indices(names.title, word);
                let in_about = is_within(names.about, word);
                match (in_title, in_about) {
                    (Some((fit, at)), _) => {
                        score += fit;
                        letters.extend(at);
                    }
                    (None, true) => {}
                    (None, false) => return None,
                }
            }
            let marks = marks(names.title, &mut letters);
            Some((score, Fit { place, marks }))
        })
        .collect();
    // Stable: what fits as well stays in order.
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, fit)| fit).collect()
}

/// Whether a word is in a text, in whatever case.
fn is_within(text: &str, word: &str) -> bool {
    text.to_lowercase().contains(&word.to_lowercase())
}

/// Ranges of bytes of the letters at these places, counted in characters.
fn marks(title: &str, letters: &mut Vec<usize>) -> Vec<Range<usize>> {
    letters.sort_unstable();
    letters.dedup();
    let mut marks: Vec<Range<usize>> = Vec::new();
    let mut wanted = letters.iter().peekable();
    for (nth, (at, letter)) in title.char_indices().enumerate() {
        if wanted.next_if(|place| **place == nth).is_none() {
            continue;
        }
        let end = at + letter.len_utf8();
        match marks.last_mut() {
            Some(last) if last.end == at => last.end = end,
            _ => marks.push(at..end),
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const COMMANDS: [Names<'static>; 6] = [
        Names {
            title: "Translate",
            about: "Tool JSON localise",
        },
        Names {
            title: "Convert",
            about: "Tool JSON types schema",
        },
        Names {
            title: "Copy",
            about: "Action",
        },
        Names {
            title: "Theme: dark",
            about: "Setting colours",
        },
        Names {
            title: "Clé d’été",
            about: "Example",
        },
        Names {
            title: "CSV → SQL",
            about: "Example Convert orders",
        },
    ];

    fn titles(query: &str) -> Vec<&'static str> {
        rank(query, COMMANDS)
            .iter()
            .map(|fit| COMMANDS[fit.place].title)
            .collect()
    }

    #[test]
    fn nothing_typed_leaves_all_in_order() {
        let places: Vec<usize> = rank("  ", COMMANDS).iter().map(|fit| fit.place).collect();
        assert_eq!(places, [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_title_counts_for_more_than_what_is_said_of_it() {
        assert_eq!(titles("convert"), ["Convert", "CSV → SQL"]);
    }

    #[test]
    fn letters_may_be_left_out_and_case_does_not_matter() {
        assert_eq!(titles("TRNS"), ["Translate"]);
        assert_eq!(titles("dark theme"), ["Theme: dark"]);
        assert!(titles("xyz").is_empty());
    }

    #[test]
    fn what_is_said_of_it_is_not_guessed_at() {
        assert!(titles("odr").is_empty());
        assert_eq!(titles("order"), ["CSV → SQL"]);
    }

    #[test]
    fn every_word_has_to_be_found() {
        assert_eq!(titles("csv orders"), ["CSV → SQL"]);
        assert!(titles("csv nothing").is_empty());
    }

    #[test]
    fn what_was_matched_is_marked_in_bytes() {
        let fits = rank("dark", COMMANDS);
        assert_eq!(fits[0].marks.len(), 1);
        assert_eq!(&COMMANDS[3].title[fits[0].marks[0].clone()], "dark");
        let fits = rank("sql", COMMANDS);
        assert_eq!(&COMMANDS[5].title[fits[0].marks[0].clone()], "SQL");
    }

    proptest! {
        #[test]
        fn marks_can_be_cut_out_of_any_title(title in ".{0,40}", about in ".{0,20}", query in ".{0,12}") {
            for fit in rank(&query, [Names { title: &title, about: &about }]) {
                let mut end = 0;
                for mark in fit.marks {
                    prop_assert!(mark.start >= end && mark.end > mark.start);
                    prop_assert!(title.get(mark.clone()).is_some());
                    end = mark.end;
                }
            }
        }
    }
}
