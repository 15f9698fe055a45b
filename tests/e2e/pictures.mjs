// Takes the pictures of the documentation (docs/images) and of the manifest (public/screenshots), of the page as it is
// built and on the examples that it has: what they show is what anybody sees. `cargo xtask pictures` runs it;
// `node pictures.mjs PART` takes those whose paths have the part.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium, expect } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { drop, source } from "./page.mjs";

const SITE = process.env.ICHIBAN_SITE ?? "http://127.0.0.1:8080";
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 390, height: 844 };
const PATIENCE = { timeout: 60_000 };

/** How each tool comes to show what it does. */
const TOOLS = {
  translate: async (page) => {
    await page.goto("/json/translate");
    await drop(page, "en.json", source);
    await expect(page.locator(".source .what")).toContainText("7 values", PATIENCE);
    const french = JSON.parse(source);
    french.checkout.title = "Votre commande";
    french.checkout.eta = "Arrivée le {{date}}";
    french.checkout.pay = "Payer maintenant";
    french.account.greeting = "Bonjour, {{name}}.";
    french.account.signOut = "Se déconnecter";
    delete french.offline;
    await drop(page, "fr.json", JSON.stringify(french, null, 2));
    await page.getByRole("dialog").getByRole("button", { name: "Use as translation" }).click();
    await expect(page.locator(".differences")).toContainText("1 missing", PATIENCE);
  },
  convert: async (page) => {
    await page.goto("/json/convert");
    await page.getByRole("button", { name: /API response/ }).click();
    await expect(page.locator(".status")).toContainText("Converted", PATIENCE);
    await expect(page.locator('.cm-content[aria-label="Output"] .cm-line').nth(3)).toBeVisible(PATIENCE);
  },
  repair: async (page) => {
    await page.goto("/json/repair");
    await page.getByRole("button", { name: /hand-written/ }).click();
    await expect(page.locator(".changes li").first()).toBeVisible(PATIENCE);
  },
  diagram: async (page) => {
    await page.goto("/diagram");
    await page.getByRole("button", { name: "Examples", exact: true }).click();
    await page.locator(".gallery-groups button", { hasText: "A release, with its decisions" }).first().click();
    await expect(page.locator(".status")).toContainText("Drawn", PATIENCE);
    if (page.viewportSize().width >= 800) await expect(page.locator(".cm-content")).toBeVisible(PATIENCE);
  },
  "api-docs": async (page) => {
    await page.goto("/docs");
    await page.locator(".examples button").first().click();
    await expect(page.locator(".status .good")).toContainText(/\d operations/, PATIENCE);
    await page.locator(".op").first().click();
    await expect(page.locator(".op-title")).toBeVisible(PATIENCE);
  },
};

/** Each picture: of which tool, how large, and where it is kept. */
const PICTURES = [
  ...Object.keys(TOOLS).map((tool) => [tool, WIDE, `docs/images/${tool}.png`]),
  ["diagram", WIDE, "public/screenshots/diagram-wide.png"],
  ["api-docs", WIDE, "public/screenshots/docs-wide.png"],
  ["convert", WIDE, "public/screenshots/convert-wide.png"],
  ["diagram", NARROW, "public/screenshots/diagram-narrow.png"],
  ["repair", NARROW, "public/screenshots/repair-narrow.png"],
];

/** Those that the command line names by a part of their paths; all if it names none. */
const wanted = process.argv.slice(2);
const isWanted = ([, , file]) => wanted.length === 0 || wanted.some((part) => file.includes(part));

const root = new URL("../../", import.meta.url);
for (const folder of ["docs/images", "public/screenshots"]) await mkdir(new URL(folder, root), { recursive: true });
const browser = await chromium.launch(launchOptions());
try {
  for (const [tool, viewport, file] of PICTURES.filter(isWanted)) {
    const context = await browser.newContext({ baseURL: SITE, viewport, colorScheme: "light", reducedMotion: "reduce" });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE.timeout);
    await TOOLS[tool](page);
    await page.screenshot({ path: fileURLToPath(new URL(file, root)), animations: "disabled", caret: "hide" });
    console.log(file);
    await context.close();
  }
} finally {
  await browser.close();
}
