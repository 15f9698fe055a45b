/**
 * The page's program has stopped for good: a fault of ours. What the person has in the page is still
 * in it, and is handed to them.
 *
 * Rust imports it: `#[wasm_bindgen(raw_module = "@js/crash.ts")]`.
 */

/** Says so, once. `place` is where in the program, which tells nothing of what was open. */
export function stopped(place: string): void {
  void import("./crash-view.ts").then(
    ({ show }) => show(place),
    // The network is gone too: words that need none.
    () => alert(`Ichiban has stopped (${place}). Copy what you need out of the page, then reload it.`),
  );
}
