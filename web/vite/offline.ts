import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/**
 * Compiles the service worker (`js/sw.ts`), and tells it every file of the site with its digest and
 * whether the first view needs it.
 */
export function offline(): Plugin[] {
  let dist: string;
  const folder: Plugin = {
    name: "ichiban:offline",
    configResolved(config) {
      dist = config.build.outDir;
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
      // What hosts read, and what is only another form of a file.
      globIgnores: ["**/_*", "**/.*", "**/*.br", "sw.*"],
      maximumFileSizeToCacheInBytes: 100_000_000,
      manifestTransforms: [
        async (entries) => {
          const page = await readFile(join(dist, "index.html"), "utf8");
          const listed = entries.map(async ({ url: file, size }) => {
            const digest = createHash("sha384").update(await readFile(join(dist, file))).digest("base64");
            const url = file === "index.html" ? "/" : `/${file}`;
            const isShell = !file.startsWith("assets/") || page.includes(`"${url}"`) || /\/web_bg-/.test(url);
            return { url, revision: null, size, integrity: `sha384-${digest}`, bytes: size, isShell };
          });
          return { manifest: await Promise.all(listed), warnings: [] };
        },
      ],
    },
  });
  return [folder, ...worker];
}
