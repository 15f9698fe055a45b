// JSON · Repair, from a broken text to a valid one.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { drop, editorText, fillEditor } from "./page.mjs";

const BROKEN = "{\n  name: 'Ada',\n  \"tags\": [1, 2,],\n  // who asked\n  \"ok\": True\n}\n";

test.beforeEach(async ({ page }) => {
  await page.goto("/json/repair");
});

const repaired = (page) => editorText(page, "Repaired text");
const changes = (page) => page.locator(".changes li");

test("the page invites, and each example is repaired", async ({ page }) => {
  await expect(page.getByRole("heading", { name: "Drop JSON that does not parse" })).toBeVisible();
  const examples = page.locator(".examples button");
  const count = await examples.count();
  expect(count).toBeGreaterThanOrEqual(3);
  for (let at = 0; at < count; at += 1) {
    await examples.nth(at).click();
    await expect(page.locator(".status")).toContainText(/Repaired by \d+ changes/);
    JSON.parse(await repaired(page));
    await page.getByRole("button", { name: "Close this text" }).click();
  }
});

test("changes are listed, and each leads to its place", async ({ page }) => {
  await drop(page, "answer.json", BROKEN);
  await expect.poll(() => repaired(page)).toContain('"name": "Ada"');
  const comma = changes(page).filter({ hasText: "extra comma" });
  await expect(comma).toContainText("3:16");
  await comma.getByRole("button").click();
  await expect(comma.getByRole("button")).toHaveAttribute("aria-current", "true");
  // What is selected is what was removed.
  await comma.getByRole("button").dblclick();
  await page.keyboard.press("Delete");
  await expect.poll(() => editorText(page, "Broken text")).toContain("[1, 2],");
  await expect(changes(page).filter({ hasText: "extra comma" })).toHaveCount(0);

  // By keyboard from change to change.
  await changes(page).first().getByRole("button").focus();
  await page.keyboard.press("ArrowDown");
  await expect(changes(page).nth(1).getByRole("button")).toBeFocused();
  await expect(changes(page).nth(1).getByRole("button")).toHaveAttribute("aria-current", "true");
});

test("valid input is said to be valid and stays to the byte", async ({ page }) => {
  const text = '{ "a" : 1e+2,\r\n\t"b":[ ] }\r\n';
  await drop(page, "fine.json", text);
  await expect(page.locator(".changes")).toContainText("This is valid JSON");
  await expect(page.locator(".status")).toContainText("Valid JSON");
  await expect(page.getByRole("button", { name: "Apply" })).toBeDisabled();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  expect(await readFile(await (await saved).path(), "utf8")).toBe(text);
});

test("a repair is applied and undone", async ({ page }) => {
  await drop(page, "answer.json", BROKEN);
  await expect.poll(() => repaired(page)).toContain('"ok": true');
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.locator(".status")).toContainText("Valid JSON");
  const applied = JSON.parse(await editorText(page, "Broken text"));
  expect(applied).toEqual({ name: "Ada", tags: [1, 2], ok: true });
  await page.getByRole("button", { name: "Undo repair" }).click();
  await expect(page.locator(".status")).toContainText(/Repaired by \d+ changes/);
  expect(await editorText(page, "Broken text")).toBe(BROKEN.trimEnd());
  // The editor's own undo knows of it too.
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".status")).toContainText("Valid JSON");
  await page.getByLabel("Broken text").and(page.locator(".cm-content")).click();
  await page.keyboard.press("Control+z");
  await expect(page.locator(".status")).toContainText(/Repaired by \d+ changes/);
});

test("the repaired text is downloaded and copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await drop(page, "answer.txt", BROKEN);
  await expect.poll(() => repaired(page)).toContain('"ok": true');
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe("answer.txt.json");
  const value = { name: "Ada", tags: [1, 2], ok: true };
  expect(JSON.parse(await readFile(await file.path(), "utf8"))).toEqual(value);
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.locator(".notice")).toContainText("Copied");
  expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual(value);
});

test("what cannot be repaired says so, and keeps the last repair", async ({ page }) => {
  await drop(page, "answer.json", BROKEN);
  await expect.poll(() => repaired(page)).toContain('"ok": true');
  await fillEditor(page, "Broken text", "   // nothing here\n");
  await expect(page.locator(".problem")).toContainText(/Line \d+, column \d+/);
  await expect(page.locator(".output")).toContainText("Of an earlier text");
  expect(await repaired(page)).toContain('"ok": true');
});

test("a text with many changes stays quick to read, and is repaired whole", async ({ page }) => {
  const text = `[${Array.from({ length: 20_000 }, (_, id) => `{id: ${id},}`).join(",\n")}]`;
  await drop(page, "many.json", text);
  await expect(page.locator(".changes h3")).toHaveText("60\u202f000 changes");
  await expect(changes(page)).toHaveCount(100);
  await page.getByRole("button", { name: /Show 400 more/ }).click();
  await expect(changes(page)).toHaveCount(500);
  await expect(page.locator(".changes")).toContainText("The first 500 are listed; all are made.");
  const saved = page.waitForEvent("download");
  await page.locator(".bar").getByRole("button", { name: "Download" }).click();
  const whole = JSON.parse(await readFile(await (await saved).path(), "utf8"));
  expect(whole).toHaveLength(20_000);
});

test("the repaired text opens in Translate", async ({ page }) => {
  await drop(page, "en.json", '{"title": "Your order", "pay": "Pay {{amount}} now",}');
  await expect.poll(() => repaired(page)).toContain("now");
  await page.getByRole("button", { name: "Open in" }).click();
  await page.getByRole("menuitem", { name: /Translate/ }).click();
  await expect(page).toHaveURL(/\/json\/translate$/);
  await expect(page.locator(".source .what")).toContainText("2 values");
});
