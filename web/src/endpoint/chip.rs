//! The button that says where models are asked.

use leptos::prelude::*;

use crate::app::App;
use crate::on_device;

/// Where a model is asked; opens the settings.
#[component]
pub(crate) fn EndpointChip(app: App) -> impl IntoView {
    view! {
        <button class="chip" type="button" title="Model endpoint: open settings" on:click=move |_| app.open_settings()>
            {move || match (app.connection.get(), app.locked.get()) {
                (Some(connection), _) => {
                    let place = connection.place().to_owned();
                    let work = connection.is_embedded().then(on_device::work);
                    // Reading a question takes the model in this page many seconds: that is shown.
                    let says = move || match &work {
                        Some(work) => Some(work.get()).filter(|work| !work.is_empty()).unwrap_or_else(|| place.clone()),
                        None => place.clone(),
                    };
                    view! {
                        <i class="dot ok"></i>
                        <b>{connection.model.clone()}</b>
                        <span>{says}</span>
                    }
                        .into_any()
                }
                (None, Some(locked)) => {
                    view! {
                        <i class="dot"></i>
                        <b>"Unlock the key"</b>
                        <span>{locked.place().to_owned()}</span>
                    }
                        .into_any()
                }
                (None, None) => {
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
