/**
 * What can be asked for before the page's script is here. It is a file of its own, and small: it runs while
 * the rest is on its way.
 */
import packs from "virtual:packs";
import { BASE } from "./base.ts";
import { showFirst } from "./first.ts";
import { keepLetters } from "./letters.ts";
import { fetchPack } from "./pack.ts";
import { beginWords } from "./words.ts";

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
const path = location.pathname.slice(BASE.length);
const isBare = location.hash === "" && location.search === "" && /^(?:(?:json\/)?(?:translate|convert|repair|diagram|docs)\/?)?$/.test(path);
// Without its words there is nothing to see yet.
if (isBare) showFirst(language, named).catch(() => undefined);

function localStorageItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // The person forbids storage: the system decides.
    return null;
  }
}
