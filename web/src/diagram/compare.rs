//! What differs from another diagram: asked for, then listed.

use ichiban_engine::diagram::protocol::{Difference, DifferenceKind};
use leptos::html;
use leptos::prelude::*;

use super::places::Label;
use super::state::State;
use crate::shell::dialog::Dialog;
use crate::shell::icon;
use crate::shell::intake::Given;
use crate::shell::open_files::OpenFiles;
use crate::shell::prose::prose;
use crate::shell::words::t;

/// Listed at most: more is another diagram.
const MOST_LISTED: usize = 200;

/// Asks for the other diagram.
#[component]
pub(super) fn CompareDialog(state: State) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    view! {
        <Dialog open=state.comparing title=t!("diagram-compare-title") class="compare">
            <div class="form">
                <p>{t!("diagram-compare-about")}</p>
                <textarea
                    node_ref=field
                    rows="10"
                    aria-label=t!("diagram-compare-text")
                    placeholder="flowchart TD…"
                    spellcheck="false"
                ></textarea>
                <footer>
                    <OpenFiles
                        label=t!("diagram-compare-file")
                        several=false
                        take=move |files| state.take(Given::Files(files))
                    />
                    <span class="grow"></span>
                    <button
                        class="primary"
                        type="button"
                        on:click=move |_| {
                            if let Some(field) = field.get_untracked() {
                                state.compare(field.value(), None);
                            }
                        }
                    >
                        {t!("diagram-compare")}
                    </button>
                </footer>
            </div>
        </Dialog>
    }
}

/// The list.
#[component]
pub(super) fn Differences(state: State) -> impl IntoView {
    let heading = move || {
        state.comparison.with(|comparison| {
            let found = &comparison.as_ref()?.found;
            Some(match found {
                None => t!("diagram-comparing"),
                Some(Err(_)) => t!("diagram-not-compared"),
                Some(Ok(found)) if found.is_empty() => t!("diagram-no-differences"),
                Some(Ok(found)) => t!(
                    "diagram-differences-count",
                    count = u32::try_from(found.len()).unwrap_or(u32::MAX)
                ),
            })
        })
    };
    let than = move || {
        state
            .comparison
            .with(|comparison| comparison.as_ref()?.name.clone())
            .map(|name| t!("diagram-differences-from", name = name))
    };
    let list = move || {
        state.comparison.with(|comparison| {
            Some(listed(comparison.as_ref()?.found.as_ref()?, move |label| {
                state.reveal(label, false);
            }))
        })
    };
    view! {
        <Show when=move || state.comparison.with(Option::is_some)>
            <section
                class="changes differences-list"
                aria-label=t!("diagram-differences")
                tabindex="0"
            >
                <h3>
                    {heading} " " <small>{than}</small>
                    <button
                        class="quiet"
                        type="button"
                        aria-label=t!("diagram-compare-end")
                        title=t!("diagram-compare-end")
                        on:click=move |_| state.comparison.set(None)
                    >
                        <icon::Cross />
                    </button>
                </h3>
                {list}
            </section>
        </Show>
    }
}

/// What differs, a line each; `show` shows where.
pub(super) fn listed(
    found: &Result<Vec<Difference>, String>,
    show: impl Fn(&Label) + Copy + Send + Sync + 'static,
) -> AnyView {
    match found {
        Err(reason) => view! { <p class="more">{prose(reason)}</p> }.into_any(),
        Ok(found) if found.is_empty() => view! {
            <p class="valid">
                <icon::Check />
                {t!("diagram-differences-none")}
            </p>
        }
        .into_any(),
        Ok(found) => view! {
            <ol>
                {found
                    .iter()
                    .take(MOST_LISTED)
                    .map(|difference| item(difference, show))
                    .collect_view()}
            </ol>
            {(found.len() > MOST_LISTED)
                .then(|| {
                    let words = t!("diagram-differences-first", count = MOST_LISTED);
                    view! { <p class="more">{words}</p> }
                })}
        }
        .into_any(),
    }
}

fn item(difference: &Difference, show: impl Fn(&Label) + Copy + Send + Sync + 'static) -> AnyView {
    let (class, word) = match difference.kind {
        DifferenceKind::Added => ("added", t!("diagram-added")),
        DifferenceKind::Removed => ("removed", t!("diagram-removed")),
        DifferenceKind::Changed => ("changed", t!("diagram-changed")),
    };
    let label = Label {
        id: Some(difference.name.clone()),
        text: difference.name.clone(),
    };
    view! {
        <li>
            <button type="button" on:click=move |_| show(&label)>
                <code class=format!("place {class}")>{word}</code>
                <span>{prose(&difference.sentence)}</span>
            </button>
        </li>
    }
    .into_any()
}
