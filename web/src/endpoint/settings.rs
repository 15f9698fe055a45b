//! The form for the endpoint.

use ichiban_browser::storage::Kept;
use ichiban_model::Wire;
use ichiban_model::wire::on_device::OnDevice;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::web_sys;

use super::connection::{Connection, Fault};
use super::presets::{PRESETS, Preset, WIRES};
use super::{Probe, forget, keep, kept};
use crate::app::App;
use crate::on_device::Interface;
use crate::shell::dialog::Dialog;
use crate::shell::icon;
use crate::shell::part::Part;
use crate::shell::prose::prose;

/// The settings, above the page.
#[component]
pub(crate) fn Settings(app: App) -> impl IntoView {
    view! {
        <Dialog open=app.settings_open title="Model endpoint".to_owned() class="settings">
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
}

// Fetching can fail, even where making the views cannot.
#[allow(clippy::unnecessary_wraps)]
#[wasm_split(settings, wasm_split_path = ::leptos::wasm_split, fallible)]
fn views() -> Result<Views, SplitLoaderError> {
    Ok(Views {
        form: |app| view! { <Form app /> }.into_any(),
    })
}

/// What the form holds.
#[derive(Clone, Copy)]
struct Fields {
    base_url: RwSignal<String>,
    wire: RwSignal<String>,
    model: RwSignal<String>,
    key: RwSignal<String>,
    kept: RwSignal<bool>,
}

impl Fields {
    fn of(app: App) -> Self {
        let (connection, place) = kept().unwrap_or_else(|| {
            let connection = app.connection.get_untracked().unwrap_or_default();
            (connection, Kept::ThisTab)
        });
        let wire = if connection.wire.is_empty() {
            WIRES
                .first()
                .map_or_else(String::new, |wire| wire.name.to_owned())
        } else {
            connection.wire
        };
        Self {
            base_url: RwSignal::new(connection.base_url),
            wire: RwSignal::new(wire),
            model: RwSignal::new(connection.model),
            key: RwSignal::new(connection.key),
            kept: RwSignal::new(place == Kept::ThisBrowser),
        }
    }

    /// What the browser has built in and is chosen, if that is so.
    fn interface(self) -> Option<Interface> {
        let is_on_device = self.wire.with(|wire| wire == OnDevice.name());
        self.model
            .with(|model| Interface::find(model))
            .filter(|_| is_on_device)
    }

    fn choose(self, interface: Interface) {
        let connection = Connection::on_device(interface);
        self.base_url.set(connection.base_url);
        self.wire.set(connection.wire);
        self.model.set(connection.model);
        self.key.set(connection.key);
    }

    /// Empties the form for an endpoint that is to be named.
    fn clear(self) {
        self.base_url.set(String::new());
        self.wire.set(
            WIRES
                .first()
                .map_or_else(String::new, |wire| wire.name.to_owned()),
        );
        self.model.set(String::new());
        self.key.set(String::new());
    }

    fn connection(self) -> Connection {
        Connection {
            base_url: self.base_url.get().trim().to_owned(),
            wire: self.wire.get(),
            model: self.model.get().trim().to_owned(),
            key: self.key.get().trim().to_owned(),
        }
    }

    fn fill(self, preset: &Preset) {
        self.base_url.set(preset.base_url.to_owned());
        self.wire.set(preset.wire.to_owned());
        self.model.set(preset.model.to_owned());
        // A key belongs to the endpoint it was given for.
        self.key.set(String::new());
    }
}

#[component]
fn Form(app: App) -> impl IntoView {
    let fields = Fields::of(app);
    let connection = Memo::new(move |_| fields.connection());
    let built_in = RwSignal::new(Vec::new());
    spawn_local(async move {
        let usable = Interface::usable().await;
        // The form may be gone by now.
        built_in.try_set(usable);
    });
    let interface = Memo::new(move |_| fields.interface());
    let was_tried = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let fault = Signal::derive(move || was_tried.get().then(|| connection.get().fault()).flatten());
    app.probe.set(Probe::Idle);
    // What a test said belongs to what was tested.
    Effect::new(move |before: Option<Connection>| {
        let now = connection.get();
        if before.is_some_and(|before| before != now) {
            app.probe.set(Probe::Idle);
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
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        was_tried.set(true);
        let connection = connection.get_untracked();
        if connection.fault().is_some() {
            return;
        }
        let place = if fields.kept.get_untracked() {
            Kept::ThisBrowser
        } else {
            Kept::ThisTab
        };
        match keep(&connection, place) {
            Ok(()) => app.settings_open.set(false),
            // It works until the page is closed, and that is said.
            Err(error) => problem.set(Some(error.to_string())),
        }
        app.connection.set(Some(connection));
    };
    let remove = move |_| match forget() {
        Ok(()) => {
            app.connection.set(None);
            app.settings_open.set(false);
        }
        Err(error) => problem.set(Some(error.to_string())),
    };

    view! {
        <form class="form" on:submit=save novalidate>
            <BuiltIn fields built_in interface />
            <Show when=move || interface.get().is_none()>
                <Endpoint fields fault />
            </Show>
            <fieldset class="keep">
                <legend>
                    {move || if interface.get().is_some() { "Keep this choice" } else { "Keep these settings, key included" }}
                </legend>
                <label>
                    <input
                        type="radio"
                        name="kept"
                        prop:checked=move || !fields.kept.get()
                        on:change=move |_| fields.kept.set(false)
                    />
                    <span>"for this tab" <small>"gone when it is closed"</small></span>
                </label>
                <label>
                    <input
                        type="radio"
                        name="kept"
                        prop:checked=move || fields.kept.get()
                        on:change=move |_| fields.kept.set(true)
                    />
                    <span>
                        "in this browser"
                        <small>
                            {move || {
                                if interface.get().is_some() {
                                    "until you remove it"
                                } else {
                                    "until you remove them; who uses this browser can read the key"
                                }
                            }}
                        </small>
                    </span>
                </label>
            </fieldset>
            <p class="where" aria-live="polite">
                {move || where_it_goes(&connection.get())}
            </p>
            <ProbeLine app />
            <Show when=move || problem.get().is_some()>
                <p class="fault" role="alert">{move || problem.get()}</p>
            </Show>
            <footer>
                <button class="primary" type="submit">"Save"</button>
                <Show when=move || interface.get().is_none()>
                    <button class="ghost" type="button" on:click=test>"Test"</button>
                </Show>
                <span class="grow"></span>
                <Show when=move || app.connection.get().is_some()>
                    <button class="link" type="button" on:click=remove>"Remove"</button>
                </Show>
            </footer>
        </form>
    }
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
                        {offered.label}
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || !built_in.with(Vec::is_empty)>
            <div class="presets" role="group" aria-label="On this device">
                <span class="label">"On this device"</span>
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
                    "An endpoint"
                </button>
            </div>
        </Show>
        {move || interface.get().map(|chosen| view! { <p class="lead">{chosen.about}</p> })}
    }
}

/// The fields for an endpoint.
#[component]
fn Endpoint(fields: Fields, fault: Signal<Option<Fault>>) -> impl IntoView {
    let fault_of = move |which: fn(Fault) -> bool| {
        move || {
            fault
                .get()
                .filter(|fault| which(*fault))
                .map(Fault::message)
        }
    };
    view! {
            <p class="lead">
                "Any server that speaks one of these wires. Requests go from this page straight to it: there is nothing in between."
            </p>
            <div class="presets" role="group" aria-label="Fill in for">
                <span class="label">"Fill in"</span>
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
            <Field id="endpoint-url" label="Address" fault=Signal::derive(fault_of(Fault::is_address))>
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
                <Field id="endpoint-wire" label="Wire" fault=Signal::derive(|| None)>
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
                                        {wire.label}
                                    </option>
                                }
                            })
                            .collect_view()}
                    </select>
                </Field>
                <Field id="endpoint-model" label="Model" fault=Signal::derive(fault_of(|fault| fault == Fault::NoModel))>
                    <input
                        id="endpoint-model"
                        type="text"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder="as the endpoint names it"
                        aria-describedby="endpoint-model-fault"
                        bind:value=fields.model
                    />
                </Field>
            </div>
            <Field
                id="endpoint-key"
                label="Key"
                fault=Signal::derive(fault_of(|fault| fault == Fault::KeyInTheClear))
            >
                <input
                    id="endpoint-key"
                    type="password"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="none needed on this machine"
                    aria-describedby="endpoint-key-fault"
                    bind:value=fields.key
                />
            </Field>
    }
}

fn where_it_goes(connection: &Connection) -> String {
    if connection.is_on_device() {
        return "Nothing leaves this device. The first time, Chrome may have to download the model."
            .to_owned();
    }
    let host = connection.host();
    if host.is_empty() {
        "Nothing leaves this tab until you translate. Then the texts to translate go to the address above.".to_owned()
    } else if connection.is_on_this_machine() {
        format!(
            "When you translate, the texts go to {host}, on this machine. They do not leave it."
        )
    } else {
        format!(
            "When you translate, the texts and this key go to {host}. Nothing goes anywhere else."
        )
    }
}

/// A field with its name and what is wrong with it.
#[component]
fn Field(
    id: &'static str,
    label: &'static str,
    fault: Signal<Option<&'static str>>,
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

/// What the test says.
#[component]
fn ProbeLine(app: App) -> impl IntoView {
    view! {
        <div class="probe" role="status">
            {move || match app.probe.get() {
                Probe::Idle => ().into_any(),
                Probe::Asked(_) => view! { <p class="asking">"Asking for one word…"</p> }.into_any(),
                Probe::Told(Ok(model)) => {
                    view! {
                        <p class="good">
                            <icon::Check />
                            {match model {
                                Some(model) => format!("It answers, as {model}."),
                                None => "It answers.".to_owned(),
                            }}
                        </p>
                    }
                        .into_any()
                }
                Probe::Told(Err(failure)) => {
                    view! {
                        <p class="bad">
                            <icon::Warning />
                            <span><b>{prose(&failure.message)}</b> " " {prose(&failure.hint)}</span>
                        </p>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}
