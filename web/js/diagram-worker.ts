// The worker that draws diagrams: one WebAssembly module, which sets its own message handler
// when it starts.
import init from "@wasm/diagram/diagram.js";
import module from "@wasm/diagram/diagram_bg.wasm?url";

await init({ module_or_path: module });
