// JSON · Translate by what the browser has built in. The tests put it there: a script of the page
// takes the place of Chrome's models.
import { expect, test } from "@playwright/test";
import { drop, rows, source } from "./page.mjs";

/** French for the texts of the catalogue, whatever their placeholders look like to the translator. */
const FRENCH = [
  ["Your order", "Votre commande"],
  ["Arrives (.+)", "Arrivée $1"],
  ["Pay (.+) now", "Payer $1 maintenant"],
  ["By paying you accept the (.+)terms(.+)\\.", "En payant, vous acceptez les $1conditions$2."],
  ["Hello, (.+)\\.", "Bonjour, $1."],
  ["Sign out", "Se déconnecter"],
  ["You are offline\\.", "Vous êtes hors ligne."],
];

/** Gives the page a translator and a language model, and notes what is done with them. */
async function build(page, { pairs = ["fr"], delay = 0, download = [] } = {}) {
  await page.addInitScript(
    ({ french, pairs, delay, download }) => {
      const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      const heard = { pairs: [], stopped: 0, schemas: 0 };
      globalThis.heard = heard;
      const watched = async (text, signal) => {
        await wait(delay);
        if (signal.aborted) {
          heard.stopped += 1;
          throw signal.reason;
        }
        return text;
      };
      const say = (text) => {
        const [words, translation] = french.find(([words]) => new RegExp(`^${words}$`).test(text));
        return text.replace(new RegExp(words), translation);
      };
      globalThis.Translator = {
        availability: async ({ sourceLanguage, targetLanguage }) =>
          sourceLanguage === "en" && ["es", ...pairs].includes(targetLanguage) ? "downloadable" : "unavailable",
        create: async ({ sourceLanguage, targetLanguage, monitor }) => {
          heard.pairs.push(`${sourceLanguage}>${targetLanguage}`);
          const target = new EventTarget();
          monitor(target);
          for (const loaded of download) {
            target.dispatchEvent(new ProgressEvent("downloadprogress", { loaded, total: 1 }));
            await wait(1_200);
          }
          return { translate: (text, { signal }) => watched(say(text), signal) };
        },
      };
      globalThis.LanguageModel = {
        availability: async () => "available",
        create: async ({ initialPrompts }) => ({
          promptStreaming(question, { signal, responseConstraint }) {
            if (responseConstraint?.type === "object" && initialPrompts[0].role === "system") heard.schemas += 1;
            const { items } = JSON.parse(question);
            const texts = Object.entries(items).map(([number, { text }]) => [number, say(text)]);
            const answer = JSON.stringify(Object.fromEntries(texts));
            let at = 0;
            return new ReadableStream({
              async pull(controller) {
                const piece = await watched(answer.slice(at, (at += 9)), signal);
                if (piece === "") controller.close();
                else controller.enqueue(piece);
              },
            });
          },
          destroy() {},
        }),
      };
    },
    { french: FRENCH, pairs, delay, download },
  );
  await page.goto("/json/translate");
}

async function choose(page, name) {
  await page.locator(".chip").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("group", { name: "On this device" }).getByRole("button", { name }).click();
  await expect(dialog.getByLabel("Address")).toHaveCount(0);
  await expect(dialog).toContainText("Nothing leaves this device");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".chip")).toContainText("this device");
}

test("a browser that has nothing built in is not told of it", async ({ page }) => {
  await page.addInitScript(() => {
    delete globalThis.Translator;
    delete globalThis.LanguageModel;
  });
  await page.goto("/json/translate");
  await page.locator(".chip").click();
  await expect(page.getByRole("dialog").getByLabel("Address")).toBeVisible();
  await expect(page.getByRole("dialog").getByRole("button", { name: "A model in this page" })).toBeVisible();
  await expect(page.getByRole("dialog")).not.toContainText("Chrome");
});

test("the translator fills the table, and nothing leaves the device", async ({ page }) => {
  await build(page);
  const sent = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  await choose(page, "Chrome’s translator");
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Français" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".status")).toContainText("All checks pass");
  await expect(rows(page).first()).toContainText("Votre commande");
  await expect(rows(page).filter({ hasText: "Bonjour, {{name}}." })).toHaveCount(1);
  expect(await page.evaluate(() => heard.pairs)).toContain("en>fr");
  expect(sent).toEqual([]);
});

test("the language model streams, is held to the schema and can be stopped", async ({ page }) => {
  await build(page, { delay: 60 });
  await choose(page, "Chrome’s language model");
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Français" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("td.streaming").first()).toBeVisible();
  await page.getByRole("button", { name: /^Stop/ }).click();
  await expect(page.locator(".status")).toContainText("Stopped");
  await expect.poll(() => page.evaluate(() => heard.stopped)).toBeGreaterThan(0);
  await page.getByRole("button", { name: /^(Translate|Continue)/ }).last().click();
  await expect(page.locator(".status")).toContainText("All checks pass");
  expect(await page.evaluate(() => heard.schemas)).toBeGreaterThan(1);
});

test("a download is shown as it goes on", async ({ page }) => {
  await build(page, { download: [0.1, 0.42, 1] });
  await choose(page, "Chrome’s translator");
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Français" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".status")).toContainText("Chrome downloads its model: 42 %");
  await expect(page.locator(".status")).toContainText("All checks pass");
});

test("a language that it does not have is said, and nothing is lost", async ({ page }) => {
  await build(page, { pairs: [] });
  await choose(page, "Chrome’s translator");
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Français" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Chrome cannot translate from en to fr on this device.")).toBeVisible();
  await expect(rows(page)).toHaveCount(7);
});

test("the choice is kept, and forgotten where the browser has lost it", async ({ page, context }) => {
  await build(page);
  await choose(page, "Chrome’s translator");
  await page.reload();
  await expect(page.locator(".chip")).toContainText("Translator");
  await page.addInitScript(() => {
    delete globalThis.Translator;
    delete globalThis.LanguageModel;
  });
  await page.reload();
  await expect(page.locator(".chip")).toContainText("Connect a model");
});
