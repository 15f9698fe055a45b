import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Plugin } from "vite";

const compress = promisify(brotliCompress);
const TEXT = /\.(?:html|js|css|svg|json|webmanifest|txt|ftl)$/;
const MODULE = /\.wasm$/;

/** Puts a brotli version beside every file of the bundle that gains by it, for servers to send. */
export function brotli(): Plugin {
  let folder: string;
  return {
    name: "ichiban:brotli",
    apply: "build",
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle: {
      // The service worker is written there, too.
      sequential: true,
      order: "post",
      handler: async () => {
        const entries = await readdir(folder, { recursive: true, withFileTypes: true });
        await Promise.all(
          entries
            .filter((entry) => entry.isFile() && (TEXT.test(entry.name) || MODULE.test(entry.name)))
            .map(async (entry) => {
              const file = join(entry.parentPath, entry.name);
              const plain = await readFile(file);
              const isText = TEXT.test(entry.name);
              const small = await compress(plain, {
                params: {
                  [constants.BROTLI_PARAM_QUALITY]: 11,
                  [constants.BROTLI_PARAM_LGWIN]: 22,
                  [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
                  [constants.BROTLI_PARAM_MODE]: isText ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC,
                  // How distances are written. These make modules one percent smaller than the defaults.
                  ...(isText ? {} : { [constants.BROTLI_PARAM_NPOSTFIX]: 1, [constants.BROTLI_PARAM_NDIRECT]: 12 }),
                },
              });
              if (small.length < plain.length) await writeFile(`${file}.br`, small);
            }),
        );
      },
    },
  };
}
