import { defineConfig } from "@playwright/test";
import { launchOptions } from "./browser.mjs";

// `cargo xtask test end-to-end` builds the site, starts the servers and sets their addresses.
export default defineConfig({
  testDir: ".",
  forbidOnly: true,
  retries: 0,
  // The small model and the page share the machine's cores; a second page would only slow both.
  workers: 1,
  projects: [
    { name: "behaviour", testIgnore: "looks.spec.mjs", outputDir: "results/behaviour" },
    { name: "looks", testMatch: "looks.spec.mjs", outputDir: "results/looks" },
  ],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.ICHIBAN_SITE ?? "http://127.0.0.1:8080",
    launchOptions: launchOptions(),
    // What it serves, tests can neither see nor replace. Those of it allow it (`offline.spec.mjs`).
    serviceWorkers: "block",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
});
