//! Where the picture is looked at: moved by dragging and by keys, enlarged by the wheel, two fingers
//! and keys; its parts selected, and their labels written anew.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::canvas::Canvas;
use super::minimap::Minimap;
use super::places::Label;
use super::state::State;
use super::viewport::{Area, Size};
use crate::shell::words::t;

/// A pointer that moves less than this, in CSS pixels, clicks.
const CLICK: f64 = 5.0;
/// An arrow key moves the picture so far.
const STEP: f64 = 48.0;
/// A key or a button enlarges the picture so much.
const ZOOM: f64 = 1.25;

/// What the pointers do.
#[derive(Default)]
struct Gesture {
    /// Those that are down, with where they are.
    pointers: Vec<(i32, f64, f64)>,
    /// How far they have moved.
    moved: f64,
    /// Where the link leads on which the first went down.
    link: Option<String>,
    /// The part on which the first went down.
    part: Option<usize>,
}

impl Gesture {
    /// The middle of the pointers, and their distance if there are two.
    fn hold(&self) -> Option<((f64, f64), Option<f64>)> {
        match self.pointers[..] {
            [] => None,
            [(_, x, y)] => Some(((x, y), None)),
            [(_, ax, ay), (_, bx, by), ..] => Some((
                (f64::midpoint(ax, bx), f64::midpoint(ay, by)),
                Some((ax - bx).hypot(ay - by).max(1.0)),
            )),
        }
    }
}

/// A label that is written anew.
#[derive(Debug, Clone, PartialEq)]
struct Relabelling {
    label: Label,
    area: Area,
}

/// The stage.
#[component]
pub(super) fn Stage(
    state: State,
    /// Brings the focus to the search.
    search: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let pane = NodeRef::<html::Div>::new();
    let host = NodeRef::<html::Div>::new();
    let canvas = state.canvas;
    let gesture = StoredValue::new_local(Gesture::default());
    let relabelling = RwSignal::new(None::<Relabelling>);
    let is_dragged = RwSignal::new(false);
    measure(pane, canvas);
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        relabelling.set(None);
        state.shown.with(|shown| match shown {
            Some(shown) => {
                if canvas.adopt(&host, &shown.picture, shown.is_frame).is_err() {
                    state.tell(t!("diagram-unshown"), true);
                }
            }
            None => canvas.forget(),
        });
    });
    on_cleanup(move || canvas.forget());

    let at = move |event: &web_sys::MouseEvent| {
        let area = pane
            .get_untracked()
            .map(|stage| stage.get_bounding_client_rect());
        let (left, top) = area.map_or((0.0, 0.0), |area| (area.left(), area.top()));
        (
            f64::from(event.client_x()) - left,
            f64::from(event.client_y()) - top,
        )
    };
    let on_down = move |event: web_sys::PointerEvent| {
        if event.button() != 0 || relabelling.with_untracked(Option::is_some) {
            return;
        }
        let (x, y) = at(&event);
        gesture.update_value(|gesture| {
            if gesture.pointers.is_empty() {
                gesture.moved = 0.0;
                gesture.part = canvas.part_on(&event);
                gesture.link = Canvas::link_on(&event);
            }
            gesture
                .pointers
                .retain(|(id, ..)| *id != event.pointer_id());
            gesture.pointers.push((event.pointer_id(), x, y));
        });
    };
    let on_move = move |event: web_sys::PointerEvent| {
        let (x, y) = at(&event);
        let mut change = None;
        gesture.update_value(|gesture| {
            let before = gesture.hold();
            let Some(pointer) = gesture
                .pointers
                .iter_mut()
                .find(|(id, ..)| *id == event.pointer_id())
            else {
                return;
            };
            *pointer = (event.pointer_id(), x, y);
            let (Some((from, apart)), Some((to, now))) = (before, gesture.hold()) else {
                return;
            };
            let (dx, dy) = (to.0 - from.0, to.1 - from.1);
            gesture.moved += dx.hypot(dy) + apart.zip(now).map_or(0.0, |(a, b)| (a - b).abs());
            if gesture.moved >= CLICK {
                change = Some((dx, dy, to, apart.zip(now).map(|(apart, now)| now / apart)));
            }
        });
        if let Some((dx, dy, to, by)) = change {
            if let Some(stage) = pane.get_untracked() {
                // Without capture, dragging ends where the pointer leaves the pane. Before it is
                // dragging, a capture would take clicks from what they are meant for.
                let _ = stage.set_pointer_capture(event.pointer_id());
            }
            is_dragged.set(true);
            canvas.pan(dx, dy);
            if let Some(by) = by {
                canvas.zoom(by, Some(to));
            }
        }
    };
    let on_up = move |event: web_sys::PointerEvent| {
        let mut click = None;
        gesture.update_value(|gesture| {
            let count = gesture.pointers.len();
            gesture
                .pointers
                .retain(|(id, ..)| *id != event.pointer_id());
            if count == 1 && gesture.moved < CLICK {
                click = Some((gesture.part.take(), gesture.link.take()));
            }
        });
        is_dragged.set(false);
        let Some((part, link)) = click else { return };
        canvas.select(part);
        if let Some(label) = part.and_then(|part| canvas.label(part)) {
            state.reveal(&label, false);
        }
        if link.is_some() {
            state.leaving.set(link);
        }
    };
    let relabel = move |part: usize| {
        let Some((label, area)) = canvas.label(part).zip(canvas.area(part)) else {
            return;
        };
        if state.may_relabel(&label) {
            relabelling.set(Some(Relabelling { label, area }));
        }
    };
    let on_wheel = move |event: web_sys::WheelEvent| {
        event.prevent_default();
        // Lines and pages as pixels.
        let unit = match event.delta_mode() {
            web_sys::WheelEvent::DOM_DELTA_LINE => 16.0,
            web_sys::WheelEvent::DOM_DELTA_PAGE => 400.0,
            _ => 1.0,
        };
        if event.ctrl_key() || event.meta_key() {
            let by = (-event.delta_y() * unit / 300.0).clamp(-0.5, 0.5).exp();
            canvas.zoom(by, Some(at(&event)));
        } else if event.shift_key() && event.delta_x() == 0.0 {
            canvas.pan(-event.delta_y() * unit, 0.0);
        } else {
            canvas.pan(-event.delta_x() * unit, -event.delta_y() * unit);
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowLeft" => canvas.pan(STEP, 0.0),
            "ArrowRight" => canvas.pan(-STEP, 0.0),
            "ArrowUp" => canvas.pan(0.0, STEP),
            "ArrowDown" => canvas.pan(0.0, -STEP),
            "+" | "=" => canvas.zoom(ZOOM, None),
            "-" => canvas.zoom(1.0 / ZOOM, None),
            "0" => canvas.fit(),
            "1" => canvas.zoom_to(1.0),
            "/" => search(),
            "Enter" | "F2" => {
                if let Some(part) = canvas.selected.get_untracked() {
                    relabel(part);
                }
            }
            "Escape" if canvas.selected.with_untracked(Option::is_some) => canvas.select(None),
            _ => return,
        }
        event.prevent_default();
    };
    let placed = move || {
        let viewport = canvas.viewport.get();
        format!(
            "translate({}px, {}px) scale({})",
            viewport.x, viewport.y, viewport.scale
        )
    };
    let background = move || {
        state
            .shown
            .with(|shown| shown.as_ref().map(|shown| shown.picture.canvas.clone()))
    };
    view! {
        <div
            class="stage"
            class:dragged=move || is_dragged.get()
            node_ref=pane
            tabindex="0"
            role="application"
            aria-label=t!("diagram-stage")
            style:background=background
            on:pointerdown=on_down
            on:pointermove=on_move
            on:pointerup=on_up
            on:pointercancel=on_up
            on:wheel=on_wheel
            on:keydown=on_key
            on:dblclick=move |event: web_sys::MouseEvent| {
                if let Some(part) = canvas.part_on(&event) {
                    relabel(part);
                }
            }
        >
            <div class="stage-picture" node_ref=host style:transform=placed></div>
            {move || {
                relabelling
                    .get()
                    .map(|it| view! { <Relabel state it close=move || {
                        relabelling.set(None);
                        if let Some(stage) = pane.get_untracked() {
                            let _ = stage.focus();
                        }
                    } /> })
            }}
            <Minimap state />
        </div>
    }
}

/// The field in which a label is written anew, above the label.
#[component]
fn Relabel(
    state: State,
    it: Relabelling,
    close: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let Relabelling { label, area } = it;
    let before = label.text.clone();
    let label = StoredValue::new(label);
    let is_done = StoredValue::new(false);
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            let _ = input.focus();
            input.select();
        }
    });
    let viewport = state.canvas.viewport;
    let across = move || {
        let viewport = viewport.get();
        let width = (area.size.width * viewport.scale).max(140.0);
        let middle = (area.x + area.size.width / 2.0) * viewport.scale + viewport.x;
        (middle - width / 2.0, width)
    };
    let down = move || {
        let viewport = viewport.get();
        (area.y + area.size.height / 2.0) * viewport.scale + viewport.y - 15.0
    };
    let finish = move |is_kept: bool| {
        if is_done.get_value() {
            return;
        }
        is_done.set_value(true);
        if let Some(input) = input.get_untracked().filter(|_| is_kept) {
            label.with_value(|label| state.relabel(label, &input.value()));
        }
        close();
    };
    view! {
        <input
            type="text"
            class="relabel"
            node_ref=input
            aria-label=t!("diagram-label")
            autocomplete="off"
            spellcheck="false"
            value=before
            style:left=move || format!("{}px", across().0)
            style:width=move || format!("{}px", across().1)
            style:top=move || format!("{}px", down())
            on:pointerdown=|event| event.stop_propagation()
            on:dblclick=|event| event.stop_propagation()
            on:keydown=move |event: web_sys::KeyboardEvent| {
                event.stop_propagation();
                match event.key().as_str() {
                    "Enter" => finish(true),
                    "Escape" => {
                        event.prevent_default();
                        finish(false);
                    }
                    _ => {}
                }
            }
            on:blur=move |_| finish(true)
        />
    }
}

/// Knows the pane's extent from now on.
fn measure(stage: NodeRef<html::Div>, canvas: Canvas) {
    let observer = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(stage) = stage.get() else { return };
        let element = stage.clone();
        let changed = Closure::<dyn FnMut()>::new(move || {
            let pane = Size {
                width: f64::from(element.client_width()),
                height: f64::from(element.client_height()),
            };
            if pane.width < 1.0 || canvas.pane.get_untracked() == pane {
                return;
            }
            canvas.pane.set(pane);
            if canvas.is_fitted.get_untracked() {
                canvas.fit();
            }
        });
        if let Ok(watching) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            watching.observe(&stage);
            observer.set_value(Some((watching, changed)));
        }
    });
    on_cleanup(move || {
        observer.try_update_value(|observer| {
            if let Some((watching, _)) = observer.take() {
                watching.disconnect();
            }
        });
    });
}
