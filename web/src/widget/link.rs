//! The browser's side of a talk (`js/widget/link.ts`).

use leptos::web_sys;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(raw_module = "@js/widget.ts")]
extern "C" {
    #[wasm_bindgen(js_name = widgetLink)]
    fn widget_link() -> js_sys::Promise;
}

/// Called with the origin of a message to the window, whether it is the host's, how many ports came
/// with it, and the message as JSON.
pub(super) type AtWindow = dyn FnMut(String, bool, u32, Option<String>);
/// Called with a message over the port, as JSON.
pub(super) type OverPort = dyn FnMut(Option<String>);

#[wasm_bindgen]
extern "C" {
    /// The way to the host.
    #[derive(Clone)]
    pub(super) type Link;

    /// The file that says who may show the widget; nothing if there is none. Rejected if that is
    /// not known.
    #[wasm_bindgen(method)]
    pub(super) fn origins(this: &Link) -> js_sys::Promise;

    /// Hands over what has arrived, and what will; `changed` is called in frames in which something
    /// else is in the page.
    #[wasm_bindgen(method)]
    pub(super) fn begin(
        this: &Link,
        window: &Closure<AtWindow>,
        port: &Closure<OverPort>,
        changed: &Closure<dyn FnMut()>,
    );

    /// The port of the message that is being handed over becomes that of the talk.
    #[wasm_bindgen(method)]
    pub(super) fn accept(this: &Link);

    /// Answers the message that is being handed over.
    #[wasm_bindgen(method)]
    pub(super) fn answer(this: &Link, json: &str);

    /// Says something over the port.
    #[wasm_bindgen(method)]
    pub(super) fn send(this: &Link, json: &str);

    /// Closes the port.
    #[wasm_bindgen(method)]
    pub(super) fn close(this: &Link);

    /// How high the page would have to be to show all without scrolling, in CSS pixels.
    #[wasm_bindgen(method)]
    pub(super) fn height(this: &Link) -> u32;

    /// Calls back with whether a person can have seen the element: nothing lies above it, and it has
    /// been there for a moment.
    #[wasm_bindgen(method)]
    pub(super) fn watch(this: &Link, element: &web_sys::Element, seen: &Closure<dyn FnMut(bool)>);
}

impl Link {
    /// Fetches it.
    pub(super) async fn fetch() -> Result<Self, JsValue> {
        Ok(JsFuture::from(widget_link()).await?.unchecked_into())
    }

    /// What the deployment says of who may show the widget; nothing if it says nothing.
    ///
    /// # Errors
    ///
    /// The file could not be fetched.
    pub(super) async fn read_origins(&self) -> Result<Option<String>, JsValue> {
        Ok(JsFuture::from(self.origins()).await?.as_string())
    }
}
