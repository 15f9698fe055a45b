// Starts the app. Everything the first view needs is in this chunk and the module it loads; the
// editor and the worker come later, on their own.
import init from "@wasm/web/web.js";
import module from "@wasm/web/web_bg.wasm?url";
import packs from "virtual:packs";
import { BASE } from "./base.ts";
import { showFirst } from "./first.ts";
import { keepLetters } from "./letters.ts";
import { fetchPack } from "./pack.ts";
import { guard } from "./trusted.ts";
import { beginWords } from "./words.ts";

guard();
keepLetters();

// The person's choice of colours, before the first paint; `shell/theme.rs` keeps it, as JSON.
const theme = localStorageItem("ichiban.theme");
if (theme === '"light"' || theme === '"dark"') {
  document.documentElement.dataset.theme = theme.slice(1, -1);
}

// The tool in view, along with the page instead of after it. The service worker has its parts one by one.
const named = /\/(convert|repair|diagram|mermaid|docs)\/?$/.exec(location.pathname)?.[1] ?? "translate";
const tool = { convert: "data", repair: "data", mermaid: "diagram" }[named] ?? named;
const pack = packs[tool];
if (pack !== undefined && !navigator.serviceWorker?.controller) fetchPack(pack);
const words: Record<string, string[]> = { translate: ["translate", "failures"], data: ["convert", "repair"] };
const language = beginWords(words[tool] ?? [tool, "answer", "failures"]);
// Whoever comes by a link, or with a file, is about to see that.
const isBare = location.hash === "" && location.search === "" && /^$|^(?:json\/)?(?:translate|convert|repair|diagram|docs)\/?$/.test(location.pathname.slice(BASE.length));
// Without its words there is nothing to see yet.
if (isBare) showFirst(language, named).catch(() => undefined);

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

function localStorageItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // The person forbids storage: the system decides.
    return null;
  }
}
