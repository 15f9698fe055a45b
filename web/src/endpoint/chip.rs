//! The button that says where models are asked.

use leptos::prelude::*;

use crate::app::App;
use crate::on_device;
use crate::shell::words::t;

/// Where a model is asked; opens the settings.
#[component]
pub(crate) fn EndpointChip(app: App) -> impl IntoView {
    view! {
        <button class="chip" type="button" title=t!("failures-chip-settings") on:click=move |_| app.open_settings()>
            {move || match (app.connection.get(), app.locked.get()) {
                (Some(connection), _) => {
                    let place = connection.place();
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
                        <b>{t!("failures-chip-unlock")}</b>
                        <span>{locked.place()}</span>
                    }
                        .into_any()
                }
                (None, None) => {
                    view! {
                        <i class="dot"></i>
                        <b>{t!("failures-chip-connect")}</b>
                    }
                        .into_any()
                }
            }}
        </button>
    }
}
