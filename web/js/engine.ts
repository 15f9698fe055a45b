/**
 * Starts the workers. Vite needs the constructor and the path together, spelled like this,
 * to give a worker a bundle and a hashed address of its own.
 *
 * Rust imports it: `#[wasm_bindgen(raw_module = "@js/engine.ts")]`.
 */
export function spawnEngine(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "engine" });
}

/** Starts the worker that asks models. */
export function spawnModel(): Worker {
  return new Worker(new URL("./model-worker.ts", import.meta.url), { type: "module", name: "model" });
}

/** Starts the worker of answers in words. */
export function spawnAnswers(): Worker {
  return new Worker(new URL("./answer-worker.ts", import.meta.url), { type: "module", name: "answer" });
}

/** Starts a worker that converts and repairs. */
export function spawnData(): Worker {
  return new Worker(new URL("./data-worker.ts", import.meta.url), { type: "module", name: "data" });
}

/** Starts the worker that draws. */
export function spawnDiagram(): Worker {
  return new Worker(new URL("./diagram-worker.ts", import.meta.url), { type: "module", name: "diagram" });
}

/** Starts the worker that makes diagrams of sources. */
export function spawnSource(): Worker {
  return new Worker(new URL("./source-worker.ts", import.meta.url), { type: "module", name: "source" });
}

/** Starts the worker that reads documentation. */
export function spawnDocs(): Worker {
  return new Worker(new URL("./docs-worker.ts", import.meta.url), { type: "module", name: "docs" });
}
