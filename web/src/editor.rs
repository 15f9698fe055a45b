//! The source editor, which is JavaScript (`js/editor.ts`), as Rust sees it.

use js_sys::Array;
use leptos::web_sys::HtmlElement;
use wasm_bindgen::prelude::*;

use ichiban_engine::text::{Changes, Edit, LineBreak};
use ichiban_tool::{Diagnostic, Place, Severity};

use crate::shell::words;

#[wasm_bindgen(raw_module = "@js/editor-loader.ts")]
extern "C" {
    /// Fetches the editor ahead of need.
    #[wasm_bindgen(js_name = prefetchEditor, catch)]
    pub(crate) async fn prefetch() -> Result<(), JsValue>;

    #[wasm_bindgen(js_name = mountEditor, catch)]
    async fn mount_editor(
        parent: &HtmlElement,
        text: &str,
        label: &str,
        language: &str,
        is_read_only: bool,
        changed: &Closure<dyn Fn()>,
        moved: &Closure<dyn Fn(u32)>,
        placeholders: &Closure<dyn Fn(u32, u32) -> Array>,
        submitted: &Closure<dyn Fn()>,
    ) -> Result<JsValue, JsValue>;

    #[derive(Clone)]
    type RawEditor;
    #[wasm_bindgen(method)]
    fn text(this: &RawEditor) -> Vec<u8>;
    #[wasm_bindgen(method)]
    fn changes(this: &RawEditor) -> Option<Array>;
    #[wasm_bindgen(method, js_name = setText)]
    fn set_text(this: &RawEditor, text: &str);
    #[wasm_bindgen(method)]
    fn follow(this: &RawEditor, text: &str);
    #[wasm_bindgen(method)]
    fn show(this: &RawEditor, document: u32, text: &str);
    #[wasm_bindgen(method)]
    fn forget(this: &RawEditor, document: u32);
    #[wasm_bindgen(method)]
    fn name(this: &RawEditor, document: u32);
    #[wasm_bindgen(method, js_name = setLanguage)]
    fn set_language(this: &RawEditor, name: &str);
    #[wasm_bindgen(method)]
    fn select(
        this: &RawEditor,
        line: u32,
        column: u32,
        line_after: u32,
        column_after: u32,
        focus: bool,
    );
    #[wasm_bindgen(method, js_name = setProblems)]
    fn set_problems(this: &RawEditor, problems: Array);
    #[wasm_bindgen(method)]
    fn reveal(this: &RawEditor, line: u32, column: u32, focus: bool);
    #[wasm_bindgen(method)]
    fn link(this: &RawEditor, line: u32);
    #[wasm_bindgen(method)]
    fn destroy(this: &RawEditor);
}

/// A text on a line, counted from 1.
pub(crate) type OnLine = (u32, String);

/// What an editor is for.
#[derive(Debug, Clone)]
pub(crate) struct Kind {
    /// What a screen reader calls it.
    pub(crate) label: String,
    /// The language whose colours it begins with, by the extension of its files.
    pub(crate) language: &'static str,
    /// Whether the person may read and copy, but not write.
    pub(crate) is_read_only: bool,
}

/// What the editor asks and tells.
pub(crate) struct Hooks {
    /// The text changed by the person's hand.
    pub(crate) changed: Box<dyn Fn()>,
    /// The caret went to another line.
    pub(crate) moved: Box<dyn Fn(u32)>,
    /// The placeholders of the values on these lines, with the line of each.
    pub(crate) placeholders: Box<dyn Fn(u32, u32) -> Vec<OnLine>>,
    /// Ctrl or ⌘ with Enter.
    pub(crate) submitted: Box<dyn Fn()>,
}

impl Hooks {
    /// For an editor that nothing needs to be known of.
    pub(crate) fn none() -> Self {
        Self {
            changed: Box::new(|| {}),
            moved: Box::new(|_| {}),
            placeholders: Box::new(|_, _| Vec::new()),
            submitted: Box::new(|| {}),
        }
    }
}

/// An editor on the page. Dropping it takes it off.
pub(crate) struct Editor {
    raw: RawEditor,
    _changed: Closure<dyn Fn()>,
    _moved: Closure<dyn Fn(u32)>,
    _placeholders: Closure<dyn Fn(u32, u32) -> Array>,
    _submitted: Closure<dyn Fn()>,
}

impl Editor {
    /// Loads the editor's code and puts one into `parent`.
    pub(crate) async fn mount(
        parent: &HtmlElement,
        text: &str,
        kind: Kind,
        hooks: Hooks,
    ) -> Result<Self, JsValue> {
        // At the same time as its code. Without them it speaks English.
        let words = words::fetch(&["editor"]);
        prefetch().await?;
        words.await;
        let changed = Closure::new(hooks.changed);
        let moved = Closure::new(hooks.moved);
        let submitted = Closure::new(hooks.submitted);
        let placeholders = Closure::new(move |from, to| {
            let told = Array::new();
            for (line, text) in (hooks.placeholders)(from, to) {
                told.push(&JsValue::from(line));
                told.push(&JsValue::from(text));
            }
            told
        });
        let raw = mount_editor(
            parent,
            text,
            &kind.label,
            kind.language,
            kind.is_read_only,
            &changed,
            &moved,
            &placeholders,
            &submitted,
        )
        .await?;
        Ok(Self {
            raw: raw.unchecked_into(),
            _changed: changed,
            _moved: moved,
            _placeholders: placeholders,
            _submitted: submitted,
        })
    }

    /// The whole text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.raw.text()).into_owned()
    }

    /// What the person changed since this was last asked, or since the text was given. Costs what was
    /// changed, however long the text is.
    pub(crate) fn changes(&self) -> Option<Changes> {
        let told = self.raw.changes()?.to_vec();
        let [length, line_break, edits @ ..] = &told[..] else {
            return None;
        };
        Some(Changes {
            length: unit(length),
            line_break: if line_break.as_string().as_deref() == Some("\r\n") {
                LineBreak::Crlf
            } else {
                LineBreak::Lf
            },
            edits: edits
                .as_chunks()
                .0
                .iter()
                .map(|[from, to, inserted]| Edit {
                    removed: unit(from)..unit(to),
                    inserted: inserted.as_string().unwrap_or_default(),
                })
                .collect(),
        })
    }

    /// Replaces the whole text, without telling [`Hooks::changed`].
    pub(crate) fn set_text(&self, text: &str) {
        self.raw.set_text(text);
    }

    /// Makes the text another where the two differ; what is scrolled to or selected stays.
    pub(crate) fn follow(&self, text: &str) {
        self.raw.follow(text);
    }

    /// Puts another document in view, each with its own history; one that was never there begins
    /// with `text`.
    pub(crate) fn show(&self, document: u32, text: &str) {
        self.raw.show(document, text);
    }

    /// Forgets a document that is not in view.
    pub(crate) fn forget(&self, document: u32) {
        self.raw.forget(document);
    }

    /// Gives the document in view its number.
    pub(crate) fn name(&self, document: u32) {
        self.raw.name(document);
    }

    /// Colours the text as a language, by the extension of its files.
    pub(crate) fn set_language(&self, extension: &str) {
        self.raw.set_language(extension);
    }

    /// Selects from a place to another and brings it into view.
    pub(crate) fn select(&self, (from, to): (Place, Place), focus: bool) {
        self.raw
            .select(from.line, from.column, to.line, to.column, focus);
    }

    /// Shows diagnostics at their places, and draws placeholders anew.
    pub(crate) fn set_problems(&self, problems: &[Diagnostic]) {
        let list = Array::new();
        for problem in problems {
            let severity = match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "info",
            };
            let message = if problem.hint.is_empty() {
                problem.message.clone()
            } else {
                format!("{}\n{}", problem.message, problem.hint)
            };
            list.push(&Array::of4(
                &problem.place.line.into(),
                &problem.place.column.into(),
                &severity.into(),
                &message.into(),
            ));
        }
        self.raw.set_problems(list);
    }

    /// Brings a place into view and puts the caret there.
    pub(crate) fn reveal(&self, line: u32, column: u32, focus: bool) {
        self.raw.reveal(line, column, focus);
    }

    /// Draws a line apart and brings it into view; the caret stays.
    pub(crate) fn link(&self, line: u32) {
        self.raw.link(line);
    }
}

/// A place or a length, as JavaScript has it: a whole number below 2³².
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "see above"
)]
fn unit(value: &JsValue) -> u32 {
    value.as_f64().unwrap_or_default() as u32
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.raw.destroy();
    }
}
