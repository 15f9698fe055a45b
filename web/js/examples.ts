/**
 * The texts of the examples, which come with the first that is opened.
 *
 * Rust imports it: `#[wasm_bindgen(raw_module = "@js/examples.ts")]`.
 */

/** An example of a diagram or a source, by its path within `examples/diagram`. */
export async function diagramExample(path: string): Promise<string> {
  const { texts } = await import("./diagram-examples.ts");
  const text = texts[`../examples/diagram/${path}`];
  if (text === undefined) throw new Error(`there is no example ${path}`);
  return text;
}
