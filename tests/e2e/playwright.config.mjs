import { defineConfig } from "@playwright/test";
import { launchOptions } from "./browser.mjs";

// `cargo xtask test end-to-end` builds the site, starts the servers and sets their addresses.
export default defineConfig({
  testDir: ".",
  forbidOnly: true,
  retries: 0,
  projects: [
    {
      // The small model and the page share the machine's cores; a second page would only slow both.
      name: "behaviour",
      testIgnore: "looks.spec.mjs",
      outputDir: "results/behaviour",
      workers: 1,
    },
    {
      // Pictures of pages at rest, which do not mind company.
      name: "looks",
      testMatch: "looks.spec.mjs",
      outputDir: "results/looks",
      fullyParallel: true,
      workers: 2,
    },
  ],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.ICHIBAN_SITE ?? "http://127.0.0.1:8080",
    launchOptions: launchOptions(),
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
});
