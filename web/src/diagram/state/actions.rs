//! What the person does with the text and the picture.

use ichiban_browser::files;
use ichiban_engine::diagram::protocol::{Answer, Problem, Question};
use ichiban_tool::Place;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;

use super::super::kind::is_diagram;
use super::super::places::{Label, Places};
use super::{Comparison, Desk, Document, End, Fixed, Side, State, Verdict};
use crate::editor::Editor;
use crate::shell::intake::Given;
use crate::shell::words::t;

/// The text.
impl State {
    /// Takes what was pasted, dropped or chosen.
    pub(crate) fn take(self, given: Given) {
        if self.comparing.get_untracked() {
            return self.take_other(given);
        }
        match given {
            Given::Text(text) => self.open(text, None),
            Given::Files(given) => spawn_local(async move {
                if let Some(read) = self.read(given).await {
                    self.open_files(read);
                }
            }),
        }
    }

    async fn read(self, given: Vec<web_sys::File>) -> Option<Vec<(String, String)>> {
        let mut read = Vec::new();
        for file in given {
            match files::read_text(&file, files::TEXT_LIMIT_BYTES).await {
                Ok(text) => read.push((file.name(), text)),
                Err(error) => {
                    self.tell(error.to_string(), true);
                    return None;
                }
            }
        }
        Some(read)
    }

    fn open_files(self, mut read: Vec<(String, String)>) {
        if read.len() == 1
            && let Some((name, text)) = read.pop()
        {
            self.open(text, Some(name));
        } else {
            self.open_source(
                read.into_iter()
                    .map(|(name, text)| (Some(name), text))
                    .collect(),
                None,
            );
        }
    }

    /// Opens a text in place of the one before: a diagram, or what one is made of.
    pub(crate) fn open(self, text: String, name: Option<String>) {
        if is_diagram(&text, name.as_deref()) {
            self.open_diagram(text, name);
        } else {
            self.open_source(vec![(name, text)], None);
        }
    }

    /// Opens a diagram.
    pub(crate) fn open_diagram(self, text: String, name: Option<String>) {
        self.clear();
        self.name.set(name);
        self.is_open.set(true);
        self.side.set(if text.trim().is_empty() {
            Side::Text
        } else {
            Side::Picture
        });
        self.put(text);
    }

    /// Forgets what belongs to the text before.
    pub(super) fn clear(self) {
        let files = self.files.with_untracked(Vec::len);
        self.editor.with_value(|editor| {
            if let Some(editor) = editor {
                editor.show(Document::Diagram.number(), "");
                for file in 0..u32::try_from(files).unwrap_or_default() {
                    editor.forget(Document::Source(file).number());
                }
            }
        });
        self.forget_asking();
        self.forget_explaining();
        self.forget_elsewhere();
        self.document.set(Document::Diagram);
        self.desk.set_value(Desk::default());
        self.files.set(Vec::new());
        self.kind.set(None);
        self.made.set(None);
        self.fixed.set(None);
        self.comparison.set(None);
        self.notice.set(None);
        self.verdict.set(Verdict::Unread);
        self.shown.set(None);
        self.canvas.select(None);
        self.canvas.is_fitted.set(true);
        self.name.set(None);
    }

    /// Closes the text and goes back to the invitation.
    pub(crate) fn close(self) {
        self.clear();
        self.is_open.set(false);
    }

    /// Makes the diagram's text another; the editor can undo it.
    pub(super) fn put(self, text: String) {
        self.take_edit();
        if self.document.get_untracked() == Document::Diagram {
            self.editor.with_value(|editor| {
                if let Some(editor) = editor {
                    editor.follow(&text);
                }
            });
        } else {
            self.put_aside(&text);
        }
        self.desk.update_value(|desk| {
            desk.text = text;
            desk.is_handmade = false;
        });
        self.want();
    }

    /// Makes the diagram's text another while the source is in the editor.
    fn put_aside(self, text: &str) {
        let document = self.document.get_untracked();
        let is_handmade = self.desk.with_value(|desk| desk.is_handmade);
        let source = self.document_text();
        self.editor.with_value(|editor| {
            let Some(editor) = editor else { return };
            if is_handmade {
                // What the person wrote must not be lost: the editor can undo it.
                editor.show(Document::Diagram.number(), "");
                editor.follow(text);
                editor.show(document.number(), &source);
            } else {
                // It begins with the new text when it is shown next.
                editor.forget(Document::Diagram.number());
            }
        });
        if is_handmade {
            self.tell(t!("diagram-made-anew"), false);
        }
    }

    /// The person typed in the editor.
    pub(crate) fn edited(self) {
        self.give_way();
        self.desk.update_value(|desk| desk.is_edited = true);
        match self.document.get_untracked() {
            Document::Diagram => {
                self.fixed.set(None);
                if self
                    .ask
                    .end
                    .with_untracked(|end| matches!(end, Some(End::Accepted(_))))
                {
                    // Undone by the button, it would take away what is written now.
                    self.ask.end.set(None);
                }
                self.desk.update_value(|desk| desk.is_handmade = true);
                self.want();
            }
            Document::Source(_) => self.want_made(),
        }
    }

    /// Has the diagram drawn soon.
    pub(in crate::diagram) fn want(self) {
        if self.is_asking() {
            self.jobs.want_next();
        } else {
            self.jobs.want();
        }
    }

    /// The diagram's text as it was last taken over.
    pub(crate) fn text(self) -> String {
        self.desk.with_value(|desk| desk.text.clone())
    }

    /// The text of the document in the editor.
    pub(crate) fn document_text(self) -> String {
        let document = self.document.get_untracked();
        self.desk.with_value(|desk| match document {
            Document::Diagram => desk.text.clone(),
            Document::Source(file) => desk
                .files
                .get(file as usize)
                .map(|file| file.text.clone())
                .unwrap_or_default(),
        })
    }

    /// What is open: the files of the source, or else the diagram.
    pub(crate) fn texts(self) -> Vec<(Option<String>, String)> {
        self.take_edit();
        let name = self.name.get_untracked();
        self.desk.with_value(|desk| match &desk.files[..] {
            [] => vec![(name, desk.text.clone())],
            files => files
                .iter()
                .map(|file| (file.name.clone(), file.text.clone()))
                .collect(),
        })
    }

    /// The texts as they are now, typed or taken over.
    pub(crate) fn texts_now(self) -> Vec<(Option<String>, String)> {
        let name = self.name.get_untracked();
        let document = self.document.get_untracked();
        let is_edited = self.desk.with_value(|desk| desk.is_edited);
        let typed = self
            .editor
            .with_value(|editor| editor.as_ref().filter(|_| is_edited).map(Editor::text));
        let now = |of: Document, kept: &String| match &typed {
            Some(typed) if of == document => typed.clone(),
            _ => kept.clone(),
        };
        self.desk.with_value(|desk| match &desk.files[..] {
            [] => vec![(name, now(Document::Diagram, &desk.text))],
            files => (0..)
                .zip(files)
                .map(|(at, file)| (file.name.clone(), now(Document::Source(at), &file.text)))
                .collect(),
        })
    }

    /// Takes over what was typed.
    pub(crate) fn take_edit(self) {
        if !self.desk.with_value(|desk| desk.is_edited) {
            return;
        }
        let text = self
            .editor
            .with_value(|editor| editor.as_ref().map(Editor::text));
        let document = self.document.get_untracked();
        self.desk.update_value(|desk| {
            desk.is_edited = false;
            let Some(text) = text else { return };
            match document {
                Document::Diagram => desk.text = text,
                Document::Source(file) => {
                    if let Some(file) = desk.files.get_mut(file as usize) {
                        file.text = text;
                    }
                }
            }
        });
    }

    /// Brings a document into the editor.
    pub(crate) fn show(self, document: Document) {
        if self.document.get_untracked() == document {
            return;
        }
        self.take_edit();
        self.document.set(document);
        let text = self.document_text();
        self.editor.with_value(|editor| {
            if let Some(editor) = editor {
                editor.show(document.number(), &text);
                editor.set_language(&self.language());
            }
        });
        self.show_problems();
    }

    /// The editor has come.
    pub(crate) fn editor_is_there(self) {
        let document = self.document.get_untracked();
        self.editor.with_value(|editor| {
            if let Some(editor) = editor {
                editor.name(document.number());
                editor.set_language(&self.language());
            }
        });
        self.show_problems();
    }

    fn language(self) -> String {
        match self.document.get_untracked() {
            Document::Diagram => "mmd".to_owned(),
            Document::Source(_) => self.source_extension(),
        }
    }
}

/// Fix, format, compare.
impl State {
    /// Makes the fix that is known, if one is.
    pub(crate) fn fix(self) {
        let fix = self.verdict.with_untracked(|verdict| match verdict {
            Verdict::Undrawn(Problem::Syntax { fix, .. }) => fix.clone(),
            _ => None,
        });
        let Some(fix) = fix else { return };
        self.show(Document::Diagram);
        self.take_edit();
        let before = self.text();
        self.put(fix.text);
        self.app.announce_now(t!("diagram-said-fixed"));
        self.fixed.set(Some(Fixed {
            changes: fix.changes,
            before,
        }));
    }

    /// Puts the text back as it was before the fix.
    pub(crate) fn unfix(self) {
        if let Some(fixed) = self.fixed.get_untracked() {
            self.put(fixed.before);
            self.fixed.set(None);
            self.app.announce_now(t!("diagram-said-unfixed"));
        }
    }

    /// Writes the diagram in one style.
    pub(crate) fn format(self) {
        self.take_edit();
        let before = self.text();
        let question = Question::Format {
            text: before.clone(),
        };
        self.ask_text(question, move |after| {
            self.take_edit();
            if self.text() != before {
                // The person went on writing: theirs is newer.
                return;
            }
            if after == before {
                self.tell(t!("diagram-formatted-already"), false);
            } else {
                self.show(Document::Diagram);
                self.put(after);
                self.tell(t!("diagram-formatted"), false);
            }
        });
    }

    /// Takes the other diagram of a comparison.
    fn take_other(self, given: Given) {
        match given {
            Given::Text(text) => self.compare(text, None),
            Given::Files(given) => spawn_local(async move {
                let read = self.read(given).await;
                if let Some((name, text)) = read.and_then(|mut read| read.pop()) {
                    self.compare(text, Some(name));
                }
            }),
        }
    }

    /// Compares with an earlier diagram.
    pub(crate) fn compare(self, before: String, name: Option<String>) {
        self.comparing.set(false);
        self.comparison.set(Some(Comparison {
            before,
            name,
            found: None,
        }));
        self.compare_again();
    }

    /// Compares anew, if anything is to be compared.
    pub(super) fn compare_again(self) {
        let before = self
            .comparison
            .with_untracked(|comparison| comparison.as_ref().map(|it| it.before.clone()));
        let Some(before) = before else { return };
        self.take_edit();
        let question = Question::Compare {
            before: before.clone(),
            after: self.text(),
        };
        self.ask_worker(question, move |answer| {
            self.comparison.update(|comparison| {
                let Some(comparison) = comparison.as_mut().filter(|it| it.before == before) else {
                    return;
                };
                comparison.found = match answer {
                    Answer::Differences(found) => Some(Ok(found)),
                    Answer::None(reason) => Some(Err(reason)),
                    Answer::Text(_) | Answer::Picture(_) | Answer::Request(_) => None,
                };
            });
        });
    }
}

/// From the picture to the text, and back.
impl State {
    /// Shows where a part of the picture is written.
    pub(in crate::diagram) fn reveal(self, label: &Label, focus: bool) {
        self.take_edit();
        let text = self.text();
        let places = Places::of(&text);
        let Some(found) = places.find(label) else {
            return;
        };
        let span = places.span(found);
        self.select(span, focus);
    }

    /// Selects what is written somewhere in the diagram's text.
    pub(crate) fn select(self, span: (Place, Place), focus: bool) {
        if focus && self.explaining.is_shown.get_untracked() {
            self.show_text();
            // It takes the focus once it is in view.
            return request_animation_frame(move || self.select(span, focus));
        }
        self.show(Document::Diagram);
        if focus {
            self.side.set(Side::Text);
        }
        self.editor.with_value(|editor| {
            if let Some(editor) = editor {
                editor.select(span, focus);
            }
        });
    }

    /// The caret went to another line: its parts are marked in the picture.
    pub(crate) fn moved(self, line: u32) {
        if self.document.get_untracked() != Document::Diagram
            || self.is_stale_untracked()
            || self.desk.with_value(|desk| desk.text.len() > MOST_LINKED)
        {
            return;
        }
        self.take_edit();
        let text = self.text();
        let places = Places::of(&text);
        let Some(line) = line.checked_sub(1) else {
            return;
        };
        self.canvas.link(|label| places.is_on(line as usize, label));
    }

    fn is_stale_untracked(self) -> bool {
        untrack(|| self.is_stale())
    }

    /// Whether a part's label can be written anew on the picture; if not, its place is shown.
    pub(in crate::diagram) fn may_relabel(self, label: &Label) -> bool {
        self.take_edit();
        let text = self.text();
        let places = Places::of(&text);
        let found = places.find(label);
        if found.is_some_and(|found| places.is_labelled(found)) {
            return true;
        }
        if let Some(found) = found {
            self.select(places.span(found), true);
        } else {
            self.tell(t!("diagram-unfound"), false);
        }
        false
    }

    /// Writes a part's label anew.
    pub(in crate::diagram) fn relabel(self, label: &Label, new: &str) {
        if new.trim().is_empty() || new == label.text {
            return;
        }
        self.take_edit();
        let text = self.text();
        let places = Places::of(&text);
        let Some(text) = places
            .find(label)
            .and_then(|found| places.relabelled(found, new))
        else {
            return;
        };
        self.show(Document::Diagram);
        self.fixed.set(None);
        self.put(text);
    }
}

/// In a longer text the caret's line is not looked up in the picture: it would take longer than a
/// frame.
const MOST_LINKED: usize = 200_000;

/// The address.
impl State {
    /// Opens the diagram that the address holds, if it holds one, and takes it out of the address:
    /// the text is the person's own from then on.
    pub(crate) fn open_address(self) {
        let location = window().location();
        let hash = location.hash().unwrap_or_default();
        let Some(packed) = hash
            .strip_prefix('#')
            .filter(|packed| packed.starts_with('d'))
        else {
            return;
        };
        let question = Question::Unpack {
            packed: packed.to_owned(),
        };
        self.ask_text(question, move |text| self.open_diagram(text, None));
        let path = location.pathname().unwrap_or_default();
        // With the text still in the address, reloading would undo what the person wrote.
        let _ = window().history().and_then(|history| {
            history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&path))
        });
    }
}
