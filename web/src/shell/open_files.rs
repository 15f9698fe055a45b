//! A link that opens files.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;

use super::intake::chosen;
use super::words::t;

/// The link.
#[component]
pub(crate) fn OpenFiles(
    /// The file input, to a screen reader.
    #[prop(into)]
    label: String,
    /// Whether several files may be opened at once.
    several: bool,
    /// Takes the files that were chosen.
    take: impl Fn(Vec<web_sys::File>) + 'static,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    view! {
        <button
            class="link"
            type="button"
            on:click=move |_| {
                if let Some(input) = input.get_untracked() {
                    input.click();
                }
            }
        >
            {t!("shell-open")}
        </button>
        <input
            node_ref=input
            type="file"
            multiple=several
            class="unseen"
            tabindex="-1"
            aria-label=label
            on:change=move |event| {
                let files = chosen(&event);
                if !files.is_empty() {
                    take(files);
                }
            }
        />
    }
}
