/**
 * The way from a widget to the page that shows it, fetched where the page is one.
 *
 * Rust imports it: `#[wasm_bindgen(raw_module = "@js/widget.ts")]`.
 */
export async function widgetLink(): Promise<unknown> {
  const { Link } = await import("./widget/link.ts");
  return new Link();
}
