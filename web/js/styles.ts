/**
 * Styles that come with parts of the page, and not with its first view.
 *
 * Rust imports it: `#[wasm_bindgen(raw_module = "@js/styles.ts")]`.
 */
const SHEETS: Record<string, () => Promise<unknown>> = {
  tools: () => import("../styles/tools.css"),
  models: () => import("../styles/models.css"),
  review: () => import("../styles/review.css"),
  shell: () => import("../styles/shell.css"),
  widget: () => import("../styles/widget.css"),
};

/** Fetches a sheet, once; it applies when the promise is kept. */
export async function fetchStyles(name: string): Promise<void> {
  await SHEETS[name]?.();
}
