// Starts the app. Everything the first view needs is in this chunk and the module it loads, and in what
// `begin.ts` asks for; the editor and the worker come later, on their own.
import "./begin.ts";
import init from "@wasm/web/web.js";
import module from "@wasm/web/web_bg.wasm?url";
import { guard } from "./trusted.ts";

guard();

try {
  await init({ module_or_path: module });
} catch (error) {
  // There are no words yet but these.
  const told = document.createElement("p");
  told.className = "lost";
  told.role = "alert";
  told.textContent = "Ichiban could not be fetched whole. Look at the network, then reload the page.";
  document.body.replaceChildren(told);
  throw error;
}

// The site as it is built serves itself; while one develops it is served.
if (import.meta.hot === undefined) void startOffline();

async function startOffline(): Promise<void> {
  // After all that the first view needs.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  try {
    const { start } = await import("./offline/page.ts");
    await start(new URL(import.meta.url).pathname);
  } catch (error) {
    // A browser may forbid it, and all but that works. The settings say so.
    console.info("This site is not kept for use without a network:", error);
    globalThis.ichibanOfflineRefusal ??= "unfetched";
  }
}
