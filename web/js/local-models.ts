/**
 * The models of the embedded llama.cpp, for the settings. Fetched when they are opened.
 *
 * Rust imports it: `#[wasm_bindgen(raw_module = "@js/local-models.ts")]`.
 */
export async function watchLocalModels(
  tell: (state: string) => void,
): Promise<(wish: string, picked?: FileList) => void> {
  const { watch } = await import("./local/models.ts");
  return watch(tell);
}
