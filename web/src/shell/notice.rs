//! A message that passes: what happened beside the work.

use leptos::prelude::*;

use super::icon;
use super::prose::prose;
use super::words::t;

/// The message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notice {
    /// What happened and what to do.
    pub(crate) text: String,
    /// Whether something went wrong.
    pub(crate) is_bad: bool,
}

/// The message, above the status line, until the person dismisses it or another comes.
#[component]
pub(crate) fn NoticeLine(notice: RwSignal<Option<Notice>>) -> impl IntoView {
    view! {
        <div class="notices" aria-live="polite">
            {move || {
                notice
                    .get()
                    .map(|said| {
                        view! {
                            <p class="notice" class:bad=said.is_bad>
                                <span>{prose(&said.text)}</span>
                                <button
                                    class="quiet"
                                    type="button"
                                    aria-label=t!("shell-dismiss")
                                    on:click=move |_| notice.set(None)
                                >
                                    <icon::Cross />
                                </button>
                            </p>
                        }
                    })
            }}
        </div>
    }
}
