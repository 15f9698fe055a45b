/**
 * Loads the editor when it is first needed: it is larger than all the rest of the page.
 *
 * Rust imports it: `#[wasm_bindgen(raw_module = "@js/editor-loader.ts")]`.
 */
import type { Editor, EditorEvents } from "./editor.ts";
import { anotherTask } from "./task.ts";

export type { Editor };

/** Fetches the editor ahead of need. */
export async function prefetchEditor(): Promise<void> {
  await import("./editor.ts");
}

/** Mounts an editor in `parent`. */
export async function mountEditor(
  parent: HTMLElement,
  text: string,
  label: string,
  language: string,
  isReadOnly: boolean,
  changed: () => void,
  moved: (line: number) => void,
  placeholders: (from: number, to: number) => (number | string)[],
  submitted: () => void,
): Promise<Editor> {
  const { Editor } = await import("./editor.ts");
  const events: EditorEvents = { changed, moved, placeholders, submitted };
  const editor = new Editor(parent, label, { language, isReadOnly }, events);
  // The view, its text and what comes after are a task each: together they would miss a frame.
  await anotherTask();
  await editor.load(text);
  await anotherTask();
  return editor;
}


