// The page in other languages: chosen, kept, guessed from the browser, given to a widget; and whether all of it has room.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { drop } from "./page.mjs";

const PATHS = ["/json/translate", "/json/convert", "/json/repair", "/diagram", "/docs"];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What the rail calls the settings. */
const SETTINGS = { en: "Settings", ja: "設定", de: "Einstellungen", fr: "Paramètres", es: "Ajustes" };

const html = (page) => page.locator("html");
const settings = (page, language) => page.locator(".rail").getByRole("button", { name: SETTINGS[language] });
const choice = (page) => page.locator("#language-in-rail");
const text = (page) => page.locator(".cm-content").first();

test("another language is spoken at once, keeps what is open, and is kept", async ({ page }) => {
  await page.goto("/json/convert");
  await drop(page, "mine.json", '{ "berth": 12 }');
  await expect(text(page)).toContainText("berth");
  await expect(page.getByRole("combobox", { name: "Language", exact: true })).toHaveValue("en");

  await choice(page).selectOption("de");
  await expect(html(page)).toHaveAttribute("lang", "de");
  await expect(html(page)).toHaveAttribute("dir", "ltr");
  await expect(settings(page, "de")).toBeVisible();
  await expect(page).toHaveTitle("JSON umwandeln · Ichiban");
  await expect(text(page)).toContainText("berth");
  await expect(choice(page)).toBeFocused();
  await expect(page.locator(".status")).not.toContainText("Nothing leaves this tab");

  await page.reload();
  await expect(html(page)).toHaveAttribute("lang", "de");
  await expect(settings(page, "de")).toBeVisible();

  await choice(page).selectOption("ja");
  await expect(settings(page, "ja")).toBeVisible();
  await choice(page).selectOption("en");
  await expect(settings(page, "en")).toBeVisible();
});

test("each language stands under its own name", async ({ page }) => {
  await page.goto("/json/convert");
  const options = choice(page).locator("option");
  await expect(options).toHaveText(["English", "日本語", "Deutsch", "Français", "Español"]);
  for (const [place, tag] of ["en", "ja", "de", "fr", "es"].entries()) {
    await expect(options.nth(place)).toHaveAttribute("lang", tag);
  }
});

test("a language is found among the commands by whoever cannot read the page", async ({ page }) => {
  await page.goto("/json/repair");
  await settings(page, "en").waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Search commands" }).fill("français");
  await page.keyboard.press("Enter");
  await expect(html(page)).toHaveAttribute("lang", "fr");
  await expect(settings(page, "fr")).toBeVisible();
});

test("the choice shows the language that was found among the commands, whatever was chosen in it before", async ({ page }) => {
  await page.goto("/json/repair");
  await choice(page).selectOption("de");
  await expect(settings(page, "de")).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.locator("dialog.palette").getByRole("combobox").fill("english");
  await page.keyboard.press("Enter");
  await expect(settings(page, "en")).toBeVisible();
  await expect(choice(page)).toHaveValue("en");
  await choice(page).selectOption("de");
  await expect(settings(page, "de")).toBeVisible();
});

test("words that do not come are told, and the page stays as it was", async ({ page }) => {
  await page.goto("/json/convert");
  await drop(page, "mine.json", '{ "berth": 12 }');
  await page.route("**/es/*.ftl", (route) => route.abort());
  await choice(page).selectOption("es");
  await expect(page.locator(".said")).toContainText("The words in Español could not be fetched.");
  await expect(html(page)).toHaveAttribute("lang", "en");
  await expect(choice(page)).toHaveValue("en");
  await expect(text(page)).toContainText("berth");
  await page.unroute("**/es/*.ftl");
  await choice(page).selectOption("es");
  await expect(settings(page, "es")).toBeVisible();
});

test("in the settings it is told there that words do not come", async ({ page }) => {
  await page.goto("/json/convert");
  await settings(page, "en").click();
  const dialog = page.getByRole("dialog");
  const chosen = dialog.locator("#language-in-settings");
  await expect(chosen).toHaveValue("en");
  await dialog.getByLabel("Address").fill("https://models.example/v1");
  await page.route("**/es/*.ftl", (route) => route.abort());
  await chosen.selectOption("es");
  await expect(dialog.getByRole("alert").filter({ hasText: "Español" })).toContainText("could not be fetched");
  await expect(chosen).toHaveValue("en");
  await expect(chosen).toBeFocused();
  await page.unroute("**/es/*.ftl");
  await chosen.selectOption("es");
  await expect(html(page)).toHaveAttribute("lang", "es");
  // What was typed is still there.
  await expect(dialog.locator("#endpoint-url")).toHaveValue("https://models.example/v1");
  await expect(chosen).toHaveValue("es");
  await expect(dialog.getByText("could not be fetched")).toHaveCount(0);
});

test("a choice that is taken back while its words come leaves those that are there", async ({ page }) => {
  await page.goto("/json/convert");
  await choice(page).selectOption("de");
  await expect(settings(page, "de")).toBeVisible();
  const title = await page.locator(".bar h1").textContent();
  const held = [];
  await page.route("**/fr/*.ftl", (route) => held.push(route));
  await choice(page).selectOption("fr");
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await choice(page).selectOption("de");
  await expect(choice(page)).toBeFocused();
  await Promise.all(held.map((route) => route.continue()));
  await page.waitForLoadState("networkidle");
  await expect(html(page)).toHaveAttribute("lang", "de");
  await expect(choice(page)).toHaveValue("de");
  await expect(settings(page, "de")).toBeVisible();
  await expect(page.locator(".bar h1")).toHaveText(title);
});

test("a tool speaks English where its words do not come in another language", async ({ page }) => {
  await page.goto("/json/convert");
  await choice(page).selectOption("de");
  await expect(settings(page, "de")).toBeVisible();
  await page.route("**/de/docs.ftl", (route) => route.abort());
  await page.locator(".rail a[href$='/docs']").click();
  await expect(page.getByRole("button", { name: "Read the first example" })).toBeVisible();
  await expect(settings(page, "de")).toBeVisible();
});

test("only the words of the language, and of English to stand by, are fetched", async ({ page }) => {
  const fetched = new Set();
  page.on("request", (request) => {
    const name = /([a-z]+\/[a-z]+)\.ftl$/.exec(request.url())?.[1];
    if (name !== undefined) fetched.add(name);
  });
  await page.goto("/json/repair");
  await expect(page.getByRole("main")).toBeVisible();
  await page.waitForLoadState("networkidle");
  for (const name of fetched) expect(name).toMatch(/^en\//);
  expect(fetched).toContain("en/repair");
  expect(fetched).not.toContain("en/docs");
});

test.describe("a first visit", () => {
  test.use({ locale: "ja-JP" });

  test("is met in the language of the browser", async ({ page, browser }) => {
    await page.goto("/json/repair");
    await expect(html(page)).toHaveAttribute("lang", "ja");
    await expect(settings(page, "ja")).toBeVisible();
    // What is chosen counts for more.
    await choice(page).selectOption("fr");
    await expect(settings(page, "fr")).toBeVisible();
    await page.reload();
    await expect(settings(page, "fr")).toBeVisible();

    const dutch = await browser.newContext({ locale: "nl-NL" });
    const there = await dutch.newPage();
    await there.goto(page.url());
    await expect(html(there)).toHaveAttribute("lang", "en");
    await expect(settings(there, "en")).toBeVisible();
    await dutch.close();
  });
});

test("a widget speaks the language that its address names, or else the reader's", async ({ page }) => {
  await page.goto("/json/repair");
  await page.evaluate(() => localStorage.setItem("ichiban.language", '"ja"'));
  await page.goto("/embed/repair?lang=fr-CA");
  await expect(page.getByRole("main")).toBeVisible();
  await expect(html(page)).toHaveAttribute("lang", "fr");
  await page.goto("/embed/repair?lang=tlh");
  await expect(page.getByRole("main")).toBeVisible();
  await expect(html(page)).toHaveAttribute("lang", "en");
  // The person's own choice is none of the host's, and is left as it is.
  expect(await page.evaluate(() => localStorage.getItem("ichiban.language"))).toBe('"ja"');
});

for (const language of Object.keys(SETTINGS)) {
  test(`all of it has room on a phone and is well: ${language}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript((tag) => localStorage.setItem("ichiban.language", JSON.stringify(tag)), language);
    const look = async (what) => {
      await expect(html(page)).toHaveAttribute("lang", language);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(390);
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html).join(" ")}`), what).toEqual([]);
    };
    for (const path of PATHS) {
      await page.goto(path);
      const examples = page.locator(".examples button");
      await examples.first().waitFor();
      await look(`${path}, empty`);
      await examples.first().click();
      await expect(page.locator(".empty")).toHaveCount(0);
      await page.locator(".status").waitFor();
      await look(`${path}, with an example`);
    }
    await settings(page, language).click();
    await page.locator("dialog.settings .dialog-sheet").waitFor();
    await look("the settings");
  });
}
