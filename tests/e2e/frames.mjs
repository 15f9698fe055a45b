// How long the page's main thread is kept by one task, while a person works with a catalogue of 1 MB
// and a model answers at more than 3,000 tokens a second, and while a document of 1 MB is converted
// as they type in it. `cargo xtask bench frames` runs it.
//
// Tasks are told by Chromium's own trace. Their time is that of the processor, as far as the trace
// has it: on a machine with few cores the browser's other processes interrupt the main thread.
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { connect, lift } from "./page.mjs";
import { traced } from "./trace.mjs";

const FRAME_MS = 1000 / 60;
const LEAVES = 15_000;

/** A catalogue with what catalogues have, the same at every call. */
function catalogue() {
  const words = "the quick brown fox jumps over {{name}} and a lazy dog that sleeps near <b>water</b> under old trees".split(" ");
  let seed = 7;
  const random = (below) => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % below;
  const sections = {};
  for (let leaf = 0; leaf < LEAVES; leaf += 1) {
    const section = (sections[`section${Math.floor(leaf / 50)}`] ??= {});
    section[`key${leaf}`] = `${Array.from({ length: 3 + random(12) }, () => words[random(words.length)]).join(" ")} ${leaf}`;
  }
  return JSON.stringify(sections, null, 2);
}

/** A document of 1 MB as an API answers it, the same at every call. */
function documentOfOrders() {
  const orders = Array.from({ length: 3_300 }, (_, id) => ({
    id,
    placed: `2026-03-${String((id % 28) + 1).padStart(2, "0")}T09:12:00Z`,
    customer: { name: `Customer ${id}`, email: `c${id}@example.com`, vip: id % 7 === 0 },
    lines: [{ sku: `SKU-${id % 97}`, quantity: (id % 5) + 1, price: (id % 9_000) / 100 }],
    note: id % 3 === 0 ? null : "Leave it at the door",
  }));
  return JSON.stringify(orders, null, 2);
}

const browser = await chromium.launch(launchOptions());
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const client = await page.context().newCDPSession(page);
const faults = [];
page.on("pageerror", (error) => faults.push(String(error)));

const text = catalogue();
await page.addInitScript(() => localStorage.setItem("ichiban.translate.locales", '["fr","de"]'));
await page.goto(`${process.env.ICHIBAN_SITE}/json/translate`);
await connect(page, `${process.env.ICHIBAN_REPLAY}/fast,chunk=1200,delay=1/v1`);
await page.waitForLoadState("networkidle");

// To hand the text over to the page is work of what drives the browser.
const file = await lift(page, "en.json", text);

const steps = {
  "open the file": async () => {
    await page.dispatchEvent("main", "drop", { dataTransfer: file });
    await page.locator(".what", { hasText: "values" }).first().waitFor();
    await page.waitForTimeout(2_000);
  },
  "scroll fast": async () => {
    await page.mouse.move(1_000, 500);
    for (let turn = 0; turn < 25; turn += 1) {
      await page.mouse.wheel(0, 3_000);
      await page.waitForTimeout(40);
    }
  },
  "type in the source": async () => {
    await page.locator(".cm-content").click({ position: { x: 200, y: 60 } });
    await page.keyboard.type("hello world", { delay: 60 });
    await page.waitForTimeout(1_000);
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(1_500);
  },
  "a run, as it streams": async () => {
    await page.getByRole("button", { name: /^Translate/ }).last().click();
    await page.waitForTimeout(8_000);
  },
  "scroll while it streams": async () => {
    await page.mouse.move(1_000, 500);
    for (let turn = 0; turn < 40; turn += 1) {
      await page.mouse.wheel(0, turn % 2 === 0 ? 2_000 : -500);
      await page.waitForTimeout(50);
    }
  },
  stop: async () => {
    await page.getByRole("button", { name: /^Stop/ }).click();
    await page.waitForTimeout(1_000);
  },
  download: async () => {
    await page.getByRole("button", { name: "Download" }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("menuitem").first().click();
    await saved;
    await page.waitForTimeout(500);
  },
  search: async () => {
    await page.getByRole("searchbox").fill("water");
    await page.waitForTimeout(800);
    await page.getByRole("searchbox").fill("");
    await page.waitForTimeout(800);
  },
};

console.log(`A catalogue of ${(text.length / 1e6).toFixed(2)} MB with ${LEAVES} values, into two locales. Processor time of the main thread's tasks:\n`);
console.log(`${"".padEnd(26)}${"tasks".padStart(8)}${"longest".padStart(12)}${"> 1 frame".padStart(12)}`);
async function measure(name, act) {
  const tasks = await traced(client, act);
  const long = tasks.filter(({ ms }) => ms > FRAME_MS);
  const longest = Math.max(0, ...tasks.map(({ ms }) => ms));
  console.log(`${name.padEnd(26)}${String(tasks.length).padStart(8)}${`${longest.toFixed(1)} ms`.padStart(12)}${String(long.length).padStart(12)}`);
  if (process.env.ICHIBAN_EXPLAIN) for (const task of long) console.log(`  ${task.ms.toFixed(1)} ms: ${task.inside().join("; ")}`);
}

for (const [name, act] of Object.entries(steps)) {
  await measure(name, act);
  if (name === "a run, as it streams") {
    const rate = /([\d\s,.]+)\s*tok\/s/.exec(await page.locator(".status").innerText())?.[1].trim();
    console.log(`${"".padEnd(26)}at ${rate} tokens a second`);
  }
}

const orders = documentOfOrders();
console.log(`\nA document of ${(orders.length / 1e6).toFixed(2)} MB, converted to TypeScript:\n`);
await page.goto(`${process.env.ICHIBAN_SITE}/json/convert`);
await page.locator(".dropzone").waitFor();
await page.waitForLoadState("networkidle");
const given = await lift(page, "orders.json", orders);
const input = page.locator('.cm-content[aria-label="Input"]');
const converted = page.locator(".status", { hasText: "Converted" });
await measure("open the document", async () => {
  await page.dispatchEvent("main", "drop", { dataTransfer: given });
  await converted.waitFor({ timeout: 30_000 });
  await page.waitForTimeout(1_500);
});
await measure("type in the document", async () => {
  await input.click({ position: { x: 60, y: 12 } });
  await page.keyboard.press("Home");
  // White space: the document stays one, and is converted after every pause.
  await page.keyboard.type("    ", { delay: 120 });
  await page.waitForTimeout(1_000);
  await page.keyboard.type("    ", { delay: 500 });
  await page.waitForTimeout(1_500);
  await converted.waitFor({ timeout: 30_000 });
});
await browser.close();
if (faults.length > 0) throw new Error(faults.join("\n"));
