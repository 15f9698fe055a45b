//! The whole of a large picture in small, with a frame around what is in the pane,
//! when that is not all of it.

use ichiban_browser::files;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;

use super::state::State;
use super::viewport::{Area, Viewport};

/// A picture that is drawn smaller than this to fit is large.
const LARGE: f64 = 0.55;
/// The longest side of the map, in CSS pixels.
const LONGEST: f64 = 168.0;

/// The map, of a large picture.
#[component]
pub(super) fn Minimap(state: State) -> impl IntoView {
    let canvas = state.canvas;
    let is_large = Memo::new(move |_| {
        let (picture, pane) = (canvas.size.get(), canvas.pane.get());
        picture.width > 0.0
            && pane.width > 420.0
            && Viewport::fitting(picture, pane, 1.0).scale < LARGE
    });
    let is_partly_seen = Memo::new(move |_| {
        let all = Area {
            size: canvas.size.get(),
            ..Area::default()
        };
        !canvas.viewport.get().shows(all, canvas.pane.get())
    });
    let url = RwSignal::new(None::<String>);
    let forget = move || {
        if let Some(old) = url.try_get_untracked().flatten() {
            files::revoke(&old);
        }
    };
    Effect::new(move |_| {
        canvas.pictures.track();
        if !is_large.get() {
            forget();
            url.set(None);
            return;
        }
        state.picture_file(None, true, move |svg| {
            forget();
            // Without the map the picture is as good to look at.
            url.try_set(files::object_url("image/svg+xml", svg.as_bytes()).ok());
        });
    });
    on_cleanup(forget);
    let scale = move || {
        let size = canvas.size.get();
        LONGEST / size.width.max(size.height).max(1.0)
    };
    let map = NodeRef::<html::Div>::new();
    let go = move |event: &web_sys::PointerEvent| {
        let Some(map) = map.get_untracked() else {
            return;
        };
        let area = map.get_bounding_client_rect();
        let scale = untrack(scale);
        let x = (f64::from(event.client_x()) - area.left()) / scale;
        let y = (f64::from(event.client_y()) - area.top()) / scale;
        let seen = canvas
            .viewport
            .get_untracked()
            .seen(canvas.pane.get_untracked());
        let by = canvas.viewport.get_untracked().scale;
        canvas.pan(
            (seen.x + seen.size.width / 2.0 - x) * by,
            (seen.y + seen.size.height / 2.0 - y) * by,
        );
    };
    let px = |length: f64| format!("{length}px");
    view! {
        <Show when=move || is_large.get() && is_partly_seen.get() && url.with(Option::is_some)>
            <div
                class="minimap"
                node_ref=map
                aria-hidden="true"
                style:width=move || px(canvas.size.get().width * scale())
                style:height=move || px(canvas.size.get().height * scale())
                on:pointerdown=move |event: web_sys::PointerEvent| {
                    event.stop_propagation();
                    if let Some(map) = map.get_untracked() {
                        let _ = map.set_pointer_capture(event.pointer_id());
                    }
                    go(&event);
                }
                on:pointermove=move |event: web_sys::PointerEvent| {
                    let is_held = map
                        .get_untracked()
                        .is_some_and(|map| map.has_pointer_capture(event.pointer_id()));
                    if is_held {
                        event.stop_propagation();
                        go(&event);
                    }
                }
                on:pointerup=|event| event.stop_propagation()
            >
                <img alt="" draggable="false" src=move || url.get().unwrap_or_default() />
                <i
                    style:left=move || px(canvas.viewport.get().seen(canvas.pane.get()).x.max(0.0) * scale())
                    style:top=move || px(canvas.viewport.get().seen(canvas.pane.get()).y.max(0.0) * scale())
                    style:width=move || {
                        let (seen, size) = (canvas.viewport.get().seen(canvas.pane.get()), canvas.size.get());
                        px(((seen.x + seen.size.width).min(size.width) - seen.x.max(0.0)).max(2.0) * scale())
                    }
                    style:height=move || {
                        let (seen, size) = (canvas.viewport.get().seen(canvas.pane.get()), canvas.size.get());
                        px(((seen.y + seen.size.height).min(size.height) - seen.y.max(0.0)).max(2.0) * scale())
                    }
                ></i>
            </div>
        </Show>
    }
}
