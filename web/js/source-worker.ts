// The worker that makes diagrams of data and code: one WebAssembly module, which sets its own message handler
// when it starts.
import init from "@wasm/source/source.js";
import module from "@wasm/source/source_bg.wasm?url";

await init({ module_or_path: module });
