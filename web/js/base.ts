const here = import.meta.url;

/**
 * The path at which this site begins, with a slash at its end: `/`, unless whoever hosts it puts it
 * elsewhere (`docs/deploy.md`). Every script but the service worker's lies in one folder below it.
 */
export const BASE: string = new URL("..", here).pathname;

/** The same, for Rust: `#[wasm_bindgen(raw_module = "@js/base.ts")]`. */
export const base = (): string => BASE;
