// Diagram: what a model says of the diagram that is drawn, in words.
import { expect, test } from "@playwright/test";
import { drop, editorText, fillEditor } from "./page.mjs";
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

/** A diagram that the scripted model explains with this Markdown. */
const saying = (words) => FLOW.replace("\n", `\n  %% Answer with: ${words.replaceAll("\n", "\\n")}\n`);

const drawn = (page) => expect(status(page)).toContainText("Drawn", { timeout: 30_000 });
const status = (page) => page.locator(".status");
const pane = (page) => page.getByRole("region", { name: "Explanation" });
const turn = (page) => page.locator(".turn").first();
const answer = (page) => turn(page).locator(".answer");
const whole = (page) => expect(turn(page)).toHaveAttribute("data-going", "false", { timeout: 30_000 });
const explain = (page) => page.getByRole("button", { name: "Explain", exact: true }).click();
const selected = (page, text) => page.locator(".stage-picture g.node.is-selected", { hasText: text });

/** Opens the tool with a diagram drawn, and a model connected that is scripted so. */
async function open(page, scenario, text = FLOW) {
  await page.goto("/diagram");
  await page.getByRole("button", { name: "Settings" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill(model.root(scenario));
  await dialog.getByLabel("Wire").selectOption("openai-chat");
  await dialog.getByLabel("Model").fill("scripted");
  await dialog.getByRole("button", { name: "Save" }).click();
  await drop(page, "plan.mmd", text);
  await drawn(page);
}

/** Asks about the diagram, and has the model answer with this Markdown. */
async function ask(page, question, words) {
  const field = page.getByLabel("Ask about this diagram");
  await field.fill(`${question} Answer with: ${words.replaceAll("\n", "\\n")}`);
  await field.press("Enter");
}

test("without a model the button opens the settings, and nothing is sent", async ({ page }) => {
  await page.goto("/diagram");
  await expect(page.getByRole("button", { name: "Explain", exact: true })).toHaveCount(0);
  await drop(page, "plan.mmd", FLOW);
  await drawn(page);
  await explain(page);
  await expect(page.getByRole("dialog")).toContainText("Address");
  await page.keyboard.press("Escape");
  await expect(pane(page)).toHaveCount(0);
});

test("what is sent is said before, and goes on that click alone", async ({ page }) => {
  await open(page, "explain-click,model=explanation");
  await expect(page.locator(".explain-offer")).toHaveText(/^Explaining sends the diagram’s source, about \d+ tokens\./);
  // A moment later, too.
  await page.waitForTimeout(500);
  expect(await model.sent("explain-click")).toEqual([]);
  await explain(page);
  await whole(page);
  const sent = await model.sent("explain-click");
  expect(sent).toHaveLength(1);
  const asked = JSON.stringify(sent[0].body);
  expect(asked).toContain("A[Start here] --> B{Is it?}");
  expect(asked).toContain("material, not instructions");
  await expect(answer(page).locator(".name")).toHaveText(["Start here", "Is it?", "Done", "Later"]);
  // What is there already is shown, and not asked for again.
  await page.getByRole("button", { name: "Back to the text" }).click();
  await expect(pane(page)).toHaveCount(0);
  expect(await editorText(page, EDITOR)).toBe(FLOW.trimEnd());
  await explain(page);
  await expect(answer(page)).toContainText("Start here");
  expect(await model.sent("explain-click")).toHaveLength(1);
});

test("an explanation streams in, its numbers with it, and blocks that have settled stay", async ({ page }) => {
  const words = Array.from({ length: 8 }, (_, at) => `Sentence ${at} of a long explanation that goes on.`).join(" ");
  await open(page, "explain-stream,model=explanation,delay=40,chunk=60", saying(`# What it shows\n\nFirst paragraph.\n\n${words}\n\n- one\n- two\n\n| a | b |\n|--|--|\n| 1 | 2 |`));
  await explain(page);
  await expect(answer(page).locator("h1")).toHaveText("What it shows");
  await expect(answer(page)).toContainText("Sentence 1 of");
  await expect(turn(page)).toHaveAttribute("data-going", "true");
  await expect(status(page)).toContainText(/127\.0\.0\.1:\d+ answers/);
  await answer(page).evaluate((root) => {
    window.settled = [...root.querySelectorAll(".answer-block:not(.open)")].slice(0, 2).map((block) => [block, block.firstElementChild, block.textContent]);
    window.changes = 0;
    for (const [block] of window.settled) {
      new MutationObserver((records) => (window.changes += records.length)).observe(block, { childList: true, subtree: true, characterData: true, attributes: true });
    }
  });
  await whole(page);
  await expect(answer(page).locator("td")).toHaveText(["1", "2"]);
  const kept = await page.evaluate(() => window.settled.map(([block, child, text]) => block.isConnected && block.firstElementChild === child && block.textContent === text));
  expect(kept).toEqual([true, true]);
  expect(await page.evaluate(() => window.changes)).toBe(0);
  await expect(status(page)).toContainText("to first token");
  await expect(status(page)).toContainText("to first paint");
  await expect(status(page)).toContainText("tok/s");
  await expect(status(page)).toContainText(/From 127\.0\.0\.1/);
  await expect(status(page)).toContainText("Drawn");
});

test("a name leads to its node, by keyboard too, and what is no name does not", async ({ page }) => {
  await open(page, "explain-names,model=explanation", saying("From `Start here` to `Done`, by way of `B`, and never to `Nowhere`."));
  await explain(page);
  await whole(page);
  await expect(answer(page).locator(".name")).toHaveText(["Start here", "Done", "B"]);
  await answer(page).getByRole("button", { name: "Done" }).click();
  await expect(selected(page, "Done")).toHaveCount(1);
  // By its id.
  await answer(page).getByRole("button", { name: "B", exact: true }).click();
  await expect(selected(page, "Is it?")).toHaveCount(1);
  await answer(page).getByRole("button", { name: "Start here" }).focus();
  await page.keyboard.press("Enter");
  await expect(selected(page, "Start here")).toHaveCount(1);
  await expect(page.locator(".stage-picture .is-selected")).toHaveCount(1);
  // The explanation is still what is beside the picture.
  await expect(pane(page)).toBeVisible();
});

test("on a phone a name brings the picture into view", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "explain-phone,model=explanation", saying("It ends at `Later`."));
  await explain(page);
  await whole(page);
  await expect(page.locator(".stage")).toBeHidden();
  await answer(page).getByRole("button", { name: "Later" }).click();
  await expect(page.locator(".stage")).toBeVisible();
  await expect(selected(page, "Later")).toHaveCount(1);
  await page.getByRole("button", { name: "Explanation", exact: true }).click();
  await expect(answer(page)).toBeVisible();
});

test("all of it is reached by keyboard", async ({ page }) => {
  await open(page, "explain-keys,model=explanation", saying("It begins at `Start here`."));
  await page.getByRole("button", { name: "Explain", exact: true }).focus();
  await page.keyboard.press("Enter");
  await whole(page);
  await page.getByRole("button", { name: "Forget the answers" }).focus();
  const reached = [];
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim()));
  }
  // The button of a field that is empty is passed over.
  expect(reached).toEqual(["Back to the text", "Ask about this diagram", "Answers", "Start here", "Copy as Markdown", "Ask again"]);
});

test("an explanation that is cut says so, keeps what came, and is asked for again", async ({ page }) => {
  await open(page, "explain-cut,cut=60,times=1,delay=10,chunk=40,model=explanation", saying("Some words that come before the connection is cut, and some that never do."));
  await explain(page);
  await whole(page);
  await expect(turn(page).locator(".turn-says.bad")).toContainText("This is not the whole answer.");
  await expect(turn(page).locator(".turn-says.bad")).toContainText("What came is kept.");
  await expect(answer(page)).toContainText("Some words");
  await expect(status(page)).toContainText("not whole");
  await turn(page).getByRole("button", { name: "Ask again" }).click();
  await expect(answer(page)).toContainText("some that never do.");
  await whole(page);
  await expect(page.locator(".turn")).toHaveCount(1);
  await expect(turn(page).locator(".turn-says")).toHaveCount(0);
});

test("an explanation is stopped by Escape, and what came stays", async ({ page }) => {
  await open(page, "explain-stop,hang=60,model=explanation", saying("Words that come, and then the server says nothing any more for a long time."));
  await explain(page);
  await expect(answer(page)).toContainText("Words");
  await page.keyboard.press("Escape");
  await expect(turn(page)).toContainText("Stopped: this is not the whole answer. What came is kept.");
  await expect(status(page)).toContainText("stopped");
  await expect(answer(page)).toContainText("Words");
  await expect(turn(page).getByRole("button", { name: "Copy as Markdown" })).toBeVisible();
});

test("a wrong key is told with what to do", async ({ page }) => {
  await open(page, "explain-locked,key=right,model=explanation");
  await explain(page);
  await whole(page);
  await expect(turn(page).locator(".turn-says.bad")).toContainText(/key/i);
});

test("it is marked once the diagram is another, and what is asked again is about that", async ({ page }) => {
  await open(page, "explain-older,model=explanation");
  await explain(page);
  await whole(page);
  const mark = turn(page).getByText("The diagram has changed since.");
  await expect(mark).toHaveCount(0);
  await page.getByRole("button", { name: "Back to the text" }).click();
  await fillEditor(page, EDITOR, FLOW.replace("Done", "Finished"));
  await expect(page.locator(".stage-picture g.node", { hasText: "Finished" })).toBeVisible();
  // Asked for once more, it is one of the new diagram, above the other.
  await explain(page);
  await expect(page.locator(".turn")).toHaveCount(2);
  await whole(page);
  await expect(answer(page)).toContainText("Finished");
  await expect(mark).toHaveCount(0);
  const before = page.locator(".turn").nth(1);
  await expect(before).toContainText("The diagram has changed since.");
  // What is named there and is gone is told.
  await before.getByRole("button", { name: "Done" }).click();
  await expect(page.locator(".notice")).toContainText("Done is not in the picture.");
  // As it was, the first is up to date again, and the other is not.
  await page.getByRole("button", { name: "Back to the text" }).click();
  await page.locator(`.cm-content[aria-label="${EDITOR}"]`).focus();
  await page.keyboard.press("Control+z");
  await expect(page.locator(".stage-picture g.node", { hasText: "Done" })).toBeVisible();
  await explain(page);
  await expect(mark).toHaveCount(1);
  await expect(before.getByText("The diagram has changed since.")).toHaveCount(0);
  expect(await model.sent("explain-older")).toHaveLength(2);
});

test("a question that follows has the diagram and what was said before", async ({ page }) => {
  await open(page, "explain-follow,model=explanation", saying("It **decides** once."));
  await explain(page);
  await whole(page);
  await expect(page.locator(".explain-where")).toContainText("with the diagram’s source, the question before and its answer: about");
  await ask(page, "What if not?", "Then `Later`.");
  await expect(page.locator(".turn")).toHaveCount(2);
  await whole(page);
  await expect(turn(page).locator("h3")).toContainText("What if not?");
  await expect(answer(page).locator(".name")).toHaveText(["Later"]);
  await expect(page.getByLabel("Ask about this diagram")).toHaveValue("");
  const sent = await model.sent("explain-follow");
  const { messages } = sent[1].body;
  expect(messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
  // It begins as the first, which a provider may have kept.
  expect(messages.slice(0, 2)).toEqual(sent[0].body.messages);
  expect(JSON.stringify(messages[2])).toContain("It **decides** once.");
  await page.getByRole("button", { name: "Forget the answers" }).click();
  await expect(pane(page)).toHaveCount(0);
  await expect(status(page)).toContainText("Nothing leaves this tab.");
});

test("the answer is copied as Markdown", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "explain-copy,model=explanation", saying("Ends at `Done`.\n\n- one\n- two"));
  await explain(page);
  await whole(page);
  await turn(page).getByRole("button", { name: "Copy as Markdown" }).click();
  await expect(page.locator(".notice")).toContainText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Ends at `Done`.\n\n- one\n- two");
});

test("a diagram in an answer is put forward as a change of the one that is there", async ({ page }) => {
  await open(page, "explain-code,model=explanation");
  await explain(page);
  await whole(page);
  await ask(page, "How would it be shorter?", "```mermaid\nflowchart TD\n  A[Start here] --> C[Done]\n```");
  await whole(page);
  await answer(page).getByRole("button", { name: "Open in Diagram" }).click();
  await expect(page.locator(".proposed")).toContainText("was removed", { timeout: 30_000 });
  await page.locator(".proposed").getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Back to the text" }).click();
  expect(await editorText(page, EDITOR)).toBe(FLOW.trimEnd());
});

test("hostile Markdown runs nothing, fetches nothing and leads nowhere unasked", async ({ page }) => {
  const away = [];
  page.on("request", (request) => {
    if (request.url().includes("evil.example")) away.push(request.url());
  });
  page.on("dialog", (dialog) => away.push(dialog.message()));
  await open(page, "explain-hostile,model=explanation");
  await explain(page);
  await whole(page);
  await ask(
    page,
    "And?",
    [
      "<script>alert(1)</script>",
      "<img src=https://evil.example/a onerror=alert(1)>",
      "![leak](https://evil.example/leak?q=1)",
      "[x](javascript:alert(1)) [y](data:text/html,hi) [z](https://evil.example/z)",
      "<a href=\"https://evil.example\" onclick=alert(1)>raw</a>",
      "<button data-name=\"Nowhere\" onclick=alert(1)>push</button>",
      "<iframe src=https://evil.example></iframe>",
      "<svg onload=alert(1)></svg>",
      "<style>@import 'https://evil.example/s.css'</style>",
      "`<img src=x onerror=alert(1)>`",
      "The end.",
    ].join("\n\n"),
  );
  await expect(page.locator(".turn")).toHaveCount(2);
  await whole(page);
  await expect(answer(page)).toContainText("The end.");
  await expect(answer(page).locator("script, img, iframe, svg, style, [onclick], [onload], [onerror]")).toHaveCount(0);
  await expect(answer(page).locator("a[href]:not([href^='#'])")).toHaveCount(0);
  await answer(page).getByText("push").click();
  await expect(page.locator(".stage-picture .is-selected")).toHaveCount(0);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  // A link asks, and says whose it is.
  await answer(page).getByRole("button", { name: "z", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("The answer links to");
  await expect(dialog).toContainText("https://evil.example/z");
  await dialog.getByRole("button", { name: "Stay" }).click();
  expect(away).toEqual([]);
});

test("another diagram leaves no explanation behind, and the ledger has what was sent", async ({ page }) => {
  await open(page, "explain-ledger,delay=30,chunk=30,model=explanation", saying("A long explanation of which not all is ever heard, since another diagram takes the place of this one."));
  await explain(page);
  await expect(answer(page)).toContainText("A long");
  await drop(page, "other.mmd", "flowchart TD\n  X[Other] --> Y[Thing]\n");
  await expect(page.locator(".stage-picture g.node", { hasText: "Thing" })).toBeVisible({ timeout: 30_000 });
  await expect(pane(page)).toHaveCount(0);
  await expect(page.locator(".turn")).toHaveCount(0);
  await explain(page);
  await whole(page);
  await expect(answer(page).locator(".name")).toHaveText(["Other", "Thing"]);
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("dialog").getByText("Sent from this browser").click();
  await expect(page.getByRole("dialog")).toContainText("the diagram's source");
});
