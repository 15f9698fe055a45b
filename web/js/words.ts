/**
 * The catalogues of the page's words (`locales/`), and the languages that a person prefers.
 *
 * Rust imports it: `#[wasm_bindgen(raw_module = "@js/words.ts")]`. Which of the languages is spoken is
 * decided there (`src/shell/words`).
 */
import { folder, languages } from "virtual:words";
import { BASE } from "./base.ts";

/** Where the choice is kept, as JSON: `src/shell/language.rs`. */
const KEPT = "ichiban.language";

/** What was begun to be fetched. */
const begun = new Map<string, Promise<string>>();

/** Fetches the catalogue of a part in a language, once. */
export function fetchWords(language: string, part: string): Promise<string> {
  const path = `${language}/${part}.ftl`;
  const known = begun.get(path);
  if (known !== undefined) return known;
  const fetched = read(`${BASE}${folder}${path}`);
  begun.set(path, fetched);
  // So that it is asked for anew.
  fetched.catch(() => begun.delete(path));
  return fetched;
}

async function read(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

/**
 * The tags of the languages that the person prefers, the first one first: what they have chosen here, or
 * the page around a widget has; then what the browser is set to.
 */
export function preferredLanguages(): string[] {
  const isWidget = location.pathname.startsWith(`${BASE}embed/`);
  const first = isWidget ? new URLSearchParams(location.search).get("lang") : kept();
  return first === null ? [...navigator.languages] : [first, ...navigator.languages];
}

/**
 * Begins to fetch the words that the first view most likely needs, while the page's module comes; tells in
 * which language. What fails is asked for again.
 */
export function beginWords(parts: string[]): string {
  const spoken = preferredLanguages().map((tag) => tag.split("-")[0]?.toLowerCase() ?? "");
  const language = spoken.find((tag) => languages.includes(tag)) ?? "en";
  for (const part of ["shell", ...parts]) fetchWords(language, part).catch(() => undefined);
  return language;
}

function kept(): string | null {
  try {
    const json = localStorage.getItem(KEPT);
    return json === null ? null : String(JSON.parse(json));
  } catch {
    // Storage is forbidden, or somebody else wrote there: the browser decides.
    return null;
  }
}
