/**
 * What a message of the page's catalogues says, for scripts that show words. They speak through Rust,
 * which has the catalogues (`src/shell/words.rs`): those of the shell, and of the parts that are there.
 *
 * Rust imports it: `#[wasm_bindgen(raw_module = "@js/say.ts")]`.
 */
type Answer = (id: string, names: string[], values: (string | number)[]) => string;
type Fetch = () => Promise<boolean>;

let answer: Answer = (id) => id;
let fetchPage: Fetch = () => Promise.resolve(false);

/** What a message says with these arguments: texts, or numbers that are written as people write them. */
export function say(id: string, args: Record<string, string | number> = {}): string {
  return answer(id, Object.keys(args), Object.values(args));
}

/**
 * Fetches the words of what stands around the tools, for scripts that speak before any of it was opened.
 * False if they do not come.
 */
export function wordsOfPage(): Promise<boolean> {
  return fetchPage();
}

/** Has what messages say asked there, and the words of the page fetched. */
export function answerWith(next: Answer, page: Fetch): void {
  answer = next;
  fetchPage = page;
}
