//! A text to ask for: one sentence for one locale, however many cells have it.

use std::collections::HashMap;

use ichiban_model::Ending;
use ichiban_tool::Severity;

use super::cell::CellId;
use super::{Item, Target};
use crate::localise::check::{self, Author, Finding, Number, Pair, Terms};
use crate::localise::mask::Masked;
use crate::localise::memory;
use crate::localise::message::{self, Syntax};
use crate::localise::{Locale, variant};

/// A unit, by its place in the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct UnitId(pub(super) usize);

/// How often a request may be cut before its texts are given up. More than one, since a cut is
/// not the text's fault; bounded, since it may be.
const MOST_CUTS: u8 = 3;

/// A text to ask for.
pub(super) struct Unit {
    /// Which of the job's targets it is for.
    pub(super) target: usize,
    pub(super) masked: Masked,
    pub(super) memory: memory::Key,
    source: String,
    form: String,
    plural: bool,
    number: Number,
    key: String,
    note: Option<String>,
    max_chars: Option<u32>,
    cells: Vec<CellId>,
    outcome: Option<Outcome>,
    /// Whether it waits in the queue of those to ask once more.
    pub(super) queued: bool,
    refusals: u8,
    cuts: u8,
    refused: Option<(String, String)>,
    /// Another text for this one, after it had settled.
    pub(super) contradicted: Option<String>,
}

/// What became of a text.
pub(super) enum Outcome {
    /// The memory had it.
    Recalled(String),
    /// A model answered.
    Answered {
        /// The translation as it stands in the file.
        text: String,
        /// The answer as it came.
        answer: String,
    },
    /// It was given up.
    Refused {
        /// What was refused last, as it would stand in the file.
        text: Option<String>,
        /// Why.
        findings: Vec<Finding>,
    },
}

/// What a unit is made from.
pub(super) struct Origin<'a> {
    pub(super) target: usize,
    pub(super) locale: &'a Target,
    pub(super) unit: variant::Unit,
    pub(super) key: String,
    pub(super) note: Option<&'a str>,
    pub(super) max_chars: Option<u32>,
}

/// The units of a session; equal ones are one.
#[derive(Default)]
pub(super) struct Units {
    units: Vec<Unit>,
    known: HashMap<memory::Key, UnitId>,
}

impl Units {
    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    pub(super) fn get(&self, id: UnitId) -> Option<&Unit> {
        self.units.get(id.0)
    }

    pub(super) fn get_mut(&mut self, id: UnitId) -> Option<&mut Unit> {
        self.units.get_mut(id.0)
    }

    /// The unit for a text of a cell: a new one, or one that asks for the same.
    pub(super) fn intern(&mut self, origin: Origin<'_>, cell: CellId) -> UnitId {
        let Origin {
            target,
            locale,
            unit,
            key,
            note,
            max_chars,
        } = origin;
        let memory = memory::Key {
            glossary: locale.glossary.fingerprint(&unit.source),
            source: unit.source.clone(),
            context: memory::context(note, &unit.form, max_chars),
            locale: locale.locale.clone(),
        };
        let next = UnitId(self.units.len());
        let id = *self.known.entry(memory.clone()).or_insert(next);
        if id == next {
            self.units.push(Unit {
                target,
                masked: unit.masked,
                memory,
                source: unit.source,
                form: unit.form,
                plural: unit.plural,
                number: unit.number,
                key,
                note: note.map(str::to_owned),
                max_chars,
                cells: Vec::new(),
                outcome: None,
                queued: false,
                refusals: 0,
                cuts: 0,
                refused: None,
                contradicted: None,
            });
        }
        if let Some(unit) = self.units.get_mut(id.0)
            && unit.cells.last() != Some(&cell)
        {
            unit.cells.push(cell);
        }
        id
    }

    pub(super) fn close(&mut self, id: UnitId, outcome: Outcome) {
        if let Some(unit) = self.get_mut(id) {
            unit.outcome = Some(outcome);
        }
    }
}

impl Unit {
    /// The unit as an item of a request.
    pub(super) fn item(&self) -> Item<'_> {
        Item {
            text: &self.masked.text,
            key: &self.key,
            note: self.note.as_deref(),
            form: &self.form,
            max_chars: self.max_chars,
            refused: self
                .refused
                .as_ref()
                .map(|(answer, reason)| (answer.as_str(), reason.as_str())),
        }
    }

    /// Whether it is one of several forms of a text.
    pub(super) fn has_forms(&self) -> bool {
        !self.form.is_empty()
    }

    pub(super) fn cells(&self) -> impl Iterator<Item = CellId> + '_ {
        self.cells.iter().copied()
    }

    pub(super) fn outcome(&self) -> Option<&Outcome> {
        self.outcome.as_ref()
    }

    /// Whether nothing more is awaited.
    pub(super) fn is_settled(&self) -> bool {
        self.outcome.is_some()
    }

    /// The accepted translation, as it stands in the file.
    pub(super) fn settled(&self) -> Option<&str> {
        match self.outcome.as_ref()? {
            Outcome::Recalled(text) | Outcome::Answered { text, .. } => Some(text),
            Outcome::Refused { .. } => None,
        }
    }

    /// The accepted answer, as it came.
    pub(super) fn answer(&self) -> Option<&str> {
        match self.outcome.as_ref()? {
            Outcome::Answered { answer, .. } => Some(answer),
            Outcome::Recalled(_) | Outcome::Refused { .. } => None,
        }
    }

    pub(super) fn may_ask_again(&self) -> bool {
        self.refusals == 0
    }

    pub(super) fn note_refusal(&mut self, answer: &str, findings: &[Finding]) {
        self.refusals += 1;
        let reasons: Vec<_> = findings.iter().map(|it| it.message.as_str()).collect();
        self.refused = Some((answer.to_owned(), reasons.join(" ")));
    }

    /// A refused answer as it would stand in the file, for a person to mend.
    pub(super) fn restored(&self, answer: &str) -> Option<String> {
        (!answer.is_empty()).then(|| self.masked.restore(answer).text)
    }

    /// An answer with the white space at its ends that the source has there: programs put texts
    /// together with it, and models lose it.
    pub(super) fn with_own_margins(&self, answer: &str) -> String {
        let source = &self.masked.text;
        let body = source.trim();
        if body.is_empty() || answer.trim().is_empty() {
            return answer.to_owned();
        }
        let lead = source.len() - source.trim_start().len();
        let (lead, trail) = (source.get(..lead), source.get(lead + body.len()..));
        format!(
            "{}{}{}",
            lead.unwrap_or_default(),
            answer.trim(),
            trail.unwrap_or_default()
        )
    }

    /// Whether an answer is so long that it will not end well.
    pub(super) fn is_runaway(&self, answer: &str) -> bool {
        answer.len() > 400 + 8 * self.masked.text.len()
    }

    /// Whether a text is a translation of this unit: no rule finds an error.
    pub(super) fn judge(
        &self,
        text: &str,
        syntax: &Syntax,
        source_locale: Option<&Locale>,
        target: &Target,
        allow_unchanged: bool,
    ) -> Result<(), Vec<Finding>> {
        let source = message::parse_fragment(&self.source, syntax, self.plural)
            .unwrap_or_else(|_| message::parse_leniently(&self.source, syntax));
        let parsed = message::parse_fragment(text, syntax, self.plural);
        let (parsed, error) = match parsed {
            Ok(parsed) => (parsed, None),
            Err(error) => (message::parse_leniently(text, syntax), Some(error)),
        };
        let mut findings = check::run(&Pair {
            source_text: &self.source,
            source: &source,
            target_text: text,
            target: &parsed,
            target_error: error.as_ref(),
            terms: &Terms {
                syntax,
                source_locale,
                locale: &target.locale,
                glossary: &target.glossary,
                allow_unchanged,
                author: Author::Model,
            },
            max_chars: self.max_chars,
            number: self.number.clone(),
            whole: None,
        });
        findings.retain(|it| it.severity == Severity::Error);
        if findings.is_empty() {
            Ok(())
        } else {
            Err(findings)
        }
    }
}

/// What to do with a text that a request left open: `None` means that it is asked for again as if
/// it never had been.
pub(super) fn left_open(unit: &mut Unit, ending: &Ending, whole: bool) -> Option<Vec<Finding>> {
    let (code, message, hint) = match ending {
        Ending::Aborted => return None,
        Ending::Length | Ending::Truncated | Ending::Error { .. } => {
            unit.cuts += 1;
            if unit.cuts < MOST_CUTS {
                return None;
            }
            unit.refusals += 1;
            match ending {
                Ending::Length => (
                    "too-long-for-model",
                    "The model reached its limit of length before this text.".to_owned(),
                    "Use a model with more room, or translate this text by hand.",
                ),
                Ending::Error { message, .. } => (
                    "endpoint-error",
                    format!("The endpoint failed each time it was asked: {message}"),
                    "Look at the endpoint's message, then ask again.",
                ),
                _ => (
                    "cut-off",
                    "The answer was cut off each time before this text.".to_owned(),
                    "Ask again when the connection is better.",
                ),
            }
        }
        Ending::Refused => (
            "refused",
            "The model declined to translate this text.".to_owned(),
            "Translate it by hand, or use another model.",
        ),
        Ending::Complete | Ending::ToolCalls if whole => (
            "no-answer",
            "The answer does not have this text.".to_owned(),
            "Ask again, or translate it by hand.",
        ),
        Ending::Complete | Ending::ToolCalls => (
            "bad-answer",
            "The answer is not the JSON that was asked for.".to_owned(),
            "Use a model or an endpoint that keeps to a JSON schema.",
        ),
    };
    Some(vec![finding(code, message, hint)])
}

pub(super) fn answered_twice() -> Vec<Finding> {
    vec![finding(
        "answered-twice",
        "The answer has two different translations of this text.".to_owned(),
        "Ask again, or choose one by hand.",
    )]
}

/// A remark on a text that settled, and for which the same answer had another one later.
pub(super) fn contradiction(other: &str) -> Finding {
    Finding {
        severity: Severity::Warning,
        code: "answered-twice",
        message: format!("The same answer has another translation of this text: “{other}”."),
        hint: "Choose the better one by hand.".to_owned(),
    }
}

pub(super) fn too_long() -> Vec<Finding> {
    vec![finding(
        "runaway",
        "The answer is many times longer than the text.".to_owned(),
        "Ask again, or translate it by hand.",
    )]
}

pub(super) fn not_text() -> Vec<Finding> {
    vec![finding(
        "bad-answer",
        "The answer has something other than a text here.".to_owned(),
        "Use a model or an endpoint that keeps to a JSON schema.",
    )]
}

/// A token of an answer that its text did not have.
pub(super) fn stranger(unit: &Unit, stranger: &str) -> Vec<Finding> {
    let masks: Vec<_> = unit.masked.masks().collect();
    let allowed = if masks.is_empty() {
        "the text has no placeholders".to_owned()
    } else {
        format!("the text has {}", masks.join(", "))
    };
    vec![finding(
        "placeholder-unknown",
        format!("`{stranger}` is not a placeholder of this text; {allowed}."),
        "Keep the placeholders of the source.",
    )]
}

/// Arguments known by their place alone came in another order, in a file that cannot number them.
pub(super) fn reordered() -> Vec<Finding> {
    vec![finding(
        "placeholder-order",
        "The placeholders stand in another order, and the program knows them by their order alone."
            .to_owned(),
        "Keep the order of the placeholders.",
    )]
}

fn finding(code: &'static str, message: String, hint: &str) -> Finding {
    Finding {
        severity: Severity::Error,
        code,
        message,
        hint: hint.to_owned(),
    }
}
