import type { Plugin } from "vite";

/** The path of its host at which the site begins: `cargo xtask build` says it. */
const BASE = process.env.ICHIBAN_BASE ?? "/";

/**
 * Tells the browser of the page's module and its first words in the HTML, so that they are fetched along
 * with the script that asks for them instead of after. The words are English: they stand by for those of
 * any language. Runs `js/begin.ts` as soon as it is here. And has the HTML name files from where the site begins: it is the
 * page of many addresses, so from its own they would be found at one alone.
 */
export function preload(): Plugin {
  return {
    name: "ichiban:preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle, path }) {
        if (path !== "/index.html") return html;
        const module = Object.keys(bundle ?? {}).find((file) => /\bweb_bg-[^/]*\.wasm$/.test(file));
        if (module === undefined) {
          throw new Error("the bundle has no web_bg.wasm: does js/main.ts still import it?");
        }
        const words = Object.keys(bundle ?? {}).find((file) => /\bwords-[^/]*\/en\/shell\.ftl$/.test(file));
        if (words === undefined) {
          throw new Error("the bundle has no catalogue of the shell: does js/words.ts still import virtual:words?");
        }
        const early = /<link rel="modulepreload" crossorigin href="(\.\/assets\/begin-[^"]+)">\s*/.exec(html);
        if (early === null) throw new Error("the page does not begin with begin.js: does js/main.ts still import it?");
        const begin = html.replace(early[0], "").replace("<script ", `<script type="module" crossorigin src="${early[1]}"></script>\n    <script `);
        return {
          html: begin.replaceAll('="./', `="${BASE}`),
          tags: [
            {
              tag: "link",
              attrs: { rel: "preload", href: `${BASE}${module}`, as: "fetch", type: "application/wasm", crossorigin: "" },
              injectTo: "head",
            },
            {
              tag: "link",
              attrs: { rel: "preload", href: `${BASE}${words}`, as: "fetch", crossorigin: "" },
              injectTo: "head",
            },
          ],
        };
      },
    },
  };
}
