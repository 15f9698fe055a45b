// What was worked on is kept, and opened again; a crash takes nothing.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { editorText, fillEditor } from "./page.mjs";

const BROKEN = "{'name': 'first', 'count': 1,}";

/** Writes something in Repair, and waits until it is kept. */
async function write(page, text = BROKEN) {
  await page.goto("/json/repair");
  await page.getByRole("button", { name: /Write/ }).first().click();
  const editor = page.locator(".cm-content").first();
  await editor.waitFor();
  const label = await editor.getAttribute("aria-label");
  await fillEditor(page, label, text);
  await expect.poll(() => kept(page)).toBeGreaterThan(0);
  return label;
}

/** How much is in the database. */
const kept = (page, store = "records") =>
  page.evaluate(
    (store) =>
      new Promise((resolve) => {
        const request = indexedDB.open("ichiban-history");
        request.onerror = () => resolve(0);
        request.onsuccess = () => {
          const database = request.result;
          if (!database.objectStoreNames.contains(store)) {
            database.close();
            return resolve(0);
          }
          const count = database.transaction(store).objectStore(store).count();
          count.onsuccess = () => {
            database.close();
            resolve(count.result);
          };
        };
      }),
    store,
  );

const history = (page) => page.getByRole("dialog", { name: "History" });

async function open(page) {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search commands" }).fill("history");
  await page.keyboard.press("Enter");
  await expect(history(page)).toBeVisible();
}

test("work is opened again after a reload", async ({ page }) => {
  const label = await write(page);
  await page.goto("/json/translate");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await open(page);
  await history(page).getByRole("button", { name: /name.*first/ }).first().click();
  await expect(page).toHaveURL(/\/json\/repair$/);
  await expect.poll(() => editorText(page, label)).toContain("'first'");
});

test("typing goes on with what is kept, and something else begins anew", async ({ page }) => {
  const label = await write(page);
  await fillEditor(page, label, "{'name': 'first', 'count': 12,}");
  await page.waitForTimeout(2_500);
  expect(await kept(page)).toBe(1);
  await fillEditor(page, label, "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17,");
  await expect.poll(() => kept(page)).toBe(2);
});

test("what is pinned comes first, and is found by its words", async ({ page }) => {
  const label = await write(page);
  await fillEditor(page, label, "[10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130,");
  await expect.poll(() => kept(page)).toBe(2);
  await open(page);
  const items = history(page).getByRole("listitem");
  await expect(items.first()).toContainText("[10");
  await history(page).getByRole("button", { name: /^Pin .*first/ }).click();
  await expect(items.first()).toContainText("first");
  await history(page).getByRole("searchbox").fill("20, 30");
  await expect(items).toHaveCount(1);
  await history(page).getByRole("searchbox").fill("nowhere");
  await expect(history(page)).toContainText("Nothing has these words.");
});

test("it is exported, forgotten, and taken in again", async ({ page }) => {
  await write(page);
  await open(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    history(page).getByRole("button", { name: "Export", exact: true }).click(),
  ]);
  const path = await download.path();
  expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ format: "ichiban-history", version: 1 });
  await history(page).getByRole("button", { name: "Forget everything" }).click();
  await history(page).getByRole("button", { name: "Forget all 1 for good?" }).click();
  await expect(history(page)).toContainText("Nothing yet.");
  await expect.poll(() => kept(page)).toBe(0);
  await history(page).locator("input[type=file]").setInputFiles(path);
  await expect(history(page)).toContainText("1 piece of work came from the file.");
  await expect(history(page).getByRole("listitem")).toHaveCount(1);
  await history(page)
    .locator("input[type=file]")
    .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from('{"format":"har"}') });
  await expect(history(page)).toContainText("not a history");
});

test("a key is not kept, nor anything when it is off", async ({ page }) => {
  const label = await write(page);
  await fillEditor(page, label, `{'key': 'sk-ant-api03-${"aB3".repeat(30)}', 'and': 'a good deal more than before'}`);
  await page.waitForTimeout(2_500);
  expect(await kept(page)).toBe(1);
  await open(page);
  await history(page).getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await fillEditor(page, label, "[10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130,");
  await page.waitForTimeout(2_500);
  expect(await kept(page)).toBe(1);
});

test("two tabs keep beside each other", async ({ page, context }) => {
  await write(page);
  const other = await context.newPage();
  await write(other, "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17,");
  await expect.poll(() => kept(page)).toBe(2);
  await page.bringToFront();
  await open(page);
  await expect(history(page).getByRole("listitem")).toHaveCount(2);
});

test("a browser that keeps nothing says so", async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("no", "SecurityError");
    };
  });
  await page.goto("/json/repair");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await open(page);
  await expect(history(page).getByRole("alert")).toBeVisible();
});

test("a crash hands over what was open, and a report without it", async ({ page }) => {
  await write(page);
  // The program is handed an element that is none: a fault that it cannot foresee.
  await page.evaluate(() => {
    const create = Document.prototype.createElement;
    Document.prototype.createElement = function (name, ...rest) {
      if (name === "template" || name === "header" || name === "section") throw new Error("not now");
      return create.call(this, name, ...rest);
    };
    const clone = Node.prototype.cloneNode;
    Node.prototype.cloneNode = function (...rest) {
      if (globalThis.isBroken) throw new Error("not now");
      return clone.apply(this, rest);
    };
    globalThis.isBroken = true;
  });
  await page.keyboard.press("Control+k");
  const dialog = page.locator(".crash");
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText("has stopped");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Save what was open" }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toBe(BROKEN);
  const report = await dialog.locator("pre").textContent();
  expect(report).toMatch(/place: \S+\.rs:\d+/);
  expect(report).not.toContain("first");
});
