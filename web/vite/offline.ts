import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin, Rolldown } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/** The page that no service worker serves, since it has no origin. */
const APART = "mermaid-frame";

/**
 * Compiles the service worker (`js/sw.ts`), and tells it every file of the site with its digest and
 * whether the first view needs it.
 */
export function offline(): Plugin[] {
  let dist: string;
  /** What only that page has. */
  let apart = new Set<string>();
  const look: Plugin = {
    name: "ichiban:offline",
    configResolved(config) {
      dist = config.build.outDir;
    },
    generateBundle(_options, bundle) {
      const of = (isWanted: (name: string) => boolean) => {
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
        return reached(bundle, chunks.filter((chunk) => chunk.isEntry && isWanted(chunk.name)));
      };
      const others = of((name) => name !== APART);
      apart = new Set([...of((name) => name === APART)].filter((file) => !others.has(file)));
    },
  };
  const worker = VitePWA({
    strategies: "injectManifest",
    srcDir: "js",
    filename: "sw.ts",
    // It is a file like any other (`public/manifest.webmanifest`), and the page registers the worker.
    manifest: false,
    injectRegister: false,
    includeManifestIcons: false,
    injectManifest: {
      globPatterns: ["**/*"],
      // What hosts read, what is only another form of other files, what is shown before the app is installed,
      // and what is for other sites.
      globIgnores: [
        "screenshots/**",
        "_headers",
        "_redirects",
        "**/*.br",
        "sw.*",
        `${APART}.html`,
        "embed.js",
        "embed-origins.json",
        // Their parts are kept one by one.
        "assets/pack-*",
      ],
      maximumFileSizeToCacheInBytes: 100_000_000,
      manifestTransforms: [
        async (entries) => {
          const page = await readFile(join(dist, "index.html"), "utf8");
          const listed = entries.filter(({ url }) => !apart.has(url)).map(async ({ url: file, size }) => {
            const digest = createHash("sha384").update(await readFile(join(dist, file))).digest("base64");
            const url = file === "index.html" ? "" : file;
            const isShell = !file.startsWith("assets/") || page.includes(`/${url}"`) || /\/web_bg-|\/shell\.ftl$/.test(url);
            return { url, revision: null, size, integrity: `sha384-${digest}`, bytes: size, isShell };
          });
          return { manifest: await Promise.all(listed), warnings: [] };
        },
      ],
    },
  });
  return [look, ...worker];
}

/** These chunks and all that they import, at once or later. */
function reached(bundle: Rolldown.OutputBundle, from: Rolldown.OutputChunk[]): Set<string> {
  const files = new Set<string>();
  const open = [...from];
  for (let chunk = open.pop(); chunk !== undefined; chunk = open.pop()) {
    if (files.has(chunk.fileName)) continue;
    files.add(chunk.fileName);
    const { importedAssets = [], importedCss = [] } = chunk.viteMetadata ?? {};
    for (const file of [...importedAssets, ...importedCss]) files.add(file);
    for (const name of [...chunk.imports, ...chunk.dynamicImports]) {
      const next = bundle[name];
      if (next?.type === "chunk") open.push(next);
    }
  }
  return files;
}
