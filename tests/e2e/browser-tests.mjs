// Opens suites of browser-side unit tests and prints what they say:
//   node browser-tests.mjs ADDRESS FOLDER…
// where ADDRESS serves tests/browser and each FOLDER holds a suite. Fails if a suite does.
import { basename } from "node:path";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";

const PATIENCE_MS = 120_000;
const [address, ...folders] = process.argv.slice(2);

const browser = await chromium.launch(launchOptions());
let failed = false;
for (const folder of folders) {
  console.log(`\nsuite ${basename(folder)}`);
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.log(`page error: ${error.stack ?? error}`));
  // The runtime keeps what a test prints and shows it with a failure; this is for when it cannot.
  const printed = [];
  page.on("console", (message) => printed.push(message.text()));
  await page.goto(`${address}/?base=${encodeURIComponent(`/@fs${folder}`)}`);
  const over = await page
    .waitForSelector("body[data-done]", { timeout: PATIENCE_MS })
    .then(() => true, () => false);
  const output = (await page.textContent("#output")) ?? "";
  console.log(output.trim());
  if (!over) console.log([...printed, `not over after ${PATIENCE_MS / 1000} s`].join("\n"));
  if (!/^test result: ok\./m.test(output)) failed = true;
  await page.close();
}
await browser.close();
process.exitCode = failed ? 1 : 0;
