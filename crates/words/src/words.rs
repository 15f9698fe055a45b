//! The words of the page as far as they have been fetched.

use crate::catalogue::Catalogue;
use crate::weave::{self, Piece};
use crate::{Argument, Language};

/// What a message says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The text. A place without an argument reads `{$name}`.
    pub text: String,
    /// What was wrong: an argument that is not there, a message that is too deep. Empty but for
    /// mistakes in a catalogue or its use.
    pub problems: Vec<String>,
}

/// The messages of a language, and English for those that it lacks.
pub struct Words {
    language: Language,
    chosen: Catalogue,
    english: Catalogue,
}

impl Default for Words {
    fn default() -> Self {
        Self::new(Language::default())
    }
}

impl Words {
    /// Without any message yet.
    pub fn new(language: Language) -> Self {
        Self {
            language,
            chosen: Catalogue::new(language),
            english: Catalogue::new(Language::En),
        }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Whether the messages of a part are there in a language.
    pub fn has(&self, language: Language, part: &str) -> bool {
        self.catalogue(language)
            .is_some_and(|catalogue| catalogue.has(part))
    }

    /// Speaks another language from now on, of which the catalogues are to be added. English is kept.
    pub fn turn_to(&mut self, language: Language) {
        self.language = language;
        self.chosen = Catalogue::new(language);
    }

    /// Adds the catalogue of a part. What is neither in the language nor English is left out, and so is
    /// a part that is there.
    ///
    /// Says what is wrong with the catalogue; the messages that are right are added all the same.
    pub fn add(&mut self, language: Language, part: &str, source: String) -> Vec<String> {
        let catalogue = if language == Language::En {
            &mut self.english
        } else if language == self.language {
            &mut self.chosen
        } else {
            return Vec::new();
        };
        if catalogue.has(part) {
            return Vec::new();
        }
        catalogue.add(part, source)
    }

    /// What a message says with these arguments; none if no catalogue has it.
    pub fn text(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Option<String> {
        self.say(id, arguments).map(|said| said.text)
    }

    /// What a message says, and what is wrong with it.
    pub fn say(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Option<Said> {
        let own = self.catalogue(self.language);
        own.and_then(|own| own.say(id, arguments))
            .or_else(|| self.english.say(id, arguments))
    }

    /// What a message says with things in the places of these names, piece by piece, and what is wrong
    /// with it.
    pub fn weave<'p>(
        &self,
        id: &str,
        arguments: &[(&str, Argument<'_>)],
        places: &[&'p str],
    ) -> Option<(Vec<Piece<'p>>, Vec<String>)> {
        let said = self.say(id, &weave::with_places(arguments, places))?;
        Some((weave::cut(&said.text, places), said.problems))
    }

    fn catalogue(&self, language: Language) -> Option<&Catalogue> {
        if language == Language::En {
            Some(&self.english)
        } else {
            (language == self.language).then_some(&self.chosen)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(language: Language, catalogues: &[(Language, &str)]) -> Words {
        let mut words = Words::new(language);
        for (of, source) in catalogues {
            assert_eq!(words.add(*of, "test", (*source).to_owned()), [""; 0]);
        }
        words
    }

    fn said(words: &Words, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let said = words.say(id, arguments).unwrap();
        assert_eq!(said.problems, [""; 0]);
        said.text
    }

    const LEFT: &str = "left =\n    { $count ->\n        [one] { $count } value left\n       *[other] { $count } values left\n    }\n";

    #[test]
    fn the_plural_form_is_chosen_by_the_number_and_the_number_written() {
        let words = words(Language::En, &[(Language::En, LEFT)]);
        assert_eq!(said(&words, "left", &[("count", 1.into())]), "1 value left");
        assert_eq!(
            said(&words, "left", &[("count", 0.into())]),
            "0 values left"
        );
        assert_eq!(
            said(&words, "left", &[("count", 1_042_u32.into())]),
            "1\u{202f}042 values left"
        );
        assert_eq!(
            said(&words, "left", &[("count", 1.0.into())]),
            "1.0 values left"
        );
    }

    #[test]
    fn each_language_has_its_plurals_and_its_mark() {
        let forms =
            "n =\n    { $n ->\n        [one] { $n } one\n       *[other] { $n } other\n    }\n";
        let of = |language: Language, n: Argument<'static>| {
            said(&words(language, &[(language, forms)]), "n", &[("n", n)])
        };
        assert_eq!(of(Language::Fr, 0.into()), "0 one");
        assert_eq!(of(Language::De, 0.into()), "0 other");
        assert_eq!(of(Language::Es, 1.into()), "1 one");
        assert_eq!(of(Language::Ja, 1.into()), "1 other");
        assert_eq!(of(Language::De, 3.12.into()), "3,1 other");
        assert_eq!(of(Language::Ja, 3.12.into()), "3.1 other");
        assert_eq!(of(Language::Fr, 12.5.into()), "13 other");
        assert_eq!(of(Language::Fr, f64::NAN.into()), "NaN other");
    }

    #[test]
    fn a_text_may_choose_too() {
        let words = words(
            Language::En,
            &[(
                Language::En,
                "kept =\n    { $kind ->\n        [file] The file is kept.\n       *[text] The text is kept.\n    }\n",
            )],
        );
        assert_eq!(
            said(&words, "kept", &[("kind", "file".into())]),
            "The file is kept."
        );
        assert_eq!(
            said(&words, "kept", &[("kind", "other".into())]),
            "The text is kept."
        );
    }

    #[test]
    fn what_the_language_lacks_is_said_in_english() {
        let words = words(
            Language::Ja,
            &[
                (Language::En, "stop = Stop\nagain = Try again\n"),
                (Language::Ja, "stop = 停止\n"),
            ],
        );
        assert_eq!(words.text("stop", &[]).as_deref(), Some("停止"));
        assert_eq!(words.text("again", &[]).as_deref(), Some("Try again"));
        assert_eq!(words.text("nowhere", &[]), None);
    }

    #[test]
    fn a_catalogue_of_another_language_is_left_out() {
        let mut words = words(Language::Fr, &[(Language::De, "stop = Stopp\n")]);
        assert_eq!(words.text("stop", &[]), None);
        assert!(!words.has(Language::Fr, "test"));
        words.add(Language::Fr, "test", "stop = Arrêter\n".to_owned());
        words.add(Language::Fr, "test", "stop = Cesser\n".to_owned());
        assert!(words.has(Language::Fr, "test"));
        assert_eq!(words.text("stop", &[]).as_deref(), Some("Arrêter"));
    }

    #[test]
    fn english_is_kept_when_the_language_is_another() {
        let mut words = words(Language::En, &[(Language::En, "stop = Stop\n")]);
        words.turn_to(Language::De);
        assert_eq!(words.language(), Language::De);
        assert_eq!(words.text("stop", &[]).as_deref(), Some("Stop"));
        words.add(Language::De, "test", "stop = Stopp\n".to_owned());
        assert_eq!(words.text("stop", &[]).as_deref(), Some("Stopp"));
        words.turn_to(Language::En);
        assert!(words.has(Language::En, "test") && !words.has(Language::De, "test"));
        assert_eq!(words.text("stop", &[]).as_deref(), Some("Stop"));
    }

    #[test]
    fn mistakes_come_back_and_the_rest_is_said() {
        let mut words = Words::new(Language::En);
        let problems = words.add(
            Language::En,
            "test",
            "a = A { $missing }\n} is no message\nb = B\n".to_owned(),
        );
        assert_eq!(problems.len(), 1, "{problems:?}");
        let a = words.say("a", &[]).unwrap();
        assert_eq!(a.text, "A {$missing}");
        assert_eq!(a.problems.len(), 1);
        assert_eq!(words.text("b", &[]).as_deref(), Some("B"));
    }

    #[test]
    fn things_stand_where_the_sentence_has_them() {
        let catalogues = [
            (Language::En, "press = Press { $key } { $count } times.\n"),
            (Language::Ja, "press = { $count }回{ $key }を押します。\n"),
        ];
        let arguments = [("count", Argument::from(3))];
        let english = words(Language::En, &catalogues);
        let (pieces, problems) = english.weave("press", &arguments, &["key"]).unwrap();
        assert_eq!(problems, [""; 0]);
        assert_eq!(
            pieces,
            [
                Piece::Text("Press ".to_owned()),
                Piece::Place("key"),
                Piece::Text(" 3 times.".to_owned()),
            ]
        );
        let japanese = words(Language::Ja, &catalogues);
        let (pieces, _) = japanese.weave("press", &arguments, &["key"]).unwrap();
        assert_eq!(
            pieces,
            [
                Piece::Text("3回".to_owned()),
                Piece::Place("key"),
                Piece::Text("を押します。".to_owned()),
            ]
        );
    }

    #[test]
    fn a_text_cannot_pass_for_a_thing() {
        let words = words(Language::En, &[(Language::En, "a = { $text }{ $key }\n")]);
        let text = Argument::from("x\u{f0000}y");
        let (pieces, _) = words.weave("a", &[("text", text)], &["key"]).unwrap();
        assert_eq!(
            pieces,
            [Piece::Text("x\u{fffd}y".to_owned()), Piece::Place("key"),]
        );
    }
}
