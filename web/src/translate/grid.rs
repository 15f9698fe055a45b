//! The table of translations, of which only what is in view is drawn.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use ichiban_browser::frame::Frame;
use ichiban_engine::protocol::{CellState, Row, SourceRow};
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::extent::{Extent, toward};
use super::line::{ColumnHead, Line, Spacer, all_columns};
use super::outline::{Item, Search};
use super::sheet::{self, Sheet};
use super::state::{Filter, State};
use super::walk::walk;
use crate::shell::words::t;

/// Drawn beyond the viewport on either side, in pixels: what a flick of the wheel covers.
const MARGIN: f64 = 400.0;
/// As many cells are drawn anew in one frame. A fling shows them within a few frames, and no frame
/// is missed.
const CELLS_A_FRAME: usize = 10;
/// Heights before they are measured, in pixels: as the style sheet has them.
const GROUP_HEIGHT: f64 = 25.0;
const LINE_HEIGHT: f64 = 19.0;
const ROW_PADDING: f64 = 13.0;
/// The mean width of a letter, in pixels, and how much longer a translation may be than its
/// source: a row reserves the lines that it will need, so that nothing moves when text arrives.
const LETTER_WIDTH: f64 = 6.5;
const EXPANSION: f64 = 1.1;
const MOST_RESERVED: f64 = 6.0;

/// The lines of the table that pass filter and search.
fn items(state: State, stays: &HashSet<Row>) -> Vec<Item> {
    let filter = state.filter.get_untracked();
    let search = Search::new(&state.search.get_untracked());
    state.with_sheet(|sheet| {
        let rows = sheet.source();
        sheet.outline().items(rows, |place, row| {
            (stays.contains(&place) || passes(sheet, filter, place))
                && (search.is_empty() || is_found(sheet, &search, place, row))
        })
    })
}

fn passes(sheet: &Sheet, filter: Filter, row: Row) -> bool {
    match filter {
        Filter::All | Filter::Orphaned => true,
        Filter::Attention => sheet
            .cells(row)
            .any(|state| matches!(state, CellState::Attention { .. })),
        Filter::Stale => sheet
            .cells(row)
            .any(|state| matches!(state, CellState::Stale { .. })),
        Filter::Missing => sheet.cells(row).any(|state| {
            matches!(
                state,
                CellState::Empty | CellState::Pending | CellState::Streaming { .. }
            )
        }),
    }
}

fn is_found(sheet: &Sheet, search: &Search, place: Row, row: &SourceRow) -> bool {
    // A word that spans keys needs the whole path, which is worth building for such a word only.
    let path = search.spans_keys().then(|| row.path.join("."));
    let texts = row
        .path
        .iter()
        .chain(&path)
        .map(String::as_str)
        .chain([row.text.as_str()])
        .chain(sheet.cells(place).map(sheet::text));
    search.matches(&texts)
}

/// What identifies a line of the table for as long as it looks the same.
fn identity(state: State, item: &Item) -> u64 {
    let mut hasher = DefaultHasher::new();
    item.hash(&mut hasher);
    if let Item::Leaf(row) = item {
        state.with_sheet(|sheet| {
            if let Some(row) = sheet.row(*row) {
                row.path.hash(&mut hasher);
                row.text.hash(&mut hasher);
                row.placeholders.hash(&mut hasher);
            }
        });
    }
    hasher.finish()
}

/// How many lines a row reserves for its longest translation.
pub(super) fn lines(text: &str, column_width: f64) -> f64 {
    let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let room = (column_width - 24.0).max(60.0);
    (f64::from(letters) * LETTER_WIDTH * EXPANSION / room)
        .ceil()
        .clamp(1.0, MOST_RESERVED)
}

/// The table.
#[component]
pub(super) fn Grid(state: State) -> impl IntoView {
    let scroller = NodeRef::<html::Div>::new();
    let body = NodeRef::<html::Tbody>::new();
    let shown = RwSignal::new(Arc::new(Vec::<Item>::new()));
    let extent = StoredValue::new(Extent::default());
    let measured = RwSignal::new(0_u32);
    let top = RwSignal::new(0.0_f64);
    let height = RwSignal::new(600.0_f64);
    let width = RwSignal::new(0.0_f64);
    let column_width = Memo::new(move |_| {
        let columns = state.targets.with(Vec::len).max(1);
        let columns = f64::from(u32::try_from(columns).unwrap_or(1));
        (width.get() * 0.78 / columns).max(150.0)
    });

    let lay_out = move |items: Vec<Item>| {
        let column_width = column_width.get_untracked();
        let heights = state.with_sheet(|sheet| {
            items
                .iter()
                .map(|item| match item {
                    Item::Group(..) => GROUP_HEIGHT,
                    Item::Leaf(row) => {
                        let text = sheet.row(*row).map_or("", |row| row.text.as_str());
                        lines(text, column_width).mul_add(LINE_HEIGHT, ROW_PADDING)
                    }
                })
                .collect()
        });
        extent.set_value(Extent::new(heights));
        shown.set(Arc::new(items));
        measured.update(|count| *count += 1);
    };
    let drawn = RwSignal::new(0..0);
    Effect::new(move |before: Option<(Filter, String)>| {
        state.version.track();
        state.targets.track();
        let asked = (state.filter.get(), state.search.get());
        if before.is_some_and(|before| before != asked) {
            drawn.set(0..0);
        }
        lay_out(items(state, &HashSet::new()));
        asked
    });
    // While a filter is on, what passed it stays until it is set again: a row that a person reads
    // does not vanish because a token arrived.
    Effect::new(move |_| {
        state.tally.track();
        if state.filter.get_untracked() == Filter::All {
            return;
        }
        let stays: HashSet<Row> = shown.with_untracked(|items| {
            items
                .iter()
                .filter_map(|item| match item {
                    Item::Leaf(row) => Some(*row),
                    Item::Group(..) => None,
                })
                .collect()
        });
        let now = items(state, &stays);
        if shown.with_untracked(|before| **before != now) {
            lay_out(now);
        }
    });

    let window = Memo::new(move |_| {
        measured.track();
        extent.with_value(|extent| extent.window(top.get(), height.get(), MARGIN))
    });
    let frame = StoredValue::new_local(None::<Frame>);
    let ask = move || {
        frame.with_value(|frame| {
            if let Some(frame) = frame {
                frame.ask();
            }
        });
    };
    frame.set_value(Some(Frame::new(move || {
        let Some(target) = window.try_get_untracked() else {
            return;
        };
        let visible = extent.with_value(|extent| extent.item_at(top.get_untracked()));
        let columns = state.targets.with_untracked(Vec::len).max(1);
        let most = (CELLS_A_FRAME / columns).max(2);
        let now = drawn.get_untracked();
        let next = toward(&now, &target, visible, most);
        if next != now {
            drawn.set(next.clone());
        }
        if next != target {
            ask();
        }
    })));
    Effect::new(move |_| {
        window.track();
        measured.track();
        ask();
    });
    let before = move || {
        measured.track();
        let drawn = drawn.get();
        extent.with_value(|extent| extent.offset(drawn.start))
    };
    let after = move || {
        measured.track();
        let drawn = drawn.get();
        extent.with_value(|extent| extent.total() - extent.offset(drawn.end))
    };
    let visible = move || {
        let drawn = drawn.get();
        shown.with(|items| {
            items
                .get(drawn.start..drawn.end.min(items.len()))
                .unwrap_or_default()
                .iter()
                .map(|item| (identity(state, item), item.clone()))
                .collect::<Vec<_>>()
        })
    };

    let measure = move || {
        if let Some(scroller) = scroller.get_untracked() {
            height.set(f64::from(scroller.client_height()));
            if (width.get_untracked() - f64::from(scroller.client_width())).abs() > 0.5 {
                width.set(f64::from(scroller.client_width()));
            }
        }
        let Some(body) = body.get_untracked() else {
            return;
        };
        let first = drawn.get_untracked().start;
        let mut is_news = false;
        let rows = body.children();
        extent.update_value(|extent| {
            // The first and the last row are spacers.
            for place in 1..rows.length().saturating_sub(1) {
                let row = rows
                    .item(place)
                    .and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok());
                if let Some(row) = row {
                    let item = first + place as usize - 1;
                    is_news |= extent.measure(item, row.get_bounding_client_rect().height());
                }
            }
        });
        if is_news {
            measured.update(|count| *count += 1);
        }
    };
    Effect::new(move |_| {
        if let (Some(scroller), Some(body)) = (scroller.get(), body.get()) {
            observe(&scroller, &body, measure);
        }
    });
    Effect::new(move |_| {
        let Some((row, _)) = state.reveal.get() else {
            return;
        };
        let place =
            shown.with_untracked(|items| items.iter().position(|item| *item == Item::Leaf(row)));
        let (Some(place), Some(scroller)) = (place, scroller.get_untracked()) else {
            return;
        };
        let (from, to) =
            extent.with_value(|extent| (extent.offset(place), extent.offset(place + 1)));
        let view = (
            top.get_untracked(),
            top.get_untracked() + height.get_untracked(),
        );
        if from < view.0 || to > view.1 - 40.0 {
            #[allow(clippy::cast_possible_truncation)]
            scroller.set_scroll_top((from - height.get_untracked() / 3.0) as i32);
        }
    });

    let columns = all_columns(state);
    view! {
        <div
            class="scroll"
            node_ref=scroller
            tabindex="-1"
            on:scroll=move |_| {
                if let Some(scroller) = scroller.get_untracked() {
                    top.set(f64::from(scroller.scroll_top()));
                }
            }
            on:keydown=move |event| walk(&event)
        >
            <table
                aria-rowcount=move || shown.with(|items| items.len() + 1)
                style=("--columns", move || state.targets.with(Vec::len).max(1).to_string())
            >
                <thead>
                    <tr>
                        <th scope="col" class="key">{t!("translate-table-key")}</th>
                        <Show when=move || state.targets.with(Vec::is_empty)>
                            <th scope="col">{t!("translate-table-source")}</th>
                        </Show>
                        <For each=move || state.targets.get() key=|target| target.column let(target)>
                            <ColumnHead state target />
                        </For>
                    </tr>
                </thead>
                <tbody node_ref=body>
                    <Spacer height=Signal::derive(before) columns />
                    <For each=visible key=|(identity, _)| *identity let((_, item))>
                        <Line state item column_width />
                    </For>
                    <Spacer height=Signal::derive(after) columns />
                </tbody>
            </table>
            <Show when=move || shown.with(|items| items.is_empty())>
                <p class="none">{move || nothing(state)}</p>
            </Show>
        </div>
    }
}

fn nothing(state: State) -> String {
    state.version.track();
    if state.with_sheet(|sheet| sheet.source().is_empty()) {
        if state.source.with(|source| source.is_invalid) {
            t!("translate-none-invalid")
        } else if state.source.with(|source| source.read.is_some()) {
            t!("translate-none-text")
        } else {
            String::new()
        }
    } else if !state.search.with(String::is_empty) {
        t!("translate-none-found")
    } else {
        match state.filter.get() {
            Filter::Attention => t!("translate-none-attention"),
            Filter::Stale => t!("translate-none-stale"),
            Filter::All | Filter::Missing | Filter::Orphaned => t!("translate-none-missing"),
        }
    }
}

/// Has rows measured when the table or its frame changes size, for as long as the view is there.
fn observe(scroller: &web_sys::Element, body: &web_sys::Element, measure: impl Fn() + 'static) {
    let on_resize = Closure::<dyn Fn()>::new(measure);
    let Ok(observer) = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref()) else {
        return;
    };
    observer.observe(scroller);
    observer.observe(body);
    let held = StoredValue::new_local((observer, on_resize));
    on_cleanup(move || {
        held.try_with_value(|(observer, _)| observer.disconnect());
    });
}
