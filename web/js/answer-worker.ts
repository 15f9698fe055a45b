// The worker of answers in words: one WebAssembly module, which sets its own message handler when it
// starts.
import init from "@wasm/answer/answer.js";
import module from "@wasm/answer/answer_bg.wasm?url";

await init({ module_or_path: module });
