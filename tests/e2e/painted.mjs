// From a token's bytes to its paint: questions over a document in Docs, against the least page with `ai` and its React
// hook, on the same answers at the paces of fast models. `cargo xtask bench painted` runs it.
//
// The server notes when each token left, and the page after each frame which was the last it showed; both clocks are
// this machine's. Exit status: 0 if every target is met, 1 if one is missed.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { connect, drop } from "./page.mjs";
import { traced } from "./trace.mjs";
import { serve } from "../../bench/painted/answers.mjs";

const RATES = [100, 1_000, 3_000];
const FRAME_MS = 1000 / 60;
const PATIENCE_MS = 120_000;
const DEPOT = "# Depot API\n\n## Remove a crate\n\n`DELETE /crates/{id}`\n\nRemoves a crate for good.\n";

const bench = fileURLToPath(new URL("../../bench/", import.meta.url));
const { build } = createRequire(`${bench}package.json`)("esbuild");

/** The peers' page, by the paths it is served at. */
async function peers() {
  const { outputFiles } = await build({
    entryPoints: [`${bench}painted/chat.js`],
    bundle: true,
    format: "esm",
    target: "chrome120",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
    platform: "browser",
    logLevel: "error",
    write: false,
  });
  const page = '<!doctype html><meta charset="utf-8"><title>Chat</title><div id="root"></div><script type="module" src="/chat.js"></script>';
  const files = new Map([["/chat.js", { type: "text/javascript", body: outputFiles[0].contents }]]);
  for (const rate of RATES) {
    for (const more of ["", "&markdown=1"]) files.set(`/chat?rate=${rate}${more}`, { type: "text/html", body: page });
  }
  return files;
}

const answers = await serve(await peers());
const browser = await chromium.launch(launchOptions());
const probe = await readFile(`${bench}painted/probe.js`, "utf8");

/** Who shows answers: brings a page to where `ask` begins one. */
const CONTENDERS = {
  ichiban: {
    async open(page, rate) {
      await page.goto(`${process.env.ICHIBAN_SITE}/docs`);
      await page.getByRole("heading", { name: "Drop API documentation" }).waitFor();
      await drop(page, "depot.md", DEPOT);
      await page.locator(".status .good").waitFor({ timeout: 30_000 });
      await connect(page, `${answers.address}/${rate}/v1`, "paced");
      await page.getByLabel("Ask", { exact: true }).fill("How do I remove a crate?");
      await page.getByRole("button", { name: "Find" }).click();
      await page.getByRole("button", { name: "Ask the model" }).waitFor();
    },
    ask: (page) => page.getByRole("button", { name: "Ask the model" }).click(),
  },
  "ai, as text": {
    open: (page, rate) => page.goto(`${answers.address}/chat?rate=${rate}`),
    ask: (page) => page.getByRole("button", { name: "Ask" }).click(),
  },
  "ai, streamdown": {
    open: (page, rate) => page.goto(`${answers.address}/chat?rate=${rate}&markdown=1`),
    ask: (page) => page.getByRole("button", { name: "Ask" }).click(),
  },
};

/** The figure below which a part of them lie. */
function percentile(figures, part) {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

/** Frames that the page owed between two, and did not draw. */
function dropped(frames) {
  let count = 0;
  for (let at = 1; at < frames.length; at += 1) count += Math.max(0, Math.round((frames[at][0] - frames[at - 1][0]) / FRAME_MS) - 1);
  return count;
}

/** What one of them takes for one answer. */
async function measure({ open, ask }, rate) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  const client = await page.context().newCDPSession(page);
  await open(page, rate);
  await page.evaluate(probe);
  await page.waitForTimeout(500);
  let over = true;
  const tasks = await traced(client, async () => {
    await page.evaluate(() => globalThis.probe.start());
    await ask(page);
    const whole = rate * 5 - 1;
    await page.waitForFunction((whole) => globalThis.probe.frames.at(-1)?.[1] === whole, whole, { timeout: PATIENCE_MS, polling: 500 }).catch(() => {
      over = false;
    });
  });
  const frames = await page.evaluate(() => globalThis.probe.frames);
  await page.close();
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const sent = answers.taken();
  const delays = [];
  for (const [time, number] of frames) {
    for (let at = delays.length; at <= number; at += 1) delays.push(time - sent[at]);
  }
  const first = frames.findIndex(([time]) => time >= sent[0]);
  const end = frames.findIndex(([, number]) => number === sent.length - 1);
  return {
    over,
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    longest: Math.max(...tasks.map(({ ms }) => ms)),
    dropped: dropped(frames.slice(first, end < 0 ? undefined : end + 1)),
  };
}

const OURS = "ichiban";
const cell = (text) => String(text).padStart(12);
console.log("From a token's bytes to its paint, in milliseconds; the longest task of the main thread; frames that were dropped.\n");
console.log(`${"tokens/s".padEnd(10)}${"contender".padEnd(18)}${["p50", "p99", "longest", "dropped"].map(cell).join("")}`);
const targets = [];
for (const rate of RATES) {
  const outcome = {};
  for (const [name, contender] of Object.entries(CONTENDERS)) {
    const it = (outcome[name] = await measure(contender, rate));
    const late = it.over ? "" : `   did not show all within ${PATIENCE_MS / 1000} s`;
    console.log(`${String(rate).padEnd(10)}${name.padEnd(18)}${[it.p50, it.p99, it.longest].map((ms) => cell(ms.toFixed(1))).join("")}${cell(it.dropped)}${late}`);
    if (name === OURS && !it.over) throw new Error("the answer was not shown whole");
  }
  const ours = outcome[OURS];
  const best = Math.min(...Object.entries(outcome).filter(([name]) => name !== OURS).map(([, { p99 }]) => p99));
  targets.push([`${rate} tokens/s: p99 / the better peer's`, ours.p99 / best, 1]);
  targets.push([`${rate} tokens/s: longest task, in frames`, ours.longest / FRAME_MS, 1]);
}
await browser.close();
answers.close();
console.log("");
for (const [claim, is, most] of targets) console.log(`${is <= most ? "✓" : "✗"} ${claim}: ${is.toPrecision(3)} (at most ${most})`);
process.exitCode = targets.every(([, is, most]) => is <= most) ? 0 : 1;
