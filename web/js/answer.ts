/**
 * Answers in words: what shows them is fetched with the first.
 *
 * Rust imports it: `#[wasm_bindgen(raw_module = "@js/answer.ts")]`.
 */
import type { AnswerView } from "./answer/view.ts";

export type { AnswerView };

/** Shows an answer in `root`; `live` is where it is said to a screen reader. */
export async function mountAnswer(
  root: HTMLElement,
  live: HTMLElement,
  named: (name: string) => void,
  follow: (address: string) => void,
  open: (tool: string, text: string) => void,
  copy: (text: string) => void,
): Promise<AnswerView> {
  const { AnswerView } = await import("./answer/view.ts");
  return new AnswerView(root, live, { named, follow, open, copy });
}
