// JSON · Translate beside a translation that exists already: what is missing, stale and left over.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { connect, drop, fillEditor, rows, source } from "./page.mjs";
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

/** French for the catalogue: one value is missing, one is left over, one has lost its placeholder. */
const french = () => {
  const texts = JSON.parse(source);
  texts.checkout.title = "Votre commande";
  texts.checkout.eta = "Arrivée {{date}}";
  texts.checkout.pay = "Payer maintenant";
  texts.checkout.terms = "En payant, vous acceptez les <0>conditions</0>.";
  texts.account.greeting = "Bonjour, {{name}}.";
  texts.account.signOut = "Se déconnecter";
  delete texts.offline;
  texts.account.legacy = "Ancien";
  return JSON.stringify(texts, null, 2);
};

async function compare(page) {
  await drop(page, "en.json", source);
  await expect(page.locator(".source .what")).toContainText("7 values");
  await drop(page, "fr.json", french());
  await page.getByRole("dialog").getByRole("button", { name: "Use as translation" }).click();
  await expect(page.locator(".differences")).toContainText("1 missing");
}

async function download(page) {
  await page.getByRole("button", { name: "Download" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "fr.json" }).click();
  return JSON.parse(await readFile(await (await saved).path(), "utf8"));
}

test("what is missing, stale and left over is counted, and each number leads to its rows", async ({ page }) => {
  await compare(page);
  const standing = page.locator(".differences");
  await expect(standing).toContainText("fr");
  await expect(standing).toContainText("1 orphaned");
  await standing.getByRole("button", { name: /missing/ }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("offline");
  await page.getByRole("group", { name: "Show" }).getByRole("button", { name: "All" }).click();
  await expect(rows(page)).toHaveCount(7);
});

test("a run asks for what is missing and what has changed, and says so before", async ({ page }) => {
  await connect(page, model.root("changed"));
  await compare(page);
  await fillEditor(page, "Source JSON", source.replace("Your order", "Your purchase"));
  await expect(page.locator(".differences")).toContainText("1 stale");
  const stale = page.locator("td.stale-cell");
  await expect(stale).toContainText("Votre commande");
  await expect(page.locator(".status")).toContainText("1 missing, 1 changed");
  await page.getByRole("button", { name: /^Stale/ }).click();
  await expect(rows(page)).toHaveCount(1);

  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".status")).toContainText("Finished");
  const sent = JSON.stringify(await model.sent("changed"));
  expect(sent).toContain("Your purchase");
  expect(sent).toContain("You are offline.");
  expect(sent).not.toContain("Sign out");
  const file = await download(page);
  expect(file.account.signOut).toBe("Se déconnecter");
  expect(file.checkout.title).not.toBe("Votre commande");
});

test("a stale translation that still fits is accepted and stands", async ({ page }) => {
  await compare(page);
  await fillEditor(page, "Source JSON", source.replace("Your order", "Your orders"));
  await page.locator("td.stale-cell").getByRole("button", { name: "Accept" }).click();
  await expect(page.locator("td.stale-cell")).toHaveCount(0);
  await expect(page.locator("td.accepted")).toContainText("Votre commande");
});

test("values that are left over are kept, removed, and put back", async ({ page }) => {
  await compare(page);
  expect((await download(page)).account.legacy).toBe("Ancien");
  await page.getByRole("group", { name: "Show" }).getByRole("button", { name: /Orphaned/ }).click();
  const orphans = page.locator(".orphans");
  await expect(orphans).toContainText("account › legacy");
  await orphans.getByRole("button", { name: /^Remove account/ }).click();
  await expect(orphans.locator("li.removed")).toContainText("Ancien");
  expect((await download(page)).account).not.toHaveProperty("legacy");
  await orphans.getByRole("button", { name: /^Undo/ }).click();
  expect((await download(page)).account.legacy).toBe("Ancien");
});

test("a finding of a check leads to its value", async ({ page }) => {
  await compare(page);
  await page.getByRole("button", { name: /finding.* in the translation/ }).click();
  await page.locator(".findings").getByRole("button", { name: /amount/ }).click();
  await expect(page.locator("tr.current .key")).toContainText("pay");
  await expect(page.locator("td.attention:focus")).toHaveCount(1);
});

test("the style of placeholders is shown as found, and can be named", async ({ page }) => {
  await drop(page, "en.json", '{\n  "a": "Hi :name",\n  "b": "Open {file}"\n}\n');
  await expect(page.locator("tbody mark")).toHaveText(["{file}"]);
  const style = page.getByLabel("Placeholders");
  await expect(style.locator("option:checked")).toContainText("(found)");
  await style.selectOption("laravel");
  await expect(page.locator("tbody mark").first()).toHaveText(":name");
  await style.selectOption("");
  await expect(page.locator("tbody mark")).toHaveText(["{file}"]);
});
