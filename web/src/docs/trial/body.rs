//! The body of a call: a form made of its schema, or JSON. Both say the same.

use std::collections::{BTreeMap, BTreeSet};

use ichiban_engine::docs::form::{Draft, Entry, Field, Path, Problem, pairs};
use ichiban_engine::docs::operation::{self, BodyForm, Encoding};
use leptos::prelude::*;

use super::CLICK;
use super::fields::{How, Inside};
use crate::docs::state::State;
use crate::shell::words::t;

/// What does not fit of a body that is shown as JSON is told of so many places.
const TOLD: usize = 8;

/// A body that is filled in. A handle.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    pub(super) state: State,
    pub(super) draft: RwSignal<Draft>,
    pub(super) problems: Memo<BTreeMap<Path, String>>,
    /// What the person has been at.
    pub(super) visited: RwSignal<BTreeSet<Path>>,
    pub(super) is_tried: RwSignal<bool>,
    field: StoredValue<Field>,
    media_type: StoredValue<String>,
    encoding: Encoding,
    /// Why the form is not shown.
    reason: RwSignal<Option<String>>,
}

impl Writing {
    pub(super) fn of(state: State, body: BodyForm, is_tried: RwSignal<bool>) -> Self {
        let draft = if body.encoding == Encoding::Other {
            Draft {
                entry: Entry::Absent,
                text: body.sample,
                is_json: true,
            }
        } else {
            Draft::of(&body.field, &body.sample)
        };
        let draft = RwSignal::new(draft);
        let field = StoredValue::new(body.field);
        let encoding = body.encoding;
        let problems = Memo::new(move |_| {
            if encoding == Encoding::Other {
                return BTreeMap::new();
            }
            let problems = draft.with(|draft| field.with_value(|field| draft.problems(field)));
            problems
                .into_iter()
                .map(|Problem { path, message }| (path, message))
                .collect()
        });
        Self {
            state,
            draft,
            problems,
            visited: RwSignal::default(),
            is_tried,
            field,
            media_type: StoredValue::new(body.media_type),
            encoding,
            reason: RwSignal::default(),
        }
    }

    /// How many places do not fit.
    pub(super) fn wrong(self) -> usize {
        self.problems.with(BTreeMap::len)
    }

    /// What is sent.
    pub(super) fn body(self) -> Option<operation::Body> {
        let (field, draft) = (self.field.get_value(), self.draft.get_untracked());
        match self.encoding {
            Encoding::Pairs => {
                let is_any = draft.entry != Entry::Absent;
                is_any.then(|| operation::Body::Pairs(pairs(&field, &draft.entry)))
            }
            Encoding::Json => draft.body(&field).map(operation::Body::Text),
            Encoding::Other => Some(operation::Body::Text(draft.text)),
        }
    }

    /// Changes a part of the form.
    pub(super) fn change(self, path: &[usize], change: impl FnOnce(&mut Entry)) {
        self.draft.update(|draft| {
            if let Some(entry) = draft.entry.at_mut(path) {
                change(entry);
            }
        });
    }

    /// Notes that the person has been at a part.
    pub(super) fn visit(self, path: &[usize]) {
        if !self
            .visited
            .with_untracked(|visited| visited.contains(path))
        {
            self.visited.update(|visited| {
                visited.insert(path.to_vec());
            });
        }
    }

    /// Notes that the person leaves a part, a moment later ([`CLICK`]).
    pub(super) fn leave(self, path: Path) {
        set_timeout(
            move || {
                // The form may be gone by now.
                self.visited.try_update(|visited| visited.insert(path));
            },
            CLICK,
        );
    }

    fn show(self, is_json: bool) {
        self.reason.set(None);
        self.draft.update(|draft| {
            self.field.with_value(|field| {
                if is_json {
                    draft.show_json(field);
                } else if let Err(reason) = draft.show_form(field) {
                    self.reason.set(Some(reason));
                }
            });
        });
    }
}

/// The body.
#[component]
pub(super) fn Body(writing: Writing) -> impl IntoView {
    let is_json = Memo::new(move |_| writing.draft.with(|draft| draft.is_json));
    let media_type = writing.media_type.get_value();
    let has_switch = writing.encoding == Encoding::Json;
    let field = writing.field.get_value();
    let said = field.description.clone();
    let head = field.clone();
    view! {
        <div class="body-form" role="group" aria-label=t!("docs-body")>
            <div class="body-head">
                <b>{t!("docs-body")}</b>
                <code>{media_type}</code>
                <span class="grow"></span>
                <Show when=move || !is_json.get()>
                    <How
                        writing
                        path=Vec::new()
                        field=head.clone()
                        label=t!("docs-trial-how-body")
                        is_part=false
                    />
                </Show>
                {has_switch.then(|| view! { <Switch writing is_json /> })}
            </div>
            {(!said.is_empty()).then(|| view! { <small>{said}</small> })}
            {move || {
                if is_json.get() {
                    view! { <Text writing /> }.into_any()
                } else {
                    let name = t!("docs-trial-the-body");
                    view! { <Inside writing path=Vec::new() field=field.clone() name /> }.into_any()
                }
            }}
        </div>
    }
}

/// Form or JSON.
#[component]
fn Switch(writing: Writing, is_json: Memo<bool>) -> impl IntoView {
    let way = move |name: String, json: bool| {
        view! {
            <button
                type="button"
                aria-pressed=move || (is_json.get() == json).to_string()
                on:click=move |_| writing.show(json)
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="switch" role="group" aria-label=t!("docs-trial-body-as")>
            {way(t!("docs-trial-form"), false)}
            {way("JSON".to_owned(), true)}
        </div>
    }
}

/// The body as a text.
#[component]
fn Text(writing: Writing) -> impl IntoView {
    let told = Memo::new(move |_| {
        if !writing.is_tried.get() || writing.encoding == Encoding::Other {
            return Vec::new();
        }
        let field = writing.field;
        writing
            .draft
            .with(|draft| field.with_value(|field| draft.told(field, TOLD)))
    });
    view! {
        {move || {
            writing.reason.get().map(|reason| view! { <p class="wrong" role="alert">{reason}</p> })
        }}
        <textarea
            id="trial-body"
            rows="10"
            spellcheck="false"
            aria-label=t!("docs-body")
            aria-describedby="trial-body-problem"
            aria-invalid=move || told.with(|told| !told.is_empty()).then_some("true")
            prop:value=move || writing.draft.with(|draft| draft.text.clone())
            on:input=move |event| {
                let text = event_target_value(&event);
                writing.reason.set(None);
                writing.draft.update(|draft| draft.text = text);
            }
        ></textarea>
        <ul class="wrong" id="trial-body-problem">
            {move || told.get().into_iter().map(|told| view! { <li>{told}</li> }).collect_view()}
        </ul>
    }
}
