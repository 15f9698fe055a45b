/**
 * Starts the engine worker. Vite needs the constructor and the path together, spelled like this,
 * to give the worker a bundle and a hashed address of its own.
 *
 * Rust imports it: `#[wasm_bindgen(raw_module = "@js/engine.ts")]`.
 */
export function spawnEngine(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "engine" });
}
