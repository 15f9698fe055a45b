// The engine worker: one WebAssembly module, which sets its own message handler when it starts.
import init from "@wasm/engine/engine.js";
import module from "@wasm/engine/engine_bg.wasm?url";

await init({ module_or_path: module });
