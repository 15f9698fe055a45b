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

// The site as it is built serves itself; while one develops it is served.
if (import.meta.hot === undefined) void startOffline();

async function startOffline(): Promise<void> {
  // After all that the first view needs.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  try {
    const { start } = await import("./offline/page.ts");
    await start(new URL(import.meta.url).pathname);
  } catch (error) {
    // A browser may forbid it, and all but that works.
    console.info("This site is not kept for use without a network:", error);
  }
}

function localStorageItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // The person forbids storage: the system decides.
    return null;
  }
}
