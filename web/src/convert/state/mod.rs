//! What the conversion tool knows: signals that the views read, changed by what the person does and
//! by what the worker reports.

mod actions;
mod fold;

use std::collections::BTreeMap;
use std::ops::Deref;

use ichiban_engine::data::protocol::{Format, Problem, SampleId, Target};
use leptos::prelude::*;

use crate::app::App;
use crate::data::Jobs;
use crate::jobs::Lost;
use crate::shell::editor_host::Kept;
use crate::shell::notice::Notice;
use crate::shell::words::{t, text_if};

pub(crate) use actions::Handover;

/// A sample, as its tab shows it. Its text is kept apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sample {
    /// Its number.
    pub(crate) id: SampleId,
    /// The name of the file it came from.
    pub(crate) name: Option<String>,
    /// The name of the format that the person chose.
    pub(crate) chosen: Option<String>,
    /// The name of the format in which it was read.
    pub(crate) found: Option<String>,
}

/// What came out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Output {
    /// The target's name.
    pub(crate) target: String,
    /// The name of the root type.
    pub(crate) root: String,
    /// What its file may be called.
    pub(crate) file_name: String,
    /// How many documents the query left, if there was one.
    pub(crate) selected: Option<u32>,
    /// Its size, in bytes.
    pub(crate) bytes: u64,
    /// Its lines.
    pub(crate) lines: u32,
    /// The lines that are shown, if not all.
    pub(crate) shown: Option<u32>,
    /// How long it took, in milliseconds.
    pub(crate) took_ms: f64,
}

/// Why there is no output for the input as it is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Trouble {
    /// The worker says so.
    Problem(Problem),
    /// It has not answered.
    Lost(Lost),
}

/// A target's name for people: in words of the page where it has any, else as the engine has it.
pub(crate) fn label_of(target: &Target) -> String {
    text_if(&format!("convert-label-{}", target.name)).unwrap_or_else(|| target.label.clone())
}

/// What was chosen of targets' settings: by target, then by setting.
pub(crate) type Choices = BTreeMap<String, BTreeMap<String, String>>;

/// What is kept and not shown.
#[derive(Default)]
struct Desk {
    /// The samples' texts. The editor's is newer while the person types.
    texts: BTreeMap<SampleId, String>,
    /// The samples that the worker is to get whole.
    unsent: Vec<SampleId>,
    /// Whether the editor holds text that `texts` does not.
    is_edited: bool,
    next_sample: u32,
    /// The sample that another tool was given to repair.
    lent: Option<SampleId>,
    /// What is shown of the output.
    excerpt: String,
    /// The target of the job that goes on.
    asked: String,
}

/// The state of the tool, for as long as the page lives. A handle: copies mean the same state.
#[derive(Clone, Copy)]
pub(crate) struct State(&'static Signals);

impl Deref for State {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// What a [`State`] consists of.
pub(crate) struct Signals {
    /// The rest of the app.
    pub(crate) app: App,
    /// The conversions.
    pub(crate) jobs: Jobs,
    /// The editor of the input, once it is there.
    pub(crate) editor: Kept,
    /// The editor that shows the output, once it is there.
    pub(crate) reader: Kept,
    desk: StoredValue<Desk, LocalStorage>,

    /// Every target, once the worker has told them.
    pub(crate) targets: RwSignal<Vec<Target>>,
    /// Every format, once the worker has told them.
    pub(crate) formats: RwSignal<Vec<Format>>,
    /// The samples; none while the page invites.
    pub(crate) samples: RwSignal<Vec<Sample>>,
    /// The sample in the editor.
    pub(crate) current: RwSignal<SampleId>,
    /// The name of the target.
    pub(crate) target: RwSignal<String>,
    /// The name of the root type, as the person wrote it.
    pub(crate) root: RwSignal<String>,
    /// The choices for all targets.
    pub(crate) choices: RwSignal<Choices>,
    /// The jq expression.
    pub(crate) query: RwSignal<String>,
    /// What came out last.
    pub(crate) output: RwSignal<Option<Output>>,
    /// Why the input as it is gives nothing.
    pub(crate) trouble: RwSignal<Option<Trouble>>,
    /// Whether the list of targets is open.
    pub(crate) picking: RwSignal<bool>,
    /// A message that passes.
    pub(crate) notice: RwSignal<Option<Notice>>,
}

impl State {
    /// The state of a tool with nothing open, and its worker. To be made once: it is never freed.
    pub(crate) fn new(app: App) -> Self {
        let state = Self(Box::leak(Box::new(Signals {
            app,
            jobs: Jobs::new(),
            editor: StoredValue::new_local(None),
            reader: StoredValue::new_local(None),
            desk: StoredValue::new_local(Desk::default()),
            targets: RwSignal::default(),
            formats: RwSignal::default(),
            samples: RwSignal::default(),
            current: RwSignal::new(SampleId(0)),
            target: RwSignal::new("typescript".to_owned()),
            root: RwSignal::default(),
            choices: RwSignal::default(),
            query: RwSignal::default(),
            output: RwSignal::default(),
            trouble: RwSignal::default(),
            picking: RwSignal::default(),
            notice: RwSignal::default(),
        })));
        state.restore_choices();
        state.jobs.start(fold::Conversions(state));
        state
    }

    /// Shows a message that passes.
    pub(crate) fn tell(self, text: impl Into<String>, is_bad: bool) {
        self.notice.set(Some(Notice {
            text: text.into(),
            is_bad,
        }));
    }

    /// Whether there is any sample.
    pub(crate) fn is_open(self) -> bool {
        self.samples.with(|samples| !samples.is_empty())
    }

    /// The target as the worker declares it.
    pub(crate) fn declared(self) -> Option<Target> {
        let name = self.target.get();
        self.targets
            .with(|targets| targets.iter().find(|target| target.name == name).cloned())
    }

    /// A target's name for people.
    pub(crate) fn label(self, name: &str) -> String {
        self.targets.with(|targets| {
            targets
                .iter()
                .find(|target| target.name == name)
                .map_or_else(|| "TypeScript".to_owned(), label_of)
        })
    }

    /// A format's name for people.
    pub(crate) fn format_label(self, name: &str) -> String {
        self.formats.with(|formats| {
            formats
                .iter()
                .find(|format| format.name == name)
                .map(|format| format.label.clone())
                .unwrap_or_default()
        })
    }

    /// The sample in the editor.
    pub(crate) fn sample(self) -> Option<Sample> {
        let current = self.current.get();
        self.samples
            .with(|samples| samples.iter().find(|it| it.id == current).cloned())
    }

    /// What a sample is called.
    pub(crate) fn name_of(self, id: SampleId) -> String {
        self.samples.with(|samples| {
            let at = samples.iter().position(|it| it.id == id).unwrap_or(0);
            samples
                .get(at)
                .and_then(|sample| sample.name.clone())
                .unwrap_or_else(|| t!("convert-sample-name", number = at + 1))
        })
    }

    /// Whether the output in view is of an earlier input.
    pub(crate) fn is_stale(self) -> bool {
        self.trouble.with(Option::is_some) && self.output.with(Option::is_some)
    }
}
