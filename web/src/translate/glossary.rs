//! The glossary: terms that are kept as they are, and terms with a fixed translation into each locale.

use std::collections::BTreeMap;

use ichiban_engine::protocol::GlossaryEntry;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use super::locales::PSEUDO;
use super::memory::Notice;
use super::names;
use super::state::State;
use crate::shell::dialog::Dialog;
use crate::shell::icon;
use crate::shell::intake::chosen;
use crate::shell::words::t;

/// The glossary, while it is open.
#[component]
pub(super) fn GlossaryDialog(state: State) -> impl IntoView {
    view! {
        <Dialog open=state.glossary_open title=t!("translate-glossary-title") class="glossary">
            {state.work.show_or_tell(move |views| (views.glossary)(state))}
        </Dialog>
    }
}

/// A term while it is written.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Line {
    id: u32,
    term: RwSignal<String>,
    keep: RwSignal<bool>,
    translations: RwSignal<BTreeMap<String, String>>,
}

impl Line {
    fn new(id: u32, entry: GlossaryEntry) -> Self {
        Self {
            id,
            term: RwSignal::new(entry.term),
            keep: RwSignal::new(entry.keep),
            translations: RwSignal::new(entry.translations),
        }
    }

    /// The term as it is to be kept; `None` if there is none. Reads without being told of changes.
    fn entry(self) -> Option<GlossaryEntry> {
        let term = self.term.get_untracked().trim().to_owned();
        let mut translations = self.translations.get_untracked();
        translations.retain(|_, text| !text.trim().is_empty());
        (!term.is_empty()).then(|| GlossaryEntry {
            term,
            keep: self.keep.get_untracked(),
            translations,
        })
    }
}

/// All terms while they are written.
#[derive(Clone, Copy)]
struct Draft {
    lines: RwSignal<Vec<Line>>,
    next: StoredValue<u32>,
    /// The locales that have a column.
    tags: RwSignal<Vec<String>>,
}

impl Draft {
    fn of(state: State) -> Self {
        let draft = Self {
            lines: RwSignal::default(),
            next: StoredValue::new(0),
            tags: RwSignal::new(state.targets.with_untracked(|targets| {
                let tags = targets.iter().map(|target| target.tag.clone());
                tags.filter(|tag| tag != PSEUDO).collect()
            })),
        };
        draft.take(state.glossary.get_untracked());
        if draft.lines.with_untracked(Vec::is_empty) {
            draft.add();
        }
        draft
    }

    fn add(self) {
        let id = self.next.get_value();
        self.next.set_value(id + 1);
        let line = Line::new(id, GlossaryEntry::default());
        self.lines.update(|lines| lines.push(line));
    }

    /// Takes terms over; one that is there already is replaced.
    fn take(self, entries: Vec<GlossaryEntry>) {
        let mut lines = self.lines.get_untracked();
        lines.retain(|line| line.entry().is_some());
        let mut tags = self.tags.get_untracked();
        for entry in entries {
            for tag in entry.translations.keys() {
                if !tags.contains(tag) {
                    tags.push(tag.clone());
                }
            }
            lines.retain(|line| line.term.with_untracked(|term| term.trim() != entry.term));
            let id = self.next.get_value();
            self.next.set_value(id + 1);
            lines.push(Line::new(id, entry));
        }
        self.tags.set(tags);
        self.lines.set(lines);
    }

    /// The terms as they are to be kept. Of lines with the same term the last counts.
    fn entries(self) -> Vec<GlossaryEntry> {
        let mut entries: Vec<GlossaryEntry> = Vec::new();
        for entry in self
            .lines
            .get_untracked()
            .into_iter()
            .filter_map(Line::entry)
        {
            entries.retain(|known| known.term != entry.term);
            entries.push(entry);
        }
        entries
    }
}

/// The terms, to be written.
#[component]
pub(super) fn GlossaryForm(state: State) -> impl IntoView {
    let draft = Draft::of(state);
    let input = NodeRef::<html::Input>::new();
    state.glossary_notice.set(None);
    let add = move |_| {
        draft.add();
        request_animation_frame(|| {
            let last = document().query_selector(".glossary-table tbody tr:last-child input");
            let last = last.ok().flatten();
            if let Some(field) = last.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
                // Focus fails for no element that is on the page.
                let _ = field.focus();
            }
        });
    };
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                state.set_glossary(draft.entries());
                state.glossary_open.set(false);
            }
        >
            <p class="lead">{t!("translate-glossary-lead")}</p>
            <div class="glossary-table">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{t!("translate-glossary-term")}</th>
                            <th scope="col">{t!("translate-glossary-keep")}</th>
                            <For each=move || draft.tags.get() key=Clone::clone let(tag)>
                                <th scope="col" title=names::name(&tag)>
                                    <code>{tag.clone()}</code>
                                </th>
                            </For>
                            <th scope="col">
                                <span class="unseen">{t!("translate-glossary-delete")}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || draft.lines.get() key=|line| line.id let(line)>
                            <TermLine draft line />
                        </For>
                    </tbody>
                </table>
            </div>
            <button class="tag add" type="button" on:click=add>
                {t!("translate-glossary-add")}
            </button>
            <Notice notice=state.glossary_notice />
            <footer>
                <button class="primary" type="submit">{t!("translate-glossary-save")}</button>
                <button class="ghost" type="button" on:click=move |_| state.glossary_open.set(false)>
                    {t!("translate-glossary-cancel")}
                </button>
                <span class="grow"></span>
                <button
                    class="ghost"
                    type="button"
                    on:click=move |_| {
                        if let Some(input) = input.get_untracked() {
                            input.click();
                        }
                    }
                >
                    {t!("translate-glossary-import")}
                </button>
                <input
                    node_ref=input
                    type="file"
                    accept=".csv,.tsv,text/csv"
                    class="unseen"
                    tabindex="-1"
                    aria-label=t!("translate-glossary-file")
                    on:change=move |event| {
                        for file in chosen(&event) {
                            state.read_glossary(file, move |entries| draft.take(entries));
                        }
                    }
                />
                <button class="ghost" type="button" on:click=move |_| state.save_glossary(draft.entries())>
                    {t!("translate-glossary-export")}
                </button>
            </footer>
        </form>
    }
}

#[component]
fn TermLine(draft: Draft, line: Line) -> impl IntoView {
    let keep = move || {
        let term = line.term.get();
        if term.is_empty() {
            t!("translate-glossary-keep-this")
        } else {
            t!("translate-glossary-keep-term", term = term)
        }
    };
    let delete = move || {
        let term = line.term.get();
        if term.is_empty() {
            t!("translate-glossary-delete-this")
        } else {
            t!("translate-glossary-delete-term", term = term)
        }
    };
    view! {
        <tr>
            <td>
                <input
                    type="text"
                    aria-label=t!("translate-glossary-term")
                    placeholder="cart"
                    autocomplete="off"
                    spellcheck="false"
                    bind:value=line.term
                />
            </td>
            <td class="keep-cell">
                <input
                    type="checkbox"
                    aria-label=keep
                    prop:checked=move || line.keep.get()
                    on:change=move |event| line.keep.set(event_target_checked(&event))
                />
            </td>
            <For each=move || draft.tags.get() key=Clone::clone let(tag)>
                <Translation line tag />
            </For>
            <td>
                <button
                    class="quiet"
                    type="button"
                    aria-label=delete
                    on:click=move |_| draft.lines.update(|lines| lines.retain(|it| it.id != line.id))
                >
                    <icon::Cross />
                </button>
            </td>
        </tr>
    }
}

#[component]
fn Translation(line: Line, tag: String) -> impl IntoView {
    let tag = StoredValue::new(tag);
    let value = move || {
        line.translations.with(|all| {
            tag.with_value(|tag| all.get(tag).cloned())
                .unwrap_or_default()
        })
    };
    let label = move || {
        t!(
            "translate-glossary-translation",
            term = line.term.get(),
            language = names::name(&tag.get_value())
        )
    };
    view! {
        <td>
            <input
                type="text"
                aria-label=label
                lang=tag.get_value()
                dir="auto"
                autocomplete="off"
                spellcheck="false"
                disabled=move || line.keep.get()
                prop:value=value
                on:input=move |event| {
                    line.translations
                        .update(|all| {
                            all.insert(tag.get_value(), event_target_value(&event));
                        });
                }
            />
        </td>
    }
}
