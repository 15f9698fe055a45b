//! The tools, at the left edge; on a phone, at the bottom.

use ichiban_shell::favourites::{HEAD, Line, lines};
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use super::route::{GROUPS, Route, Router, TOOLS};
use super::words::{t, text};
use super::{icon, keys, language};
use crate::app::App;

/// The rail.
#[component]
pub(crate) fn Rail(app: App, router: Router) -> impl IntoView {
    let lines = Memo::new(move |_| app.favourites.0.with(|names| lines(&GROUPS, names)));
    view! {
        <nav class="rail" aria-label=t!("shell-tools")>
            <a
                class="brand"
                href=Route::Translate.href()
                on:click=move |event| router.follow(&event, &Route::Translate)
            >
                <svg class="mark" viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">
                    <rect width="26" height="26" rx="5" />
                    <path d="M6.5 14.2c4.2-.5 8.4-.7 13-.7" />
                </svg>
                <b>"Ichiban"</b>
            </a>
            <button
                class="tool"
                title=t!("shell-search-about")
                aria-keyshortcuts="Control+K Meta+K"
                on:click=move |_| app.palette.is_open.set(true)
            >
                <icon::Search />
                <span>{t!("shell-search")}</span>
                <span class="count">{keys::COMMANDS.label()}</span>
            </button>
            <For each=move || lines.get() key=|line| *line let(line)>
                {match line {
                    Line::Head(head) => view! { <h2>{head_of(head)}</h2> }.into_any(),
                    Line::Tool(name) => tool(app, router, name),
                }}
            </For>
            <div class="rail-end">
                <button class="tool past" on:click=move |_| app.palette.shows_history.set(true)>
                    <icon::Clock />
                    <span>{t!("shell-history")}</span>
                </button>
                <button
                    class="tool theme"
                    title=move || {
                        let theme = app.theme.get();
                        t!("shell-theme-about", now = theme.label(), next = theme.next().label())
                    }
                    on:click=move |_| app.theme.update(|theme| *theme = theme.next())
                >
                    <icon::Contrast />
                    <span>{t!("shell-theme")}</span>
                    <span class="count">{move || app.theme.get().label()}</span>
                </button>
                <language::InRail app />
                <button class="tool" on:click=move |_| app.open_settings()>
                    <icon::Settings />
                    <span>{t!("shell-settings")}</span>
                </button>
            </div>
        </nav>
    }
}

/// A tool's link, and beside it the star that marks it; nothing for a name that no tool has.
fn tool(app: App, router: Router, name: &'static str) -> AnyView {
    let known = Route::of_tool(name).and_then(|of| TOOLS.into_iter().find(|(it, ..)| *it == of));
    let Some((route, label, _)) = known else {
        return ().into_any();
    };
    let label = text(label);
    let path = route.href();
    let drawing = drawing(&route);
    let is_asking = route == Route::Translate;
    let route = StoredValue::new(route);
    let is_here = move || route.with_value(|route| router.route.with(|here| here == route));
    let is_marked = move || app.favourites.has(name);
    view! {
        <div class="tool-line">
            <a
                class="tool"
                href=path
                title=label.clone()
                aria-current=move || is_here().then_some("page")
                on:click=move |event| route.with_value(|route| router.follow(&event, route))
            >
                {drawing}
                <Show when=move || is_asking && app.is_busy.get()>
                    <i class="dot live" title=t!("shell-running")></i>
                </Show>
                <span>{label.clone()}</span>
            </a>
            <button
                class="quiet star"
                id=star_id(name)
                type="button"
                title=move || if is_marked() { t!("shell-unmark") } else { t!("shell-mark") }
                aria-label=t!("shell-is-marked", tool = label)
                aria-pressed=move || is_marked().to_string()
                on:click=move |_| {
                    app.favourites.toggle(name);
                    // It may have moved, and the focus is lost with that.
                    request_animation_frame(move || focus_star(name));
                }
            >
                <icon::Star />
            </button>
        </div>
    }
    .into_any()
}

/// What stands above tools: the name of what they are for, which is the same in every language, or what
/// is said of the favourites.
fn head_of(head: &str) -> String {
    if head == HEAD {
        t!("shell-favourites")
    } else {
        head.to_owned()
    }
}

fn star_id(name: &str) -> String {
    format!("star-{name}")
}

fn focus_star(name: &str) {
    let star = document().get_element_by_id(&star_id(name));
    if let Some(star) = star.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Focus fails for no element that is on the page.
        let _ = star.focus();
    }
}

fn drawing(route: &Route) -> AnyView {
    match route {
        Route::Convert => view! { <icon::Convert /> }.into_any(),
        Route::Repair => view! { <icon::Repair /> }.into_any(),
        Route::Diagram => view! { <icon::Diagram /> }.into_any(),
        Route::Docs => view! { <icon::Docs /> }.into_any(),
        Route::Translate | Route::Unknown(_) => view! { <icon::Translate /> }.into_any(),
    }
}
