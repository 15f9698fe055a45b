//! What a person sees of the talk: what the host wants to have asked, and why nothing is shown.

use ichiban_embed::origins::Unreadable;
use leptos::html;
use leptos::prelude::*;

use super::talk::{Broken, Stage, Talk};
use crate::app::App;
use crate::shell::route::Router;
use crate::shell::words::t;

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
        Stage::Waiting => (t!("widget-waiting"), t!("widget-waiting-about")),
        Stage::Refused(origin) => (
            t!("widget-refused"),
            t!("widget-refused-about", origin = origin),
        ),
        Stage::Broken(why) => (t!("widget-broken"), broken(why)),
    };
    let path = router.route.get_untracked().href();
    Some(
        view! {
            <section class="widget-shut" role="status">
                <h1>{title}</h1>
                <p>{words}</p>
                <p>
                    <a href=path target="_blank" rel="noopener">
                        {t!("widget-open")}
                    </a>
                </p>
            </section>
        }
        .into_any(),
    )
}

/// Why it does not come to a talk.
fn broken(why: &Broken) -> String {
    match why {
        Broken::Code => t!("widget-broken-code"),
        Broken::Unfetched => t!("widget-broken-unfetched"),
        Broken::Unreadable(Unreadable::Form) => t!("widget-broken-form"),
        Broken::Unreadable(Unreadable::Entry(entry)) => t!("widget-broken-entry", entry = entry),
    }
}

/// What the person is asked before a model is.
fn question(talk: Talk) -> String {
    let (named, host) = named(talk);
    match talk.place() {
        Some(place) => t!("widget-question", named = named, host = host, place = place),
        None => t!("widget-question-unconnected", named = named, host = host),
    }
}

/// Whether the host has an address, and which.
fn named(talk: Talk) -> (&'static str, String) {
    match talk.host() {
        Some(host) => ("yes", host),
        None => ("no", String::new()),
    }
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
    let (named, host) = named(talk);
    view! {
        <section node_ref=sheet class="widget-question" role="alert" aria-label=t!("widget-wanted")>
            <p>{question(talk)}</p>
            <p class="widget-answers">
                <button
                    class="primary"
                    type="button"
                    disabled=move || !is_seen.get()
                    on:click=move |_| talk.allow()
                >
                    {t!("widget-allow", named = named, host = host)}
                </button>
                <button class="ghost" type="button" on:click=move |_| talk.wanted.set(None)>
                    {t!("widget-not-now")}
                </button>
            </p>
        </section>
    }
}
