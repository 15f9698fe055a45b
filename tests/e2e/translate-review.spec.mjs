// Reviewing translations by keyboard, and what is remembered of it.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { connect, drop, source } from "./page.mjs";
import { startReplay } from "./replay.mjs";

let model;
test.beforeAll(async () => {
  // It may have to be compiled first.
  test.setTimeout(600_000);
  model = await startReplay();
});
test.afterAll(() => model?.close());
test.beforeEach(async ({ page }) => {
  await page.goto("/json/translate");
});

async function translated(page, scenario) {
  await connect(page, model.root(scenario));
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".status")).toContainText("Finished", { timeout: 20_000 });
}

const review = (page) => page.getByRole("region", { name: "Review" });

test("values are accepted, skipped, written and gone back to by keys alone", async ({ page }) => {
  await translated(page, "fine");
  await page.getByRole("button", { name: "Review" }).click();
  const view = review(page);
  await expect(view).toContainText("1 of 7");
  await expect(view).toContainText("Your order");
  await page.keyboard.press("a");
  await expect(view).toContainText("2 of 7");
  await page.keyboard.press("s");
  await expect(view).toContainText("3 of 7");
  await page.keyboard.press("p");
  await expect(view).toContainText("2 of 7");
  await page.keyboard.press("e");
  await page.getByRole("textbox", { name: "Translation" }).fill("Kommt am {{date}}");
  await page.keyboard.press("Enter");
  await expect(view).toContainText("Kommt am {{date}}");
  await expect(view).toContainText("accepted");
  for (let turn = 0; turn < 6; turn += 1) await page.keyboard.press("a");
  await expect(view).toContainText("That was the last one");
  await expect(view).toContainText("7 values are accepted");
  await page.keyboard.press("Escape");
  await expect(page.locator("td.accepted")).toHaveCount(7);

  // What was accepted can be taken back.
  await page.getByRole("button", { name: "Review" }).click();
  await view.getByRole("button", { name: "Take back" }).click();
  await expect(view.getByRole("button", { name: /^Accept/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("td.accepted")).toHaveCount(6);
});

test("a value that fails a check shows why, and is asked for again", async ({ page }) => {
  await translated(page, "drops,model=drop-placeholder");
  await connect(page, model.root("fine"));
  await page.getByRole("button", { name: "Review" }).click();
  const view = review(page);
  await page.keyboard.press("s");
  await expect(view.locator(".review-findings")).toContainText("{{date}}");
  await expect(view).toContainText("needs attention");
  await page.keyboard.press("r");
  await expect(view).toContainText("from the model");
  await expect(view.locator(".review-findings")).toHaveCount(0);
});

test("keys mean nothing to a review that the focus is not in", async ({ page }) => {
  await translated(page, "fine");
  await page.getByRole("button", { name: "Review" }).click();
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("as");
  await expect(review(page)).toContainText("1 of 7");
});

test("what is accepted is remembered in another visit, and a model is not asked for it", async ({ page }) => {
  await translated(page, "fine");
  await page.getByRole("button", { name: "Review" }).click();
  for (let turn = 0; turn < 6; turn += 1) await page.keyboard.press("a");
  await expect(review(page)).toContainText("7 of 7");

  await page.goto("/json/translate");
  await connect(page, model.root("second"));
  await drop(page, "en.json", source);
  await expect(page.locator(".source .what")).toContainText("7 values");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".status")).toContainText("Finished", { timeout: 20_000 });
  await expect(page.locator("td", { hasText: "from memory" })).toHaveCount(6);
  const sent = JSON.stringify(await model.sent("second"));
  expect(sent).toContain("You are offline.");
  expect(sent).not.toContain("Sign out");
});

test("the memory is searched, forgotten, taken back, and carried as TMX", async ({ page }) => {
  await translated(page, "fine");
  await page.getByRole("button", { name: "Review" }).click();
  for (let turn = 0; turn < 7; turn += 1) await page.keyboard.press("a");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Memory" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("7 translations");
  await dialog.getByRole("searchbox").fill("sign out");
  await expect(dialog.locator(".memory-list li")).toHaveCount(1);
  await expect(dialog).toContainText("1 of 7");
  await dialog.getByRole("button", { name: /^Forget “/ }).click();
  await expect(dialog.locator(".memory-list li.removed")).toHaveCount(1);
  await dialog.getByRole("button", { name: "Undo" }).click();
  await expect(dialog.locator(".memory-list li.removed")).toHaveCount(0);
  await dialog.getByRole("searchbox").fill("");

  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export TMX" }).click();
  const tmx = await readFile(await (await saved).path(), "utf8");
  expect(tmx).toContain("<tmx");
  expect(tmx).toContain("Sign out");

  await dialog.getByRole("button", { name: "Forget all" }).click();
  await dialog.getByRole("button", { name: "Forget 7 translations" }).click();
  await expect(dialog).toContainText("Nothing is remembered yet.");
  await dialog.getByLabel("Translation memory as TMX").setInputFiles({ name: "team.tmx", mimeType: "application/xml", buffer: Buffer.from(tmx) });
  await expect(dialog).toContainText("7 translations taken over.");
  await dialog.getByLabel("Translation memory as TMX").setInputFiles({ name: "no.tmx", mimeType: "application/xml", buffer: Buffer.from("<p>") });
  await expect(dialog).toContainText(/Line 1.*tmx/);
});

test("two pages do not overwrite what the other remembers", async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto("/json/translate");
  const write = async (page, name, text, translation) => {
    await drop(page, name, JSON.stringify({ key: text }));
    await expect(page.locator(".source .what")).toContainText("1 value");
    if (!(await page.getByRole("button", { name: "Remove German" }).isVisible())) {
      await page.getByRole("button", { name: "Deutsch" }).click();
    }
    await page.locator("td.empty-cell").dblclick();
    await page.getByRole("textbox", { name: "Translation" }).fill(translation);
    await page.keyboard.press("Enter");
    await expect(page.locator("td.done")).toContainText("yours");
  };
  await write(page, "en.json", "Save", "Sichern");
  await write(other, "en.json", "Open", "Öffnen");
  await page.bringToFront();
  await expect(async () => {
    await page.getByRole("button", { name: "Memory" }).click();
    await expect(page.getByRole("dialog")).toContainText("2 translations", { timeout: 1_000 });
  }).toPass();
  await page.reload();
  await page.getByRole("button", { name: "Memory" }).click();
  await expect(page.getByRole("dialog")).toContainText("2 translations");
});

test("a memory that cannot be kept is said, and the page works on", async ({ page }) => {
  // Another version of the page has been here: this one cannot open what it left.
  await page.goto("/favicon.svg");
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        indexedDB.deleteDatabase("ichiban-translate");
        const request = indexedDB.open("ichiban-translate", 99);
        request.onsuccess = () => resolve(request.result.close());
        request.onerror = () => reject(request.error);
      }),
  );
  await page.goto("/json/translate");
  await translated(page, "fine");
  await page.getByRole("button", { name: /^Memory/ }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("lasts until this page is closed");
});

test("a glossary is written for each locale, carried as CSV, and checked", async ({ page }) => {
  await connect(page, model.root("terms"));
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.getByRole("button", { name: "Glossary" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Glossary as CSV").setInputFiles({ name: "g.csv", mimeType: "text/csv", buffer: Buffer.from("term,keep,de,fr\norder,,Bestellung,commande\n") });
  await expect(dialog).toContainText("1 term read.");
  await dialog.getByRole("button", { name: "+ term" }).click();
  await dialog.getByLabel("Term", { exact: true }).last().fill("offline");
  await dialog.getByLabel("Keep “offline” as it is").check();
  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export CSV" }).click();
  expect(await readFile(await (await saved).path(), "utf8")).toBe("term,keep,de,fr\norder,,Bestellung,commande\noffline,yes,,\n");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Glossary · 2" })).toBeVisible();

  await page.keyboard.press("Control+Enter");
  await expect(page.locator("td.attention").first()).toBeVisible({ timeout: 20_000 });
  const sent = JSON.stringify(await model.sent("terms"));
  expect(sent).toContain("Bestellung");
  expect(sent).not.toContain("commande");

  // It is there after a reload, and can be deleted.
  await page.reload();
  await page.getByRole("button", { name: "Glossary · 2" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete “order”" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Glossary · 1" })).toBeVisible();
});
