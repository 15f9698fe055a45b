import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const PACKAGE = new URL("../node_modules/@wllama/wllama/", import.meta.url);
const MAIN = "/@wllama/wllama/esm/index.js";
/** The script of the worker in which llama.cpp runs. */
const WORKER = "virtual:llama-worker";
/** The address of the script that its threads run. */
const THREADS = "virtual:llama-threads";

/**
 * What threads and the worker need where WebAssembly cannot wait for promises: the imports and exports
 * that would wait are called at once. As the package has it.
 */
const WITHOUT_WAITING = `
if (!WebAssembly.Suspending) {
  WebAssembly.Suspending = function (run) { return run; };
  WebAssembly.promising = function (run) {
    return function (...values) {
      try { return Promise.resolve(run(...values)); } catch (error) { return Promise.reject(error); }
    };
  };
}
`;

/** The page asks for no adapter where llama.cpp must not use one. */
const WITHOUT_GPU = `
if (RUN_OPTIONS.noWebGPU) {
  Object.defineProperty(WorkerNavigator.prototype, "gpu", { get: () => ({ requestAdapter: async () => null }) });
}
`;

/**
 * Makes `@wllama/wllama` fit for a strict policy. It puts its worker together from texts, as a blob,
 * which neither `worker-src 'self'` nor this site's Trusted Types let pass. Here the texts become scripts
 * of this site: the worker is started by `js/local/llama-start.ts`. The package must be the version
 * that this was written for, which the build checks.
 */
export function llama(): Plugin {
  let isServed = false;
  return {
    name: "ichiban:llama",
    configResolved(config) {
      isServed = config.command === "serve";
    },
    resolveId(id) {
      return id === WORKER || id === THREADS ? `\0${id}` : undefined;
    },
    async load(id) {
      if (id === `\0${WORKER}`) {
        const inner = (await emscripten()).replace("var Module", "var ___Module");
        const code = await text("src/workers-code/llama-cpp.js");
        // The options come first, before whatever reads them.
        const start = replace(code, "onmessage = async (e) => {", "export const heed = async (e) => {");
        return [
          "let RUN_OPTIONS;",
          `export function prepare(options) { RUN_OPTIONS = options; ${WITHOUT_GPU} }`,
          `function wModuleInit() { ${WITHOUT_WAITING}; ${inner}; return Module; }`,
          start,
        ].join("\n;\n");
      }
      if (id === `\0${THREADS}`) {
        // Threads need a page of its own origin's group, which the server for development does not make.
        if (isServed) return "export default undefined;";
        const source = `${WITHOUT_WAITING};${await emscripten()}`;
        const file = this.emitFile({ type: "asset", name: "llama-threads.js", source });
        return `export default import.meta.ROLLUP_FILE_URL_${file};`;
      }
      return undefined;
    },
    transform(code, id) {
      if (!id.replaceAll("\\", "/").split("?")[0]?.endsWith(MAIN)) return undefined;
      let main = code;
      // Texts that became files, and names of functions within the module that nobody reads.
      for (const name of ["LLAMA_CPP_WORKER_CODE", "OPFS_UTILS_WORKER_CODE", "WLLAMA_EMSCRIPTEN_CODE"]) {
        main = replace(main, new RegExp(`^var ${name} = .*;$`, "m"), `var ${name} = "";`);
      }
      main = replace(main, /^var WASM_SOURCE_MAP = \{\n(?: {2}".*"\n?)*[^}]*\};$/m, "var WASM_SOURCE_MAP = {};");
      main = replace(main, "const resolved = yield Debug.decodeFuncIds(funcIds, isCompatBuild);", "return stack;");
      main = replace(main, "this.worker = createWorker(completeCode);", "this.worker = startLlama({ ...runOptions, noWebGPU: this.resources.noWebGPU === true });");
      main = replace(main, 'new Blob([moduleCode], { type: "text/javascript" })', "THREADS");
      return { code: `import { startLlama, THREADS } from "@js/local/llama-start.ts";\n${main}`, map: null };
    },
  };
}

const text = (path: string) => readFile(fileURLToPath(new URL(path, PACKAGE)), "utf8");

/** What Emscripten wrote around the module. */
const emscripten = () => text("src/wasm/wllama.js");

/** With what is found replaced. What is not there means that the package is another one. */
function replace(code: string, found: string | RegExp, by: string): string {
  const changed = code.replace(found, () => by);
  if (changed === code) throw new Error(`@wllama/wllama is not as vite/llama.ts knows it: there is no ${found}`);
  return changed;
}
