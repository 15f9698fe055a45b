//! Cells: one segment in one locale, and the texts it is put together from.

use std::collections::HashMap;

use ichiban_tool::{Diagnostic, Severity};

use super::unit::{self, Origin as UnitOrigin, Outcome, Unit, UnitId, Units};
use super::{Job, Standing, Target};
use crate::localise::check::{self, Author, Finding, Terms};
use crate::localise::plural::Category;
use crate::localise::segment::Segment;
use crate::localise::variant::{Plan, TargetPlurals, TooManyVariants};
use crate::localise::{
    Catalogue, Change, Origin, Patch, SegmentId, TargetId, Translation, remember,
};

/// A cell, by its place in the session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct CellId(usize);

struct Cell {
    target: usize,
    segment: SegmentId,
    parts: Vec<Part>,
    /// Units that are not closed.
    open: usize,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Settled,
    Attention,
}

/// One text of a cell.
struct Part {
    /// The plural form it is beside the segment's own text.
    category: Option<Category>,
    plan: Plan,
    units: Vec<UnitId>,
}

/// The cells of a session.
#[derive(Default)]
pub(super) struct Cells {
    all: Vec<Cell>,
    by_address: HashMap<(TargetId, SegmentId), CellId>,
    standing: Standing,
}

impl Cells {
    /// Plans the cells of one target: what to ask for and how to put it together.
    pub(super) fn plan(
        &mut self,
        catalogue: &Catalogue,
        at: usize,
        target: &Target,
        units: &mut Units,
        patches: &mut Vec<Patch>,
    ) {
        let plurals = TargetPlurals::of(&target.locale);
        for id in &target.segments {
            let Some(segment) = catalogue.segment(*id) else {
                continue;
            };
            let cell = CellId(self.all.len());
            if self.by_address.insert((target.id, *id), cell).is_some() {
                continue;
            }
            self.standing.total += 1;
            let planned = if let Some(error) = &segment.broken {
                Err(broken(segment, error))
            } else {
                parts(catalogue, *id, segment, &plurals)
            };
            let mut change = Change::Pending;
            let mut state = State::Open;
            let mut planned_parts = Vec::new();
            let mut open = 0;
            match planned {
                Err(reason) => {
                    self.standing.attention += 1;
                    state = State::Attention;
                    change = Change::Attention {
                        text: None,
                        reasons: vec![reason],
                    };
                }
                Ok(parts) if parts.is_empty() => {
                    self.standing.settled += 1;
                    state = State::Settled;
                    change = Change::Settled {
                        translation: Translation::plain(segment.text.clone()),
                        origin: Origin::Verbatim,
                        findings: Vec::new(),
                    };
                }
                Ok(parts) => {
                    let mut all = Vec::new();
                    for (category, mut plan) in parts {
                        let ids: Vec<_> = std::mem::take(&mut plan.units)
                            .into_iter()
                            .map(|unit| {
                                let origin = UnitOrigin {
                                    target: at,
                                    locale: target,
                                    unit,
                                    key: segment.path.join("."),
                                    note: segment.note.as_deref(),
                                    max_chars: segment.max_chars,
                                };
                                units.intern(origin, cell)
                            })
                            .collect();
                        all.extend(ids.iter().map(|it| it.0));
                        planned_parts.push(Part {
                            category,
                            plan,
                            units: ids,
                        });
                    }
                    all.sort_unstable();
                    all.dedup();
                    open = all.len();
                }
            }
            self.all.push(Cell {
                target: at,
                segment: *id,
                parts: planned_parts,
                open,
                state,
            });
            patches.push(Patch {
                target: target.id,
                segment: *id,
                change,
            });
        }
    }

    /// A cell's locale and segment.
    pub(super) fn address(&self, job: &Job, cell: CellId) -> Option<(TargetId, SegmentId)> {
        let cell = self.all.get(cell.0)?;
        let target = job.targets.get(cell.target)?;
        Some((target.id, cell.segment))
    }

    pub(super) fn standing(&self) -> Standing {
        self.standing
    }

    /// What a cell shows while it is open.
    pub(super) fn partial<'t>(
        &self,
        target: TargetId,
        segment: SegmentId,
        _: &Job,
        unit: impl Fn(UnitId) -> Option<(&'t str, bool)>,
    ) -> Option<String> {
        let cell = self.all.get(self.by_address.get(&(target, segment))?.0)?;
        let part = cell.parts.first()?;
        Some(part.plan.assemble_partly(|at| unit(*part.units.get(at)?)))
    }

    /// A unit was closed: finishes the cells that waited for it alone.
    pub(super) fn closed(
        &mut self,
        id: UnitId,
        units: &Units,
        catalogue: &Catalogue,
        job: &Job,
        patches: &mut Vec<Patch>,
    ) {
        let Some(unit) = units.get(id) else {
            return;
        };
        for cell in unit.cells() {
            let Some(cell) = self.all.get_mut(cell.0) else {
                continue;
            };
            cell.open = cell.open.saturating_sub(1);
            if cell.open > 0 || cell.state != State::Open {
                continue;
            }
            let Some(target) = job.targets.get(cell.target) else {
                continue;
            };
            let change = finish(cell, units, catalogue, job, target);
            if let Change::Settled { .. } = change {
                cell.state = State::Settled;
                self.standing.settled += 1;
            } else {
                cell.state = State::Attention;
                self.standing.attention += 1;
            }
            patches.push(Patch {
                target: target.id,
                segment: cell.segment,
                change,
            });
        }
    }

    /// Something is to be said of a unit that has settled: what its cells hold stays as it is.
    pub(super) fn remarked(
        &self,
        id: UnitId,
        units: &Units,
        catalogue: &Catalogue,
        job: &Job,
        patches: &mut Vec<Patch>,
    ) {
        let cells = units.get(id).into_iter().flat_map(Unit::cells);
        for cell in cells.filter_map(|it| self.all.get(it.0)) {
            if cell.state == State::Settled
                && let Some(target) = job.targets.get(cell.target)
            {
                patches.push(Patch {
                    target: target.id,
                    segment: cell.segment,
                    change: finish(cell, units, catalogue, job, target),
                });
            }
        }
    }

    /// Empties every open cell.
    pub(super) fn empty(&self, job: &Job, patches: &mut Vec<Patch>) {
        for cell in self.all.iter().filter(|it| it.state == State::Open) {
            if let Some(target) = job.targets.get(cell.target) {
                patches.push(Patch {
                    target: target.id,
                    segment: cell.segment,
                    change: Change::Empty,
                });
            }
        }
    }
}

/// What to ask for to have a segment in another locale. Empty if there is nothing to translate,
/// or if the locale has no use for this plural form.
fn parts(
    catalogue: &Catalogue,
    id: SegmentId,
    segment: &Segment,
    plurals: &TargetPlurals,
) -> Result<Vec<(Option<Category>, Plan)>, Diagnostic> {
    if !segment.translatable {
        return Ok(Vec::new());
    }
    let plan = |from: &Segment, form: Option<Category>| -> Result<Plan, Diagnostic> {
        let mut plan = Plan::new(&from.text, &from.message, catalogue.syntax(), plurals)
            .map_err(|error| too_many(segment, error))?;
        if from.numbered {
            for unit in &mut plan.units {
                unit.masked.allow_numbering();
            }
        }
        if let (Some(category), Some(own)) = (form, &segment.plural) {
            for unit in &mut plan.units {
                unit.form = plurals.describe(own.counting, category);
                unit.number = check::Number::of(segment, category);
            }
        } else if let Some(category) = segment.legacy_form {
            for unit in &mut plan.units {
                unit.number = check::Number::of(segment, category);
            }
        }
        Ok(plan)
    };
    remember::wanted(catalogue, id, segment, plurals)
        .into_iter()
        .map(|form| Ok((form.beside, plan(segment, form.category)?)))
        .collect()
}

/// Puts a cell together once all its units are closed.
fn finish(cell: &Cell, units: &Units, catalogue: &Catalogue, job: &Job, target: &Target) -> Change {
    let Some(segment) = catalogue.segment(cell.segment) else {
        return Change::Empty;
    };
    let place = |finding: &Finding| finding.clone().at(segment.pointer(), segment.place);
    let outcomes = cell
        .parts
        .iter()
        .flat_map(|part| &part.units)
        .filter_map(|id| units.get(*id)?.outcome());
    let mut refused = Vec::new();
    let mut refused_text = None;
    let mut from_memory = true;
    for outcome in outcomes {
        match outcome {
            Outcome::Recalled(_) => {}
            Outcome::Answered { .. } => from_memory = false,
            Outcome::Refused { text, findings } => {
                refused.extend(findings.iter().map(place));
                refused_text = refused_text.or_else(|| text.clone());
            }
        }
    }
    if !refused.is_empty() {
        let single = cell.parts.iter().map(|it| it.units.len()).sum::<usize>() == 1;
        return Change::Attention {
            text: refused_text.filter(|_| single),
            reasons: refused,
        };
    }
    let mut translation = Translation::default();
    for part in &cell.parts {
        let text = part
            .plan
            .assemble(|at| units.get(*part.units.get(at)?)?.settled());
        match part.category {
            None => translation.text = text,
            Some(category) => translation.forms.push((category, text)),
        }
    }
    let terms = Terms {
        syntax: catalogue.syntax(),
        source_locale: catalogue.locale(),
        locale: &target.locale,
        glossary: &target.glossary,
        allow_unchanged: job.allow_unchanged,
        author: Author::Model,
    };
    let mut findings = check::translation(catalogue, cell.segment, &translation.text, &terms);
    if findings.iter().any(|it| it.severity == Severity::Error) {
        return Change::Attention {
            text: Some(translation.text),
            reasons: findings,
        };
    }
    let contradictions = cell
        .parts
        .iter()
        .flat_map(|part| &part.units)
        .filter_map(|id| units.get(*id)?.contradicted.as_deref())
        .map(|other| place(&unit::contradiction(other)));
    findings.extend(contradictions);
    let origin = if from_memory {
        Origin::Memory
    } else {
        Origin::Model
    };
    Change::Settled {
        translation,
        origin,
        findings,
    }
}

fn broken(segment: &Segment, error: &crate::localise::message::SyntaxError) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        code: "icu-syntax".to_owned(),
        path: segment.pointer(),
        place: segment.place,
        message: format!("The source text is not valid ICU MessageFormat: {error}."),
        hint: "Mend the source text, then translate again.".to_owned(),
    }
}

fn too_many(segment: &Segment, error: TooManyVariants) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        code: "too-many-variants".to_owned(),
        path: segment.pointer(),
        place: segment.place,
        message: format!("Taken as whole sentences, {error}."),
        hint: "Split the source text, or translate it by hand.".to_owned(),
    }
}
