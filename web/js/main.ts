// Starts the app. Everything the first view needs is in this chunk and the module it loads; the
// editor and the worker come later, on their own.
import init from "@wasm/web/web.js";
import module from "@wasm/web/web_bg.wasm?url";
import { guard } from "./trusted.ts";

guard();

// The person's choice of colours, before the first paint; `shell/theme.rs` keeps it, as JSON.
const theme = localStorageItem("ichiban.theme");
if (theme === '"light"' || theme === '"dark"') {
  document.documentElement.dataset.theme = theme.slice(1, -1);
}

await init({ module_or_path: module });

function localStorageItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // The person forbids storage: the system decides.
    return null;
  }
}
