// Serves the suites as the app is served while developing: a crate under test may import the
// app's scripts.
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const suites = process.env.ICHIBAN_SUITES ?? path("../../target/browser-tests");

export default {
  root: path("."),
  publicDir: false,
  cacheDir: `${suites}/.vite`,
  resolve: { alias: { "@js": path("../../web/js") } },
  server: { fs: { allow: [path("../.."), suites] }, hmr: false, watch: null },
};
