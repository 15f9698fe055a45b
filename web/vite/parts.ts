import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const NAME = "virtual:parts";

/** Files smaller than this are not worth a name in the first download. */
const SMALLEST = 6_000;

/**
 * The module `virtual:parts`: of which files each part of the page's module consists, so that those
 * of the tool in view can be fetched along with the page instead of after it. What they are is read
 * from the script that fetches them (`parts.js`, which `cargo xtask build` writes).
 */
export function parts(folder: string): Plugin {
  return {
    name: "ichiban:parts",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const script = readFileSync(join(folder, "parts.js"), "utf8");
      const files = new Map<string, string>();
      const lists = [...script.matchAll(/__wasm_split_load_(\w+) = [\s\S]*?\n, \[([^\]]*)\]/g)].map(([, part, needs = ""]) => {
        const chunks = needs.split(/,\s*/).filter(Boolean).map((need) => `${need.replace(/^_+/, "")}.wasm`);
        const large = [`split_${part}.wasm`, ...chunks].filter((file) => statSync(join(folder, file)).size >= SMALLEST);
        const names = large.map((file) => {
          if (!files.has(file)) files.set(file, `f${files.size}`);
          return files.get(file);
        });
        return `  ${part}: [${names.join(", ")}],`;
      });
      if (lists.length === 0) throw new Error("parts.js names no part: is the module still cut into parts?");
      const imports = [...files].map(([file, name]) => `import ${name} from "@wasm/web/${file}?url";`);
      return `${imports.join("\n")}\nexport default {\n${lists.join("\n")}\n};\n`;
    },
  };
}
