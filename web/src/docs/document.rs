//! The document, with marks where something is documented.

use std::sync::Arc;

use ichiban_engine::docs::page::{Block, Kind, Place, Position, Run, Style};
use leptos::html;
use leptos::prelude::*;

use super::state::{State, Window};
use crate::shell::words::t;

/// The blocks by which the window moves.
const STEP: u32 = 200;

/// The pane.
#[component]
pub(super) fn DocumentPane(state: State) -> impl IntoView {
    let here = Memo::new(move |_| {
        state
            .window
            .with(|window| window.as_ref().map_or(0, |window| window.from.document))
    });
    let several = Memo::new(move |_| state.found.with(|found| found.documents.len() > 1));
    let go = move |document: u32, block: u32| {
        let place = Place { document, block };
        state.focus.set(Some(place));
        state.show_from(place);
    };
    view! {
        <section class="pane document" aria-label=t!("docs-document-pane")>
            <div class="pane-h">
                <h2>{t!("docs-document")}</h2>
                <Show when=move || several.get()>
                    <select
                        class="plain"
                        aria-label=t!("docs-document")
                        on:change=move |event| {
                            go(event_target_value(&event).parse().unwrap_or_default(), 0);
                        }
                    >
                        {move || {
                            state
                                .found
                                .with(|found| {
                                    (0_u32..)
                                        .zip(&found.documents)
                                        .map(|(number, document)| {
                                            view! {
                                                <option value=number selected=move || here.get() == number>
                                                    {document.name.clone()}
                                                </option>
                                            }
                                        })
                                        .collect_view()
                                })
                        }}
                    </select>
                </Show>
                <span class="grow"></span>
                <Headings state here go />
            </div>
            <Blocks state />
        </section>
    }
}

/// The headings of the document, to go to.
#[component]
fn Headings(
    state: State,
    here: Memo<u32>,
    go: impl Fn(u32, u32) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let headings = Memo::new(move |_| {
        state.found.with(|found| {
            let document = found.documents.get(here.get() as usize);
            document
                .map(|document| {
                    document
                        .outline
                        .iter()
                        .take(1_000)
                        .cloned()
                        .collect::<Vec<_>>()
                })
                .unwrap_or_default()
        })
    });
    view! {
        <Show when=move || headings.with(|headings| headings.len() > 1)>
            <select
                class="plain"
                aria-label=t!("docs-document-headings")
                on:change=move |event| {
                    if let Ok(block) = event_target_value(&event).parse() {
                        go(here.get_untracked(), block);
                    }
                }
            >
                <option value="">{t!("docs-document-contents")}</option>
                {move || {
                    headings
                        .get()
                        .into_iter()
                        .map(|heading| {
                            let indent = "\u{2003}".repeat(usize::from(heading.level.saturating_sub(1)));
                            view! {
                                <option value=heading.block>{format!("{indent}{}", heading.text)}</option>
                            }
                        })
                        .collect_view()
                }}
            </select>
        </Show>
    }
}

#[component]
fn Blocks(state: State) -> impl IntoView {
    let scroll = NodeRef::<html::Div>::new();
    // Shows the block that was asked for once it is there.
    Effect::new(move |_| {
        let focus = state.focus.get();
        let is_there = state.window.with(|window| {
            window
                .as_ref()
                .is_some_and(|window| focus.is_some_and(|it| it.document == window.from.document))
        });
        let (true, Some(focus)) = (is_there, focus) else {
            return;
        };
        request_animation_frame(move || reveal(scroll, focus));
    });
    view! {
        <div
            class="blocks"
            node_ref=scroll
            tabindex="0"
            role="region"
            aria-label=t!("docs-document-text")
        >
            {move || match state.window.get() {
                Some(window) => view! { <Shown state window /> }.into_any(),
                None => {
                    view! {
                        <p class="nothing">
                            {move || {
                                if state.is_reading.get() {
                                    t!("docs-reading")
                                } else {
                                    t!("docs-document-nothing")
                                }
                            }}
                        </p>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}

fn reveal(scroll: NodeRef<html::Div>, place: Place) {
    let Some(scroll) = scroll.get_untracked() else {
        return;
    };
    let wanted = format!("[data-block='{}']", place.block);
    let Ok(Some(block)) = scroll.query_selector(&wanted) else {
        return;
    };
    let top = block.get_bounding_client_rect().top() - scroll.get_bounding_client_rect().top();
    let third = f64::from(scroll.client_height()) / 3.0;
    // A place on a page is far below what is lost.
    #[allow(clippy::cast_possible_truncation)]
    let to = f64::from(scroll.scroll_top()) + top - third;
    #[allow(clippy::cast_possible_truncation)]
    scroll.set_scroll_top(to.max(0.0) as i32);
}

#[component]
fn Shown(state: State, window: Arc<Window>) -> impl IntoView {
    let from = window.from;
    let length = u32::try_from(window.blocks.len()).unwrap_or(u32::MAX);
    let whole = state.found.with_untracked(|found| {
        let document = found.documents.get(from.document as usize);
        document.map_or(0, |document| document.blocks)
    });
    let earlier = (from.block > 0).then(|| {
        let to = Place {
            block: from.block.saturating_sub(STEP),
            ..from
        };
        view! {
            <button class="link more" type="button" on:click=move |_| state.show_from(to)>
                {t!("docs-document-earlier")}
            </button>
        }
    });
    let end = from.block + length;
    let later = (end < whole).then(|| {
        let to = Place { block: end, ..from };
        view! {
            <button
                class="link more"
                type="button"
                on:click=move |_| {
                    state.focus.set(Some(to));
                    state.show_from(to);
                }
            >
                {t!("docs-document-later")}
            </button>
        }
    });
    let blocks = (from.block..)
        .zip(window.blocks.iter().cloned())
        .map(|(number, block)| {
            let place = Place {
                block: number,
                ..from
            };
            view! { <Shape state place block /> }
        })
        .collect_view();
    view! {
        {earlier}
        {blocks}
        {later}
    }
}

/// A block, and what it documents.
#[component]
fn Shape(state: State, place: Place, block: Block) -> impl IntoView {
    let is_here = move || state.focus.get() == Some(place);
    let is_marked = !block.operations.is_empty() || !block.parameters.is_empty();
    let position = match block.position {
        Position::Line(line) => Some(format!("{line}")),
        Position::Page(page) => Some(t!("docs-document-page", page = page.to_string())),
        Position::None => None,
    };
    let kind = match &block.kind {
        Kind::Heading(..) => "heading",
        Kind::Paragraph(_) => "paragraph",
        Kind::Item(_) => "item",
        Kind::Term(_) => "term",
        Kind::Row(..) => "row",
        Kind::Code(_) => "code",
        Kind::Call(..) => "call",
        Kind::Component(..) => "component",
    };
    let class = format!("block {kind} deep-{}", block.depth.min(6));
    view! {
        <div class=class class:marked=is_marked class:here=is_here data-block=place.block>
            <span class="at">{position}</span>
            <div class="body">{body(state, block.kind)}</div>
            <Marks state operations=block.operations parameters=block.parameters />
        </div>
    }
}

fn body(state: State, kind: Kind) -> AnyView {
    match kind {
        Kind::Heading(1, text) => view! { <h3 class="h1">{runs(state, text)}</h3> }.into_any(),
        Kind::Heading(2, text) => view! { <h4 class="h2">{runs(state, text)}</h4> }.into_any(),
        Kind::Heading(_, text) => view! { <h5 class="h3">{runs(state, text)}</h5> }.into_any(),
        Kind::Paragraph(text) | Kind::Item(text) | Kind::Term(text) => {
            view! { <p>{runs(state, text)}</p> }.into_any()
        }
        Kind::Row(cells, is_head) => {
            let class = format!("cells of-{}", cells.len().min(12));
            let cells = cells
                .into_iter()
                .map(|cell| view! { <span>{runs(state, cell)}</span> })
                .collect_view();
            view! {
                <div class=class class:head=is_head>
                    {cells}
                </div>
            }
            .into_any()
        }
        Kind::Code(text) => view! { <pre>{text}</pre> }.into_any(),
        Kind::Call(method, path, status) => view! {
            <p>
                <code>{format!("{method} {path}")}</code>
                {status.map(|status| format!(" → {status}"))}
            </p>
        }
        .into_any(),
        Kind::Component(name, attributes) => {
            let attributes = attributes
                .into_iter()
                .map(|(name, value)| {
                    if value.is_empty() {
                        format!(" {name}")
                    } else {
                        format!(" {name}=\"{value}\"")
                    }
                })
                .collect::<String>();
            view! { <code>{format!("<{name}{attributes}>")}</code> }.into_any()
        }
    }
}

/// Characters, as text in every case: a document is not markup here.
fn runs(state: State, runs: Vec<Run>) -> impl IntoView {
    runs.into_iter()
        .map(|run| {
            let text = run.text;
            match run.style {
                Style::Code => view! { <code>{text}</code> }.into_any(),
                Style::Strong => view! { <strong>{text}</strong> }.into_any(),
                Style::Emphasis => view! { <em>{text}</em> }.into_any(),
                Style::Link(target) if is_address(&target) => view! {
                    <button
                        class="doc-link"
                        type="button"
                        title=target.clone()
                        on:click=move |_| state.leaving.set(Some(target.clone()))
                    >
                        {text}
                    </button>
                }
                .into_any(),
                Style::Plain | Style::Link(_) => text.into_any(),
            }
        })
        .collect_view()
}

/// Whether a link leads to a web page, and not to a script or a file.
fn is_address(target: &str) -> bool {
    target.starts_with("https://") || target.starts_with("http://")
}

#[component]
fn Marks(
    state: State,
    operations: Vec<String>,
    parameters: Vec<(String, String)>,
) -> impl IntoView {
    let operations = operations
        .into_iter()
        .map(|key| {
            let method = key.split(' ').next().unwrap_or_default().to_owned();
            let class = format!("method {}", method.to_ascii_lowercase());
            let title = t!("docs-document-mark", operation = &key);
            view! {
                <button
                    class=class
                    type="button"
                    title=title.clone()
                    aria-label=title
                    on:click=move |_| state.select(Some(key.clone()))
                >
                    {method}
                </button>
            }
        })
        .collect_view();
    let first = parameters.into_iter().next();
    let parameter = first.map(|(key, name)| {
        let title = t!(
            "docs-document-mark-parameter",
            name = &name,
            operation = &key
        );
        view! {
            <button
                class="mark-parameter"
                type="button"
                title=title.clone()
                aria-label=title
                on:click=move |_| state.select(Some(key.clone()))
            ></button>
        }
    });
    view! { <span class="marks">{operations} {parameter}</span> }
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn scripts_are_no_addresses() {
        assert!(is_address("https://example.com/a"));
        for target in [
            "javascript:alert(1)",
            "data:text/html,x",
            "#a",
            "/a",
            " https://x",
        ] {
            assert!(!is_address(target), "{target}");
        }
    }
}
