// Docs: a model adds to what was read, only what it can quote.
import { expect, test } from "@playwright/test";
import { connect, drop } from "./page.mjs";
import { startReplay } from "./replay.mjs";

let model;
test.beforeAll(async () => {
  // It may have to be compiled first.
  test.setTimeout(600_000);
  model = await startReplay();
});
test.afterAll(() => model?.close());

test.beforeEach(async ({ page }) => {
  await page.goto("/docs");
  await expect(page.getByRole("heading", { name: "Drop API documentation" })).toBeVisible();
});

/** Sentences that no rule takes for routes, but the last two headings' tables. */
const DEPOT = `# Depot API

## List crates

\`GET /crates\`

| Parameter | Type | Description |
|--|--|--|
| \`limit\` | integer | How many to return |

## One crate

The address /crates/{id} gives one crate when you get it. The switch deep (boolean, required) tells to look inside.

## Moving

You post to /crates/{id}/moves and the crate moves. Its field bay is a string.
`;

/** Long enough for so many sections, each with one operation. */
const long = (count) => {
  const filler = "Words about crates and bays that no rule takes for routes. ".repeat(120);
  const parts = Array.from({ length: count }, (_, at) => `## Part ${at}\n\nThe address /parts${at}/{id} gives a part when you get it.\n\n${filler}\n`);
  return `# Depot\n\n\`GET /crates\`\n\n${parts.join("\n")}`;
};

const op = (page, text) => page.locator(".op", { hasText: text });
const read = async (page, text) => {
  await drop(page, "depot.md", text);
  await expect(page.locator(".status .good")).toContainText(/\d operation/, { timeout: 30_000 });
};
const dialog = (page) => page.getByRole("dialog");
const open = async (page) => {
  await page.getByRole("button", { name: "Refine with a model" }).click();
  await expect(dialog(page)).toContainText("sent and at most");
};
const start = async (page) => {
  await open(page);
  await dialog(page).getByRole("button", { name: "Start" }).click();
};
const run = (page) => page.getByRole("region", { name: "What the model adds" });

test("refine shows what would be sent before anything is, and opens the settings first", async ({ page }) => {
  await read(page, long(4));
  await page.getByRole("button", { name: "Refine with a model" }).click();
  await expect(dialog(page).getByLabel("Address")).toBeVisible();
  await page.keyboard.press("Escape");
  const root = model.root("docs-plan,model=operations");
  await connect(page, root, "reader-1");
  await open(page);
  await expect(dialog(page)).toContainText(`goes to ${new URL(root).host}`);
  await expect(dialog(page)).toContainText("reader-1");
  const boxes = dialog(page).getByRole("checkbox");
  const count = await boxes.count();
  expect(count).toBeGreaterThanOrEqual(4);
  await expect(dialog(page).locator(".costs")).toContainText(`${count} requests`);
  await dialog(page).getByRole("button", { name: "None" }).click();
  await expect(dialog(page).getByRole("button", { name: "Start" })).toBeDisabled();
  await boxes.first().check();
  await expect(dialog(page).locator(".costs")).toContainText("1 request,");
  await expect(dialog(page).locator(".costs")).not.toContainText("for about");
  await dialog(page).getByLabel("sent").fill("100");
  await dialog(page).getByLabel("back").fill("200");
  await dialog(page).getByLabel("back").press("Tab");
  await expect(dialog(page).locator(".costs")).toContainText(/for about \d+\.\d+/);
  expect(await model.sent("docs-plan")).toEqual([]);
  await dialog(page).getByRole("button", { name: "Start" }).click();
  await expect(run(page)).toContainText("1 section read");
  expect(await model.sent("docs-plan")).toHaveLength(1);
  // The prices are kept.
  await page.reload();
  await read(page, long(4));
  await open(page);
  await expect(dialog(page).getByLabel("sent")).toHaveValue("100");
});

test("refine adds what is quoted, with its words and place, and drops and counts the rest", async ({ page }) => {
  await connect(page, model.root("docs-refine,model=inventive,delay=1"));
  await read(page, DEPOT);
  await start(page);
  await expect(run(page)).toContainText("1 section read", { timeout: 30_000 });
  await expect(op(page, "POST/crates/{id}/moves").locator(".by-model")).toHaveText("model");
  await expect(page.locator(".op", { hasText: "secrets" })).toHaveCount(0);
  await run(page).getByText(/\d dropped/).click();
  await expect(run(page)).toContainText("quoted words that are not in the section");
  await expect(page.locator(".status")).toContainText("additions");
  await op(page, "GET/crates/{id}").click();
  await page.locator(".facts-of .quote").click();
  await expect(page.locator(".block.here")).toContainText("gives one crate");
  await page.locator(".field-row", { hasText: "query" }).locator(".quote").click();
  await expect(page.locator(".block.here")).toContainText("look inside");
  await page.keyboard.press("Escape");
  await run(page).getByRole("button", { name: /added/ }).click();
  await expect(op(page, "GET/crates").filter({ hasNotText: "{id}" })).toHaveCount(0);
  await expect(page.locator(".op")).toHaveCount(2);
});

test("refine streams operations in, pauses, goes on, and keeps an edit", async ({ page }) => {
  test.setTimeout(120_000);
  await connect(page, model.root("docs-slow,model=operations,delay=40,chunk=40"));
  await read(page, long(12));
  await op(page, "GET/crates").click();
  await page.getByLabel("Summary").fill("Every crate");
  await page.getByLabel("Summary").press("Tab");
  await page.keyboard.press("Escape");
  await start(page);
  // It is there before its section is read.
  await expect(op(page, "/parts0/{id}")).toBeVisible({ timeout: 20_000 });
  await run(page).getByRole("button", { name: "Pause" }).click();
  await expect(run(page)).toContainText("Paused after");
  const sent = (await model.sent("docs-slow")).length;
  expect(sent).toBeLessThan(12);
  await page.waitForTimeout(1_500);
  expect(await model.sent("docs-slow")).toHaveLength(sent);
  await run(page).getByRole("button", { name: "Sections" }).click();
  await expect(dialog(page).locator(".stage.waiting").first()).toBeVisible();
  await dialog(page).locator("footer").getByRole("button", { name: "Close" }).click();
  await run(page).getByRole("button", { name: "Resume" }).click();
  await expect(op(page, "/parts11/{id}")).toBeVisible({ timeout: 60_000 });
  await expect(page.locator(".run-says")).toHaveText(/^\d+ sections read by/, { timeout: 60_000 });
  await expect(op(page, "GET/crates").first()).toContainText("Every crate");
});

test("refine goes on after a reload, and can be forgotten", async ({ page }) => {
  await connect(page, model.root("docs-kept,model=operations,delay=40,chunk=60"));
  await read(page, long(6));
  await start(page);
  await expect(page.locator(".run-says")).toContainText(/^[1-5] of/, { timeout: 30_000 });
  await page.reload();
  await read(page, long(6));
  await expect(run(page)).toContainText("Continued from an earlier run", { timeout: 20_000 });
  // Whichever sections were read: their operations are there again.
  await expect(page.locator(".op", { hasText: "model" }).first()).toBeVisible();
  const before = (await model.sent("docs-kept")).length;
  await run(page).getByRole("button", { name: "Continue" }).click();
  // What was read is not offered again.
  await expect(dialog(page).getByRole("checkbox").first()).toBeVisible();
  expect(await dialog(page).getByRole("checkbox").count()).toBeLessThan(6);
  await dialog(page).getByRole("button", { name: "Start" }).click();
  await expect(page.locator(".run-says")).toHaveText(/^\d+ sections read by/, { timeout: 60_000 });
  await expect(op(page, "/parts5/{id}")).toBeVisible();
  expect((await model.sent("docs-kept")).length).toBeLessThan(before + 6);
  await run(page).getByRole("button", { name: "Forget" }).click();
  await expect(run(page)).toHaveCount(0);
  await expect(page.locator(".op")).toHaveCount(1);
  await page.reload();
  await read(page, long(6));
  await expect(page.getByRole("button", { name: "Refine with a model" })).toBeEnabled();
  await expect(run(page)).toHaveCount(0);
});

test("refine says that a key is wrong, and goes on with a right one", async ({ page }) => {
  await connect(page, model.root("docs-locked,key=right,model=operations"));
  await read(page, DEPOT);
  await start(page);
  await expect(run(page).getByRole("status")).toContainText(/key/i);
  await expect(run(page)).toContainText("Interrupted");
  await connect(page, model.root("docs-unlocked,model=operations"));
  await run(page).getByRole("button", { name: "Try again" }).click();
  await expect(op(page, "POST/crates/{id}/moves")).toBeVisible();
  await expect(run(page)).toContainText("1 section read");
});

test("refine keeps what was accepted of an answer that is cut, and gives up after three", async ({ page }) => {
  await connect(page, model.root("docs-cut,cut=90,delay=10,model=operations"));
  await read(page, DEPOT);
  await start(page);
  await expect(page.locator(".status")).not.toContainText("Sections go to", { timeout: 30_000 });
  await expect(op(page, "GET/crates/{id}")).toBeVisible();
});

test("refine waits for a server that is busy, and can be stopped", async ({ page }) => {
  await connect(page, model.root("docs-busy,status=429,retry-after=1,times=1,model=operations"));
  await read(page, DEPOT);
  await start(page);
  await expect(op(page, "POST/crates/{id}/moves")).toBeVisible({ timeout: 20_000 });
  await connect(page, model.root("docs-hang,hang=40,model=operations"));
  await run(page).getByRole("button", { name: "Forget" }).click();
  await start(page);
  await expect(run(page)).toContainText("0 of 1");
  await page.getByRole("button", { name: /^Stop/ }).first().click();
  await expect(run(page)).toContainText("Stopped");
});
