// The worker that asks models: one WebAssembly module, which sets its own message handler when it
// starts.
import init from "@wasm/model/model.js";
import module from "@wasm/model/model_bg.wasm?url";

await init({ module_or_path: module });
