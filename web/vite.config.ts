import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { brotli } from "./vite/brotli.ts";
import { llama } from "./vite/llama.ts";
import { offline } from "./vite/offline.ts";
import { parts } from "./vite/parts.ts";
import { preload } from "./vite/preload.ts";
import { words } from "./vite/words.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

// `cargo xtask` calls Vite and says where it put the modules.
const wasm = process.env.ICHIBAN_WASM ?? path("../target/modules");

/** Small modules of the page's start that what comes later imports as well. */
const COMMON = /\/js\/(?:base|editor-events|letters|pack|say|task|local\/talk)\.ts$|vite\/preload-helper|rolldown\/runtime/;
/** What runs before the page's script is here. */
const BEGIN = /\/js\/(?:begin|first|words)\.ts$|virtual:(?:packs|words)$/;

export default defineConfig(({ mode }) => ({
  // Scripts find each other by where they are, so the site may begin anywhere.
  base: mode === "production" ? "./" : "/",
  publicDir: path("../public"),
  cacheDir: path("node_modules/.vite"),
  resolve: {
    alias: { "@wasm": wasm, "@js": path("js") },
  },
  plugins: [llama(), offline(), parts(`${wasm}/web`, ["translate", "data", "diagram", "docs"]), words(path("locales")), ...(mode === "production" ? [preload(), brotli()] : [])],
  worker: { format: "es", plugins: () => [llama()] },
  // It is changed on its way (`vite/llama.ts`).
  optimizeDeps: { exclude: ["@wllama/wllama"] },
  build: {
    outDir: path("../dist"),
    emptyOutDir: true,
    // What WebAssembly as Rust emits it and module workers need anyway.
    target: "es2022",
    // Data URLs would need exceptions in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The page, the one in which mermaid.js runs, and what other sites load to show a widget.
      input: { index: path("index.html"), "mermaid-frame": path("mermaid-frame.html"), embed: path("embed/src/index.ts") },
      output: {
        entryFileNames: ({ name }) => (name === "embed" ? "embed.js" : "assets/[name]-[hash].js"),
        codeSplitting: {
          groups: [
            { name: "common", test: COMMON, priority: 2 },
            { name: "begin", test: BEGIN, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    // A page without an origin fetches scripts as a stranger, whose origin is `null`.
    cors: { origin: [/^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/, "null"] },
    fs: { allow: [path("."), wasm] },
  },
}));
