// The worker that converts and repairs: one WebAssembly module, which sets its own message handler
// when it starts.
import init from "@wasm/data/data.js";
import module from "@wasm/data/data_bg.wasm?url";

await init({ module_or_path: module });
