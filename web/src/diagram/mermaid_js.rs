//! mermaid.js, which runs in a frame of its own (`js/mermaid-frame.ts`), as Rust sees it.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "@js/mermaid-page.ts")]
extern "C" {
    #[wasm_bindgen(js_name = drawByMermaid, catch)]
    async fn draw_by_mermaid(
        text: &str,
        is_dark: bool,
        variables: Vec<String>,
    ) -> Result<JsValue, JsValue>;

    /// Ends mermaid.js, whatever it draws.
    #[wasm_bindgen(js_name = stopMermaid, catch)]
    async fn stop_mermaid() -> Result<(), JsValue>;

    type RawDrawing;
    #[wasm_bindgen(method, getter)]
    fn svg(this: &RawDrawing) -> String;
    #[wasm_bindgen(method, getter, js_name = tookMs)]
    fn took_ms(this: &RawDrawing) -> f64;
    #[wasm_bindgen(method, getter)]
    fn version(this: &RawDrawing) -> String;
}

/// What mermaid.js drew. It is hostile: what may be shown of it the worker says.
pub(super) struct Drawing {
    /// One `svg` element.
    pub(super) svg: String,
    /// How long it took, in milliseconds.
    pub(super) took_ms: f64,
    /// Of mermaid.js.
    pub(super) version: String,
}

/// Has mermaid.js draw a text. `variables` are its theme's, each name followed by its value.
///
/// # Errors
/// Why there is no drawing, in words: mermaid.js's own, mostly.
pub(super) async fn draw(
    text: &str,
    is_dark: bool,
    variables: Vec<String>,
) -> Result<Drawing, String> {
    let drawn = draw_by_mermaid(text, is_dark, variables).await;
    let raw: RawDrawing = drawn.map_err(|thrown| words(&thrown))?.unchecked_into();
    Ok(Drawing {
        svg: raw.svg(),
        took_ms: raw.took_ms(),
        version: raw.version(),
    })
}

/// Ends mermaid.js, whatever it draws.
pub(super) async fn stop() {
    // What cannot be fetched does not run either.
    let _ = stop_mermaid().await;
}

fn words(thrown: &JsValue) -> String {
    thrown
        .dyn_ref::<js_sys::Error>()
        .map_or_else(String::new, |error| String::from(error.message()))
}
