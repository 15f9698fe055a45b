/**
 * What comes when Docs is first opened: its styles, the texts of its examples, and how folders that
 * are dropped are read.
 *
 * Rust imports it: `#[wasm_bindgen(raw_module = "@js/docs.ts")]`.
 */
let page: typeof import("./docs-page.ts") | undefined;

/** Fetches the rest. */
export async function docsPage(): Promise<void> {
  page = await import("./docs-page.ts");
}

/** An example, by the name of its file within `examples/docs`. */
export async function docsExample(name: string): Promise<string> {
  await docsPage();
  const text = page?.texts[`../examples/docs/${name}`];
  if (text === undefined) throw new Error(`there is no example ${name}`);
  return text;
}

/** The files of what is dropped, if a folder is among it. To be called while the event is handled. */
export function droppedFolders(event: DragEvent): Promise<File[]> | undefined {
  return page?.droppedFolders(event);
}
