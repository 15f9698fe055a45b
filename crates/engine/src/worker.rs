//! The worker's program: WebAssembly in, a message handler out.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// `DedicatedWorkerGlobalScope.postMessage`.
    #[wasm_bindgen(js_name = postMessage)]
    fn post_message(message: &str);
}

fn main() {
    post_message("ready");
}
