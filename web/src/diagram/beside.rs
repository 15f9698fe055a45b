//! The picture beside that of mermaid.js.

use std::rc::Rc;

use ichiban_engine::diagram::protocol::{Picture, Problem};
use leptos::html;
use leptos::prelude::*;

use super::adopted;
use super::state::{Drawer, Other, State, Verdict};
use crate::shell::dialog::Dialog;
use crate::shell::figures;
use crate::shell::icon;
use crate::shell::prose::prose;
use crate::shell::words::t;

/// A picture that is as large as there is room, and no larger than it is.
const STILL: &str = ":host { display: grid; place-items: center; }
svg { display: block; inline-size: 100%; block-size: 100%; min-inline-size: 0; min-block-size: 0; }";

/// The dialog.
#[component]
pub(super) fn BesideDialog(state: State) -> impl IntoView {
    view! {
        <Dialog open=state.beside_open title=t!("diagram-beside-title") class="beside">
            <Halves state />
        </Dialog>
    }
}

#[component]
fn Halves(state: State) -> impl IntoView {
    state.take_edit();
    let text = state.text_to_draw();
    let theirs = RwSignal::new_local(None::<Result<Other, String>>);
    let theme = untrack(|| state.theme_name());
    state.draw_by_mermaid(text.clone(), theme, move |drawn| {
        // Nobody waits for it when the dialog has been closed.
        theirs.try_set(Some(drawn));
    });
    let own = Memo::new_with_compare(
        move |_| {
            state.verdict.track();
            state.shown.with(|shown| {
                let shown = shown.as_ref()?;
                let is_own = shown.drawer == Drawer::Own && *shown.text == *text;
                is_own.then_some((shown.took_ms, shown.theme.clone()))
            })
        },
        |before, after| before != after,
    );
    view! {
        <div class="halves">
            {move || match own.get() {
                Some((took_ms, _)) => {
                    let picture = state.shown.with_untracked(|shown| Some(shown.as_ref()?.picture.clone()));
                    half("Ichiban", None, Some(took_ms), picture.map(|picture| {
                        view! { <Still picture label=t!("diagram-beside-own") /> }.into_any()
                    }))
                }
                None => half("Ichiban", None, None, Some(said(&why(state)))),
            }}
            {move || theirs.with(|theirs| match theirs {
                None => half("mermaid.js", None, None, None),
                Some(Ok(other)) => half(
                    "mermaid.js",
                    Some(other.version.clone()),
                    Some(other.took_ms),
                    Some({
                        let picture = Rc::clone(&other.picture);
                        view! { <Still picture label=t!("diagram-beside-theirs") /> }.into_any()
                    }),
                ),
                Some(Err(words)) => half("mermaid.js", None, None, Some(said(words))),
            })}
        </div>
        <p class="halves-about">{t!("diagram-beside-about")}</p>
    }
}

/// A half: who drew it, how long it took, and what came of it. Nothing has come yet if there is none.
fn half(
    name: &'static str,
    version: Option<String>,
    took_ms: Option<f64>,
    content: Option<AnyView>,
) -> AnyView {
    let took = took_ms.map(|took_ms| {
        let (number, unit) = figures::duration(took_ms);
        view! { <span class="took"><b>{number}</b> {format!(" {unit}")}</span> }
    });
    view! {
        <section class="half" aria-label=name>
            <h3>
                {name} " " <small>{version}</small>
                {took}
            </h3>
            {content.unwrap_or_else(|| {
                view! { <p class="half-says" role="status">{t!("diagram-elsewhere-slow")}</p> }.into_any()
            })}
        </section>
    }
    .into_any()
}

/// Why there is no picture.
fn said(words: &str) -> AnyView {
    view! {
        <p class="half-says bad" role="status">
            <icon::Warning />
            <span>{prose(words)}</span>
        </p>
    }
    .into_any()
}

/// Why this site's renderer has no picture of the text.
fn why(state: State) -> String {
    let elsewhere = state.shown.with(|shown| match &shown.as_ref()?.drawer {
        Drawer::Own => None,
        Drawer::Mermaid { reason, .. } => Some(reason.clone()),
    });
    state.verdict.with(|verdict| match verdict {
        Verdict::Drawn => elsewhere.unwrap_or_else(|| t!("diagram-drawing")),
        Verdict::Elsewhere(reason) => reason.clone(),
        Verdict::Undrawn(Problem::Syntax { diagnostic, .. }) => t!(
            "diagram-beside-wrong",
            line = diagnostic.place.line.to_string(),
            column = diagnostic.place.column.to_string(),
            message = &diagnostic.message
        ),
        Verdict::Undrawn(Problem::TooLarge { message } | Problem::Undrawable { message }) => {
            message.clone()
        }
        Verdict::Undrawn(Problem::Blank) => t!("diagram-beside-blank"),
        Verdict::Lost(_) => t!("diagram-drawing-stopped"),
        Verdict::Unread => t!("diagram-drawing"),
    })
}

/// A picture that is only looked at.
#[component]
fn Still(picture: Rc<Picture>, label: String) -> impl IntoView {
    let host = NodeRef::<html::Div>::new();
    let background = picture.canvas.clone();
    let failed = RwSignal::new(false);
    let picture = StoredValue::new_local(picture);
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        let shown = picture.with_value(|picture| {
            let most = format!(
                "svg {{ max-inline-size: {}px; max-block-size: {}px; }}",
                picture.width, picture.height
            );
            let svg = adopted::parse(&picture.markup)?;
            adopted::show(&host, &svg, &[&picture.style, STILL, &most])
        });
        failed.set(shown.is_err());
    });
    view! {
        <div class="still" node_ref=host role="img" aria-label=label style:background=background></div>
        <Show when=move || failed.get()>{said(&t!("diagram-beside-unshown"))}</Show>
    }
}
