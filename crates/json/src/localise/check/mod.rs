//! Rules for a translation, whoever wrote it: one file each, and the table that names them.
//!
//! They cover the tests of Translate Toolkit's `pofilter` that apply to any file:
//!
//! | `pofilter` | here |
//! | --- | --- |
//! | `accelerators`, `acronyms`, `brackets`, `credits`, `emails`, `escapes`, `functions`, `newlines`, `numbers`, `options`, `tabs`, `unchanged`, `urls` | rules of nearly the same names |
//! | `blank`, `untranslated` | `empty`; an entry that is not there is told by [`compare`](super::compare()) |
//! | `compendiumconflicts` | `merge-conflict` |
//! | `doublequoting`, `singlequoting` | `quotation-double`, `quotation-single` |
//! | `doublespacing`, `doublewords` | `double-space`, `repeated-word` |
//! | `endpunc`, `startpunc`, `puncspacing`, `purepunc` | `punctuation`, `punctuation-start`, `punctuation-space`, `pure-punctuation` |
//! | `startwhitespace`, `endwhitespace` | `whitespace` |
//! | `filepaths` | `file-path` |
//! | `long`, `short` | `proportion`, and `length` for what a file limits |
//! | `musttranslatewords`, `notranslatewords` | `glossary`: a term with a translation, a term without |
//! | `nplurals` | `plural`, and `plural-form-missing` of [`compare`](super::compare()) |
//! | `printf`, `pythonbraceformat`, `variables` | `placeholder`, in the syntax of the file |
//! | `sentencecount` | `sentence-count` |
//! | `simplecaps`, `startcaps` | `capitals`, `capital-start` |
//! | `simpleplurals` | `simple-plural` |
//! | `validchars` | `script`, `invisible`, `bidi`: what is valid follows from the language |
//! | `xmltags` | `tag` |
//! | `dialogsizes`, `gconf`, `kdecomments`, `hassuggestion`, `isfuzzy`, `isreview`, `spellcheck` | not here: they are for one program's comments and files, for the state of an entry (`key-stale`), or need a dictionary |
//!
//! What a person may well mean is a note or a warning; errors are for what breaks the program.

mod accelerators;
mod acronyms;
mod bidi;
mod brackets;
mod capital_start;
mod capitals;
mod commentary;
mod credits;
mod double_quotes;
mod double_spaces;
mod emails;
mod empty;
mod escapes;
mod file_paths;
mod functions;
mod glossary;
mod icu_syntax;
mod invisible;
pub(super) mod language;
mod length;
mod literals;
mod markdown;
mod merge_conflict;
mod newlines;
mod numbers;
mod options;
mod placeholders;
mod plural_categories;
mod proportion;
mod punctuation;
mod punctuation_space;
mod punctuation_start;
mod pure_punctuation;
mod repeated_words;
mod script;
mod select_keywords;
mod sentence_count;
mod simple_plurals;
mod single_quotes;
mod tabs;
mod tags;
mod unchanged;
mod urls;
mod whitespace;

use std::collections::BTreeSet;

use ichiban_tool::{Diagnostic, Severity};

use super::message::{self, Message, Syntax};
use super::plural::Category;
use super::segment::Segment;
use super::{Catalogue, Glossary, Locale, SegmentId};

/// A rule that compares a translation with its source.
pub trait Check: Sync {
    /// The rule's name, which begins the codes of its findings.
    fn name(&self) -> &'static str;

    /// Looks at a translation and reports what is wrong with it.
    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>);
}

/// Every rule.
pub static CHECKS: &[&dyn Check] = &[
    &placeholders::Placeholders,
    &icu_syntax::IcuSyntax,
    &plural_categories::PluralCategories,
    &select_keywords::SelectKeywords,
    &tags::Tags,
    &empty::Empty,
    &unchanged::Unchanged,
    &whitespace::Whitespace,
    &newlines::Newlines,
    &urls::Urls,
    &emails::Emails,
    &numbers::Numbers,
    &punctuation::Punctuation,
    &length::Length,
    &invisible::Invisible,
    &bidi::Bidi,
    &accelerators::Accelerators,
    &glossary::Glossary,
    &repeated_words::RepeatedWords,
    &brackets::Brackets,
    &commentary::Commentary,
    &script::Script,
    &language::Language,
    &escapes::Escapes,
    &literals::Literals,
    &markdown::Markdown,
    &acronyms::Acronyms,
    &capital_start::CapitalStart,
    &capitals::Capitals,
    &credits::Credits,
    &double_quotes::DoubleQuotes,
    &double_spaces::DoubleSpaces,
    &file_paths::FilePaths,
    &functions::Functions,
    &merge_conflict::MergeConflict,
    &options::CommandOptions,
    &proportion::Proportion,
    &punctuation_space::PunctuationSpace,
    &punctuation_start::PunctuationStart,
    &pure_punctuation::PurePunctuation,
    &sentence_count::SentenceCount,
    &simple_plurals::SimplePlurals,
    &single_quotes::SingleQuotes,
    &tabs::Tabs,
];

/// A source text and its translation.
pub struct Pair<'a> {
    /// The source text.
    pub source_text: &'a str,
    /// The source text as pieces.
    pub source: &'a Message,
    /// The translation.
    pub target_text: &'a str,
    /// The translation as pieces; if its syntax is broken, as far as it can be read.
    pub target: &'a Message,
    /// Set if the translation's syntax is broken.
    pub target_error: Option<&'a message::SyntaxError>,
    /// What is known besides.
    pub terms: &'a Terms<'a>,
    /// Most characters the translation may have.
    pub max_chars: Option<u32>,
    /// What becomes of the number, if the text is a plural form.
    pub number: Number,
    /// Set if the texts are messages with selectors, one variant of each filled in.
    pub whole: Option<&'a Whole>,
}

/// What is known of a message of which a text is only one wording.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whole {
    /// The arguments of the source message, wherever in it they stand.
    pub known: BTreeSet<String>,
    /// The arguments that this wording may do without, since it was chosen by them.
    pub optional: BTreeSet<String>,
}

/// What becomes of the number in a text that is chosen by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Number {
    /// The text is no plural form.
    NotAForm,
    /// The text is a plural form.
    Form {
        /// The argument that holds the number, if it has a name.
        argument: String,
        /// Whether the text may do without the number, as `one file` does.
        optional: bool,
    },
}

impl Number {
    /// What becomes of the number (i18next's `count`) in a segment's form of a category.
    pub(super) fn of(segment: &Segment, category: Category) -> Self {
        Self::Form {
            argument: segment.number_argument().to_owned(),
            optional: category.may_omit_number(),
        }
    }
}

/// On which terms a translation is checked.
#[derive(Clone, Copy)]
pub struct Terms<'a> {
    /// What the marks in the texts mean.
    pub syntax: &'a Syntax,
    /// The locale of the source, if known.
    pub source_locale: Option<&'a Locale>,
    /// The locale of the translation.
    pub locale: &'a Locale,
    /// The glossary of that locale.
    pub glossary: &'a Glossary,
    /// Whether a translation that is its source is accepted.
    pub allow_unchanged: bool,
    /// Who wrote the translation: a model is held to more than a person.
    pub author: Author,
}

/// Who wrote a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// A person, who may have had reasons.
    Person,
    /// A model. What looks like a slip is taken for one.
    Model,
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// The finding's name: the rule's name and what is wrong.
    pub code: &'static str,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it, in one sentence.
    pub hint: String,
}

/// Checks a translation of a whole segment. The findings' place is that of the source value.
/// Worst first.
pub fn translation(
    catalogue: &Catalogue,
    segment: SegmentId,
    text: &str,
    terms: &Terms<'_>,
) -> Vec<Diagnostic> {
    let form = catalogue.segment(segment).and_then(Segment::form);
    form_translation(catalogue, segment, form, text, terms)
}

/// Checks a translation that is a plural form of its own, not the segment's.
pub(super) fn form_translation(
    catalogue: &Catalogue,
    segment: SegmentId,
    form: Option<Category>,
    text: &str,
    terms: &Terms<'_>,
) -> Vec<Diagnostic> {
    let Some(segment) = catalogue.segment(segment) else {
        return Vec::new();
    };
    let number = form.map_or(Number::NotAForm, |it| Number::of(segment, it));
    let mut findings = pair(segment, number, text, terms);
    findings.sort_by_key(|it| std::cmp::Reverse(it.severity));
    findings
        .into_iter()
        .map(|it| it.at(segment.pointer(), segment.place))
        .collect()
}

impl Author {
    /// The severity of what a person may mean and a model never does.
    fn strict(self, lenient: Severity) -> Severity {
        match self {
            Self::Person => lenient,
            Self::Model => Severity::Error,
        }
    }
}

impl Finding {
    fn new(
        severity: Severity,
        code: &'static str,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            severity,
            code,
            message: message.into(),
            hint: hint.into(),
        }
    }

    /// The finding with its place.
    pub fn at(self, path: String, place: ichiban_tool::Place) -> Diagnostic {
        Diagnostic {
            severity: self.severity,
            code: self.code.to_owned(),
            path,
            place,
            message: self.message,
            hint: self.hint,
        }
    }
}

/// Runs every rule over a segment and a translation of it.
fn pair(segment: &Segment, number: Number, text: &str, terms: &Terms<'_>) -> Vec<Finding> {
    let (target, error) = match message::parse(text, terms.syntax) {
        Ok(target) => (target, None),
        Err(error) => (message::parse_leniently(text, terms.syntax), Some(error)),
    };
    run(&Pair {
        source_text: &segment.text,
        source: &segment.message,
        target_text: text,
        target: &target,
        target_error: error.as_ref(),
        terms,
        max_chars: segment.max_chars,
        number,
        whole: None,
    })
}

/// Checks a whole message with selectors, one variant of each filled in.
pub(super) fn rendering(
    source: &str,
    target: &str,
    number: Number,
    whole: &Whole,
    terms: &Terms<'_>,
) -> Vec<Finding> {
    run(&Pair {
        source_text: source,
        source: &message::parse_leniently(source, terms.syntax),
        target_text: target,
        target: &message::parse_leniently(target, terms.syntax),
        target_error: None,
        terms,
        max_chars: None,
        number,
        whole: Some(whole),
    })
}

/// Runs every rule.
pub(super) fn run(pair: &Pair<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if pair.target_text.trim().is_empty() {
        // There is nothing else to say of it.
        empty::Empty.check(pair, &mut findings);
        return findings;
    }
    if pair.target_error.is_some() {
        // What cannot be read cannot be compared.
        icu_syntax::IcuSyntax.check(pair, &mut findings);
        return findings;
    }
    for check in CHECKS {
        check.check(pair, &mut findings);
    }
    findings
}
