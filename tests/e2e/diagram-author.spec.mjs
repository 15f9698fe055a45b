// Diagram: what a model writes and changes.
import { expect, test } from "@playwright/test";
import { drop, editorText } from "./page.mjs";
import { startReplay } from "./replay.mjs";

const FLOW = "flowchart TD\n  A[Start here] --> B{Is it?}\n  B -->|yes| C[Done]\n  B -->|no| D[Later]\n";
const EDITOR = "Diagram text";

let model;
test.beforeAll(async () => {
  // It may have to be compiled first.
  test.setTimeout(600_000);
  model = await startReplay();
});
test.afterAll(() => model?.close());

/** Opens the tool with a model connected that is scripted so. */
async function open(page, scenario) {
  await page.goto("/diagram");
  await page.getByRole("button", { name: "Settings" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill(model.root(scenario));
  await dialog.getByLabel("Wire").selectOption("openai-chat");
  await dialog.getByLabel("Model").fill("scripted");
  await dialog.getByRole("button", { name: "Save" }).click();
}

const field = (page) => page.getByLabel("Describe a diagram, or a change");
const ask = async (page, words) => {
  await field(page).fill(words);
  await field(page).press("Control+Enter");
};
const node = (page, text) => page.locator(".stage-picture g.node", { hasText: text });
const status = (page) => page.locator(".status");
const drawn = (page) => expect(status(page)).toContainText("Drawn", { timeout: 30_000 });

/** Notes at every frame of the browser how many nodes there are and where each of them is. */
const watch = (page) =>
  page.evaluate(() => {
    window.seen = [];
    const look = () => {
      const root = document.querySelector(".stage-picture")?.shadowRoot;
      // A group is drawn as a node until something is in it.
      const nodes = [...(root?.querySelectorAll("g.node, g.cluster") ?? [])];
      window.seen.push({
        count: nodes.length,
        scale: document.querySelector(".stage-picture")?.style.transform.split("scale")[1],
        at: Object.fromEntries(
          nodes.map((node) => {
            const { x, y } = node.getBoundingClientRect();
            return [node.textContent.trim(), [x, y]];
          }),
        ),
        fading: root?.querySelectorAll(".is-new").length ?? 0,
        moving: root?.getAnimations?.().length ?? 0,
      });
      window.watching = requestAnimationFrame(look);
    };
    look();
  });
const seen = (page) =>
  page.evaluate(() => {
    cancelAnimationFrame(window.watching);
    return window.seen;
  });

test("without a model the button opens the settings, and the rest works", async ({ page }) => {
  await page.goto("/diagram");
  await expect(page.locator(".ask-where")).toContainText("No model is connected");
  await page.getByRole("button", { name: "Connect a model" }).click();
  await expect(page.getByRole("dialog")).toContainText("Address");
  await page.keyboard.press("Escape");
  await ask(page, "How a parcel travels");
  await expect(page.getByRole("dialog")).toContainText("Address");
});

test("a diagram is drawn as it arrives, is never blank after the first, and stays where it is", async ({ page }) => {
  await open(page, "author-new,delay=25,model=diagram");
  await expect(page.locator(".ask-where")).toContainText("Sends your words to 127.0.0.1");
  await watch(page);
  await ask(page, "How a parcel travels");
  await expect(status(page)).toContainText(/From 127\.0\.0\.1/);
  await expect(node(page, "Delivered")).toBeVisible({ timeout: 60_000 });
  await drawn(page);
  const frames = await seen(page);
  const first = frames.findIndex(({ count }) => count > 0);
  const counts = frames.slice(first).map(({ count }) => count);
  expect(first).toBeGreaterThan(-1);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  // It grows, and shows more than a few forms on its way.
  expect(new Set(counts).size).toBeGreaterThan(5);
  expect(counts.filter((count, at) => at > 0 && count < counts[at - 1]), counts.join(" ")).toEqual([]);
  expect(frames.some(({ fading }) => fading > 0)).toBe(true);
  // Between two forms at the same size most nodes stay where they are.
  let kept = 0;
  let compared = 0;
  for (let at = first + 1; at < frames.length; at += 1) {
    const [before, after] = [frames[at - 1], frames[at]];
    if (before.scale !== after.scale || before.count === after.count || before.count < 2) continue;
    const common = Object.keys(before.at).filter((name) => name in after.at);
    const still = common.filter((name) => Math.hypot(before.at[name][0] - after.at[name][0], before.at[name][1] - after.at[name][1]) < 1.5);
    compared += common.length;
    kept += still.length;
  }
  expect(compared).toBeGreaterThan(5);
  expect(kept / compared).toBeGreaterThan(0.5);
  await expect(status(page)).toContainText("to first token");
  await expect(status(page)).toContainText("frames drawn");
  await expect.poll(() => editorText(page, EDITOR)).toContain("Mail --> Done");
  const [sent] = await model.sent("author-new");
  expect(JSON.stringify(sent.body)).toContain("How a parcel travels");
});

test("with reduced motion nothing fades", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "author-still,delay=15,model=diagram");
  await watch(page);
  await ask(page, "How a parcel travels");
  await expect(node(page, "Delivered")).toBeVisible({ timeout: 60_000 });
  const frames = await seen(page);
  expect(frames.some(({ fading }) => fading > 0)).toBe(true);
  expect(frames.every(({ moving }) => moving === 0)).toBe(true);
});

test("what is stopped keeps what came, and can be asked again", async ({ page }) => {
  await open(page, "author-stop,delay=60,model=diagram");
  await ask(page, "How a parcel travels");
  await expect(node(page, "Send a reminder")).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press("Escape");
  await expect(page.locator(".ask-end")).toContainText("Stopped. What came is kept.");
  await drawn(page);
  await expect(node(page, "Send a reminder")).toBeVisible();
  await expect(node(page, "Delivered")).toHaveCount(0);
  await expect.poll(() => editorText(page, EDITOR)).toContain("Remind[Send a reminder]");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(node(page, "Delivered")).toBeVisible({ timeout: 60_000 });
});

test("an answer that is cut off keeps what came and says so", async ({ page }) => {
  await open(page, "author-cut,delay=5,cut=60,model=diagram");
  await ask(page, "How a parcel travels");
  await expect(page.locator(".ask-end.bad")).toContainText("What came is kept.", { timeout: 60_000 });
  await expect(node(page, "Order placed")).toBeVisible();
  await drawn(page);
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
});

test("an endpoint that refuses is told in words, and the invitation stays", async ({ page }) => {
  await open(page, "author-key,key=right,model=diagram");
  await ask(page, "How a parcel travels");
  await expect(page.locator(".ask-end.bad")).toContainText("key", { timeout: 30_000 });
  await expect(page.getByRole("heading", { name: "Drop a diagram, or what it is made of" })).toBeVisible();
  await expect(field(page)).toHaveValue("How a parcel travels");
});

test("a mistake is asked about once", async ({ page }) => {
  await open(page, "author-twice,model=diagram-mistaken-once");
  await ask(page, "How a parcel travels");
  await expect(node(page, "Delivered")).toBeVisible({ timeout: 30_000 });
  await drawn(page);
  const sent = await model.sent("author-twice");
  expect(sent).toHaveLength(2);
  expect(JSON.stringify(sent[1].body)).toMatch(/Line 10, column \d+/);
});

test("mistakes that stay are shown at their place", async ({ page }) => {
  await open(page, "author-broken,model=diagram-mistaken");
  await ask(page, "How a parcel travels");
  await expect(page.locator(".ask-end.bad")).toContainText("asked twice", { timeout: 30_000 });
  await expect(page.locator(".problem")).toContainText("Line 10");
  expect(await editorText(page, EDITOR)).toContain("]]] ??? what");
  await expect(node(page, "Order placed")).toBeVisible();
  expect(await model.sent("author-broken")).toHaveLength(2);
});

test("a change is shown as what differs, then accepted and undone", async ({ page }) => {
  await open(page, "author-change,delay=10,model=diagram");
  await drop(page, "plan.mmd", FLOW);
  await drawn(page);
  await expect(page.locator(".ask-where")).toContainText("Sends your words and the diagram to 127.0.0.1");
  await ask(page, "Add a node");
  const list = page.locator(".proposed");
  await expect(list).toContainText("Node Added was added", { timeout: 30_000 });
  await expect(list).toContainText("removed");
  await expect(list).toContainText("Finished");
  await expect(page.locator(".stage-picture g.is-added", { hasText: "Added by the" })).toBeVisible();
  await expect(page.locator(".stage-picture g.is-changed", { hasText: "Finished" })).toBeVisible();
  // Nothing is changed before the person says so.
  expect(await editorText(page, EDITOR)).toBe(FLOW.trimEnd());
  await list.getByRole("button", { name: "Accept" }).click();
  await expect(list).toHaveCount(0);
  await expect.poll(() => editorText(page, EDITOR)).toContain("Added by the model");
  await expect(node(page, "Added by the")).toBeVisible();
  // The editor takes two changes within half a second for one.
  await page.waitForTimeout(600);
  await page.locator(".ask-end").getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => editorText(page, EDITOR)).toBe(FLOW.trimEnd());
  await expect(node(page, "Added by the")).toHaveCount(0);
  // The editor's own undo goes back and forth, too.
  await page.locator(`.cm-content[aria-label="${EDITOR}"]`).focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => editorText(page, EDITOR)).toContain("Added by the model");
});

test("a change that is discarded leaves the diagram as it was", async ({ page }) => {
  await open(page, "author-discard,model=diagram");
  await drop(page, "plan.mmd", FLOW);
  await drawn(page);
  await ask(page, "Add a node");
  const list = page.locator(".proposed");
  await expect(list).toBeVisible({ timeout: 30_000 });
  await expect(node(page, "Added by the")).toBeVisible();
  await list.getByRole("button", { name: "Discard" }).click();
  await expect(node(page, "Added by the")).toHaveCount(0);
  await expect(node(page, "Later")).toBeVisible();
  expect(await editorText(page, EDITOR)).toBe(FLOW.trimEnd());
});

test("an opened source goes along as context, and its diagram is what is changed", async ({ page }) => {
  await open(page, "author-source,model=diagram");
  await drop(page, "schema.sql", "CREATE TABLE users (id INT PRIMARY KEY, name TEXT);\n");
  await drawn(page);
  await expect(page.locator(".ask-where")).toContainText("the diagram and its source");
  await ask(page, "Add a node");
  await expect.poll(async () => (await model.sent("author-source")).length, { timeout: 30_000 }).toBeGreaterThan(0);
  const text = JSON.stringify((await model.sent("author-source"))[0].body);
  expect(text).toContain("CREATE TABLE users");
  expect(text).toContain("erDiagram");
});

test("whoever writes while a model does is not overwritten", async ({ page }) => {
  await open(page, "author-hand,delay=60,model=diagram");
  await ask(page, "How a parcel travels");
  await expect(node(page, "Order placed")).toBeVisible({ timeout: 30_000 });
  await page.locator(`.cm-content[aria-label="${EDITOR}"]`).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText("%% mine\n");
  await expect(page.locator(".ask-end")).toContainText("Stopped");
  await expect(status(page)).not.toContainText("Asking");
  await page.waitForTimeout(300);
  expect(await editorText(page, EDITOR)).toMatch(/^%% mine\n/);
});
