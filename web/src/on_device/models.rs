//! The models that llama.cpp can be given (`js/local/models.ts`), in the settings: offered by this site,
//! from disk or from an address; fetched, kept, used and removed.

use js_sys::Function;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;
use serde::Deserialize;
use serde_json::json;
use wasm_bindgen::prelude::*;

use crate::shell::figures;
use crate::shell::words::t;

#[wasm_bindgen(raw_module = "@js/local-models.ts")]
extern "C" {
    #[wasm_bindgen(js_name = watchLocalModels, catch)]
    async fn watch_local_models(tell: &Closure<dyn Fn(String)>) -> Result<JsValue, JsValue>;
}

/// What is told of all models.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
struct Told {
    models: Vec<Line>,
    /// What went wrong with no model in particular.
    problem: String,
    /// Why models are not kept, if they are not.
    unkept: String,
    is_looking: bool,
}

/// A model.
#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Line {
    id: String,
    name: String,
    /// Empty if nobody says.
    licence: String,
    bytes: u64,
    /// A host's name, or `disk`.
    from: String,
    is_test: bool,
    is_chosen: bool,
    stage: Stage,
    /// How many bytes have come, or were checked.
    done: u64,
    problem: String,
}

/// Where a model stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Stage {
    Offered,
    Asked,
    Fetching,
    Checking,
    Unfinished,
    Kept,
    InMemory,
}

impl Stage {
    fn is_here(self) -> bool {
        matches!(self, Self::Kept | Self::InMemory)
    }
}

/// What tells the models' keeper what to do.
#[derive(Clone, Copy)]
struct Keeper {
    told: RwSignal<Told>,
    heed: StoredValue<Option<Function>, LocalStorage>,
    /// What was wished before the keeper was there to heed it.
    early: StoredValue<Vec<(String, JsValue)>, LocalStorage>,
}

impl Keeper {
    fn start() -> Self {
        let keeper = Self {
            told: RwSignal::new(Told::default()),
            heed: StoredValue::new_local(None),
            early: StoredValue::new_local(Vec::new()),
        };
        let tell = Closure::new(move |state: String| {
            // Told as this version of the page writes it. The form may be gone by now.
            if let Ok(state) = serde_json::from_str(&state) {
                keeper.told.try_set(state);
            }
        });
        spawn_local(async move {
            match watch_local_models(&tell).await {
                Ok(heed) => {
                    keeper.heed.try_set_value(heed.dyn_into().ok());
                    let early = keeper.early.try_update_value(std::mem::take);
                    for (wish, files) in early.unwrap_or_default() {
                        keeper.hand(wish, files);
                    }
                }
                Err(_) => {
                    keeper
                        .told
                        .try_update(|told| told.problem = t!("endpoint-local-unfetched"));
                }
            }
            // It is told until the settings are opened again.
            tell.forget();
        });
        keeper
    }

    fn wish(self, wish: &serde_json::Value) {
        self.hand(wish.to_string(), JsValue::UNDEFINED);
    }

    fn hand(self, wish: String, files: JsValue) {
        match self.heed.try_get_value().flatten() {
            // What goes wrong is told as part of the state: it does not throw.
            Some(heed) => drop(heed.call2(&JsValue::UNDEFINED, &wish.into(), &files)),
            None => drop(
                self.early
                    .try_update_value(|early| early.push((wish, files))),
            ),
        }
    }
}

/// All of it.
#[component]
pub(crate) fn LocalModels() -> impl IntoView {
    let keeper = Keeper::start();
    let address = RwSignal::new(String::new());
    let ids = Memo::new(move |_| {
        keeper.told.with(|told| {
            let ids = told.models.iter().map(|line| line.id.clone());
            ids.collect::<Vec<_>>()
        })
    });
    let says = move |which: fn(&Told) -> &str| {
        Memo::new(move |_| keeper.told.with(|told| which(told).to_owned()))
    };
    let problem = says(|told| &told.problem);
    let unkept = says(|told| &told.unkept);
    let is_looking = Memo::new(move |_| keeper.told.with(|told| told.is_looking));
    let look = move || keeper.wish(&json!({"look": address.get_untracked()}));
    let pick = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        if let Some(files) = input.files() {
            keeper.hand(json!("pick").to_string(), files.into());
        }
    };
    view! {
        <section class="local-models" aria-label=t!("endpoint-local")>
            <ul>
                <For each=move || ids.get() key=Clone::clone let:id>
                    <Row keeper id />
                </For>
            </ul>
            <Show when=move || ids.with(Vec::is_empty)>
                <p class="hint">{t!("endpoint-local-none")}</p>
            </Show>
            <div class="bring">
                <label class="pick ghost">
                    {t!("endpoint-local-pick")}
                    <input type="file" accept=".gguf" multiple on:change=pick />
                </label>
                <input
                    type="url"
                    inputmode="url"
                    aria-label=t!("endpoint-local-address")
                    placeholder=t!("endpoint-local-or-address")
                    autocomplete="off"
                    spellcheck="false"
                    bind:value=address
                    on:keydown=move |event| {
                        if event.key() == "Enter" {
                            event.prevent_default();
                            look();
                        }
                    }
                />
                <button class="ghost" type="button" disabled=move || is_looking.get() on:click=move |_| look()>
                    {move || {
                        if is_looking.get() {
                            t!("endpoint-local-looking")
                        } else {
                            t!("endpoint-local-look")
                        }
                    }}
                </button>
            </div>
            <p class="hint">{t!("endpoint-local-advice")}</p>
            <p class="hint" role="status">{move || unkept.get()}</p>
            <p class="fault" role="alert">{move || problem.get()}</p>
        </section>
    }
}

/// One model.
#[component]
fn Row(keeper: Keeper, id: String) -> impl IntoView {
    let key = StoredValue::new(id);
    let line = Memo::new(move |_| {
        keeper.told.with(|told| {
            let mut models = told.models.iter();
            models
                .find(|line| key.with_value(|id| line.id == *id))
                .cloned()
        })
    });
    let of = move |which: fn(&Line) -> String| {
        move || line.with(|line| line.as_ref().map(which).unwrap_or_default())
    };
    let stage = Memo::new(move |_| line.with(|line| line.as_ref().map(|line| line.stage)));
    let is = move |which: fn(Stage) -> bool| move || stage.get().is_some_and(which);
    let is_chosen =
        Memo::new(move |_| line.with(|line| line.as_ref().is_some_and(|line| line.is_chosen)));
    let wish =
        move |what: &'static str| move |_| key.with_value(|id| keeper.wish(&json!({what: id})));
    let fetch = move || match stage.get() {
        Some(Stage::Asked) => t!("endpoint-local-agree"),
        Some(Stage::Unfinished) => t!("endpoint-local-resume"),
        _ => t!("endpoint-local-download"),
    };
    let is_moving = |stage| matches!(stage, Stage::Fetching | Stage::Checking);
    let can_fetch = |stage| matches!(stage, Stage::Offered | Stage::Asked | Stage::Unfinished);
    let can_remove =
        |stage: Stage| stage.is_here() || matches!(stage, Stage::Unfinished | Stage::Asked);
    view! {
        <li class:chosen=move || is_chosen.get()>
            <div>
                <b>{of(|line| line.name.clone())}</b>
                <small>{of(facts)}</small>
                <Show when=move || line.with(|line| line.as_ref().is_some_and(|line| line.is_test))>
                    <small class="test">{t!("endpoint-local-test")}</small>
                </Show>
                <Show when=is(is_moving)>
                    <progress
                        max=of(|line| line.bytes.to_string())
                        value=of(|line| line.done.to_string())
                        aria-label=of(|line| line.name.clone())
                    ></progress>
                </Show>
                <small role="status">{of(standing)}</small>
                <p class="fault" role="alert">{of(|line| line.problem.clone())}</p>
            </div>
            <div class="do">
                <Show when=is(can_fetch)>
                    <button class="ghost" type="button" on:click=wish("fetch")>
                        {fetch}
                    </button>
                </Show>
                <Show when=is(|stage| stage == Stage::Fetching)>
                    <button class="ghost" type="button" on:click=wish("stop")>
                        {t!("endpoint-local-cancel")}
                    </button>
                </Show>
                <Show when=is(Stage::is_here)>
                    <button
                        class="tag"
                        type="button"
                        aria-pressed=move || is_chosen.get().to_string()
                        on:click=wish("choose")
                    >
                        {t!("endpoint-local-use")}
                    </button>
                </Show>
                <Show when=is(can_remove)>
                    <button class="link" type="button" on:click=wish("remove")>
                        {t!("endpoint-local-remove")}
                    </button>
                </Show>
            </div>
        </li>
    }
}

/// Size, licence and origin: what a person agrees to.
fn facts(line: &Line) -> String {
    let licence = match line.licence.as_str() {
        "" => t!("endpoint-local-no-licence"),
        licence => licence.to_owned(),
    };
    let from = match line.from.as_str() {
        "disk" => t!("endpoint-local-from-disk"),
        host => t!("endpoint-local-from", host = host),
    };
    [figures::size(line.bytes), licence, from].join(" · ")
}

/// Where it stands, where that is not plain.
fn standing(line: &Line) -> String {
    let done = || figures::size(line.done.min(line.bytes));
    let all = || figures::size(line.bytes);
    match line.stage {
        Stage::Offered | Stage::Kept => String::new(),
        Stage::Asked => t!("endpoint-local-asked"),
        Stage::Fetching => t!("endpoint-local-fetching", done = done(), all = all()),
        Stage::Checking => t!("endpoint-local-checking"),
        Stage::Unfinished => t!("endpoint-local-unfinished", done = done(), all = all()),
        Stage::InMemory => t!("endpoint-local-in-memory"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(stage: &str) -> Line {
        let told = json!({
            "id": "1", "name": "M", "licence": "", "bytes": 2_000_000, "from": "disk",
            "is_test": false, "is_chosen": false, "stage": stage, "done": 500_000, "problem": "",
        });
        serde_json::from_value(told).unwrap()
    }

    #[test]
    fn a_licence_that_nobody_tells_is_not_made_up() {
        assert!(facts(&line("asked")).contains("licence not told"));
    }

    #[test]
    fn every_stage_is_read_and_says_where_it_stands() {
        assert!(standing(&line("unfinished")).ends_with("are here"));
        assert!(standing(&line("in-memory")).contains("closed"));
        assert!(standing(&line("offered")).is_empty() && standing(&line("kept")).is_empty());
        assert!(line("kept").stage.is_here() && !line("fetching").stage.is_here());
        assert!(!standing(&line("checking")).is_empty() && !standing(&line("asked")).is_empty());
    }
}
