//! What the shell asks of whichever tool is in view: to open an example or a link, to say what is
//! open. What is open is never lost by that: it can be put back.

use std::collections::BTreeMap;
use std::rc::Rc;

use ichiban_tool::{Diagnostic, Place, Severity};
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
    /// The same as it stands, and nothing is changed by asking: for one who looks while the person
    /// works.
    fn seen(&self) -> Work;
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

    /// Opens texts in place of all that is there.
    fn replace(&self, work: Work) {
        self.open(work);
    }
    /// How it stands, for a page that shows it as a widget. To be called where signals are
    /// followed.
    fn standing(&self) -> Standing;
    /// Makes a file of what it has.
    fn make(&self, format: &str, reply: Reply);
    /// Does its work once more: by itself, or by a model that is asked for what is wished.
    ///
    /// # Errors
    ///
    /// Says what it needs first, to whoever wrote the page that shows it: in English, as all that is
    /// said there.
    fn run(&self, by: By) -> Result<(), &'static str>;
    /// Stops what goes on.
    fn stop(&self);
}

/// Who does a tool's work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum By {
    /// The tool itself.
    Engine,
    /// The model that is connected, and what it is asked for.
    Model(Option<String>),
}

/// How a tool stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Standing {
    /// The formats of which what it has made of its input consists; none if it has made nothing.
    pub(crate) formats: Vec<String>,
    /// Whether more is to come.
    pub(crate) is_going: bool,
    /// What is wrong with the input.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Standing {
    /// Something is wrong that has no place in the text.
    pub(crate) fn object(&mut self, code: &str, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic {
            severity: Severity::Error,
            code: code.to_owned(),
            path: String::new(),
            place: Place::START,
            message: message.into(),
            hint: String::new(),
        });
    }
}

/// A file that a tool has made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Made {
    /// What it may be called.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) bytes: Vec<u8>,
}

/// Why there is no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unmade {
    /// The tool does not know the format.
    Format,
    /// There is nothing to make it of.
    Nothing,
    /// It was tried. The tool tells the person why it failed.
    Failed,
}

/// Whoever waits for a file. Told once, in any case: whoever drops it has failed.
pub(crate) struct Reply(Option<Then>);

type Then = Box<dyn FnOnce(Result<Made, Unmade>)>;

impl Reply {
    /// Tells this one.
    pub(crate) fn new(then: impl FnOnce(Result<Made, Unmade>) + 'static) -> Self {
        Self(Some(Box::new(then)))
    }

    /// Here it is.
    pub(crate) fn give(self, name: impl Into<String>, bytes: Vec<u8>) {
        let name = name.into();
        self.tell(Ok(Made { name, bytes }));
    }

    /// There is none.
    pub(crate) fn refuse(self, why: Unmade) {
        self.tell(Err(why));
    }

    fn tell(mut self, result: Result<Made, Unmade>) {
        if let Some(then) = self.0.take() {
            then(result);
        }
    }
}

impl Drop for Reply {
    fn drop(&mut self) {
        if let Some(then) = self.0.take() {
            then(Err(Unmade::Failed));
        }
    }
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

/// A message above the page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Said {
    /// This, and whether it is bad news.
    Words {
        /// A sentence.
        text: String,
        /// Whether something has failed.
        is_bad: bool,
    },
    /// An errand took the place of what was open in a tool.
    Replaced(Route, Work),
}

/// The tool in view.
type Guest = (Route, Rc<dyn Hosted>);

/// Who is told of a tool before what is open in it is left or replaced.
type Keeper = Rc<dyn Fn(&Route, &dyn Hosted)>;

/// The shell's side. A handle: copies mean the same state.
#[derive(Clone, Copy)]
pub(crate) struct Host {
    router: Router,
    keeper: StoredValue<Option<Keeper>, LocalStorage>,
    guest: StoredValue<Option<Guest>, LocalStorage>,
    /// Counts the tools that came into view.
    pub(crate) served: RwSignal<u32>,
    errand: RwSignal<Option<(Route, Errand)>>,
    pub(super) said: RwSignal<Option<Said>>,
}

impl Host {
    /// Without a tool yet.
    pub(crate) fn new(router: Router) -> Self {
        Self {
            router,
            keeper: StoredValue::new_local(None),
            guest: StoredValue::new_local(None),
            served: RwSignal::new(0),
            errand: RwSignal::new(None),
            said: RwSignal::new(None),
        }
    }

    /// Serves the tool, for as long as its view is there.
    pub(crate) fn serve(self, tool: Route, hosted: impl Hosted + 'static) {
        let hosted: Rc<dyn Hosted> = Rc::new(hosted);
        self.guest
            .set_value(Some((tool.clone(), Rc::clone(&hosted))));
        self.served.update(|served| *served += 1);
        let own = tool.clone();
        on_cleanup(move || {
            let mut left = None;
            self.guest.update_value(|guest| {
                left = guest.take_if(|(tool, _)| *tool == own);
            });
            if let Some((tool, hosted)) = left {
                self.keep(&tool, &*hosted);
            }
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

    /// Names who is told of a tool before what is open in it is left or replaced.
    pub(crate) fn set_keeper(self, keeper: impl Fn(&Route, &dyn Hosted) + 'static) {
        self.keeper.set_value(Some(Rc::new(keeper)));
    }

    fn keep(self, tool: &Route, hosted: &dyn Hosted) {
        if let Some(keeper) = self.keeper.get_value() {
            keeper(tool, hosted);
        }
    }

    fn run(self, tool: &Route, hosted: &dyn Hosted, errand: Errand) {
        self.keep(tool, hosted);
        let before = match &errand {
            Errand::PutBack(_) => Work::new(),
            Errand::Link(_, work) if work.is_empty() => Work::new(),
            Errand::Link(..) | Errand::Example(_) => hosted.work(),
        };
        self.said
            .set((!before.is_empty()).then(|| Said::Replaced(tool.clone(), before)));
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
        self.said.set(Some(Said::Words {
            text: text.into(),
            is_bad,
        }));
    }
}
