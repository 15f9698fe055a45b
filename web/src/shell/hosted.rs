//! What the shell asks of whichever tool is in view: to open an example or a link, to say what is
//! open. What is open is never lost by that: it can be put back.

use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::prelude::*;

use super::route::{Route, Router};

/// What is open in a tool: texts, with the names of their files.
pub(crate) type Work = Vec<(Option<String>, String)>;
/// Options of a tool, by name.
pub(crate) type Options = BTreeMap<String, String>;

/// A tool, as the shell sees it.
pub(crate) trait Hosted {
    /// What is open and would be replaced; nothing if there is nothing to lose.
    fn work(&self) -> Work;
    /// Opens texts in place of what is open.
    fn open(&self, work: Work);
    /// Opens one of its examples, counted from 0, in place of what is open.
    fn example(&self, place: usize);
    /// What was chosen of its options, for a link. Never a key.
    fn options(&self) -> Options {
        Options::new()
    }
    /// Chooses options that came with a link. Those that it does not know are passed over.
    fn choose(&self, _options: &Options) {}
}

/// What a tool is to do when it is there.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Errand {
    /// Open an example, counted from 0.
    Example(usize),
    /// Choose what a link says, and open what it holds.
    Link(Options, Work),
    /// Put back what was open before.
    PutBack(Work),
}

/// A message above the page, and what an errand took the place of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Said {
    pub(super) text: String,
    pub(super) is_bad: bool,
    pub(super) replaced: Option<(Route, Work)>,
}

/// The tool in view.
type Guest = (Route, Rc<dyn Hosted>);

/// The shell's side. A handle: copies mean the same state.
#[derive(Clone, Copy)]
pub(crate) struct Host {
    router: Router,
    guest: StoredValue<Option<Guest>, LocalStorage>,
    errand: RwSignal<Option<(Route, Errand)>>,
    pub(super) said: RwSignal<Option<Said>>,
}

impl Host {
    /// Without a tool yet.
    pub(crate) fn new(router: Router) -> Self {
        Self {
            router,
            guest: StoredValue::new_local(None),
            errand: RwSignal::new(None),
            said: RwSignal::new(None),
        }
    }

    /// Serves the tool, for as long as its view is there.
    pub(crate) fn serve(self, tool: Route, hosted: impl Hosted + 'static) {
        let hosted: Rc<dyn Hosted> = Rc::new(hosted);
        self.guest
            .set_value(Some((tool.clone(), Rc::clone(&hosted))));
        let own = tool.clone();
        on_cleanup(move || {
            self.guest.update_value(|guest| {
                guest.take_if(|(tool, _)| *tool == own);
            });
        });
        Effect::new(move |_| {
            let is_own = self
                .errand
                .with(|errand| errand.as_ref().is_some_and(|(to, _)| *to == tool));
            if let (true, Some((_, errand))) = (is_own, self.errand.get_untracked()) {
                self.errand.set(None);
                untrack(|| self.run(&tool, &*hosted, errand));
            }
        });
    }

    fn run(self, tool: &Route, hosted: &dyn Hosted, errand: Errand) {
        let before = match &errand {
            Errand::PutBack(_) => Work::new(),
            Errand::Link(_, work) if work.is_empty() => Work::new(),
            Errand::Link(..) | Errand::Example(_) => hosted.work(),
        };
        self.said.set((!before.is_empty()).then(|| Said {
            text: "What was open was replaced.".to_owned(),
            is_bad: false,
            replaced: Some((tool.clone(), before)),
        }));
        match errand {
            Errand::Example(place) => hosted.example(place),
            Errand::Link(options, work) => {
                hosted.choose(&options);
                if !work.is_empty() {
                    hosted.open(work);
                }
            }
            Errand::PutBack(work) => hosted.open(work),
        }
    }

    /// Goes to a tool and has it do something.
    pub(crate) fn send(self, tool: &Route, errand: Errand) {
        self.errand.set(Some((tool.clone(), errand)));
        if self.router.route.with_untracked(|here| here != tool) {
            self.router.go(tool);
        }
    }

    /// Asks the tool in view; none if there is none.
    pub(crate) fn ask<T>(self, ask: impl FnOnce(&Route, &dyn Hosted) -> T) -> Option<T> {
        let guest = self.guest.get_value();
        guest.map(|(tool, hosted)| ask(&tool, &*hosted))
    }

    /// Whether something is said above the page.
    pub(crate) fn has_said(self) -> bool {
        self.said.with(Option::is_some)
    }

    /// Says something above the page.
    pub(crate) fn say(self, text: impl Into<String>, is_bad: bool) {
        self.said.set(Some(Said {
            text: text.into(),
            is_bad,
            replaced: None,
        }));
    }
}
