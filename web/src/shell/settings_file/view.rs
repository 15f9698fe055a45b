//! The section of the settings: a file is saved, or shown before anything of it is set.

use std::cell::RefCell;

use ichiban_browser::files;
use ichiban_shell::settings::{self, Change, LONGEST, Settings};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;

use super::kept::{self, Before, Fitting};
use super::words;
use crate::app::App;
use crate::shell::open_files::OpenFiles;
use crate::shell::words::{t, woven};

/// What the file is saved as.
const NAME: &str = "ichiban-settings.json";

/// A file that was chosen, and what it would do.
#[derive(Clone)]
struct Proposal {
    file: String,
    settings: Settings,
    changes: Vec<(Change, Option<String>)>,
    left_out: Vec<String>,
}

/// What was said last.
#[derive(Clone, Default, PartialEq, Eq)]
struct Said {
    text: String,
    is_bad: bool,
    left_out: Vec<String>,
}

/// What the section holds. A handle: copies mean the same state, which stays when the settings are closed.
#[derive(Clone, Copy)]
struct State {
    app: App,
    proposal: RwSignal<Option<Proposal>>,
    said: RwSignal<Said>,
    /// What there was before a file was set.
    before: RwSignal<Option<Before>>,
}

thread_local! {
    static STATE: RefCell<Option<State>> = const { RefCell::new(None) };
}

impl State {
    /// The one of this page.
    fn of(app: App) -> Self {
        if let Some(known) = STATE.with_borrow(|known| *known) {
            return known;
        }
        let made = app.make(|| Self {
            app,
            proposal: RwSignal::new(None),
            said: RwSignal::default(),
            before: RwSignal::new(None),
        });
        STATE.set(Some(made));
        made
    }

    fn say(self, text: impl Into<String>) {
        self.said.set(Said {
            text: text.into(),
            ..Said::default()
        });
    }

    fn fail(self, text: impl Into<String>) {
        self.said.set(Said {
            text: text.into(),
            is_bad: true,
            ..Said::default()
        });
    }

    fn export(self) {
        let now = kept::now(self.app);
        let text = now.settings.write();
        match files::download(NAME, "application/json", text.as_bytes()) {
            Ok(()) => self.said.set(Said {
                text: t!("page-settings-saved", file = NAME),
                is_bad: false,
                left_out: now.left_out,
            }),
            Err(error) => self.fail(error.to_string()),
        }
    }

    fn open(self, given: Vec<web_sys::File>) {
        let Some(file) = given.into_iter().next() else {
            return;
        };
        self.proposal.set(None);
        self.say("");
        spawn_local(async move {
            let text = match files::read_text(&file, LONGEST).await {
                Ok(text) => text,
                Err(error) => return self.fail(error.to_string()),
            };
            match settings::read(&text) {
                Ok(read) => self.propose(file.name(), kept::fitting(&read)),
                Err(error) => self.fail(words::unread(&file.name(), &error)),
            }
        });
    }

    /// Shows what a file would change, if anything.
    fn propose(self, file: String, read: Fitting) {
        let now = kept::now(self.app).settings;
        let changes = read.settings.changes(&now);
        if changes.is_empty() {
            self.said.set(Said {
                text: t!("page-settings-nothing-new", file = file),
                is_bad: false,
                left_out: read.left_out,
            });
            return;
        }
        let would = t!(
            "page-settings-would-change",
            file = &file,
            count = changes.len()
        );
        self.app.announce_now(would);
        let with_warning = |change: Change| {
            let warning = kept::warning(self.app, &change, &read.settings);
            (change, warning)
        };
        self.proposal.set(Some(Proposal {
            file,
            changes: changes.into_iter().map(with_warning).collect(),
            left_out: read.left_out,
            settings: read.settings,
        }));
    }

    fn apply(self) {
        let Some(proposal) = self.proposal.get_untracked() else {
            return;
        };
        self.proposal.set(None);
        self.before.set(Some(Before::of(self.app)));
        let is_of_a_tool = |(change, _): &(Change, _)| kept::is_of_a_tool(change.name);
        let count = proposal.changes.len();
        match kept::set(self.app, &proposal.settings) {
            Ok(()) if proposal.changes.iter().any(is_of_a_tool) => {
                self.say(t!("page-settings-changed-of-tools", count = count));
            }
            Ok(()) => self.say(t!("page-settings-changed", count = count)),
            // It holds until the page is closed, and that is said.
            Err(error) => self.fail(t!(
                "page-settings-changed-for-now",
                count = count,
                why = error
            )),
        }
    }

    fn undo(self) {
        let Some(before) = self.before.get_untracked() else {
            return;
        };
        self.before.set(None);
        match before.put_back(self.app) {
            Ok(()) => self.say(t!("page-settings-put-back")),
            Err(error) => self.fail(t!("page-settings-not-put-back", why = error)),
        }
    }
}

/// The section.
#[component]
pub(crate) fn SettingsFile(app: App) -> impl IntoView {
    let state = State::of(app);
    let is_open = state.before.with_untracked(Option::is_some)
        || state.proposal.with_untracked(Option::is_some);
    let said = state.said;
    view! {
        <details class="more settings-file" open=is_open>
            <summary>{t!("page-settings-title")}</summary>
            <p class="hint">{t!("page-settings-about")}</p>
            <div class="settings-actions">
                <button class="ghost" type="button" on:click=move |_| state.export()>{t!("page-export")}</button>
                <span>
                    {woven!(
                        "page-import",
                        open = view! {
                            <OpenFiles
                                label=t!("page-settings-import-label")
                                several=false
                                take=move |given| state.open(given)
                            />
                        }
                    )}
                </span>
            </div>
            {move || state.proposal.get().map(|proposal| view! { <Preview state proposal /> })}
            <p class="hint" role="status">
                {move || said.with(|said| (!said.is_bad).then(|| said.text.clone()))}
            </p>
            <p class="fault" role="alert">
                {move || said.with(|said| said.is_bad.then(|| said.text.clone()))}
            </p>
            {move || said.with(|said| left_out(&said.left_out))}
            <Show when=move || state.before.with(Option::is_some)>
                <button class="ghost" type="button" on:click=move |_| state.undo()>
                    {t!("page-settings-undo")}
                </button>
            </Show>
        </details>
    }
}

/// What a file would change, before it does.
#[component]
fn Preview(state: State, proposal: Proposal) -> impl IntoView {
    let title = t!(
        "page-settings-would-change-title",
        file = proposal.file,
        count = proposal.changes.len()
    );
    let rows = proposal.changes.into_iter().map(|(change, warning)| {
        view! {
            <div>
                <dt>{words::label(change.name)}</dt>
                <dd>
                    {match change.before {
                        Some(before) => view! { <del>{words::value(&before)}</del> }.into_any(),
                        None => view! { <span>{t!("page-settings-not-set")}</span> }.into_any(),
                    }}
                    <ins>{words::value(&change.after)}</ins>
                    {warning.map(|warning| view! { <p class="fault">{warning}</p> })}
                </dd>
            </div>
        }
    });
    view! {
        <section class="settings-preview" aria-labelledby="settings-preview-title">
            <h4 id="settings-preview-title">{title}</h4>
            <dl>{rows.collect_view()}</dl>
            {left_out(&proposal.left_out)}
            <p class="hint">{t!("page-settings-rest")}</p>
            <div class="settings-actions">
                <button class="primary" type="button" on:click=move |_| state.apply()>{t!("page-settings-apply")}</button>
                <button class="ghost" type="button" on:click=move |_| state.proposal.set(None)>{t!("page-settings-leave")}</button>
            </div>
        </section>
    }
}

/// What is not taken, or not written, and why.
fn left_out(words: &[String]) -> Option<impl IntoView + use<>> {
    (!words.is_empty()).then(|| {
        let lines = words.iter().map(|word| view! { <li>{word.clone()}</li> });
        view! { <ul class="hint settings-left-out">{lines.collect_view()}</ul> }
    })
}
