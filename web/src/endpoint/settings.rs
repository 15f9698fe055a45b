//! The form for the endpoint.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::web_sys;

use super::Probe;
use super::connection::{Connection, Fault};
use super::fields::Fields;
use super::keeping::KeepChoice;
use super::keys::{Keeping, forget, keep, keep_beside_seal};
use super::ledger::SentRequests;
use super::limits::Limits;
use super::models::{ModelField, Models};
use super::presets::{PRESETS, WIRES};
use super::probe_line::ProbeLine;
use super::replay::Replay;
use super::sign_in::{SignIn, is_coming_back};
use super::tool_models::ModelsOfTools;
use super::unlock::Unlock;
use crate::app::App;
use crate::on_device::{Interface, LocalModels};
use crate::shell::dialog::Dialog;
use crate::shell::language::InSettings;
use crate::shell::offline::WithoutNetwork;
use crate::shell::part::Part;
use crate::shell::settings_file::SettingsFile;
use crate::shell::words::{t, text};

/// The settings, above the page.
#[component]
pub(crate) fn Settings(app: App) -> impl IntoView {
    view! {
        <Dialog open=app.settings_open title=t!("shell-settings") class="settings">
            {app.settings_form.show_or_tell(move |views| (views.form)(app))}
        </Dialog>
    }
}

/// The form, fetched apart from the page.
#[derive(Clone, Copy)]
pub(crate) struct Views {
    form: fn(App) -> AnyView,
}

/// The part of the form.
pub(crate) fn part() -> Part<Views> {
    Part::new(|| Box::pin(views()))
        .styled("models")
        .worded(&["endpoint", "failures", "page"])
}

// Fetching can fail, even where making the views cannot.
#[allow(clippy::unnecessary_wraps)]
#[wasm_split(shell, wasm_split_path = ::leptos::wasm_split, fallible)]
fn views() -> Result<Views, SplitLoaderError> {
    Ok(Views {
        form: |app| view! { <Desk app /> }.into_any(),
    })
}

/// What stands in the dialog: the key to unlock first, if it is locked, or the form; and what is about
/// the page.
#[component]
fn Desk(app: App) -> impl IntoView {
    let elsewhere = RwSignal::new(is_coming_back());
    // The form is not made anew, with what it says, whenever nothing is locked once more.
    let locked = Memo::new(move |_| app.locked.get());
    view! {
        <h3 class="settings-head">{t!("endpoint-head")}</h3>
        {move || match locked.get() {
            Some(locked) if !elsewhere.get() => view! { <Unlock app locked elsewhere /> }.into_any(),
            _ => view! { <Form app /> }.into_any(),
        }}
        <h3 class="settings-head">{t!("endpoint-this-page")}</h3>
        <div class="form">
            <InSettings app />
            <WithoutNetwork app />
            <SettingsFile app />
        </div>
    }
}

#[component]
fn Form(app: App) -> impl IntoView {
    let fields = Fields::of(app);
    if let Some(draft) = app.draft.try_update_value(Option::take).flatten() {
        fields.show(draft);
    }
    on_cleanup(move || {
        if app.is_made_anew.get_value() {
            app.draft.set_value(Some(untrack(|| fields.connection())));
        }
    });
    let connection = Memo::new(move |_| fields.connection());
    let built_in = RwSignal::new(Vec::new());
    spawn_local(async move {
        let usable = Interface::usable().await;
        // The form may be gone by now.
        built_in.try_set(usable);
    });
    let interface = Memo::new(move |_| fields.interface());
    let was_tried = RwSignal::new(false);
    let is_busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let fault = Signal::derive(move || was_tried.get().then(|| connection.get().fault()).flatten());
    app.probe.set(Probe::Idle);
    app.models.set(Models::Idle);
    // What a test said belongs to what was tested.
    Effect::new(move |before: Option<Connection>| {
        let now = connection.get();
        if let Some(before) = before.filter(|before| *before != now) {
            app.probe.set(Probe::Idle);
            if !before.is_same_server(&now) {
                app.models.set(Models::Idle);
            }
        }
        now
    });

    let test = move |_| {
        was_tried.set(true);
        if connection.get_untracked().fault().is_some() {
            return;
        }
        app.test(&connection.get_untracked());
    };
    let list = move || {
        let connection = connection.get_untracked();
        match connection.fault() {
            // Its name is what is looked for.
            None | Some(Fault::NoModel) => app.list_models(&connection),
            Some(_) => was_tried.set(true),
        }
    };
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        was_tried.set(true);
        let connection = connection.get_untracked();
        if connection.fault().is_some() {
            return;
        }
        if untrack(|| fields.passphrase_fault()).is_some() || is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        spawn_local(async move {
            let kept = keep_form(fields, &connection).await;
            app.locked.set(None);
            app.connection.set(Some(connection));
            // The form may be gone by now.
            is_busy.try_set(false);
            match kept {
                Ok(()) => app.settings_open.set(false),
                // It works until the page is closed, and that is said.
                Err(error) => {
                    problem.try_set(Some(error));
                }
            }
        });
    };
    let remove = move |_| match forget() {
        Ok(()) => {
            app.connection.set(None);
            app.locked.set(None);
            app.settings_open.set(false);
        }
        Err(error) => problem.set(Some(error.to_string())),
    };
    let lock = move |_| {
        app.lock();
        app.settings_open.set(false);
    };
    let can_lock = Memo::new(move |_| app.can_lock());
    let passphrase_fault =
        Signal::derive(move || was_tried.get().then(|| fields.passphrase_fault()).flatten());

    view! {
        <form class="form" on:submit=save novalidate>
            <BuiltIn fields built_in interface />
            <Show when=move || interface.get().is_some_and(Interface::is_embedded)>
                <LocalModels />
            </Show>
            <Show when=move || interface.get().is_none()>
                <Endpoint app fields fault list />
            </Show>
            <KeepChoice fields interface problem=passphrase_fault />
            <p class="where" aria-live="polite">
                {move || where_it_goes(&connection.get())}
            </p>
            <ProbeLine app connection />
            <Show when=move || problem.get().is_some()>
                <p class="fault" role="alert">{move || problem.get()}</p>
            </Show>
            <Show when=move || interface.get().is_none()>
                <ModelsOfTools app connection />
            </Show>
            <Replay app />
            <Limits app />
            <SentRequests app />
            <footer>
                <button class="primary" type="submit" disabled=move || is_busy.get()>
                    {move || if is_busy.get() { t!("endpoint-saving") } else { t!("endpoint-save") }}
                </button>
                <Show when=move || interface.get().is_none()>
                    <button class="ghost" type="button" on:click=test>{t!("endpoint-test")}</button>
                </Show>
                <span class="grow"></span>
                <Show when=move || can_lock.get()>
                    <button class="ghost" type="button" on:click=lock>{t!("endpoint-lock")}</button>
                </Show>
                <Show when=move || app.connection.get().is_some()>
                    <button class="link" type="button" on:click=remove>{t!("endpoint-remove")}</button>
                </Show>
            </footer>
        </form>
    }
}

/// Keeps what the form holds, where it says.
async fn keep_form(fields: Fields, connection: &Connection) -> Result<(), String> {
    let keeping = fields.keeping.get_untracked();
    let passphrase = fields.passphrase.get_untracked();
    let is_sealed = keeping == Keeping::Sealed && fields.was_sealed.get_untracked();
    if is_sealed && passphrase.is_empty() {
        return keep_beside_seal(connection);
    }
    keep(connection, keeping, &passphrase).await?;
    if keeping == Keeping::Sealed {
        fields.is_sealed_now();
    }
    Ok(())
}

/// What the browser has built in. Nothing, where it has nothing.
#[component]
fn BuiltIn(
    fields: Fields,
    built_in: RwSignal<Vec<Interface>>,
    interface: Memo<Option<Interface>>,
) -> impl IntoView {
    let offered = move || {
        let interfaces = built_in.get();
        interfaces
            .into_iter()
            .map(|offered| {
                view! {
                    <button
                        class="tag"
                        type="button"
                        aria-pressed=move || (interface.get() == Some(offered)).to_string()
                        on:click=move |_| fields.choose(offered)
                    >
                        {text(offered.label)}
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || !built_in.with(Vec::is_empty)>
            <div class="presets" role="group" aria-label=t!("endpoint-on-device")>
                <span class="label">{t!("endpoint-on-device")}</span>
                {offered}
                <button
                    class="tag"
                    type="button"
                    aria-pressed=move || interface.get().is_none().to_string()
                    on:click=move |_| {
                        if interface.get_untracked().is_some() {
                            fields.clear();
                        }
                    }
                >
                    {t!("endpoint-an-endpoint")}
                </button>
            </div>
        </Show>
        {move || interface.get().map(|chosen| view! { <p class="lead">{text(chosen.about)}</p> })}
    }
}

/// The fields for an endpoint.
#[component]
fn Endpoint(
    app: App,
    fields: Fields,
    fault: Signal<Option<Fault>>,
    list: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let fault_of = move |which: fn(Fault) -> bool| {
        move || {
            fault
                .get()
                .filter(|fault| which(*fault))
                .map(Fault::message)
        }
    };
    view! {
            <p class="lead">{t!("endpoint-about")}</p>
            <div class="presets" role="group" aria-label=t!("endpoint-fill-in-for")>
                <span class="label">{t!("endpoint-fill-in")}</span>
                {PRESETS
                    .iter()
                    .map(|preset| {
                        view! {
                            <button
                                class="tag"
                                type="button"
                                aria-pressed=move || (fields.base_url.get() == preset.base_url).to_string()
                                on:click=move |_| fields.fill(preset)
                            >
                                {preset.label}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
            <Field
                id="endpoint-url"
                label=t!("endpoint-address")
                fault=Signal::derive(fault_of(Fault::is_address))
            >
                <input
                    id="endpoint-url"
                    type="url"
                    inputmode="url"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="https://api.openai.com/v1"
                    aria-describedby="endpoint-url-fault"
                    bind:value=fields.base_url
                />
            </Field>
            <div class="pair">
                <Field id="endpoint-wire" label=t!("endpoint-wire") fault=Signal::derive(|| None)>
                    <select
                        id="endpoint-wire"
                        prop:value=move || fields.wire.get()
                        on:change=move |event| fields.wire.set(event_target_value(&event))
                    >
                        {WIRES
                            .iter()
                            .map(|wire| {
                                view! {
                                    <option value=wire.name selected=move || fields.wire.get() == wire.name>
                                        {wire.label()}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                </Field>
                <Field
                    id="endpoint-key"
                    label=t!("endpoint-key")
                    fault=Signal::derive(fault_of(|fault| fault == Fault::KeyInTheClear))
                >
                    <input
                        id="endpoint-key"
                        type="password"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder=t!("endpoint-key-none-needed")
                        aria-describedby="endpoint-key-fault"
                        bind:value=fields.key
                    />
                </Field>
            </div>
            <SignIn app fields />
            <ModelField
                app
                name=fields.model
                fault=Signal::derive(fault_of(|fault| fault == Fault::NoModel))
                ask=list
            />
    }
}

fn where_it_goes(connection: &Connection) -> String {
    if connection.is_embedded() {
        return t!("endpoint-goes-to-page");
    }
    if connection.is_on_device() {
        return t!("endpoint-goes-to-browser");
    }
    let host = connection.host();
    let place = if host.is_empty() {
        t!("endpoint-goes-to-address")
    } else if connection.is_on_this_machine() {
        t!("endpoint-goes-to-machine", host = host)
    } else {
        t!("endpoint-goes-to-host", host = host)
    };
    match connection.why_http() {
        Some(why) => t!("endpoint-goes-and-why", place = place, why = why),
        None => place,
    }
}

/// A field with its name and what is wrong with it.
#[component]
fn Field(
    id: &'static str,
    label: String,
    fault: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field" class:wrong=move || fault.get().is_some()>
            <label for=id>{label}</label>
            {children()}
            <p class="fault" id=format!("{id}-fault")>{move || fault.get()}</p>
        </div>
    }
}
