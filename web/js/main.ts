// Starts the app. Everything the first view needs is in this chunk and the module it loads; the
// editor and the worker come later, on their own.
import init from "@wasm/web/web.js";
import module from "@wasm/web/web_bg.wasm?url";

await init({ module_or_path: module });
