/** Starts the worker in which llama.cpp runs. `vite/llama.ts` has the package call this. */
import THREADS from "virtual:llama-threads";
import { say } from "../say.ts";

/** The address of the script that llama.cpp's threads run. */
export { THREADS };

/** What the package has decided for this run. */
export interface RunOptions {
  pathConfig: Record<string, string>;
  /** How many threads; 0 for none beside the worker's own. */
  nbThread: number;
  compat: boolean;
  noWebGPU: boolean;
}

let failed = (_reason: string): void => {};

/** Has `heard` told when the worker cannot be started, which the package itself says nobody. */
export function whenFailed(heard: (reason: string) => void): void {
  failed = heard;
}

/** Starts it. */
export function startLlama(options: RunOptions): Worker {
  const worker = new Worker(new URL("./llama-worker.ts", import.meta.url), { type: "module", name: "llama" });
  worker.addEventListener("error", (event) => failed(event.message || say("failures-device-no-script")));
  worker.postMessage({ verb: "ichiban.options", args: [options] });
  return worker;
}
