import { defineConfig } from "@playwright/test";
import { launchOptions } from "./browser.mjs";

// Those in which a model computes on this machine, or a reader has to keep to a time, with nothing beside them.
const ALONE = ["docs.spec.mjs", "local-model.spec.mjs", "model.spec.mjs", "offline.spec.mjs"];

// `cargo xtask test end-to-end` builds the site, starts the servers and sets their addresses.
export default defineConfig({
  testDir: ".",
  forbidOnly: true,
  retries: 0,
  // A page waits much of its time, be it for an answer or for itself: two keep two cores busy.
  workers: 2,
  projects: [
    { name: "behaviour", testIgnore: ["looks.spec.mjs", ...ALONE], outputDir: "results/behaviour" },
    { name: "alone", testMatch: ALONE, outputDir: "results/alone" },
    { name: "looks", testMatch: "looks.spec.mjs", outputDir: "results/looks", fullyParallel: true },
  ],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: process.env.ICHIBAN_SITE ?? "http://127.0.0.1:8080",
    launchOptions: launchOptions(),
    // What it serves, tests can neither see nor replace. Those of it allow it (`offline.spec.mjs`).
    serviceWorkers: "block",
    // Without a film of the page, which takes time; each step has the document as it was.
    // Nobody opens it where `CI` is set.
    trace: process.env.CI ? "off" : { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
  },
});
