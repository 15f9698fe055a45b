//! The line at the foot of a tool that needs no model: what it does, how long it took, whether all
//! is well.

use leptos::prelude::*;

use super::figures;
use super::words::{t, woven};

/// The line.
#[component]
pub(crate) fn StatusLine(
    /// Whether work goes on for so long that a person notices.
    #[prop(into)]
    is_slow: Signal<bool>,
    /// What goes on then.
    #[prop(into)]
    doing: Signal<String>,
    /// Who does it, when nothing goes on.
    #[prop(default = Signal::stored(t!("shell-engine-only")), into)]
    at_rest: Signal<String>,
    /// Where the last work took its time.
    #[prop(default = Signal::stored(t!("shell-in-engine")), into)]
    by: Signal<String>,
    /// Stops it.
    stop: impl Fn() + Copy + Send + Sync + 'static,
    /// How long the last work took, in milliseconds.
    #[prop(into)]
    took_ms: Signal<Option<f64>>,
    /// Whether all is well.
    children: Children,
) -> impl IntoView {
    let took = move || {
        took_ms.get().map(|took_ms| {
            let (number, unit) = figures::duration(took_ms);
            let words = woven!(
                "shell-took",
                [unit = unit, by = by.get()],
                number = view! { <b>{number}</b> }
            );
            view! {
                <span class="extras">
                    <span class="m">{words}</span>
                </span>
            }
        })
    };
    view! {
        <footer class="status">
            <Show when=move || is_slow.get()>
                <button class="primary stop" type="button" on:click=move |_| stop()>
                    {t!("shell-stop")} <kbd>"Esc"</kbd>
                </button>
            </Show>
            <p class="m where-from">
                {move || if is_slow.get() { doing.get() } else { at_rest.get() }}
            </p>
            {took}
            <span class="grow"></span>
            {children()}
        </footer>
    }
}
