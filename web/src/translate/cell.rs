//! A cell of the table: one value in one locale.

use ichiban_engine::protocol::{CellState, Column, Origin, Row, SourceRow};
use ichiban_tool::{Diagnostic, Severity};
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use super::state::{Run, State, Target};
use super::{marks, sheet, spans};
use crate::shell::prose::prose;

/// What a cell is in, as far as its looks go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Empty,
    Pending,
    Streaming,
    Done(Origin),
    Attention,
}

impl Look {
    fn of(state: &CellState) -> Self {
        match state {
            CellState::Empty => Self::Empty,
            CellState::Pending => Self::Pending,
            CellState::Streaming { .. } => Self::Streaming,
            CellState::Done { origin, .. } => Self::Done(*origin),
            CellState::Attention { .. } => Self::Attention,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Empty => "cell empty-cell",
            Self::Pending => "cell pending",
            Self::Streaming => "cell streaming",
            Self::Done(_) => "cell done",
            Self::Attention => "cell attention",
        }
    }
}

/// The cell.
#[component]
pub(super) fn Cell(
    state: State,
    target: Target,
    row: Row,
    source: StoredValue<SourceRow>,
) -> impl IntoView {
    let column = target.column;
    let cell = state.watch(column, row);
    let look = Memo::new(move |_| cell.with(Look::of));
    let draft = Memo::new(move |_| {
        state
            .draft
            .get()
            .filter(|draft| draft.column == column && draft.row == row)
    });
    let can_edit = move || {
        matches!(
            look.get_untracked(),
            Look::Done(_) | Look::Attention | Look::Empty
        )
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let is_own = event.target() == event.current_target();
        if is_own
            && matches!(event.key().as_str(), "Enter" | "F2")
            && can_edit()
            && !event.ctrl_key()
            && !event.meta_key()
        {
            event.prevent_default();
            state.edit(column, row);
        }
    };
    view! {
        <td
            class=move || look.get().class()
            tabindex="-1"
            aria-busy=move || matches!(look.get(), Look::Pending | Look::Streaming).to_string()
            on:keydown=on_key
            on:dblclick=move |_| if can_edit() && draft.with_untracked(Option::is_none) { state.edit(column, row); }
            on:focusin=move |_| state.current.set(Some(row))
        >
            {move || match draft.get() {
                Some(_) => view! { <CellField state tag=target.tag.clone() /> }.into_any(),
                None => view! { <CellText cell source tag=target.tag.clone() /> }.into_any(),
            }}
            <Note state cell look column row />
        </td>
    }
}

/// The text, with its placeholders drawn apart.
#[component]
fn CellText(
    cell: RwSignal<CellState>,
    source: StoredValue<SourceRow>,
    tag: String,
) -> impl IntoView {
    let host = NodeRef::<html::Span>::new();
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        let text = cell.with(|state| sheet::text(state).to_owned());
        let parts = source
            .with_value(|source| marks::of_translation(&text, &source.text, &source.placeholders));
        spans::draw(&host, &parts);
    });
    view! { <span class="text" node_ref=host lang=tag dir="auto"></span> }
}

/// The text while the person edits it.
#[component]
fn CellField(state: State, tag: String) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // Focus fails for no element that is on the page.
            let _ = field.focus();
            field.select();
        }
    });
    let on_key = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.shift_key() && !event.is_composing() => {
            event.prevent_default();
            event.stop_propagation();
            let cell = cell_of(&event);
            state.finish_edit();
            focus(cell);
        }
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            let cell = cell_of(&event);
            state.draft.set(None);
            focus(cell);
        }
        _ => event.stop_propagation(),
    };
    view! {
        <textarea
            class="cell-field"
            node_ref=field
            lang=tag
            dir="auto"
            rows=move || state.draft_text.with(|text| text.len() / 28 + 1)
            aria-label="Translation"
            bind:value=state.draft_text
            on:keydown=on_key
            on:blur=move |_| state.finish_edit()
        ></textarea>
        <small class="hint">"Enter keeps it, Shift Enter breaks the line, Esc drops it"</small>
    }
}

fn cell_of(event: &web_sys::KeyboardEvent) -> Option<web_sys::HtmlElement> {
    let field: web_sys::Element = event.target()?.dyn_into().ok()?;
    field.closest("td").ok().flatten()?.dyn_into().ok()
}

/// Gives the keyboard back to the cell that was edited.
fn focus(cell: Option<web_sys::HtmlElement>) {
    if let Some(cell) = cell {
        // Focus fails for no element that is on the page.
        let _ = cell.focus();
    }
}

/// What is to be said of the cell, below its text.
#[component]
fn Note(
    state: State,
    cell: RwSignal<CellState>,
    look: Memo<Look>,
    column: Column,
    row: Row,
) -> impl IntoView {
    let reasons = Memo::new(move |_| cell.with(notes));
    let forms = Memo::new(move |_| cell.with(forms));
    let is_in_file = Memo::new(move |_| cell.with(is_in_file));
    let is_going = move || state.run.with(Run::is_going);
    let is_editing = move || {
        state
            .draft
            .get()
            .is_some_and(|draft| draft.column == column && draft.row == row)
    };
    move || {
        if is_editing() {
            return ().into_any();
        }
        let reasons = reasons.get();
        let forms = forms
            .get()
            .into_iter()
            .map(|(form, text)| view! { <small class="form-of"><code>{form}</code> " " {text}</small> })
            .collect_view();
        let note = match look.get() {
            Look::Attention => view! {
                <small>
                    <Reasons reasons />
                    {if is_in_file.get() { " The file has it all the same. " } else { " The file keeps the source text. " }}
                    <button class="link" type="button" on:click=move |_| state.edit(column, row)>"Edit"</button>
                    " "
                    <button
                        class="link"
                        type="button"
                        disabled=is_going
                        on:click=move |_| state.ask_again(column, row)
                    >
                        "Ask again"
                    </button>
                </small>
            }
            .into_any(),
            Look::Done(origin) if reasons.is_empty() => match origin_note(origin) {
                Some(note) => view! { <small class="origin">{note}</small> }.into_any(),
                None => ().into_any(),
            },
            Look::Done(_) => view! {
                <small class="warned">
                    <Reasons reasons />
                    " "
                    <button class="link" type="button" on:click=move |_| state.edit(column, row)>"Edit"</button>
                </small>
            }
            .into_any(),
            Look::Empty | Look::Pending | Look::Streaming => ().into_any(),
        };
        (forms, note).into_any()
    }
}

#[component]
fn Reasons(reasons: Vec<Diagnostic>) -> impl IntoView {
    let rest = reasons.len().saturating_sub(1);
    let hint = reasons
        .iter()
        .map(|reason| format!("{} {}", reason.message, reason.hint))
        .collect::<Vec<_>>()
        .join("\n");
    view! {
        <b title=hint>{reasons.into_iter().next().map(|reason| prose(&reason.message))}</b>
        {(rest > 0).then(|| format!(" And {rest} more."))}
    }
}

fn notes(state: &CellState) -> Vec<Diagnostic> {
    match state {
        CellState::Attention { reasons, .. } => reasons.clone(),
        CellState::Done { findings, .. } => findings
            .iter()
            .filter(|finding| finding.severity >= Severity::Warning)
            .cloned()
            .collect(),
        CellState::Empty | CellState::Pending | CellState::Streaming { .. } => Vec::new(),
    }
}

/// Plural forms that this locale has and the source has not, each under its name.
fn forms(state: &CellState) -> Vec<(&'static str, String)> {
    match state {
        CellState::Done { forms, .. } => forms
            .iter()
            .map(|(category, text)| (category.as_str(), text.clone()))
            .collect(),
        CellState::Empty
        | CellState::Pending
        | CellState::Streaming { .. }
        | CellState::Attention { .. } => Vec::new(),
    }
}

/// Whether a text that fails a check stands in the file all the same, as a person's own does.
fn is_in_file(state: &CellState) -> bool {
    matches!(
        state,
        CellState::Attention {
            origin: Some(_),
            ..
        }
    )
}

fn origin_note(origin: Origin) -> Option<&'static str> {
    match origin {
        Origin::Model | Origin::Pseudo => None,
        Origin::Memory => Some("from memory"),
        Origin::Existing => Some("from the file"),
        Origin::Person => Some("yours"),
        Origin::Verbatim => Some("nothing to translate"),
    }
}
