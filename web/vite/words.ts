import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const NAME = "virtual:words";

/** Where the catalogues are while the page is served from its sources. */
const SERVED = "locales/";

/**
 * The module `virtual:words`: the languages of the page, and where its catalogues are. All of them are in
 * one folder that is named by what they hold: so the page knows the address of each without a list.
 */
export function words(folder: string): Plugin {
  let isServed = false;
  return {
    name: "ichiban:words",
    configResolved(config) {
      isServed = config.command === "serve";
    },
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const languages = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));
      if (isServed) return module(languages, SERVED);
      const catalogues = languages.flatMap((language) =>
        readdirSync(join(folder, language)).map((file) => ({
          path: `${language}/${file}`,
          source: short(readFileSync(join(folder, language, file), "utf8")),
        })),
      );
      const hash = createHash("sha256");
      for (const { path, source } of catalogues) hash.update(`${path}\0${source}\0`);
      const at = `assets/words-${hash.digest("base64url").slice(0, 8)}/`;
      for (const { path, source } of catalogues) this.emitFile({ type: "asset", fileName: at + path, source });
      return module(languages, at);
    },
  };
}

const module = (languages: string[], folder: string) =>
  `export const languages = ${JSON.stringify(languages)};\nexport const folder = ${JSON.stringify(folder)};\n`;

/** Without what is for translators alone: comments, and empty lines. */
const short = (catalogue: string) => catalogue.replaceAll(/^#.*\n|^\n/gm, "");
