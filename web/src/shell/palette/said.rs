//! What the shell says above the page, and the way back from what an errand has replaced.

use leptos::prelude::*;

use crate::app::App;
use crate::shell::hosted::{Errand, Said};
use crate::shell::icon;
use crate::shell::prose::prose;
use crate::shell::words::t;

/// The message above the page. It takes no focus.
pub(super) fn view(app: App) -> AnyView {
    let host = app.host;
    let put_back = move |_| {
        if let Some(Said::Replaced(tool, work)) = host.said.get_untracked() {
            host.send(&tool, Errand::PutBack(work));
        }
    };
    view! {
        <div class="said" role="status">
            {move || {
                host.said
                    .get()
                    .map(|said| {
                        let (words, is_bad, is_replaced) = match said {
                            Said::Words { text, is_bad } => (text, is_bad, false),
                            Said::Replaced(..) => (t!("page-said-replaced"), false, true),
                        };
                        view! {
                            <p class:bad=is_bad>
                                <span>{prose(&words)}</span>
                                {is_replaced
                                    .then(|| {
                                        view! {
                                            <button class="ghost" type="button" on:click=put_back>
                                                {t!("page-said-put-back")}
                                            </button>
                                        }
                                    })}
                                <button
                                    class="quiet"
                                    type="button"
                                    aria-label=t!("shell-dismiss")
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
