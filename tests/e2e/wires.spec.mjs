// Every wire in the page: an answer that arrives whole in whatever way, and one that does not.
import { expect, test } from "@playwright/test";
import { connect, drop, source } from "./page.mjs";
import { plain, startReplay } from "./replay.mjs";

const WIRES = ["openai-chat", "openai-responses", "anthropic", "gemini", "ollama"];

let model;
test.beforeAll(async () => {
  // It may have to be compiled first.
  test.setTimeout(600_000);
  model = await startReplay();
});
test.afterAll(() => model?.close());

/** Asks for the catalogue in French over a wire. */
async function translate(page, wire, settings) {
  await page.goto("/json/translate");
  const scenario = [`${wire}-${settings}`.replaceAll(/[^\w-]/g, "-"), settings].filter((part) => part !== "").join(",");
  await connect(page, model.root(scenario), "scripted", wire);
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Français" }).click();
  await page.keyboard.press("Control+Enter");
}

const values = (page) => page.locator("td.done .text").allInnerTexts();

for (const wire of WIRES) {
  for (const settings of [
    "",
    "chunk=1",
    "stall=400",
    "gzip,trailer",
    "pad=1048576",
    "pad=1048576,gzip,chunk=997",
    // What the first answer lacks is asked for once more.
    "cut-after=6,times=1",
    "stop-after=6,times=1",
  ]) {
    test(`${wire} carries a translation: ${settings || "one event a chunk"}`, async ({ page }) => {
      await translate(page, wire, settings);
      if (/(?:cut|stop)-after/.test(settings)) await page.getByRole("button", { name: "Retry" }).click({ timeout: 30_000 });
      await expect(page.locator(".status")).toContainText("All checks pass", { timeout: 30_000 });
      const texts = (await values(page)).map(plain);
      expect(texts).toContain("Your order");
      expect(texts).toContain("You are offline.");
    });
  }

  // At every boundary: `tests/replay/tests/scenarios.rs`. Here, what the page makes of it.
  for (const events of [0, 3, 8]) {
    test(`${wire} is cut after ${events} events, and nothing is taken that is not whole`, async ({ page }) => {
      test.setTimeout(90_000);
      await translate(page, wire, `cut-after=${events}`);
      await expect(page.locator(".banner")).toBeVisible({ timeout: 60_000 });
      const whole = ["Your order", "Arrives {{date}}", "Pay {{amount}} now", "By paying you accept the <0>terms</0>.", "Hello, {{name}}.", "Sign out", "You are offline."];
      for (const text of await values(page)) expect(whole).toContain(plain(text));
    });
  }
}
