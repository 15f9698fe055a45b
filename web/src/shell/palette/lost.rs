//! Where an address leads nowhere: the tools there are.

use leptos::prelude::*;

use crate::shell::route::{Router, TOOLS};
use crate::shell::words::{t, text, woven};

/// An address that leads nowhere.
pub(super) fn view(path: &str, router: Router) -> AnyView {
    let path = path.to_owned();
    view! {
        <main id="work" class="lost">
            <h1>{t!("page-lost-title")}</h1>
            <p>{woven!("page-lost-address", address = view! { <code>{path}</code> })}</p>
            <p>{t!("page-lost-tools")}</p>
            <ul>
                {TOOLS
                    .into_iter()
                    .map(|(route, name, about)| {
                        let path = route.href();
                        let link = view! {
                            <a href=path on:click=move |event| router.follow(&event, &route)>
                                {text(name)}
                            </a>
                        };
                        view! {
                            <li>{woven!("page-lost-tool", [about = text(about)], tool = link)}</li>
                        }
                    })
                    .collect_view()}
            </ul>
        </main>
    }
    .into_any()
}
