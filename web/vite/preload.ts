import type { Plugin } from "vite";

/**
 * Tells the browser of the page's module in the HTML, so that it is fetched along with the script
 * that asks for it instead of after.
 */
export function preload(): Plugin {
  return {
    name: "ichiban:preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle, path }) {
        if (path !== "/index.html") return [];
        const module = Object.keys(bundle ?? {}).find((file) => /\bweb_bg-[^/]*\.wasm$/.test(file));
        if (module === undefined) {
          throw new Error("the bundle has no web_bg.wasm: does js/main.ts still import it?");
        }
        return [
          {
            tag: "link",
            attrs: { rel: "preload", href: `/${module}`, as: "fetch", type: "application/wasm", crossorigin: "" },
            injectTo: "head",
          },
        ];
      },
    },
  };
}
