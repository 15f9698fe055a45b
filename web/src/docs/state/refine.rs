//! What the person does about a model, and what the worker and the endpoint tell of it.

use std::collections::HashMap;
use std::sync::Arc;

use ichiban_browser::storage::{self, Kept as For};
use ichiban_engine::asking::protocol::Question;
use ichiban_engine::docs::protocol::{ByModel, Command, Operation};
use ichiban_engine::docs::refining::{Plan, Prices, Progress, Refined, RequestId, Stage, Tokens};
use ichiban_model::Failure;
use leptos::prelude::*;

use super::State;
use crate::asking::{Asked, Heard};
use crate::shell::words::t;

/// Under which the prices are kept.
const PRICES: &str = "ichiban.docs.prices";

/// What is known of a run. A handle: copies mean the same.
#[derive(Clone, Copy)]
pub(crate) struct Refine {
    /// What would be sent.
    pub(crate) plan: RwSignal<Arc<Plan>>,
    /// Whether the person looks at it.
    pub(crate) is_open: RwSignal<bool>,
    /// The sections that the person wants to send, by their place in the plan.
    pub(crate) chosen: RwSignal<Vec<bool>>,
    /// What the endpoint asks for.
    pub(crate) prices: RwSignal<Prices>,
    /// How far the run is, if there is one.
    pub(crate) told: RwSignal<Option<Arc<Refined>>>,
    /// Where its sections go.
    pub(crate) place: RwSignal<String>,
    /// Why a request is made again.
    pub(crate) waiting: RwSignal<Option<Failure>>,
    /// Why the run is interrupted.
    pub(crate) failure: RwSignal<Option<Failure>>,
    /// How much of its model the browser has downloaded, in per cent.
    pub(crate) loading: RwSignal<Option<u32>>,
    /// Whether only operations are listed of which a model has something.
    pub(crate) is_filter: RwSignal<bool>,
    /// The requests that are on their way.
    asked: StoredValue<HashMap<RequestId, Asked>, LocalStorage>,
    /// The number of the run, whose questions share a budget.
    run: StoredValue<u32>,
}

impl Refine {
    pub(super) fn new() -> Self {
        Self {
            plan: RwSignal::default(),
            is_open: RwSignal::default(),
            chosen: RwSignal::default(),
            // What cannot be read back is entered again.
            prices: RwSignal::new(
                storage::get(For::ThisBrowser, PRICES)
                    .ok()
                    .flatten()
                    .unwrap_or_default(),
            ),
            told: RwSignal::default(),
            place: RwSignal::default(),
            waiting: RwSignal::default(),
            failure: RwSignal::default(),
            loading: RwSignal::default(),
            is_filter: RwSignal::default(),
            asked: StoredValue::new_local(HashMap::new()),
            run: StoredValue::new(0),
        }
    }

    /// Where the run is.
    pub(crate) fn stage(self) -> Option<Stage> {
        self.told
            .with(|told| told.as_ref().map(|refined| refined.stage))
    }

    /// Whether a run goes on, waits or is interrupted.
    pub(crate) fn is_under_way(self) -> bool {
        matches!(
            self.stage(),
            Some(Stage::Going | Stage::Paused | Stage::Interrupted)
        )
    }

    /// Something of the run.
    pub(crate) fn of<T: Default>(self, get: impl FnOnce(&Refined) -> T) -> T {
        self.told.with(|told| {
            told.as_ref()
                .map(|refined| get(refined))
                .unwrap_or_default()
        })
    }

    /// How many sections a run would send, and their tokens.
    pub(crate) fn estimate(self) -> (u32, Tokens) {
        self.plan
            .with(|plan| self.chosen.with(|chosen| plan.estimate(chosen)))
    }

    /// Keeps what the endpoint asks for.
    pub(crate) fn set_prices(self, prices: Prices) {
        self.prices.set(prices);
        // Where nothing can be kept, they are entered again.
        let _ = storage::set(For::ThisBrowser, PRICES, &prices);
    }
}

impl State {
    /// Shows what would be sent; or where to connect a model, if none is.
    pub(crate) fn open_plan(self) {
        if self.app.connection.with_untracked(Option::is_none) {
            self.app.open_settings();
            return;
        }
        self.refine.is_open.set(true);
    }

    /// Takes what would be sent.
    pub(super) fn take_plan(self, plan: Plan) {
        let chosen = plan.sections.iter().map(|section| section.is_likely);
        self.refine.chosen.set(chosen.collect());
        self.refine.plan.set(Arc::new(plan));
        self.recall();
    }

    /// Begins a run over the sections that were chosen.
    pub(crate) fn begin_refining(self) {
        let refine = self.refine;
        let connection = self.app.connection_for("Docs");
        let Some(connection) = connection else {
            return self.app.open_settings();
        };
        let sections = refine.chosen.with_untracked(|chosen| {
            let chosen = (0_u32..).zip(chosen);
            chosen
                .filter(|(_, is_chosen)| **is_chosen)
                .map(|(at, _)| at)
                .collect()
        });
        refine.run.set_value(self.app.next_run());
        refine.is_open.set(false);
        refine.place.set(connection.place());
        self.forget_troubles();
        self.command(&Command::Refine {
            model: connection.model,
            sections,
        });
    }

    /// Has the run wait.
    pub(crate) fn pause_refining(self) {
        self.command(&Command::Pause);
    }

    /// Goes on with a run that waits.
    pub(crate) fn resume_refining(self) {
        let Some(connection) = self.app.connection_for("Docs") else {
            return self.app.open_settings();
        };
        // It may be another one by now.
        self.refine.place.set(connection.place());
        self.forget_troubles();
        self.command(&Command::Resume {
            model: connection.model,
        });
    }

    /// Ends the run: what it came to stays.
    pub(crate) fn stop_refining(self) {
        self.forget_troubles();
        self.command(&Command::Halt);
    }

    /// Takes all back that models have added.
    pub(crate) fn forget_refining(self) {
        self.forget_troubles();
        self.forget_kept();
        self.command(&Command::Forget);
        self.refine.is_filter.set(false);
        self.mark_read(|_, _| false);
    }

    /// Forgets a run whose worker is gone, or whose files are closed.
    pub(super) fn drop_refining(self) {
        let mut asked = HashMap::new();
        self.refine
            .asked
            .update_value(|known| asked = std::mem::take(known));
        for asked in asked.into_values() {
            self.app.leave(asked);
        }
        self.forget_troubles();
        self.refine.told.set(None);
        self.refine.is_filter.set(false);
        self.refine.is_open.set(false);
        self.refine.plan.set(Arc::default());
        self.refine.chosen.set(Vec::new());
    }

    fn forget_troubles(self) {
        self.refine.waiting.set(None);
        self.refine.failure.set(None);
        self.refine.loading.set(None);
    }

    pub(super) fn command(self, command: &Command) {
        if let Err(reason) = self.jobs.send(command) {
            self.tell(reason, true);
        }
    }

    /// Has asked what the worker wants to know.
    pub(super) fn ask_model(self, request: RequestId, question: Question) {
        let held = t!("docs-held");
        let run = self.refine.run.get_value();
        let purpose = self.app.purpose("Docs", held, run);
        let hear = move |heard| self.hear_model(request, heard);
        let asked = self.app.ask(purpose, question, hear);
        match asked {
            Some(asked) => self.refine.asked.update_value(|known| {
                known.insert(request, asked);
            }),
            // The person has forgotten the connection meanwhile.
            None => self.command(&Command::Over { request }),
        }
    }

    /// Leaves a question.
    pub(super) fn leave_model(self, request: RequestId) {
        let mut asked = None;
        self.refine
            .asked
            .update_value(|known| asked = known.remove(&request));
        if let Some(asked) = asked {
            self.app.leave(asked);
        }
    }

    fn hear_model(self, request: RequestId, heard: Heard) {
        let refine = self.refine;
        match heard {
            Heard::Events(events) => {
                if refine.waiting.with_untracked(Option::is_some) {
                    refine.waiting.set(None);
                }
                if refine.loading.with_untracked(Option::is_some) {
                    refine.loading.set(None);
                }
                self.command(&Command::Heard { request, events });
            }
            Heard::Waiting(failure) => refine.waiting.set(Some(failure)),
            Heard::Loading(percent) => refine.loading.set(Some(percent)),
            Heard::Over(failure) => {
                refine.asked.update_value(|known| {
                    known.remove(&request);
                });
                refine.waiting.set(None);
                if failure.is_some() {
                    refine.failure.set(failure);
                }
                self.command(&Command::Over { request });
            }
        }
    }

    /// Takes how far the run is.
    pub(super) fn take_refined(self, refined: Option<Refined>) {
        let refine = self.refine;
        let Some(mut refined) = refined else {
            refine.told.set(None);
            return;
        };
        let changed = std::mem::take(&mut refined.changed);
        let found = refined.found.take();
        let before = refine
            .told
            .with_untracked(|told| told.as_ref().map(|told| told.stage));
        if before == Some(Stage::Going) && refined.stage != Stage::Going {
            self.app.announce(said(&refined));
        }
        self.mark_read(|at, is_read| is_read || refined.sections.get(at) == Some(&Progress::Read));
        refine.told.set(Some(Arc::new(refined)));
        match found {
            Some(found) => self.take_found(*found),
            None if changed.is_empty() => {}
            None => self.take_changed(changed),
        }
    }

    /// Notes which sections of the plan are read.
    fn mark_read(self, is_read: impl Fn(usize, bool) -> bool) {
        let is_news = self.refine.plan.with_untracked(|plan| {
            let mut sections = plan.sections.iter().enumerate();
            sections.any(|(at, section)| is_read(at, section.is_read) != section.is_read)
        });
        if is_news {
            self.refine.plan.update(|plan| {
                let plan = Arc::make_mut(plan);
                for (at, section) in plan.sections.iter_mut().enumerate() {
                    section.is_read = is_read(at, section.is_read);
                }
            });
        }
    }

    /// Puts operations that have changed in place of what was known of them, or after the others.
    fn take_changed(self, changed: Vec<Operation>) {
        let is_in_view = self
            .selected
            .with_untracked(|selected| changed.iter().any(|it| selected.as_ref() == Some(&it.key)));
        self.operations.update(|operations| {
            let operations = Arc::make_mut(operations);
            for operation in changed {
                match operations.iter_mut().find(|it| it.key == operation.key) {
                    // Its group and its place are told with all the others.
                    Some(known) => {
                        known.summary = operation.summary;
                        known.deprecated = operation.deprecated;
                        known.by_model = operation.by_model;
                    }
                    None => operations.push(operation),
                }
            }
        });
        if is_in_view {
            self.refresh_detail();
        }
    }
}

/// A sentence for a screen reader.
fn said(refined: &Refined) -> String {
    let stage = match refined.stage {
        Stage::Going | Stage::Earlier => "going",
        Stage::Paused => "paused",
        Stage::Interrupted => "interrupted",
        Stage::Stopped => "stopped",
        Stage::Finished => "finished",
    };
    t!(
        "docs-run-said",
        stage = stage,
        operations = refined.operations,
        details = refined.details
    )
}

/// The words that mark what a model has of an operation.
pub(crate) fn mark(by_model: ByModel) -> String {
    match by_model {
        ByModel::Whole => t!("docs-model-mark"),
        ByModel::Details(count) => t!("docs-model-mark-details", count = count),
    }
}
