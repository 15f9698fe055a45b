//! A cell of the table: one value in one locale.

use ichiban_engine::protocol::{CellState, Column, Origin, Row, SourceRow};
use ichiban_tool::{Diagnostic, Severity};
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use super::sheet::Slot;
use super::state::{Run, State, Target};
use super::{marks, sheet, spans};
use crate::shell::prose::prose;
use crate::shell::words::{t, text};

/// What a cell is in, as far as its looks go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Empty,
    Pending,
    Streaming,
    Done(Origin),
    Stale,
    Attention,
}

impl Look {
    fn of(state: &CellState) -> Self {
        match state {
            CellState::Empty => Self::Empty,
            CellState::Pending => Self::Pending,
            CellState::Streaming { .. } => Self::Streaming,
            CellState::Done { origin, .. } => Self::Done(*origin),
            CellState::Stale { .. } => Self::Stale,
            CellState::Attention { .. } => Self::Attention,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Empty => "cell empty-cell",
            Self::Pending => "cell pending",
            Self::Streaming => "cell streaming",
            Self::Done(_) => "cell done",
            Self::Stale => "cell stale-cell",
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
    let look = Memo::new(move |_| cell.with(|slot| Look::of(&slot.state)));
    let accepted = Memo::new(move |_| cell.with(|slot| slot.accepted));
    let draft = Memo::new(move |_| {
        state
            .draft
            .get()
            .filter(|draft| draft.column == column && draft.row == row)
    });
    let can_edit = move || {
        matches!(
            look.get_untracked(),
            Look::Done(_) | Look::Stale | Look::Attention | Look::Empty
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
    let host = NodeRef::<html::Td>::new();
    Effect::new(move |_| {
        if state.focused.get() == Some((column, row))
            && let Some(cell) = host.get()
        {
            // Focus fails for no element that is on the page.
            let _ = cell.focus();
            state.focused.set(None);
        }
    });
    view! {
        <td
            node_ref=host
            class=move || look.get().class()
            class:accepted=move || accepted.get()
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
fn CellText(cell: RwSignal<Slot>, source: StoredValue<SourceRow>, tag: String) -> impl IntoView {
    let host = NodeRef::<html::Span>::new();
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        let text = cell.with(|slot| sheet::text(&slot.state).to_owned());
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
            aria-label=t!("translate-cell-field")
            bind:value=state.draft_text
            on:keydown=on_key
            on:blur=move |_| state.finish_edit()
        ></textarea>
        <small class="hint">{t!("translate-cell-keys")}</small>
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
    cell: RwSignal<Slot>,
    look: Memo<Look>,
    column: Column,
    row: Row,
) -> impl IntoView {
    let reasons = Memo::new(move |_| cell.with(|slot| notes(&slot.state)));
    let forms = Memo::new(move |_| cell.with(|slot| sheet::forms(&slot.state).to_vec()));
    let in_file = Memo::new(move |_| cell.with(|slot| in_file(&slot.state)));
    let accepted = Memo::new(move |_| cell.with(|slot| slot.accepted));
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
            .map(|(form, text)| {
                view! { <small class="form-of"><code>{form.as_str()}</code> " " {text}</small> }
            })
            .collect_view();
        let note = match look.get() {
            Look::Attention => view! {
                <small>
                    <Reasons reasons />
                    {format!(" {} ", text(in_file.get()))}
                    <button class="link" type="button" on:click=move |_| state.edit(column, row)>
                        {t!("translate-edit")}
                    </button>
                    " "
                    <button
                        class="link"
                        type="button"
                        disabled=is_going
                        on:click=move |_| state.ask_again(column, row)
                    >
                        {t!("translate-ask-again")}
                    </button>
                </small>
            }
            .into_any(),
            Look::Stale => view! {
                <small class="warned">
                    <b>{t!("translate-cell-stale")}</b>
                    " "
                    <button
                        class="link"
                        type="button"
                        title=t!("translate-cell-fits")
                        on:click=move |_| state.accept(column, vec![row], true)
                    >
                        {t!("translate-accept")}
                    </button>
                    " "
                    <button class="link" type="button" on:click=move |_| state.edit(column, row)>
                        {t!("translate-edit")}
                    </button>
                    " "
                    <button
                        class="link"
                        type="button"
                        disabled=is_going
                        on:click=move |_| state.ask_again(column, row)
                    >
                        {t!("translate-ask-again")}
                    </button>
                </small>
            }
            .into_any(),
            Look::Done(origin) if reasons.is_empty() => match origin_note(origin, accepted.get()) {
                Some(note) => view! { <small class="origin">{note}</small> }.into_any(),
                None => ().into_any(),
            },
            Look::Done(_) => view! {
                <small class="warned">
                    <Reasons reasons />
                    " "
                    <button class="link" type="button" on:click=move |_| state.edit(column, row)>
                        {t!("translate-edit")}
                    </button>
                    {accepted.get().then(|| format!(" {}", t!("translate-cell-all-the-same")))}
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
        {(rest > 0).then(|| format!(" {}", t!("translate-cell-more", count = rest)))}
    }
}

fn notes(state: &CellState) -> Vec<Diagnostic> {
    match state {
        CellState::Attention { reasons, .. } => reasons.clone(),
        CellState::Done { findings, .. } | CellState::Stale { findings, .. } => findings
            .iter()
            .filter(|finding| finding.severity >= Severity::Warning)
            .cloned()
            .collect(),
        CellState::Empty | CellState::Pending | CellState::Streaming { .. } => Vec::new(),
    }
}

/// What the file has for a text that fails a check: the id of a message.
fn in_file(state: &CellState) -> &'static str {
    match state {
        CellState::Attention {
            origin: Some(_), ..
        } => "translate-cell-in-file",
        CellState::Attention {
            earlier: Some(_), ..
        } => "translate-cell-earlier",
        _ => "translate-cell-source",
    }
}

fn origin_note(origin: Origin, accepted: bool) -> Option<String> {
    let id = match origin {
        Origin::Model | Origin::Pseudo if !accepted => return None,
        Origin::Model | Origin::Pseudo => "translate-origin-accepted",
        Origin::Memory if accepted => "translate-origin-memory-accepted",
        Origin::Memory => "translate-origin-memory",
        Origin::Existing if accepted => "translate-origin-file-accepted",
        Origin::Existing => "translate-origin-file",
        Origin::Person => "translate-origin-person",
        Origin::Verbatim => "translate-origin-verbatim",
    };
    Some(text(id))
}
