//! The pane of the picture.

use ichiban_engine::diagram::protocol::{Difference, DifferenceKind, Problem};
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;

use super::compare::Differences;
use super::proposal::Proposed;
use super::stage::Stage;
use super::state::{State, Verdict};
use crate::shell::icon;
use crate::shell::words::t;

/// The pane.
#[component]
pub(super) fn PicturePane(state: State) -> impl IntoView {
    let canvas = state.canvas;
    let field = NodeRef::<html::Input>::new();
    let search = move || {
        if let Some(field) = field.get_untracked() {
            let _ = field.focus();
            field.select();
        }
    };
    let zoom = move || {
        // A scale is between a fiftieth and sixteen.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let percent = (canvas.viewport.get().scale * 100.0).round() as u64;
        format!("{percent} %")
    };
    let has_picture = move || state.shown.with(Option::is_some);
    mark_differences(state);
    view! {
        <section
            class="pane output picture"
            class:stale=move || state.is_stale()
            aria-label=t!("diagram-picture")
        >
            <div class="pane-h">
                <h2>{t!("diagram-picture")}</h2>
                <Show when=move || state.is_stale()>
                    <span class="older">
                        <icon::Warning />
                        {t!("diagram-picture-older")}
                    </span>
                </Show>
                <span class="grow"></span>
                <Find state field />
                <div class="zoom" role="group" aria-label=t!("diagram-size")>
                    <button
                        class="quiet"
                        type="button"
                        aria-label=t!("diagram-smaller")
                        title=t!("diagram-smaller-about")
                        on:click=move |_| canvas.zoom(0.8, None)
                    >
                        <icon::Minus />
                    </button>
                    <button
                        class="zoom-now"
                        type="button"
                        title=t!("diagram-own-size")
                        on:click=move |_| canvas.zoom_to(1.0)
                    >
                        {zoom}
                    </button>
                    <button
                        class="quiet"
                        type="button"
                        aria-label=t!("diagram-larger")
                        title=t!("diagram-larger-about")
                        on:click=move |_| canvas.zoom(1.25, None)
                    >
                        <icon::Plus />
                    </button>
                    <button
                        class="quiet"
                        type="button"
                        aria-label=t!("diagram-fit")
                        title=t!("diagram-fit-about")
                        on:click=move |_| canvas.fit()
                    >
                        <icon::Fit />
                    </button>
                    <button
                        class="quiet"
                        type="button"
                        aria-label=move || if state.is_presenting.get() {
                            t!("diagram-present-end")
                        } else {
                            t!("diagram-present")
                        }
                        title=move || if state.is_presenting.get() {
                            t!("diagram-present-end-about")
                        } else {
                            t!("diagram-present-about")
                        }
                        disabled=move || !has_picture()
                        on:click=move |_| super::present(state, !state.is_presenting.get_untracked())
                    >
                        {move || if state.is_presenting.get() {
                            view! { <icon::Cross /> }.into_any()
                        } else {
                            view! { <icon::Screen /> }.into_any()
                        }}
                    </button>
                </div>
            </div>
            <Stage state search />
            <Show when=move || !has_picture()>
                <p class="no-picture">
                    {move || match state.verdict.get() {
                        Verdict::Undrawn(Problem::Blank) => t!("diagram-no-picture-blank"),
                        Verdict::Undrawn(_) | Verdict::Lost(_) => t!("diagram-no-picture-wrong"),
                        Verdict::Unread if state.ask.going.with(Option::is_some) => {
                            t!("diagram-no-picture-asking")
                        }
                        Verdict::Elsewhere(_) => t!("diagram-no-picture-elsewhere"),
                        Verdict::Unread | Verdict::Drawn => t!("diagram-drawing"),
                    }}
                </p>
            </Show>
            <Differences state />
            <Proposed state />
        </section>
    }
}

/// Marks in the picture what differs in what is put forward, or else in the comparison.
fn mark_differences(state: State) {
    Effect::new(move |_| {
        state.canvas.pictures.track();
        let is_asking = state.ask.going.with(Option::is_some);
        state.proposal.with(|proposal| match proposal {
            Some(proposal) => mark(state, proposal.found.as_ref().filter(|_| !is_asking)),
            None => state.comparison.with(|comparison| {
                let comparison = comparison.as_ref();
                mark(state, comparison.and_then(|it| it.found.as_ref()));
            }),
        });
    });
}

fn mark(state: State, found: Option<&Result<Vec<Difference>, String>>) {
    let found = found.and_then(|found| found.as_ref().ok());
    let found = found.map(Vec::as_slice).unwrap_or_default();
    for (class, kind) in [
        ("is-added", DifferenceKind::Added),
        ("is-changed", DifferenceKind::Changed),
    ] {
        state.canvas.mark_all(class, |label| {
            let name = label.id.as_deref().unwrap_or(&label.text);
            found
                .iter()
                .any(|it| it.kind == kind && it.is_node && it.name == name)
        });
    }
}

/// The search of the picture's labels.
#[component]
fn Find(state: State, field: NodeRef<html::Input>) -> impl IntoView {
    let canvas = state.canvas;
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        canvas.pictures.track();
        let typed = typed.with(|typed| typed.trim().to_lowercase());
        if typed.is_empty() {
            return Vec::new();
        }
        let fits = |text: &str| text.to_lowercase().contains(&typed);
        let labels = canvas.labels();
        let mut found: Vec<usize> = Vec::new();
        for (at, label) in labels.iter().enumerate() {
            if fits(&label.text) || label.id.as_deref().is_some_and(fits) {
                found.push(at);
            }
        }
        found
    });
    let place = RwSignal::new(0_usize);
    let go = move |by: isize| {
        found.with_untracked(|found| {
            if found.is_empty() {
                canvas.select(None);
                return;
            }
            let at = place
                .get_untracked()
                .checked_add_signed(by)
                .unwrap_or(found.len() - 1)
                % found.len();
            place.set(at);
            if let Some(&part) = found.get(at) {
                canvas.select(Some(part));
                canvas.show(part);
                if let Some(label) = canvas.label(part) {
                    state.reveal(&label, false);
                }
            }
        });
    };
    let count = move || {
        if typed.with(|typed| typed.trim().is_empty()) {
            return None;
        }
        let total = found.with(Vec::len) as u64;
        Some(if total == 0 {
            t!("diagram-find-none")
        } else {
            t!(
                "diagram-find-place",
                place = place.get() as u64 + 1,
                total = total
            )
        })
    };
    view! {
        <div class="find">
            <input
                type="search"
                node_ref=field
                placeholder=t!("diagram-find")
                aria-label=t!("diagram-find-about")
                autocomplete="off"
                spellcheck="false"
                prop:value=move || typed.get()
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    place.set(0);
                    go(0);
                }
                on:keydown=move |event: web_sys::KeyboardEvent| {
                    match event.key().as_str() {
                        "Enter" => go(if event.shift_key() { -1 } else { 1 }),
                        "ArrowDown" => go(1),
                        "ArrowUp" => go(-1),
                        "Escape" => {
                            typed.set(String::new());
                            canvas.select(None);
                        }
                        _ => return,
                    }
                    event.prevent_default();
                    event.stop_propagation();
                }
            />
            <span class="found" role="status">{count}</span>
        </div>
    }
}
