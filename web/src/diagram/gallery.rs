//! The gallery: an example of every kind of diagram, and of everything that one is made of.

use leptos::prelude::*;

use super::examples::{EXAMPLES, GROUPS};
use super::state::State;
use crate::shell::dialog::Dialog;

/// The gallery.
#[component]
pub(super) fn Gallery(state: State) -> impl IntoView {
    view! {
        <Dialog open=state.gallery_open title="Examples" class="gallery">
            <div class="gallery-groups">
                {GROUPS
                    .iter()
                    .map(|&group| {
                        view! {
                            <section>
                                <h3>{group}</h3>
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
                                                        <b>{example.title}</b>
                                                        <span>{example.about}</span>
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
