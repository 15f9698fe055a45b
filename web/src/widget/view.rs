//! What a person sees of the talk: what the host wants to have asked, and why nothing is shown.

use leptos::html;
use leptos::prelude::*;

use super::talk::{Stage, Talk};
use crate::app::App;
use crate::shell::route::Router;

/// What stands around the tool, in place of the rail. Begins the talk.
pub(super) fn around(app: App, router: Router) -> AnyView {
    let talk = app.make(|| Talk::begin(app, router));
    let is_shut = Memo::new(move |_| {
        let stage = talk.stage.get();
        matches!(stage, Stage::Waiting | Stage::Refused(_) | Stage::Broken(_))
    });
    Effect::new(move |_| {
        if let Some(root) = document().document_element() {
            let state = if is_shut.get() { "shut" } else { "" };
            // Setting an attribute fails only for a name that is none.
            let _ = root.set_attribute("data-widget", state);
        }
    });
    view! {
        {move || shut(&talk.stage.get(), router)}
        {move || talk.wanted.with(Option::is_some).then(|| view! { <Question talk /> })}
    }
    .into_any()
}

/// Why the tool is not shown, if it is not.
fn shut(stage: &Stage, router: Router) -> Option<AnyView> {
    let (title, words) = match stage {
        Stage::Quiet | Stage::Open => return None,
        Stage::Waiting => (
            "Waiting for the page around this",
            "Ichiban shows itself here once the page has said who it is.".to_owned(),
        ),
        Stage::Refused(origin) => (
            "This page may not show Ichiban",
            format!(
                "Whoever runs it has not allowed {origin} to. Nothing was opened and nothing was sent."
            ),
        ),
        Stage::Broken(why) => (
            "Ichiban cannot be shown here",
            format!("{why} Nothing was opened and nothing was sent."),
        ),
    };
    let path = router.route.get_untracked().href();
    Some(
        view! {
            <section class="widget-shut" role="status">
                <h1>{title}</h1>
                <p>{words}</p>
                <p>
                    <a href=path target="_blank" rel="noopener">
                        "Open Ichiban on its own"
                    </a>
                </p>
            </section>
        }
        .into_any(),
    )
}

/// Whether a model may be asked. Pages can draw over what they show: it can be answered only after
/// it has been in plain sight.
#[component]
fn Question(talk: Talk) -> impl IntoView {
    let sheet = NodeRef::<html::Section>::new();
    let is_seen = RwSignal::new(false);
    Effect::new(move |_| {
        if let Some(sheet) = sheet.get() {
            talk.watch(&sheet, move |seen| {
                // It may be gone by now.
                let _ = is_seen.try_set(seen);
            });
        }
    });
    view! {
        <section node_ref=sheet class="widget-question" role="alert" aria-label="A model is wanted">
            <p>{talk.question()}</p>
            <p class="widget-answers">
                <button
                    class="primary"
                    type="button"
                    disabled=move || !is_seen.get()
                    on:click=move |_| talk.allow()
                >
                    {format!("Allow {}", talk.host())}
                </button>
                <button class="ghost" type="button" on:click=move |_| talk.wanted.set(None)>
                    "Not now"
                </button>
            </p>
        </section>
    }
}
