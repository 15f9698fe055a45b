//! What the shell says above the page, and the way back from what an errand has replaced.

use leptos::prelude::*;

use crate::app::App;
use crate::shell::hosted::Errand;
use crate::shell::icon;
use crate::shell::prose::prose;

/// The message above the page. It takes no focus.
pub(super) fn view(app: App) -> AnyView {
    let host = app.host;
    let put_back = move |_| {
        if let Some((tool, work)) = host.said.get_untracked().and_then(|said| said.replaced) {
            host.send(&tool, Errand::PutBack(work));
        }
    };
    view! {
        <div class="said" role="status">
            {move || {
                host.said
                    .get()
                    .map(|said| {
                        view! {
                            <p class:bad=said.is_bad>
                                <span>{prose(&said.text)}</span>
                                {said
                                    .replaced
                                    .map(|_| {
                                        view! {
                                            <button class="ghost" type="button" on:click=put_back>
                                                "Put it back"
                                            </button>
                                        }
                                    })}
                                <button
                                    class="quiet"
                                    type="button"
                                    aria-label="Dismiss"
                                    on:click=move |_| host.said.set(None)
                                >
                                    <icon::Cross />
                                </button>
                            </p>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}
