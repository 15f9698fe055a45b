//! What answers on this device (`js/on-device.ts`), as Rust sees it: what the browser has built in, and
//! llama.cpp, which the page brings along.

mod models;

use ichiban_model::wire::on_device::LLAMA;
use js_sys::{Array, Function};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

pub(crate) use models::LocalModels;

#[wasm_bindgen(raw_module = "@js/on-device.ts")]
extern "C" {
    #[wasm_bindgen(js_name = hasOnDevice)]
    fn has_on_device(name: &str) -> bool;

    #[wasm_bindgen(js_name = onDeviceInterfaces, catch)]
    async fn on_device_interfaces() -> Result<Array, JsValue>;

    #[wasm_bindgen(js_name = askOnDevice)]
    fn ask_on_device(
        name: &str,
        request: &str,
        said: &Closure<dyn Fn(String, bool)>,
        loaded: &Closure<dyn Fn(f64)>,
    ) -> Function;

    #[wasm_bindgen(js_name = watchWork)]
    fn watch_work(tell: &Closure<dyn Fn(String)>);
}

thread_local! {
    static WORK: ArcRwSignal<String> = {
        let work = ArcRwSignal::new(String::new());
        let told = work.clone();
        let tell = Closure::new(move |words| told.set(words));
        watch_work(&tell);
        // For as long as the page is open.
        tell.forget();
        work
    };
}

/// What llama.cpp is doing, in words; empty while it rests.
pub(crate) fn work() -> ArcRwSignal<String> {
    WORK.with(Clone::clone)
}

/// Something that answers on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interface {
    /// Its name in the browser.
    pub(crate) name: &'static str,
    /// The id of what people call it.
    pub(crate) label: &'static str,
    /// The id of what it does well, and what not.
    pub(crate) about: &'static str,
}

/// Every interface that is known.
const INTERFACES: [Interface; 3] = [
    Interface {
        name: "Translator",
        label: "endpoint-translator",
        about: "endpoint-translator-about",
    },
    Interface {
        name: "LanguageModel",
        label: "endpoint-language-model",
        about: "endpoint-language-model-about",
    },
    Interface {
        name: LLAMA,
        label: "endpoint-llama",
        about: "endpoint-llama-about",
    },
];

impl Interface {
    /// Whether it is llama.cpp, which is given a model by the person.
    pub(crate) fn is_embedded(self) -> bool {
        self.name == LLAMA
    }

    /// The one of that name, if the browser has it.
    pub(crate) fn find(name: &str) -> Option<Self> {
        let known = INTERFACES.into_iter().find(|known| known.name == name)?;
        has_on_device(name).then_some(known)
    }

    /// Those that this device can use, now or after a download, in the order in which they are offered.
    pub(crate) async fn usable() -> Vec<Self> {
        // One that fails to answer is as good as absent.
        let Ok(names) = on_device_interfaces().await else {
            return Vec::new();
        };
        let name = |name: JsValue| Self::find(&name.as_string()?);
        names.iter().filter_map(name).collect()
    }
}

/// A question on its way. Dropping it stops it.
pub(crate) struct Asking {
    stop: Function,
    _said: Closure<dyn Fn(String, bool)>,
    _loaded: Closure<dyn Fn(f64)>,
}

impl Asking {
    /// Asks. `said` is given lines of the answer and whether they were the last; `loaded` how much of
    /// a model has been downloaded, from 0 to 1.
    pub(crate) fn begin(
        interface: &str,
        request: &str,
        said: impl Fn(String, bool) + 'static,
        loaded: impl Fn(f64) + 'static,
    ) -> Self {
        let said = Closure::new(said);
        let loaded = Closure::new(loaded);
        Self {
            stop: ask_on_device(interface, request, &said, &loaded),
            _said: said,
            _loaded: loaded,
        }
    }
}

impl Drop for Asking {
    fn drop(&mut self) {
        // It does not throw.
        let _ = self.stop.call0(&JsValue::UNDEFINED);
    }
}
