// The model in the page, with real weights: small, slow and dull, so what is held to is structure,
// honesty of states, and that nothing leaves the device.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { drop, rows } from "./page.mjs";
import { serveWeights } from "./weights.mjs";

const NAME = "SmolLM2-135M-Instruct.Q4_1.gguf";
const SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53";
/** What the start of a GGUF file looks like, and nothing else of it. */
const HOLLOW = Buffer.concat([Buffer.from("GGUF"), Buffer.alloc(100_000)]);

let file = process.env.ICHIBAN_WEIGHTS;
let weights;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  if (file === undefined) {
    const root = fileURLToPath(new URL("../..", import.meta.url));
    execFileSync("cargo", ["xtask", "model"], { cwd: root, stdio: "inherit" });
    file = `${root}target/models/${NAME}`;
  }
  weights = await serveWeights({ [NAME]: file, "hollow.gguf": HOLLOW });
});
test.afterAll(() => weights?.close());

/** Opens the settings at the models in this page. */
async function open(page) {
  await page.locator(".chip").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("group", { name: "On this device" }).getByRole("button", { name: "A model in this page" }).click();
  return dialog.getByRole("region", { name: "Models in this page" });
}

/** Has the site offer these models. */
async function offer(page, ...models) {
  await page.route("**/models/manifest.json", (route) => route.fulfill({ json: { models } }));
}

const smol = () => ({ name: "SmolLM2-135M-Instruct Q4_1", licence: "Apache-2.0", test: true, url: weights.url(NAME), bytes: 98_362_432, sha256: SHA256 });

/** The folders of models in the private file system, with their files. */
const stored = (page) =>
  page.evaluate(async () => {
    const found = {};
    const root = await navigator.storage.getDirectory();
    const models = await root.getDirectoryHandle("models", { create: true });
    for await (const folder of models.values()) {
      found[folder.name] = [];
      for await (const file of folder.values()) found[folder.name].push([file.name, (await file.getFile()).size]);
    }
    return found;
  });

test("a download is agreed to, shown, cancelled, gone on with, checked and removed", async ({ page }) => {
  weights.asked.length = 0;
  await offer(page, smol());
  await page.goto("/json/translate");
  const models = await open(page);
  const row = models.getByRole("listitem");
  await expect(row).toContainText("98.3 MB · Apache-2.0");
  await expect(row).toContainText("Smoke-test model");
  // Nothing is fetched before anybody wants it.
  expect(weights.asked).toEqual([]);

  weights.slow(30);
  await row.getByRole("button", { name: "Download" }).click();
  await expect(row.getByRole("progressbar")).toBeVisible();
  await expect(row).toContainText(/\d+(\.\d+)? MB of 98/);
  await row.getByRole("button", { name: "Cancel" }).click();
  await expect(row).toContainText("are here");
  const [[, parts]] = Object.entries(await stored(page));
  const [, had] = parts.find(([name]) => name === "part-1.gguf");
  expect(had).toBeGreaterThan(0);
  expect(had).toBeLessThan(98_362_432);

  // After a reload, too.
  weights.slow(0);
  await page.reload();
  const again = await open(page);
  await again.getByRole("button", { name: "Resume" }).click();
  await expect(again.getByRole("button", { name: "Use" })).toHaveAttribute("aria-pressed", "true", { timeout: 30_000 });
  expect(weights.asked.map(({ start }) => start)).toEqual([0, had]);

  await again.getByRole("button", { name: "Remove" }).click();
  await expect(again.getByRole("button", { name: "Download" })).toBeVisible();
  expect(await stored(page)).toEqual({});
});

test("what is not what was promised is thrown away", async ({ page }) => {
  await offer(page, { ...smol(), url: weights.url("hollow.gguf"), bytes: HOLLOW.length });
  await page.goto("/json/translate");
  const models = await open(page);
  await models.getByRole("button", { name: "Download" }).click();
  await expect(models.getByRole("listitem").getByRole("alert")).toContainText("its SHA-256 is another one");
  await expect(models.getByRole("button", { name: "Download" })).toBeVisible();
  expect(await stored(page)).toEqual({});
});

test("a model from an address is fetched once its size and licence were shown and agreed to", async ({ page }) => {
  weights.asked.length = 0;
  await offer(page);
  await page.goto("/json/translate");
  const models = await open(page);
  await models.getByLabel("Address of a GGUF file").fill(weights.url(NAME));
  await models.getByRole("button", { name: "Look it up" }).click();
  const row = models.getByRole("listitem");
  await expect(row).toContainText("98.3 MB · apache-2.0 · from 127.0.0.1");
  await expect(row.getByRole("button", { name: "Agree and download" })).toBeVisible();
  expect(weights.asked).toEqual([{ name: NAME, start: 0, end: 65_535 }]);

  await models.getByLabel("Address of a GGUF file").fill("http://example.com/model.gguf");
  await models.getByRole("button", { name: "Look it up" }).click();
  await expect(models.getByRole("alert").last()).toContainText("https://");
});

test("where nothing can be kept, a model is held in memory and that is said", async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException("no", "SecurityError"));
  });
  await offer(page, smol());
  await page.goto("/json/translate");
  const models = await open(page);
  await models.getByRole("button", { name: "Download" }).click();
  await expect(models.getByRole("listitem")).toContainText("In memory, until this tab is closed", { timeout: 30_000 });
  await expect(models).toContainText("This browser keeps nothing for this page");
});

test("a file from disk answers without a network: held to a schema, stopped and gone on with", async ({ page, context }) => {
  test.setTimeout(600_000);
  const outside = [];
  page.on("request", (request) => outside.push(request.url()));
  await offer(page);
  await page.goto("/json/translate");
  const models = await open(page);
  await models.getByLabel("GGUF file from disk").setInputFiles(file);
  await expect(models.getByRole("button", { name: "Use" })).toHaveAttribute("aria-pressed", "true", { timeout: 60_000 });
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".chip")).toContainText("this device (draft)");
  // Choosing it starts nothing.
  expect(outside.filter((url) => /wllama|llama-worker/.test(url))).toEqual([]);

  // The scripts of the page itself, by the list that its service worker is given.
  const [llama, keeper] = await page.evaluate(async () => {
    const list = await (await fetch("/sw.js")).text();
    return ["llama", "models"].map((name) => `/${new RegExp(`assets/${name}-[\\w-]{8}\\.js`).exec(list)[0]}`);
  });
  const run = (body) => page.evaluate(body, { llama, keeper });
  const first = await run(async ({ llama, keeper }) => {
    const [{ ask }, { weights }] = await Promise.all([import(llama), import(keeper)]);
    const model = await weights();
    /** Asks; stops after so many milliseconds of the first word, if any. */
    globalThis.question = async (content, options, stopAfter) => {
      const stop = new AbortController();
      const told = { text: "", work: [], stoppedMs: undefined, usage: undefined };
      let stoppedAt;
      const end = () => {
        stoppedAt = performance.now();
        stop.abort();
      };
      if (stopAfter === 0) setTimeout(end, 50);
      const messages = [{ role: "system", content: "You answer briefly." }, { role: "user", content }];
      for await (const chunk of ask(model, { messages, ...options }, stop.signal, (work) => told.work.push(work))) {
        told.text += chunk.choices[0]?.delta.content ?? "";
        told.timings = chunk.timings ?? told.timings;
        if (stopAfter > 0 && told.text !== "" && stoppedAt === undefined) setTimeout(end, stopAfter);
      }
      if (stoppedAt !== undefined) told.stoppedMs = performance.now() - stoppedAt;
      return told;
    };
    return globalThis.question("Say yes or no.", { grammar: 'root ::= "yes" | "no"', max_tokens: 4 });
  });
  expect(first.text).toMatch(/^(yes|no)$/);
  expect(first.work.map(({ doing }) => doing)).toEqual(expect.arrayContaining(["loading", "reading", "writing", "nothing"]));
  // How much of the question was read is shown on the way.
  expect(first.work.some(({ doing, done, of }) => doing === "reading" && done > 0 && done <= of)).toBe(true);

  await context.setOffline(true);
  const answers = await run(async () => {
    const schema = {
      type: "object",
      properties: { colour: { enum: ["red", "blue"] }, n: { type: "integer", minimum: 0, maximum: 9 } },
      required: ["colour", "n"],
      additionalProperties: false,
    };
    const answers = [];
    for (let n = 0; n < 20; n += 1) {
      const response_format = { type: "json_schema", json_schema: { name: "pick", schema, strict: true } };
      answers.push(await globalThis.question(`Colour and digit ${n}, as JSON.`, { response_format, max_tokens: 60, temperature: 1, seed: n }));
    }
    return answers;
  });
  expect(answers).toHaveLength(20);
  for (const { text } of answers) {
    const { colour, n, ...rest } = JSON.parse(text);
    expect(["red", "blue"]).toContain(colour);
    expect(Number.isInteger(n) && n >= 0 && n <= 9, text).toBe(true);
    expect(rest).toEqual({});
  }
  // The beginning of the question is the same, and is not read again.
  expect(answers.at(-1).timings.cache_n).toBeGreaterThan(5);

  // While it reads and while it writes.
  const stops = await run(async () => {
    const stops = [];
    for (let n = 0; n < 20; n += 1) {
      const { stoppedMs } = await globalThis.question(`Tell me of the sea ${n}.`, { max_tokens: 200 }, n % 2 === 0 ? 0 : 5);
      const { text } = await globalThis.question("Yes?", { grammar: 'root ::= "yes"', max_tokens: 4 });
      stops.push({ stoppedMs, text });
    }
    return stops;
  });
  expect(stops.filter(({ text }) => text === "yes")).toHaveLength(20);
  expect(stops.filter(({ stoppedMs }) => stoppedMs === undefined)).toEqual([]);
  // Half of them: one may meet a moment in which the machine does something else.
  const waits = stops.map(({ stoppedMs }) => stoppedMs).sort((one, other) => one - other);
  expect(waits[waits.length / 2], JSON.stringify(stops)).toBeLessThanOrEqual(20);

  // As a person asks: the tool's own question, still without a network.
  await drop(page, "en.json", '{"yes": "Yes"}');
  await page.getByRole("button", { name: "Français" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".chip")).toContainText(/reading the question|writing a draft/, { timeout: 60_000 });
  await expect(rows(page).last().locator("td.done, td.attention")).toBeVisible({ timeout: 300_000 });
  expect(outside.filter((url) => !/^(http:\/\/127\.0\.0\.1|blob:|data:)/.test(url))).toEqual([]);
});
