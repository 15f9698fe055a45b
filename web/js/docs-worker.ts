// The worker that reads documentation: one WebAssembly module, which sets its own message handler
// when it starts.
import init from "@wasm/docs/docs.js";
import module from "@wasm/docs/docs_bg.wasm?url";

await init({ module_or_path: module });
