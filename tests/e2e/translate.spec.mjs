// JSON · Translate, from a dropped file to a translated one, against a scripted model.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { connect, drop, rows, source } from "./page.mjs";
import { plain, startReplay } from "./replay.mjs";

let model;
test.beforeAll(async () => {
  // It may have to be compiled first.
  test.setTimeout(600_000);
  model = await startReplay();
});
test.afterAll(() => model?.close());
test.beforeEach(async ({ page }) => {
  await page.goto("/json/translate");
  await page.getByRole("main").waitFor();
});

/** Every path of a document with the kind of what stands there. */
function shape(value, path = "") {
  if (value === null || typeof value !== "object") return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, child]) => shape(child, `${path}/${key}`));
}

async function download(page, item) {
  await page.getByRole("button", { name: "Download" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: item }).click();
  return readFile(await (await saved).path(), "utf8");
}

test("an example opens with one click and says what it is", async ({ page }) => {
  await expect(page.getByRole("heading", { name: "Drop a locale file" })).toBeVisible();
  await page.getByRole("button", { name: /i18next/ }).click();
  await expect(page.locator(".source .what")).toContainText("12 values");
  await expect(page.locator("tbody .key", { hasText: "greeting" })).toBeVisible();
  await expect(page.locator("mark", { hasText: "{{name}}" }).first()).toBeVisible();
});

test("a dropped catalogue is translated as values settle, and downloads with its layout", async ({ page }) => {
  await connect(page, model.root("fine"));
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Français" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".status")).toContainText("All checks pass");
  expect(plain(await page.locator("td.done .text").first().innerText())).toBe("Your order");

  const translated = await download(page, "fr.json");
  expect(shape(JSON.parse(translated))).toEqual(shape(JSON.parse(source)));
  expect(translated).not.toBe(source);
  expect(plain(translated)).toBe(source);
});

test("what is shown while a value streams never changes, and a stop keeps what settled", async ({ page }) => {
  // More than one answer holds: what is in the first has settled before the last is asked for.
  const many = JSON.stringify(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`key${n}`, `Value number ${n}`])), null, 2);
  await connect(page, model.root("slow,delay=15"));
  await drop(page, "en.json", many);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.keyboard.press("Control+Enter");

  const streaming = page.locator("td.streaming .text").first();
  await expect(streaming).toBeVisible();
  await expect(page.locator("td.done").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".status")).toContainText("Stopped.");
  await expect(page.locator("td.streaming")).toHaveCount(0);
  const kept = await page.locator("td.done .text").allTextContents();
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(60);

  // Going on asks for the rest alone.
  await connect(page, model.root("rest"));
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.locator(".status")).toContainText("All checks pass");
  const again = JSON.stringify(await model.sent("rest"));
  expect(again).toContain("Value number 59");
  expect(again).not.toContain("Value number 0");
  expect(await page.locator("td.done .text").allTextContents()).toEqual(expect.arrayContaining(kept));
});

test("a selection holds while tokens arrive", async ({ page }) => {
  await connect(page, model.root("slow,delay=60"));
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Français" }).click();
  await page.keyboard.press("Control+Enter");
  const streaming = page.locator("td.streaming .text").first();
  await expect(streaming).toHaveText(/^.{3,}/);
  const selected = () => page.evaluate(() => String(getSelection()));
  await streaming.evaluate((element) => getSelection().setBaseAndExtent(element.firstChild, 0, element.firstChild, 3));
  const before = await selected();
  await expect(page.locator("td.done").first()).toBeVisible();
  expect(await selected()).toBe(before);
  await page.keyboard.press("Escape");
});

test("a value that fails its check says why, and the file keeps the source text", async ({ page }) => {
  await connect(page, model.root("drops,model=drop-placeholder"));
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.keyboard.press("Control+Enter");
  const refused = page.locator("td.attention").first();
  await expect(refused).toContainText("The file keeps the source text.");
  await expect(refused).toContainText("{{");
  expect(JSON.parse(await download(page, "de.json")).checkout.pay).toBe("Pay {{amount}} now");

  // A person's own text is checked and taken.
  await page.getByRole("button", { name: /need.* attention/ }).click();
  const pay = rows(page).filter({ hasText: /^pay/ });
  await pay.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Translation" }).fill("Jetzt {{amount}} bezahlen");
  await page.keyboard.press("Enter");
  await expect(pay.locator("td.done")).toContainText("yours");
  expect(JSON.parse(await download(page, "de.json")).checkout.pay).toBe("Jetzt {{amount}} bezahlen");
});

for (const [what, scenario, says] of [
  ["a wrong key", "wrong,key=right", /key/i],
  ["a web page", "html,html", /HTML|web page|not an API/i],
  ["a busy server", "busy,status=429,retry-after=1", /HTTP 429/],
  ["an overloaded server", "down,status=503", /HTTP 503/],
  ["a refusal by CORS", "blocked,no-cors", /this page|CORS|allow/i],
  ["an error in the stream", "broken,error", /server|error|broke/i],
]) {
  test(`${what}: a plain message, what to do, and nothing lost`, async ({ page }) => {
    test.setTimeout(90_000);
    await connect(page, model.root(scenario));
    await drop(page, "en.json", source);
    await page.getByRole("button", { name: "Français" }).click();
    await page.keyboard.press("Control+Enter");
    const banner = page.locator(".banner");
    await expect(banner).toBeVisible({ timeout: 60_000 });
    await expect(banner).toContainText(says);
    await expect(page.locator("td.pending, td.streaming")).toHaveCount(0);

    await connect(page, model.root("fine"));
    await page.getByRole("button", { name: "Retry" }).click();
    await expect(page.locator(".status")).toContainText("All checks pass");
  });
}

test("an answer that is cut keeps what settled; Retry asks for the rest", async ({ page }) => {
  test.setTimeout(90_000);
  await connect(page, model.root("cut,cut=60,delay=20"));
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Français" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".banner")).toBeVisible({ timeout: 60_000 });
  await expect(page.locator("td.done").first()).toBeVisible();
  await connect(page, model.root("fine"));
  await page.getByRole("button", { name: "Retry" }).click();
  await expect(page.locator(".status")).toContainText("All checks pass");
});

test("a server that is busy once is asked again by itself", async ({ page }) => {
  await connect(page, model.root("busy-once,status=429,retry-after=1,times=1"));
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Français" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".status")).toContainText("All checks pass", { timeout: 20_000 });
});

test("invalid JSON shows the place and the reason, and the last good table stays", async ({ page }) => {
  await drop(page, "en.json", source);
  await expect(page.locator(".source .what")).toContainText("7 values");
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("x");
  const problem = page.locator(".problem");
  await expect(problem).toContainText("Line 1, column 1");
  await expect(problem).toContainText("last text that could be read");
  await expect(page.locator("tbody .key").first()).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(problem).toHaveCount(0);
});

test("typing changes the table at once and keeps translations of other values", async ({ page }) => {
  await connect(page, model.root("fine"));
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Français" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".status")).toContainText("All checks pass");
  await page.locator(".cm-line", { hasText: "Sign out" }).click();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type(" now");
  await expect(page.locator("td.empty-cell")).toHaveCount(1);
  await expect(page.locator("td.done")).toHaveCount(6);
});

test("pseudo-localisation needs no model", async ({ page }) => {
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Pseudo-localise" }).click();
  await expect(page.locator("td.done")).toHaveCount(7);
  const pseudo = JSON.parse(await download(page, "en-XA.json"));
  expect(pseudo.checkout.pay).toContain("{{amount}}");
  expect(pseudo.checkout.pay).not.toBe("Pay {{amount}} now");
});

test("a second file of the same keys is taken as a translation of a locale", async ({ page }) => {
  await drop(page, "en.json", source);
  await expect(page.locator(".source .what")).toContainText("7 values");
  const french = JSON.parse(source);
  french.checkout.title = "Votre commande";
  delete french.account;
  await drop(page, "fr.json", JSON.stringify(french, null, 2));
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Its locale")).toHaveValue("fr");
  await dialog.getByRole("button", { name: "Use as translation" }).click();
  await expect(page.locator("td.done", { hasText: "Votre commande" })).toContainText("from the file");
});

test("a file above the limit is refused by name, and nothing freezes", async ({ page }) => {
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(100_000_000)], "huge.json"));
    document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await expect(page.locator(".notice")).toContainText(/huge\.json.*limit/);
  await page.getByRole("button", { name: /i18next/ }).click();
  await expect(page.locator("tbody .key").first()).toBeVisible();
});

test("a test of the endpoint says whether it answers; the key goes nowhere else", async ({ page }) => {
  await page.locator(".chip").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill(model.root("probed,key=right"));
  await dialog.getByLabel("Model").fill("m");
  await dialog.getByLabel("Key", { exact: true }).fill("sk-not-a-real-one");
  await dialog.getByRole("button", { name: "Test" }).click();
  await expect(dialog.locator(".probe .bad")).toContainText(/key/i);
  await dialog.getByLabel("Address").fill(model.root("fine"));
  await dialog.getByRole("button", { name: "Save" }).click();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("sk-not-a-real-one");
  expect(page.url()).not.toContain("sk-");
});

test("everything is reached by keyboard", async ({ page }) => {
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Français" }).click();
  await page.locator("tbody .key button").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator("td:focus")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.type("À moi");
  await page.keyboard.press("Enter");
  await expect(page.locator("td", { hasText: "À moi" })).toBeVisible();
  await page.getByRole("separator").focus();
  const width = () => page.locator(".pane.source").evaluate((pane) => pane.offsetWidth);
  const before = await width();
  await page.keyboard.press("ArrowRight");
  await expect.poll(width).toBeGreaterThan(before);
});

test("catalogues that are not JSON keep their form", async ({ page }) => {
  const files = {
    "messages.po": 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n# Above the list.\nmsgid "Your order"\nmsgstr ""\n',
    "en.yml": "# The shop\nen:\n  cart:\n    title: Your order # shown above\n    pay: 'Pay %{amount}'\n",
    "strings.xml": '<resources>\n    <!-- The shop -->\n    <string name="title">Your order</string>\n</resources>\n',
  };
  for (const [name, text] of Object.entries(files)) {
    await drop(page, name, text);
    await expect(page.locator(".source .what")).toContainText("value");
    await page.getByRole("button", { name: "Pseudo-localise" }).click();
    await expect(page.locator("td.done").first()).toBeVisible();
    const made = await download(page, `en-XA.${name.split(".").pop()}`);
    expect(made).not.toBe(text);
    expect(made).toContain(/^.*(?:Above the list|The shop).*$/m.exec(text)[0]);
    await page.getByRole("button", { name: "Close this file" }).click();
    await page.getByRole("button", { name: /^Remove/ }).click();
  }
});

test("a part of the page that cannot be fetched is said, and fetched when asked again", async ({ page, context }) => {
  let refused = 0;
  await context.route(/split_table.*\.wasm/, (route) => {
    refused += 1;
    return refused <= 2 ? route.abort() : route.continue();
  });
  await page.reload();
  await page.getByRole("button", { name: /i18next/ }).click();
  const told = page.getByRole("alert").filter({ hasText: "could not be fetched" });
  await expect(told).toBeVisible();
  await expect(async () => {
    await told.getByRole("button", { name: "Try again" }).click({ timeout: 1_000 });
    await expect(page.locator("tbody .key", { hasText: "greeting" })).toBeVisible({ timeout: 2_000 });
  }).toPass();
});
