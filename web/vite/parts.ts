import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const NAME = "virtual:packs";

/**
 * The module `virtual:packs`: for each part of the page's module that is a tool, the address of a file that
 * has all it consists of, so that the first view is one request (`js/pack.ts` reads it). What belongs
 * together is read from the script that fetches the parts (`parts.js`, which `cargo xtask build` writes);
 * that script is made to ask there.
 */
export function parts(folder: string, tools: string[]): Plugin {
  const script = join(folder, "parts.js");
  let isServed = false;
  return {
    name: "ichiban:parts",
    enforce: "pre",
    configResolved(config) {
      isServed = config.command === "serve";
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      // Nobody waits for a network then.
      if (isServed) return "export default {};\n";
      const source = readFileSync(script, "utf8");
      const packs = tools.map((tool) => {
        const needs = new RegExp(`__wasm_split_load_${tool} = [\\s\\S]*?\\n, \\[([^\\]]*)\\]`).exec(source)?.[1];
        if (needs === undefined) throw new Error(`parts.js does not name ${tool}: is the module still cut into parts?`);
        const chunks = needs.split(/,\s*/).filter(Boolean).map((need) => need.replace(/^_+/, ""));
        const files = [`split_${tool}`, ...chunks].map((name) => section(name, readFileSync(join(folder, `${name}.wasm`))));
        const reference = this.emitFile({ type: "asset", name: `pack-${tool}.wasm`, source: Buffer.concat([HEAD, ...files]) });
        return `  ${tool}: import.meta.ROLLUP_FILE_URL_${reference},`;
      });
      return `export default {\n${packs.join("\n")}\n};\n`;
    },
    transform(code, id) {
      if (id.replace(/\?.*$/, "") !== script) return undefined;
      const asked = code.replaceAll(/\bfetch\((new URL\("\.\/(\w+)\.wasm", import\.meta\.url\))\)/g, 'fetchPart("$2", $1)');
      if (asked === code) throw new Error("parts.js fetches nothing: has wasm_split changed how it does?");
      return `import { fetchPart } from "@js/pack.ts";\n${asked}`;
    },
  };
}

/** The magic number and the version of WebAssembly's binary format. */
const HEAD = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** A custom section. */
function section(name: string, bytes: Buffer): Buffer {
  const content = Buffer.concat([unsigned(name.length), Buffer.from(name), bytes]);
  return Buffer.concat([Buffer.from([0]), unsigned(content.length), content]);
}

/** A number in LEB128. */
function unsigned(value: number): Buffer {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value >>>= 7;
  } while (value > 0);
  return Buffer.from(bytes);
}
