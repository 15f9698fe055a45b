//! Where an address leads nowhere: the tools there are.

use leptos::prelude::*;

use crate::shell::route::{Router, TOOLS};

/// An address that leads nowhere.
pub(super) fn view(path: &str, router: Router) -> AnyView {
    let path = path.to_owned();
    view! {
        <main id="work" class="lost">
            <h1>"There is nothing here"</h1>
            <p>"The address " <code>{path}</code> " belongs to no tool."</p>
            <p>
                "These are the tools. Nothing of yours is lost: what is open in them stays open."
            </p>
            <ul>
                {TOOLS
                    .into_iter()
                    .map(|(route, name, about)| {
                        let path = route.href();
                        view! {
                            <li>
                                <a href=path on:click=move |event| router.follow(&event, &route)>{name}</a>
                                {format!(": {about}")}
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </main>
    }
    .into_any()
}
