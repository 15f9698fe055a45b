//! The gallery: an example of every kind of diagram, and of everything that one is made of.

use leptos::prelude::*;

use super::examples::{EXAMPLES, GROUPS};
use super::state::State;
use crate::shell::dialog::Dialog;
use crate::shell::words::{t, text};

/// The gallery.
#[component]
pub(super) fn Gallery(state: State) -> impl IntoView {
    view! {
        <Dialog open=state.gallery_open title=t!("diagram-examples") class="gallery">
            <div class="gallery-groups">
                {GROUPS
                    .iter()
                    .map(|&group| {
                        view! {
                            <section>
                                <h3>{text(group)}</h3>
                                <ul>
                                    {EXAMPLES
                                        .iter()
                                        .filter(|example| example.group == group)
                                        .map(|example| {
                                            view! {
                                                <li>
                                                    <button
                                                        type="button"
                                                        on:click=move |_| {
                                                            state.gallery_open.set(false);
                                                            example.open(state);
                                                        }
                                                    >
                                                        <b>{example.title()}</b>
                                                        <span>{example.about()}</span>
                                                    </button>
                                                </li>
                                            }
                                        })
                                        .collect_view()}
                                </ul>
                            </section>
                        }
                    })
                    .collect_view()}
            </div>
        </Dialog>
    }
}
