// The whole way with a real model: small, slow and no translator, so what is held to is structure,
// checks and honesty of states, not quality.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { connect, drop, rows, source } from "./page.mjs";

let address = process.env.ICHIBAN_MODEL;
let child;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  if (address !== undefined) return;
  child = spawn("cargo", ["xtask", "model-server", "--port", "0"], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    address = /(http:\/\/127\.0\.0\.1:\d+\/v1)/.exec(line)?.[1];
    if (address !== undefined) return;
  }
  throw new Error("the model server ended before it listened");
});
test.afterAll(() => child?.kill());

test("a real model streams into the table; stopping, going on and downloading keep the structure", async ({ page }) => {
  test.setTimeout(600_000);
  await page.goto("/json/translate");
  await connect(page, address, "SmolLM2-135M-Instruct");
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Français" }).click();
  await page.keyboard.press("Control+Enter");

  // Values come one after another, and what has settled stays as it is.
  await expect(page.locator("td.streaming, td.done, td.attention").first()).toBeVisible({ timeout: 300_000 });
  await expect(page.locator("td.done, td.attention").first()).toBeVisible({ timeout: 300_000 });
  await page.keyboard.press("Escape");
  await expect(page.locator(".status")).toContainText(/Stopped|Finished|attention|All checks/);
  await expect(page.locator("td.streaming, td.pending")).toHaveCount(0);
  const kept = await page.locator("td.done .text").allTextContents();

  const rest = page.locator("button.primary", { hasText: /^(Continue|Translate)/ });
  if (await rest.isEnabled()) await rest.click();
  await expect(page.locator("td.streaming, td.pending, td.empty-cell")).toHaveCount(0, { timeout: 300_000 });
  expect(await page.locator("td.done .text").allTextContents()).toEqual(expect.arrayContaining(kept));

  // A model this small may answer nothing that passes its checks: a person's own words do.
  await rows(page).last().locator("td.attention, td.done").dblclick();
  await page.getByRole("textbox", { name: "Translation" }).fill("Vous êtes hors ligne.");
  await page.keyboard.press("Enter");
  await expect(rows(page).last().locator("td.done")).toContainText("Vous êtes hors ligne.");

  // The file has the source's keys, its placeholders, and its layout.
  await page.getByRole("button", { name: "Download" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "fr.json" }).click();
  const text = await readFile(await (await saved).path(), "utf8");
  const given = text.split("\n");
  const wanted = source.split("\n");
  expect(given.length).toBe(wanted.length);
  for (const [number, line] of wanted.entries()) {
    expect(given[number].split(":")[0]).toBe(line.split(":")[0]);
    for (const placeholder of line.match(/\{\{\w+\}\}|<\/?\d>/g) ?? []) expect(given[number]).toContain(placeholder);
  }
});

// The server speaks three wires; to each of them it must be the same model.
for (const wire of ["openai-responses", "anthropic"]) {
  test(`the same server is asked by ${wire}, and its answer ends as it ended`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.goto("/json/translate");
    await connect(page, address, "SmolLM2-135M-Instruct", wire);
    await drop(page, "en.json", '{"yes": "Yes"}');
    await page.getByRole("button", { name: "Français" }).click();
    await page.keyboard.press("Control+Enter");
    await expect(page.locator("td.done, td.attention").first()).toBeVisible({ timeout: 200_000 });
    await expect(page.locator(".status")).toContainText("to first token");
    await expect(page.locator(".status")).toContainText("to first paint");
    // What left the page, with its end and its times.
    await page.locator(".chip").click();
    const sent = page.getByRole("dialog").locator(".ledger");
    await sent.locator("summary").click();
    const entry = sent.getByRole("listitem").last();
    await expect(entry).toContainText("Translate");
    await expect(entry.locator(".ending")).toContainText(/complete|length/);
    await expect(sent.getByRole("listitem").filter({ hasText: "to first paint" })).not.toHaveCount(0);
    for (const what of ["to first byte", "to first token", "to first paint"]) {
      await expect(sent.getByRole("rowheader", { name: what })).toBeVisible();
    }
  });
}
