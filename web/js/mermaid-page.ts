/**
 * mermaid.js, which draws what this site's own renderer does not, and what is compared with it. It comes
 * when it is first asked.
 *
 * Rust imports it: `#[wasm_bindgen(raw_module = "@js/mermaid-page.ts")]`.
 */
import type { Drawing } from "./mermaid-port.ts";
import { say } from "./say.ts";

const port = () => import("./mermaid-port.ts");

/** Has mermaid.js draw a text. `variables` are names of a theme's variables, each followed by its value. */
export async function drawByMermaid(text: string, isDark: boolean, variables: string[]): Promise<Drawing> {
  const { draw } = await port();
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < variables.length; at += 2) pairs.push([variables[at]!, variables[at + 1]!]);
  return draw(text, { isDark, variables: Object.fromEntries(pairs) });
}

/** Ends mermaid.js, whatever it draws. */
export async function stopMermaid(): Promise<void> {
  (await port()).end(say("diagram-said-stopped"));
}
