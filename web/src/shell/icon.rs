//! Small drawings, in the colour of the text around them.

use leptos::prelude::*;

/// A drawing on a 16 by 16 grid, stroked 1.5 wide.
#[component]
fn Stroke(path: &'static str) -> impl IntoView {
    view! {
        <svg
            class="icon"
            viewBox="0 0 16 16"
            width="16"
            height="16"
            fill="none"
            stroke="currentColor"
            stroke-width="1.5"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
        >
            <path d=path />
        </svg>
    }
}

/// Two scripts side by side.
#[component]
pub(crate) fn Translate() -> impl IntoView {
    view! { <Stroke path="M2 4h7M5.5 2.5V4M8 4c-.6 2.6-2.6 4.6-5.5 5.6M3.6 6.4c.9 1.6 2.4 2.7 4 3.2M8 13.5l3-7 3 7M9 11.2h4" /> }
}

/// One thing becomes another.
#[component]
pub(crate) fn Convert() -> impl IntoView {
    view! { <Stroke path="M2.5 5.5h10M9.5 2.5l3 3-3 3M13.5 10.5h-10M6.5 7.5l-3 3 3 3" /> }
}

/// A star.
#[component]
pub(crate) fn Star() -> impl IntoView {
    view! { <Stroke path="M8 2.2l1.8 3.7 4 .5-3 2.8.8 4L8 11.3l-3.6 1.9.8-4-3-2.8 4-.5z" /> }
}

/// A spanner.
#[component]
pub(crate) fn Repair() -> impl IntoView {
    view! { <Stroke path="M13.5 4.8l-2.3 2.3-2.3-2.3 2.3-2.3a3.6 3.6 0 0 0-4.9 4.4L2.6 10.6a1.95 1.95 0 0 0 2.8 2.8l3.7-3.7a3.6 3.6 0 0 0 4.4-4.9z" /> }
}

/// Two boxes and what leads from one to the other.
#[component]
pub(crate) fn Diagram() -> impl IntoView {
    view! { <Stroke path="M2.5 2.5h5v4h-5zM8.5 9.5h5v4h-5zM5 6.5v5h3.5" /> }
}

/// A globe.
#[component]
pub(crate) fn Globe() -> impl IntoView {
    view! { <Stroke path="M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM2.5 8h11M8 2.5c-2.4 2.2-2.4 8.8 0 11M8 2.5c2.4 2.2 2.4 8.8 0 11" /> }
}

/// A page with lines.
#[component]
pub(crate) fn Docs() -> impl IntoView {
    view! { <Stroke path="M3.5 2.5h9v11h-9zM6 6h4M6 9h4" /> }
}

/// One less.
#[component]
pub(crate) fn Minus() -> impl IntoView {
    view! { <Stroke path="M3.5 8h9" /> }
}

/// All of it.
#[component]
pub(crate) fn Fit() -> impl IntoView {
    view! { <Stroke path="M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3" /> }
}

/// A screen to present on.
#[component]
pub(crate) fn Screen() -> impl IntoView {
    view! { <Stroke path="M2 3h12v8H2zM5.5 13.5h5M8 11v2.5" /> }
}

/// One more.
#[component]
pub(crate) fn Plus() -> impl IntoView {
    view! { <Stroke path="M8 3.5v9M3.5 8h9" /> }
}

/// A wheel of settings.
#[component]
pub(crate) fn Settings() -> impl IntoView {
    view! { <Stroke path="M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M10 2.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4zM6 9.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z" /> }
}

/// Half light, half dark.
#[component]
pub(crate) fn Contrast() -> impl IntoView {
    view! { <Stroke path="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 2v12M8 5l4.6-1M8 8h6M8 11l4.6 1" /> }
}

/// A glass to look through.
#[component]
pub(crate) fn Search() -> impl IntoView {
    view! { <Stroke path="M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.2 3.2" /> }
}

/// To take something away.
#[component]
pub(crate) fn Cross() -> impl IntoView {
    view! { <Stroke path="M4.5 4.5l7 7M11.5 4.5l-7 7" /> }
}

/// There is a list below.
#[component]
pub(crate) fn Down() -> impl IntoView {
    view! { <Stroke path="M4.5 6.5L8 10l3.5-3.5" /> }
}

/// All is well.
#[component]
pub(crate) fn Check() -> impl IntoView {
    view! { <Stroke path="M3.5 8.5l3 3 6-7" /> }
}

/// Look here.
#[component]
pub(crate) fn Warning() -> impl IntoView {
    view! { <Stroke path="M8 2.5L14 13H2L8 2.5zM8 6.5v3M8 11.2v.1" /> }
}

/// A pin.
#[component]
pub(crate) fn Pin() -> impl IntoView {
    view! { <Stroke path="M5.5 2.5h5M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v4.5" /> }
}

/// A clock.
#[component]
pub(crate) fn Clock() -> impl IntoView {
    view! { <Stroke path="M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M8 5v3l2 1.5" /> }
}
