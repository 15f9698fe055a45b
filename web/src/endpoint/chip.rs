//! The button that says where models are asked.

use leptos::prelude::*;

use crate::app::App;

/// Where a model is asked; opens the settings.
#[component]
pub(crate) fn EndpointChip(app: App) -> impl IntoView {
    view! {
        <button class="chip" type="button" title="Model endpoint: open settings" on:click=move |_| app.open_settings()>
            {move || match app.connection.get() {
                Some(connection) => {
                    view! {
                        <i class="dot ok"></i>
                        <b>{connection.model.clone()}</b>
                        <span>{connection.place().to_owned()}</span>
                    }
                        .into_any()
                }
                None => {
                    view! {
                        <i class="dot"></i>
                        <b>"Connect a model"</b>
                    }
                        .into_any()
                }
            }}
        </button>
    }
}
