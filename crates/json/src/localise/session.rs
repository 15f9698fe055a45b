//! A run of translation over one catalogue into several locales, without any input or output.
//!
//! The caller asks for requests ([`Session::next_request`]), sends them as it likes, several at a
//! time, and hands back what comes ([`Session::absorb`], [`Session::ended`]). What changes in the
//! table of translations comes out as [`Patch`]es. Nothing that is not settled and checked is ever
//! called so: a request that is cut gives its open items back to be asked again.

mod asked;
mod cell;
mod held;
mod queue;
mod unit;

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use ichiban_model::{Ending, Event, Request};

use super::batch::BatchLimits;
use super::check;
use super::prompt::{self, Item};
use super::{Catalogue, Change, Glossary, Locale, Memory, Patch, SegmentId, TargetId};
use asked::{Asked, Step};
use cell::Cells;
use held::{HeldText, Told};
use queue::Queue;
use unit::{Outcome, Unit, UnitId, Units};

/// A request of a session, to tell answers apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(pub u32);

/// What to translate, and on which terms.
#[derive(Debug, Clone, Default)]
pub struct Job {
    /// The model's name as the endpoint knows it.
    pub model: String,
    /// The locales to translate into.
    pub targets: Vec<Target>,
    /// Whether a translation that is its source is accepted.
    pub allow_unchanged: bool,
    /// How much is asked for at once.
    pub batch: BatchLimits,
    /// Makes sampling repeatable where the wire has it.
    pub seed: Option<u64>,
}

/// A locale to translate into.
#[derive(Debug, Clone)]
pub struct Target {
    /// The caller's number for it.
    pub id: TargetId,
    /// The locale.
    pub locale: Locale,
    /// The segments to translate: those that are not done.
    pub segments: Vec<SegmentId>,
    /// Terms and their translations.
    pub glossary: Glossary,
}

/// Whether more of an answer is of use.
#[must_use]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Go on.
    Continue,
    /// The answer can no longer become one: stop the request. The session has already taken its
    /// open items back; reporting its end does nothing.
    Abandon,
}

/// Where a session stands, in cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Cells the session is for.
    pub total: u32,
    /// Of those, settled and accepted.
    pub settled: u32,
    /// Of those, given up: they need a person.
    pub attention: u32,
    /// Requests that were handed out and have not ended.
    pub in_flight: u32,
}

/// A run of translation.
pub struct Session {
    catalogue: Arc<Catalogue>,
    job: Job,
    memory: Memory,
    units: Units,
    cells: Cells,
    /// One for each target.
    queues: Vec<Queue>,
    /// The target whose turn it is.
    turn: usize,
    requests: HashMap<RequestId, Asked>,
    next_id: u32,
    batch: BatchLimits,
    stopped: bool,
}

impl Session {
    /// Prepares a run. What the memory has is settled at once; the patches say so, and which cells
    /// wait. Cost: one pass over the segments of each target.
    pub fn new(
        catalogue: Arc<Catalogue>,
        job: Job,
        memory: Memory,
        patches: &mut Vec<Patch>,
    ) -> Self {
        let mut units = Units::default();
        let mut cells = Cells::default();
        let mut queues = Vec::new();
        for (at, target) in job.targets.iter().enumerate() {
            let first = units.len();
            cells.plan(&catalogue, at, target, &mut units, patches);
            let mut queue = Queue {
                trusted: !check::language::is_told(&target.locale, catalogue.locale()),
                ..Queue::default()
            };
            queue.fresh.extend((first..units.len()).map(UnitId));
            queues.push(queue);
        }
        let batch = job.batch;
        let mut session = Self {
            catalogue,
            job,
            memory,
            units,
            cells,
            queues,
            turn: 0,
            requests: HashMap::new(),
            next_id: 0,
            batch,
            stopped: false,
        };
        session.recall(patches);
        session
    }

    /// Settles what the memory has.
    fn recall(&mut self, patches: &mut Vec<Patch>) {
        for at in 0..self.queues.len() {
            let Some(queue) = self.queues.get_mut(at) else {
                continue;
            };
            let fresh = std::mem::take(&mut queue.fresh);
            let target = self.job.targets.get(at);
            let locales = target.map(|it| self.memory.locales_for(&it.locale));
            let locales = locales.unwrap_or_default();
            let mut left = VecDeque::new();
            for id in fresh {
                let known = self
                    .units
                    .get(id)
                    .and_then(|unit| self.memory.recall(&unit.memory, unit.has_forms(), &locales))
                    .map(str::to_owned);
                match known {
                    Some(text) if self.judge(id, &text).is_ok() => {
                        self.close(id, Outcome::Recalled(text), patches);
                    }
                    _ => left.push_back(id),
                }
            }
            if let Some(queue) = self.queues.get_mut(at) {
                queue.fresh = left;
            }
        }
    }

    /// The next request to make, if there is anything left to ask that is not already asked. A
    /// retry of the same request (after a 429, say) is the caller's affair.
    pub fn next_request(&mut self) -> Option<(RequestId, Request)> {
        if self.stopped {
            return None;
        }
        let targets = self.queues.len();
        for step in 0..targets {
            let at = (self.turn + step) % targets;
            let queue = self.queues.get_mut(at);
            let batch = queue.map_or_else(Vec::new, |it| it.fill(self.batch, &self.units));
            if !batch.is_empty() {
                self.turn = (at + 1) % targets;
                return self.ask(at, batch);
            }
        }
        None
    }

    fn ask(&mut self, target: usize, batch: Vec<UnitId>) -> Option<(RequestId, Request)> {
        let target = self.job.targets.get(target)?;
        for id in &batch {
            if let Some(unit) = self.units.get_mut(*id) {
                unit.queued = false;
            }
        }
        let items: Vec<_> = batch
            .iter()
            .filter_map(|id| self.units.get(*id))
            .map(Unit::item)
            .collect();
        let terms = prompt::Terms {
            model: &self.job.model,
            source: self.catalogue.locale(),
            target: &target.locale,
            glossary: &target.glossary,
            seed: self.job.seed,
        };
        let request = prompt::request(&terms, &items);
        let id = RequestId(self.next_id);
        self.next_id += 1;
        self.requests.insert(id, Asked::new(batch));
        Some((id, request))
    }

    /// Takes an event of an answer. [`Event::Ended`] ends the request as [`Session::ended`] does.
    pub fn absorb(&mut self, id: RequestId, event: &Event, patches: &mut Vec<Patch>) -> Flow {
        match event {
            Event::TextDelta { text } => self.read(id, text, patches),
            Event::Ended { ending } => {
                self.ended(id, ending, patches);
                Flow::Continue
            }
            _ => Flow::Continue,
        }
    }

    fn read(&mut self, id: RequestId, text: &str, patches: &mut Vec<Patch>) -> Flow {
        let Some(mut asked) = self.requests.remove(&id) else {
            return Flow::Abandon;
        };
        let (steps, read) = asked.read(&self.units, text);
        let mut flow = Flow::Continue;
        for step in steps {
            match step {
                Step::Began(place) => self.stream(&asked, place, patches),
                Step::Grew => {
                    if let Some(current) = &asked.current {
                        self.stream(&asked, current.place, patches);
                    }
                }
                Step::Ended(place, text, again) => {
                    self.answered(&mut asked, place, &text, again, patches);
                }
                Step::TooLong(place, text) => {
                    self.refuse(&mut asked, place, &text, unit::too_long(), patches);
                    flow = Flow::Abandon;
                }
                Step::NotText(place) => {
                    self.refuse(&mut asked, place, "", unit::not_text(), patches);
                }
            }
        }
        if read.is_err() {
            flow = Flow::Abandon;
        }
        self.requests.insert(id, asked);
        if flow == Flow::Abandon {
            // Whatever the rest of the answer was to be, it is not what was asked for.
            let ending = Ending::Complete;
            self.ended(id, &ending, patches);
        }
        flow
    }

    /// Says that a text has grown, for each cell in which it can be shown.
    fn stream(&self, asked: &Asked, place: usize, patches: &mut Vec<Patch>) {
        let Some(unit) = asked.units.get(place).and_then(|id| self.units.get(*id)) else {
            return;
        };
        if unit.is_settled() {
            return;
        }
        for cell in unit.cells() {
            if let Some((target, segment)) = self.cells.address(&self.job, cell) {
                patches.push(Patch {
                    target,
                    segment,
                    change: Change::Streaming,
                });
            }
        }
    }

    /// A text of an answer is whole.
    fn answered(
        &mut self,
        asked: &mut Asked,
        place: usize,
        answer: &str,
        again: bool,
        patches: &mut Vec<Patch>,
    ) {
        let Some(id) = asked.units.get(place).copied() else {
            return;
        };
        if again {
            self.contradicted(asked, place, answer, patches);
            return;
        }
        match self.judge_answer(id, answer) {
            Ok(text) => {
                if let Some(answered) = asked.answered.get_mut(place) {
                    *answered = true;
                }
                let answer = answer.to_owned();
                asked.held.push(HeldText { id, text, answer });
            }
            Err(findings) => self.refuse(asked, place, answer, findings, patches),
        }
        self.hear(asked, id, answer, patches);
    }

    /// A text that is right by itself settles as soon as the language of its answer is told, and
    /// every text of the answer helps to tell it.
    fn hear(&mut self, asked: &mut Asked, id: UnitId, answer: &str, patches: &mut Vec<Patch>) {
        let Some(unit) = self.units.get(id) else {
            return;
        };
        let Some(target) = self.job.targets.get(unit.target) else {
            return;
        };
        let source = unit.masked.prose(&unit.masked.text);
        let answer = unit.masked.prose(answer);
        let told = asked.held.hear(&source, &answer, &target.locale);
        let Some(queue) = self.queues.get_mut(unit.target) else {
            return;
        };
        match told {
            Told::Open if queue.trusted => self.settle(asked.held.release(), patches),
            Told::Open => {}
            Told::Asked(texts) => {
                queue.trusted = true;
                self.settle(texts, patches);
            }
            Told::Another(texts, finding) => {
                queue.trusted = false;
                for HeldText { id, answer, .. } in texts {
                    self.refuse_unit(id, &answer, vec![finding.clone()], patches);
                }
            }
        }
    }

    fn settle(&mut self, texts: Vec<HeldText>, patches: &mut Vec<Patch>) {
        for HeldText { id, text, answer } in texts {
            if let Some(unit) = self.units.get(id) {
                self.memory.insert(unit.memory.clone(), text.clone());
            }
            self.close(id, Outcome::Answered { text, answer }, patches);
        }
    }

    /// The answer has a text twice. The same text twice does no harm. Of two texts neither is
    /// believed, unless the first has settled: then it stays, and the contradiction is remarked.
    fn contradicted(
        &mut self,
        asked: &mut Asked,
        place: usize,
        answer: &str,
        patches: &mut Vec<Patch>,
    ) {
        let Some(id) = asked.units.get(place).copied() else {
            return;
        };
        if let Some(held) = asked.held.get(id) {
            if held.answer != answer {
                asked.held.remove(id);
                self.refuse(asked, place, answer, unit::answered_twice(), patches);
            }
            return;
        }
        match self.units.get(id).and_then(Unit::answer) {
            Some(first) if first == answer => {}
            Some(_) => {
                if let Some(unit) = self.units.get_mut(id) {
                    unit.contradicted = Some(answer.to_owned());
                }
                self.cells
                    .remarked(id, &self.units, &self.catalogue, &self.job, patches);
            }
            None => self.refuse(asked, place, answer, unit::answered_twice(), patches),
        }
    }

    /// A text of an answer cannot be accepted: it is asked for once more, or given up.
    fn refuse(
        &mut self,
        asked: &mut Asked,
        place: usize,
        answer: &str,
        findings: Vec<super::check::Finding>,
        patches: &mut Vec<Patch>,
    ) {
        let Some(id) = asked.units.get(place).copied() else {
            return;
        };
        if let Some(answered) = asked.answered.get_mut(place) {
            *answered = true;
        }
        self.refuse_unit(id, answer, findings, patches);
    }

    fn refuse_unit(
        &mut self,
        id: UnitId,
        answer: &str,
        findings: Vec<super::check::Finding>,
        patches: &mut Vec<Patch>,
    ) {
        let Some(unit) = self.units.get_mut(id) else {
            return;
        };
        if unit.queued || unit.is_settled() {
            return;
        }
        let target = unit.target;
        if unit.may_ask_again() {
            unit.note_refusal(answer, &findings);
            unit.queued = true;
            if let Some(queue) = self.queues.get_mut(target) {
                queue.again.push_back(id);
            }
            self.pending(id, patches);
        } else {
            let text = unit.restored(answer);
            self.close(id, Outcome::Refused { text, findings }, patches);
        }
    }

    fn pending(&self, id: UnitId, patches: &mut Vec<Patch>) {
        let Some(unit) = self.units.get(id) else {
            return;
        };
        for cell in unit.cells() {
            if let Some((target, segment)) = self.cells.address(&self.job, cell) {
                patches.push(Patch {
                    target,
                    segment,
                    change: Change::Pending,
                });
            }
        }
    }

    /// A text is settled or given up: so is every cell that waited for it alone.
    fn close(&mut self, id: UnitId, outcome: Outcome, patches: &mut Vec<Patch>) {
        let before = patches.len();
        self.units.close(id, outcome);
        self.cells
            .closed(id, &self.units, &self.catalogue, &self.job, patches);
        for patch in patches.iter().skip(before) {
            if let Change::Settled { translation, .. } = &patch.change
                && let Some(target) = self.job.targets.iter().find(|it| it.id == patch.target)
            {
                let locale = &target.locale;
                self.memory
                    .note(&self.catalogue, patch.segment, locale, translation);
            }
        }
    }

    /// Whether an answer is a translation: if so, as it stands in the file.
    fn judge_answer(&self, id: UnitId, answer: &str) -> Result<String, Vec<super::check::Finding>> {
        let Some(unit) = self.units.get(id) else {
            return Err(Vec::new());
        };
        let restored = unit.masked.restore(&unit.with_own_margins(answer));
        if let Some(stranger) = restored.strangers.first() {
            return Err(unit::stranger(unit, stranger));
        }
        if restored.reordered {
            return Err(unit::reordered());
        }
        self.judge(id, &restored.text).map(|()| restored.text)
    }

    /// Whether a text is a translation of a unit.
    fn judge(&self, id: UnitId, text: &str) -> Result<(), Vec<super::check::Finding>> {
        let (Some(unit), syntax) = (self.units.get(id), self.catalogue.syntax()) else {
            return Err(Vec::new());
        };
        let Some(target) = self.job.targets.get(unit.target) else {
            return Err(Vec::new());
        };
        unit.judge(
            text,
            syntax,
            self.catalogue.locale(),
            target,
            self.job.allow_unchanged,
        )
    }

    /// A request is over, whether it ended by itself or never came through. What it left open is
    /// asked again by a later request, or reported if it was asked often enough. Does nothing for
    /// a request that has ended before.
    pub fn ended(&mut self, id: RequestId, ending: &Ending, patches: &mut Vec<Patch>) {
        let Some(mut asked) = self.requests.remove(&id) else {
            return;
        };
        self.settle(asked.held.release(), patches);
        let open: Vec<UnitId> = asked
            .units
            .iter()
            .zip(&asked.answered)
            .filter_map(|(id, answered)| (!answered).then_some(*id))
            .collect();
        if *ending == Ending::Length && asked.units.len() > 1 {
            self.batch = self.batch.halved();
        }
        let mut back = Vec::new();
        for id in open {
            let Some(unit) = self.units.get_mut(id) else {
                continue;
            };
            if unit.is_settled() || unit.queued {
                continue;
            }
            match unit::left_open(unit, ending, asked.is_whole()) {
                None => back.push(id),
                Some(findings) => self.refuse_unit(id, "", findings, patches),
            }
        }
        for id in back.into_iter().rev() {
            let target = self.units.get(id).map(|it| it.target);
            if let Some(queue) = target.and_then(|it| self.queues.get_mut(it)) {
                queue.fresh.push_front(id);
            }
            self.pending(id, patches);
        }
    }

    /// The text of a cell that is [`Change::Streaming`], as far as it has come: placeholders
    /// whole, nothing that changes later. Cost: the length of the text.
    pub fn partial(&self, target: TargetId, segment: SegmentId) -> Option<String> {
        let shown = self.cells.partial(target, segment, &self.job, |id| {
            if let Some(text) = self.units.get(id)?.settled() {
                return Some((text, true));
            }
            if let Some(held) = self.requests.values().find_map(|it| it.held.get(id)) {
                return Some((&held.text, true));
            }
            let current = self.requests.values().find_map(|asked| {
                let current = asked.current.as_ref()?;
                (asked.units.get(current.place) == Some(&id)).then_some(current)
            })?;
            Some((current.restorer.text(), false))
        });
        shown.filter(|it| !it.is_empty())
    }

    /// Stops: every request in flight counts as ended, and every cell that is not settled becomes
    /// [`Change::Empty`]. A session that was stopped stays stopped; to resume, make a new one for
    /// the cells that are open, with the memory of this one.
    pub fn stop(&mut self, patches: &mut Vec<Patch>) {
        self.stopped = true;
        for mut asked in std::mem::take(&mut self.requests).into_values() {
            self.settle(asked.held.release(), patches);
        }
        self.cells.empty(&self.job, patches);
    }

    /// Where the session stands. Constant cost.
    pub fn standing(&self) -> Standing {
        let mut standing = self.cells.standing();
        standing.in_flight = u32::try_from(self.requests.len()).unwrap_or(u32::MAX);
        standing
    }

    /// Whether every cell is settled or given up.
    pub fn is_finished(&self) -> bool {
        let standing = self.standing();
        standing.settled + standing.attention >= standing.total
    }

    /// What is remembered so far.
    pub fn memory(&self) -> &Memory {
        &self.memory
    }

    /// The memory, with what this session has settled.
    pub fn into_memory(self) -> Memory {
        self.memory
    }
}
