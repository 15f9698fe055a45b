//! The fields of a form: a control for each, groups for objects, rows for arrays.

use std::sync::Arc;

use ichiban_browser::files;
use ichiban_engine::docs::form::{Entry, Field, Mode, Path, Shape, Upload, label};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::body::Writing;
use super::hint::{hint, listed};
use crate::shell::icon;
use crate::shell::intake::chosen;
use crate::shell::words::t;

/// The most that a file may have that is sent.
const FILE: u64 = 32 * 1024 * 1024;

/// What is filled in of a part.
fn of<T: Default>(writing: Writing, path: &[usize], get: impl Fn(&Entry) -> T) -> T {
    writing
        .draft
        .with(|draft| draft.entry.at(path).map(get).unwrap_or_default())
}

/// A path, one step on.
fn onward(path: &[usize], step: usize) -> Path {
    path.iter().copied().chain([step]).collect()
}

/// What identifies the control of a part.
fn control_id(path: &[usize]) -> String {
    let steps: Vec<_> = path.iter().map(usize::to_string).collect();
    format!("trial-part-{}", steps.join("-"))
}

/// The value of the option for a way in which a part is given.
fn value(mode: Mode) -> &'static str {
    match mode {
        Mode::Given => "given",
        Mode::Absent => "absent",
        Mode::Empty => "empty",
        Mode::Null => "null",
        Mode::Json => "json",
    }
}

/// How a part is given: with a value, left out, as `null`, as JSON.
#[component]
pub(super) fn How(
    writing: Writing,
    path: Path,
    field: Field,
    /// What it is called to those who hear it.
    label: String,
    /// Whether it is an entry of a list, or a member with a name of the person's: those are taken away
    /// and not left out.
    is_part: bool,
) -> impl IntoView {
    let mut ways = vec![(Mode::Given, t!("docs-trial-given"))];
    if !is_part {
        ways.push((Mode::Absent, t!("docs-trial-left-out")));
    }
    if matches!(field.shape, Shape::Text(_)) {
        ways.push((Mode::Empty, t!("docs-trial-empty-text")));
    }
    if field.nullable {
        ways.push((Mode::Null, "null".to_owned()));
    }
    if !matches!(field.shape, Shape::Json(_) | Shape::File) {
        ways.push((Mode::Json, t!("docs-trial-as-json")));
    }
    let (at, of_field) = (path.clone(), field.clone());
    let mode = Memo::new(move |_| {
        of(writing, &at, |entry| Some(entry.mode(&of_field))).unwrap_or(Mode::Absent)
    });
    let known: Vec<Mode> = ways.iter().map(|(way, _)| *way).collect();
    (ways.len() > 1).then(|| {
        view! {
            <select
                class="how"
                aria-label=label
                on:change=move |event| {
                    let chosen = event_target_value(&event);
                    let way = known.iter().find(|way| value(**way) == chosen);
                    if let Some(way) = way {
                        writing.change(&path, |entry| *entry = entry.turned(&field, *way));
                        writing.visit(&path);
                    }
                }
            >
                {ways
                    .into_iter()
                    .map(|(way, words)| {
                        view! {
                            <option value=value(way) prop:selected=move || mode.get() == way>
                                {words}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        }
    })
}

/// A field with its name.
#[component]
fn Named(
    writing: Writing,
    path: Path,
    field: Field,
    /// What it is called to those who hear it.
    name: String,
    is_part: bool,
) -> impl IntoView {
    let is_nested = matches!(field.shape, Shape::List(_) | Shape::Group(_));
    let id = control_id(&path);
    let mut about = vec![hint(&field)];
    if field.required && !is_part {
        about.push(t!("docs-required"));
    }
    let about = listed(about);
    let shown = if field.name.is_empty() {
        name.clone()
    } else {
        field.name.clone()
    };
    // A choice says itself how it is given, unless it is written as JSON.
    let (at, of_field) = (path.clone(), field.clone());
    let is_json = Memo::new(move |_| of(writing, &at, |entry| entry.mode(&of_field) == Mode::Json));
    let is_choice = matches!(field.shape, Shape::Choice(_) | Shape::Boolean);
    let (how_path, how_field) = (path.clone(), field.clone());
    let how_name = t!("docs-trial-how", name = &name);
    let said = field.description.clone();
    let title = if is_nested {
        view! { <b class="part-name" id=format!("{id}-name")>{shown}</b> }.into_any()
    } else {
        view! { <label class="part-name" for=id.clone()>{shown}</label> }.into_any()
    };
    let group = is_nested.then(|| format!("{id}-name"));
    view! {
        <div
            class="part"
            class:nested=is_nested
            role=is_nested.then_some("group")
            aria-labelledby=group
        >
            <div class="part-head">
                {title}
                <small>{about}</small>
                <span class="grow"></span>
                <Show when=move || !is_choice || is_json.get()>
                    <How
                        writing
                        path=how_path.clone()
                        field=how_field.clone()
                        label=how_name.clone()
                        is_part
                    />
                </Show>
            </div>
            {(!said.is_empty()).then(|| view! { <small class="part-about">{said}</small> })}
            <Inside writing path field name />
        </div>
    }
}

/// What a field is filled in by, and what is wrong with it.
#[component]
pub(super) fn Inside(writing: Writing, path: Path, field: Field, name: String) -> impl IntoView {
    let at = path.clone();
    let problem = Memo::new(move |_| {
        let is_due = writing.is_tried.get() || writing.visited.with(|all| all.contains(&at));
        let problem = writing.problems.with(|problems| problems.get(&at).cloned());
        problem.filter(|_| is_due)
    });
    let is_wrong = Signal::derive(move || problem.with(Option::is_some));
    let (at, of_field) = (path.clone(), field.clone());
    let is_json = Memo::new(move |_| of(writing, &at, |entry| entry.mode(&of_field) == Mode::Json));
    let id = control_id(&path);
    view! {
        {move || {
            let (path, field, name) = (path.clone(), field.clone(), name.clone());
            match &field.shape {
                _ if is_json.get() => view! { <Typed writing path field is_long=true is_wrong /> }.into_any(),
                Shape::Json(_) => view! { <Typed writing path field is_long=true is_wrong /> }.into_any(),
                Shape::Text(_) | Shape::Number(_) => {
                    view! { <Typed writing path field is_long=false is_wrong /> }.into_any()
                }
                Shape::Boolean | Shape::Choice(_) => {
                    view! { <Chosen writing path field is_wrong /> }.into_any()
                }
                Shape::File => view! { <Sent writing path is_wrong /> }.into_any(),
                Shape::List(_) => view! { <Rows writing path field name /> }.into_any(),
                Shape::Group(_) => view! { <Members writing path field name /> }.into_any(),
            }
        }}
        <p class="wrong" id=format!("{id}-problem")>{move || problem.get()}</p>
    }
}

/// A text, a number, JSON.
#[component]
fn Typed(
    writing: Writing,
    path: Path,
    field: Field,
    is_long: bool,
    is_wrong: Signal<bool>,
) -> impl IntoView {
    let id = control_id(&path);
    let problem = format!("{id}-problem");
    let at = path.clone();
    let text = Memo::new(move |_| of(writing, &at, |entry| entry.text().to_owned()));
    let (at, of_field) = (path.clone(), field.clone());
    let nothing = move || {
        let mode = of(writing, &at, |entry| Some(entry.mode(&of_field)));
        match mode {
            Some(Mode::Null) => "null".to_owned(),
            Some(Mode::Empty) => t!("docs-trial-empty-text"),
            Some(Mode::Absent) | None => t!("docs-trial-left-out"),
            Some(_) => String::new(),
        }
    };
    // Once it has several lines it stays a field of several.
    let has_lines = text.with_untracked(|text| text.contains('\n'));
    let mode = match &field.shape {
        Shape::Number(number) if number.is_integer => Some("numeric"),
        Shape::Number(_) => Some("decimal"),
        _ => None,
    };
    let specimen = field.specimen();
    let is_json = is_long;
    let (left, put) = (path.clone(), path);
    let set = move |text: String| {
        writing.change(&put, |entry| {
            *entry = match entry {
                // JSON in the place of another kind stays that while it is written.
                Entry::Json(_) if is_json => Entry::Json(text),
                _ => Entry::typed(&field, text),
            };
        });
    };
    let invalid = move || is_wrong.get().then_some("true");
    if is_long || has_lines {
        view! {
            <textarea
                id=id
                rows="3"
                spellcheck="false"
                aria-invalid=invalid
                aria-describedby=problem
                placeholder=nothing
                prop:value=move || text.get()
                on:input=move |event| set(event_target_value(&event))
                on:change=move |_| writing.leave(left.clone())
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                id=id
                type="text"
                inputmode=mode
                spellcheck="false"
                autocomplete="off"
                title=(!specimen.is_empty()).then(|| t!("docs-trial-such-as", value = specimen))
                aria-invalid=invalid
                aria-describedby=problem
                placeholder=nothing
                prop:value=move || text.get()
                on:input=move |event| set(event_target_value(&event))
                on:change=move |_| writing.leave(left.clone())
            />
        }
        .into_any()
    }
}

/// One of several, or `true` and `false`; left out, or `null`.
#[component]
fn Chosen(writing: Writing, path: Path, field: Field, is_wrong: Signal<bool>) -> impl IntoView {
    let id = control_id(&path);
    let problem = format!("{id}-problem");
    let choices = match &field.shape {
        Shape::Choice(choices) => choices.clone(),
        _ => vec!["true".to_owned(), "false".to_owned()],
    };
    let mut ways: Vec<(String, Entry)> = choices
        .into_iter()
        .map(|choice| (label(&choice), Entry::Text(choice)))
        .collect();
    if field.nullable {
        ways.push(("null".to_owned(), Entry::Null));
    }
    if !field.name.is_empty() {
        ways.insert(0, (t!("docs-trial-left-out"), Entry::Absent));
    }
    let at = path.clone();
    let entry = Memo::new(move |_| of(writing, &at, Clone::clone));
    let known: Vec<Entry> = ways.iter().map(|(_, entry)| entry.clone()).collect();
    view! {
        <select
            id=id
            aria-invalid=move || is_wrong.get().then_some("true")
            aria-describedby=problem
            on:change=move |event| {
                let number: Option<usize> = event_target_value(&event).parse().ok();
                if let Some(way) = number.and_then(|number| known.get(number)) {
                    writing.change(&path, |entry| *entry = way.clone());
                    writing.visit(&path);
                }
            }
        >
            {ways
                .into_iter()
                .enumerate()
                .map(|(number, (words, way))| {
                    view! {
                        <option value=number prop:selected=move || entry.with(|entry| *entry == way)>
                            {words}
                        </option>
                    }
                })
                .collect_view()}
        </select>
    }
}

/// A file.
#[component]
fn Sent(writing: Writing, path: Path, is_wrong: Signal<bool>) -> impl IntoView {
    let id = control_id(&path);
    let problem = format!("{id}-problem");
    let take = move |file: leptos::web_sys::File| {
        let path = path.clone();
        spawn_local(async move {
            match files::read_bytes(&file, FILE).await {
                Ok(bytes) => {
                    let media_type = Some(file.type_()).filter(|kind| !kind.is_empty());
                    let upload = Upload {
                        name: file.name(),
                        media_type: media_type
                            .unwrap_or_else(|| "application/octet-stream".to_owned()),
                        bytes,
                    };
                    // The form may be gone by now.
                    writing.draft.try_update(|draft| {
                        if let Some(entry) = draft.entry.at_mut(&path) {
                            *entry = Entry::File(Arc::new(upload));
                        }
                    });
                }
                Err(error) => writing.state.tell(error.to_string(), true),
            }
        });
    };
    view! {
        <input
            id=id
            type="file"
            aria-invalid=move || is_wrong.get().then_some("true")
            aria-describedby=problem
            on:change=move |event| {
                if let Some(file) = chosen(&event).into_iter().next() {
                    take(file);
                }
            }
        />
    }
}

/// The entries of an array.
#[component]
fn Rows(writing: Writing, path: Path, field: Field, name: String) -> impl IntoView {
    let at = path.clone();
    let count = Memo::new(move |_| {
        of(writing, &at, |entry| match entry {
            Entry::List(entries) => Some(entries.len()),
            _ => None,
        })
    });
    let Shape::List(list) = field.shape.clone() else {
        return ().into_any();
    };
    let items = StoredValue::new(list.items);
    let (path, field) = (StoredValue::new(path), StoredValue::new(field));
    let name = StoredValue::new(name);
    let add = move |_| {
        path.with_value(|path| {
            writing.change(path, |entry| field.with_value(|field| entry.add(field)));
            writing.visit(path);
        });
    };
    view! {
        <Show when=move || count.with(Option::is_some)>
            <ol class="rows">
                <For each=move || 0..count.get().unwrap_or_default() key=|at| *at let(at)>
                    {row(writing, &path.get_value(), at, items.get_value(), &name.get_value())}
                </For>
            </ol>
            <button
                class="ghost add-row"
                type="button"
                aria-label=move || t!("docs-trial-add-to", name = name.get_value())
                on:click=add
            >
                {t!("docs-trial-add")}
            </button>
        </Show>
    }
    .into_any()
}

/// An entry of an array, which can be taken away.
fn row(writing: Writing, list: &[usize], at: usize, field: Field, name: &str) -> AnyView {
    let called = format!("{name} {}", at + 1);
    let list = list.to_vec();
    view! {
        <li class="row">
            <Named writing path=onward(&list, at) field name=called.clone() is_part=true />
            <button
                class="quiet"
                type="button"
                aria-label=t!("docs-trial-remove", name = &called)
                title=t!("docs-trial-remove", name = &called)
                on:click=move |_| writing.change(&list, |entry| entry.remove(at))
            >
                <icon::Cross />
            </button>
        </li>
    }
    .into_any()
}

/// The members of an object.
#[component]
fn Members(writing: Writing, path: Path, field: Field, name: String) -> impl IntoView {
    let at = path.clone();
    let others = Memo::new(move |_| {
        of(writing, &at, |entry| match entry {
            Entry::Group(_, others) => Some(others.len()),
            _ => None,
        })
    });
    let Shape::Group(group) = field.shape.clone() else {
        return ().into_any();
    };
    let group = StoredValue::new(group);
    let path = StoredValue::new(path);
    let (field, name) = (StoredValue::new(field), StoredValue::new(name));
    let is_open = group.with_value(|group| group.is_open);
    let named = move || {
        group.with_value(|group| {
            let members = group.members.iter().cloned().enumerate();
            members
                .map(|(at, member)| {
                    let path = path.with_value(|path| onward(path, at));
                    let called = member.name.clone();
                    view! { <Named writing path field=member name=called is_part=false /> }
                })
                .collect_view()
        })
    };
    view! {
        <Show when=move || others.with(Option::is_some)>
            <div class="members">
                {named}
                <For each=move || 0..others.get().unwrap_or_default() key=|at| *at let(at)>
                    {other(writing, &path.get_value(), at, group.with_value(|group| {
                        (group.members.len(), group.other().clone())
                    }))}
                </For>
                <Show when=move || is_open>
                    <button
                        class="ghost add-row"
                        type="button"
                        aria-label=move || t!("docs-trial-add-member-to", name = name.get_value())
                        on:click=move |_| {
                            let field = field.get_value();
                            path.with_value(|path| writing.change(path, |entry| entry.add(&field)));
                        }
                    >
                        {t!("docs-trial-add-member")}
                    </button>
                </Show>
            </div>
        </Show>
    }
    .into_any()
}

/// A member of a name that the schema does not say, and what it has.
fn other(
    writing: Writing,
    group: &[usize],
    at: usize,
    (members, field): (usize, Field),
) -> AnyView {
    let (shown, renamed, removed) = (group.to_vec(), group.to_vec(), group.to_vec());
    let name = move || of(writing, &shown, |entry| entry.name(at).to_owned());
    view! {
        <div class="row">
            <div class="part">
                <input
                    type="text"
                    class="other-name"
                    spellcheck="false"
                    autocomplete="off"
                    aria-label=t!("docs-trial-member-name", number = at + 1)
                    placeholder=t!("docs-trial-name")
                    prop:value=name
                    on:input=move |event| {
                        let name = event_target_value(&event);
                        writing.change(&renamed, |entry| entry.set_name(at, name));
                    }
                />
                <Named
                    writing
                    path=onward(group, members + at)
                    field
                    name=t!("docs-trial-member-value", number = at + 1)
                    is_part=true
                />
            </div>
            <button
                class="quiet"
                type="button"
                aria-label=t!("docs-trial-remove-member", number = at + 1)
                title=t!("docs-trial-remove-it")
                on:click=move |_| writing.change(&removed, |entry| entry.remove(at))
            >
                <icon::Cross />
            </button>
        </div>
    }
    .into_any()
}
