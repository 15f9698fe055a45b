// The settings of the page: kept for use without a network, saved as a file, tools that are marked.
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { deploy } from "./deployment.mjs";

async function openSettings(page) {
  await page.getByRole("button", { name: "Settings" }).click();
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await expect(dialog.getByText("Settings as a file")).toBeVisible();
  return dialog;
}

/** No objection of axe, in either theme. */
async function expectNoObjection(page) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)).toEqual([]);
  }
}

test.describe("use without a network", () => {
  test.use({ serviceWorkers: "allow" });

  let host;
  test.beforeEach(async ({ baseURL }) => {
    host = await deploy(baseURL);
  });
  test.afterEach(() => host.close().catch(() => undefined));

  async function section(page) {
    await page.goto(`${host.address}/json/repair`);
    await page.waitForFunction(() => globalThis.ichibanOffline !== undefined && navigator.serviceWorker.controller !== null);
    const dialog = await openSettings(page);
    await dialog.getByText("Use without a network").click();
    await expect(dialog.locator(".without-network")).toContainText(/of .* MB kept/);
    return dialog.locator(".without-network");
  }

  test("everything is kept when a person says so, and it is told how far that is", async ({ page }) => {
    test.setTimeout(120_000);
    const part = await section(page);
    await part.getByRole("button", { name: /^Keep everything \(.* MB more\)$/ }).click();
    await expect(part.getByRole("status")).toContainText("Everything is kept", { timeout: 60_000 });
    await expect(part.locator("summary")).toContainText("everything is kept");
    await expect(part.getByRole("button")).toHaveCount(0);
    const { files, allFiles } = await page.evaluate(() => ichibanOffline.state());
    expect(files).toBe(allFiles);
    await expectNoObjection(page);
  });

  test("it is stopped, what has come stays, and it goes on from there", async ({ page }) => {
    test.setTimeout(120_000);
    const part = await section(page);
    // The largest file takes its time.
    let release;
    const held = new Promise((resolve) => (release = resolve));
    host.hold = (path) => (/\.wasm$/.test(path) ? held : undefined);
    await part.getByRole("button", { name: /^Keep everything/ }).click();
    await expect(part.getByRole("progressbar", { name: "Kept on this machine" })).toBeVisible();
    await expectNoObjection(page);
    // It goes on behind a dialog that is closed.
    await page.keyboard.press("Escape");
    const dialog = await openSettings(page);
    await dialog.getByRole("button", { name: "Stop" }).click();
    await expect(part.getByRole("status")).toContainText("Stopped. What has come stays.");
    const before = await page.evaluate(() => ichibanOffline.state());
    expect(before.files).toBeLessThan(before.allFiles);
    release();
    await part.getByRole("button", { name: /^Keep everything/ }).click();
    await expect(part.getByRole("status")).toContainText("Everything is kept", { timeout: 60_000 });
  });

  test("what went wrong is told, with what to do", async ({ page }) => {
    const part = await section(page);
    await host.close();
    await part.getByRole("button", { name: /^Keep everything/ }).click();
    await expect(part.getByRole("alert")).toContainText("That did not work: a file did not arrive: look at the network");
    await expect(part.getByRole("button", { name: /^Keep everything/ })).toBeVisible();
    await expectNoObjection(page);
  });
});

test("where nothing can be kept, it is said why", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined }));
  await page.goto("/json/repair");
  const dialog = await openSettings(page);
  const part = dialog.locator(".without-network");
  await dialog.getByText("Use without a network").click();
  await expect(part).toContainText("as in a private window");
  await expect(part.getByRole("button")).toHaveCount(0);
});

/** What a file sets, as its text. */
const file = (settings, version = 1) => ({
  name: "mine.json",
  mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify({ ichiban: "settings", version, settings })),
});

async function openFile(page) {
  const dialog = await openSettings(page);
  await dialog.getByText("Settings as a file").click();
  return dialog.locator(".settings-file");
}

async function exported(page, part) {
  const saved = page.waitForEvent("download");
  await part.getByRole("button", { name: "Export", exact: true }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe("ichiban-settings.json");
  return readFile(await download.path(), "utf8");
}

test("settings go to another browser by a file, without keys", async ({ page, browser }) => {
  await page.goto("/json/convert");
  await page.getByRole("button", { name: "Settings" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill("https://models.example/v1");
  await dialog.getByLabel("Key", { exact: true }).fill("an opaque key 4711");
  await dialog.getByLabel("Model", { exact: true }).fill("large");
  await dialog.getByRole("radio", { name: /This browser/i }).first().check();
  await dialog.getByText("Another model for a tool").click();
  await dialog.getByLabel("Diagram", { exact: true }).fill("coder");
  await dialog.getByText("Limits", { exact: true }).click();
  await dialog.getByLabel("Most US dollars a day").fill("0.50");
  await dialog.getByLabel("Most US dollars a day").blur();
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Convert is a favourite" }).click();
  await page.evaluate(() => localStorage.setItem("ichiban.convert.target", '"zod"'));
  const text = await exported(page, await openFile(page));
  expect(text).not.toContain("4711");
  const { version, settings } = JSON.parse(text);
  expect(version).toBe(1);
  expect(settings).toMatchObject({
    theme: "system",
    favourites: ["convert"],
    history: true,
    endpoint: { address: "https://models.example/v1", model: "large", wire: "openai-chat" },
    models: { tools: { Diagram: "coder" } },
    limits: { "day-dollars": "0.5", "run-dollars": null },
    "convert.target": "zod",
  });

  const other = await browser.newContext();
  const there = await other.newPage();
  await there.goto(new URL("/json/convert", page.url()).href);
  const part = await openFile(there);
  await part.getByLabel("Settings that were exported").setInputFiles({ name: "mine.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(part.getByRole("region", { name: "mine.json would change" })).toBeVisible();
  // Nothing is set before it is said.
  await expect(there.locator(".rail h2").first()).toHaveText("JSON");
  await part.getByRole("button", { name: "Change them" }).click();
  await expect(part.getByRole("status")).toContainText("settings are changed");
  await expect(there.locator(".rail h2").first()).toHaveText("Favourites");
  expect(await exported(there, part)).toBe(text);
  await there.reload();
  expect(await exported(there, await openFile(there))).toBe(text);
  await other.close();
});

test("what a file would change is shown, is changed on a word, and is undone", async ({ page }) => {
  await page.goto("/json/convert");
  await page.evaluate(() => {
    localStorage.setItem("ichiban.endpoint", JSON.stringify({ base_url: "https://mine.example/v1", wire: "openai-chat", model: "mine", key: "opaque 4711" }));
  });
  await page.reload();
  const part = await openFile(page);
  const before = await page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));
  const choose = (settings, version) => part.getByLabel("Settings that were exported").setInputFiles(file(settings, version));
  await choose({
    theme: "dark",
    endpoint: { address: "https://other.example/v1", wire: "openai-chat", model: "other", key: "opaque 4712" },
    limits: { "run-dollars": "many" },
  });
  const preview = part.getByRole("region", { name: /mine.json would change 2 settings/ });
  await expect(preview).toContainText("https://other.example/v1, model other");
  await expect(preview).toContainText("The key for mine.example is forgotten in this browser.");
  await expect(preview).toContainText("a key is entered here, and never comes from a file");
  await expect(preview).toContainText("Limits is left out");
  await expectNoObjection(page);
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()))).toBe(before);
  await preview.getByRole("button", { name: "Leave it" }).click();
  await expect(preview).toHaveCount(0);
  expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()))).toBe(before);

  await choose({ theme: "dark", endpoint: { address: "https://other.example/v1", wire: "openai-chat", model: "other" } });
  await part.getByRole("button", { name: "Change them" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const set = await page.evaluate(() => localStorage.getItem("ichiban.endpoint"));
  expect(JSON.parse(set)).toEqual({ base_url: "https://other.example/v1", wire: "openai-chat", model: "other", key: "" });
  await part.getByRole("button", { name: "Undo the import" }).click();
  await expect(part.getByRole("status")).toContainText("as it was before");
  await expect(page.locator("html")).not.toHaveAttribute("data-theme", "dark");
  expect(JSON.parse(await page.evaluate(() => localStorage.getItem("ichiban.endpoint"))).key).toBe("opaque 4711");
});

test("a key stays with the endpoint that it was given for", async ({ page }) => {
  await page.goto("/json/convert");
  await page.evaluate(() => {
    localStorage.setItem("ichiban.endpoint", JSON.stringify({ base_url: "https://mine.example/v1", wire: "openai-chat", model: "mine", key: "opaque 4711" }));
  });
  await page.reload();
  const part = await openFile(page);
  await part.getByLabel("Settings that were exported").setInputFiles(file({ endpoint: { address: "https://mine.example/v1", wire: "openai-chat", model: "newer" } }));
  await expect(part.getByRole("region", { name: "would change 1 setting" })).toBeVisible();
  await expect(part).not.toContainText("is forgotten");
  await part.getByRole("button", { name: "Change them" }).click();
  const { model, key } = JSON.parse(await page.evaluate(() => localStorage.getItem("ichiban.endpoint")));
  expect([model, key]).toEqual(["newer", "opaque 4711"]);
});

test("a file that is none of settings is refused in words", async ({ page }) => {
  await page.goto("/json/convert");
  const part = await openFile(page);
  const input = part.getByLabel("Settings that were exported");
  const alert = part.getByRole("alert");
  await input.setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("no JSON") });
  await expect(alert).toContainText("notes.txt: this is not JSON: line 1, column");
  await input.setInputFiles(file({ theme: "dark" }, 99));
  await expect(alert).toContainText("a later version of this page has written it (version 99");
  await input.setInputFiles({ name: "other.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(alert).toContainText("other.json: this is no file of settings");
  await input.setInputFiles(file({ theme: '<img src=x onerror="document.title=1">' }));
  await expect(part).toContainText("mine.json changes nothing");
  await expect(part.getByRole("listitem")).toHaveText("Theme is left out: it is none of the choices.");
});

test("tools are marked by star or by command, come first, and stay so", async ({ page }) => {
  await page.goto("/json/convert");
  const tools = page.locator(".rail a.tool");
  await expect(tools).toHaveText(["Translate", "Convert", "Repair", "Diagram", "Docs"]);
  const star = page.getByRole("button", { name: "Docs is a favourite" });
  await star.focus();
  await page.keyboard.press("Enter");
  await expect(tools).toHaveText(["Docs", "Translate", "Convert", "Repair", "Diagram"]);
  await expect(page.locator(".rail h2")).toHaveText(["Favourites", "JSON", "Mermaid"]);
  // The focus goes with it.
  await expect(star).toBeFocused();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search commands" }).fill("favourites add convert");
  await page.keyboard.press("Enter");
  await expect(tools).toHaveText(["Docs", "Convert", "Translate", "Repair", "Diagram"]);
  await expectNoObjection(page);
  await page.reload();
  await expect(tools).toHaveText(["Docs", "Convert", "Translate", "Repair", "Diagram"]);
  // In the list of commands too.
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("option").filter({ hasText: /Tool$/ }).first()).toContainText("Docs");
  await page.keyboard.press("Escape");
  await star.click();
  await expect(tools).toHaveText(["Convert", "Translate", "Repair", "Diagram", "Docs"]);
});

test("what another tab has marked stays marked", async ({ page, context }) => {
  await page.goto("/json/convert");
  const other = await context.newPage();
  await other.goto("/json/convert");
  await page.getByRole("button", { name: "Docs is a favourite" }).click();
  await other.getByRole("button", { name: "Repair is a favourite" }).click();
  await expect(other.locator(".rail a.tool").first()).toHaveText("Docs");
  await other.reload();
  await expect(other.locator(".rail a.tool")).toHaveText(["Docs", "Repair", "Translate", "Convert", "Diagram"]);
});
