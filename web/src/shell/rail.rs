//! The tools, at the left edge; on a phone, at the bottom.

use leptos::prelude::*;

use super::icon;
use super::route::{Route, Router};
use crate::app::App;

/// The rail.
#[component]
pub(crate) fn Rail(app: App, router: Router) -> impl IntoView {
    view! {
        <nav class="rail" aria-label="Tools">
            <a
                class="brand"
                href=Route::Translate.path()
                on:click=move |event| router.follow(&event, &Route::Translate)
            >
                <svg class="mark" viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">
                    <rect width="26" height="26" rx="5" />
                    <path d="M6.5 14.2c4.2-.5 8.4-.7 13-.7" />
                </svg>
                <b>"Ichiban"</b>
            </a>
            <h2>"JSON"</h2>
            <Tool router route=Route::Translate name="Translate">
                <icon::Translate />
                <Show when=move || app.is_busy.get()>
                    <i class="dot live" title="running"></i>
                </Show>
            </Tool>
            <Tool router route=Route::Convert name="Convert">
                <icon::Convert />
            </Tool>
            <Tool router route=Route::Repair name="Repair">
                <icon::Repair />
            </Tool>
            <h2>"Mermaid"</h2>
            <Tool router route=Route::Diagram name="Diagram">
                <icon::Diagram />
            </Tool>
            <h2>"API"</h2>
            <Tool router route=Route::Docs name="Docs">
                <icon::Docs />
            </Tool>
            <div class="rail-end">
                <button
                    class="tool"
                    title=move || format!("Theme: {}. Click for {}.", app.theme.get().label(), app.theme.get().next().label())
                    on:click=move |_| app.theme.update(|theme| *theme = theme.next())
                >
                    <icon::Contrast />
                    <span>"Theme"</span>
                    <span class="count">{move || app.theme.get().label()}</span>
                </button>
                <button class="tool" on:click=move |_| app.open_settings()>
                    <icon::Settings />
                    <span>"Settings"</span>
                </button>
            </div>
        </nav>
    }
}

/// A tool's link: its drawing, then its name.
#[component]
fn Tool(router: Router, route: Route, name: &'static str, children: Children) -> impl IntoView {
    let path = route.path();
    let route = StoredValue::new(route);
    let is_here = move || route.with_value(|route| router.route.with(|here| here == route));
    view! {
        <a
            class="tool"
            href=path
            title=name
            aria-current=move || is_here().then_some("page")
            on:click=move |event| route.with_value(|route| router.follow(&event, route))
        >
            {children()}
            <span>{name}</span>
        </a>
    }
}
