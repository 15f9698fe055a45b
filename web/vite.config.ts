import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { brotli } from "./vite/brotli.ts";
import { offline } from "./vite/offline.ts";
import { preload } from "./vite/preload.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

// `cargo xtask` calls Vite and says where it put the modules.
const wasm = process.env.ICHIBAN_WASM ?? path("../target/modules");

export default defineConfig(({ mode }) => ({
  publicDir: path("../public"),
  cacheDir: path("node_modules/.vite"),
  resolve: {
    alias: { "@wasm": wasm, "@js": path("js") },
  },
  plugins: [offline(), ...(mode === "production" ? [preload(), brotli()] : [])],
  worker: { format: "es" },
  build: {
    outDir: path("../dist"),
    emptyOutDir: true,
    // What WebAssembly as Rust emits it and module workers need anyway.
    target: "es2022",
    // Data URLs would need exceptions in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The page, and the one in which mermaid.js runs.
      input: [path("index.html"), path("mermaid-frame.html")],
    },
  },
  server: {
    // A page without an origin fetches scripts as a stranger, whose origin is `null`.
    cors: { origin: [/^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/, "null"] },
    fs: { allow: [path("."), wasm] },
  },
}));
