// The settings of models: which there are, what they may cost, what was sent to them.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { expect, test } from "@playwright/test";
import { connect } from "./page.mjs";
import { startReplay } from "./replay.mjs";

const LIST = {
  object: "list",
  data: [
    { id: "large-1", context_length: 128000 },
    { id: "small-1", display_name: "The Small One" },
    { id: "small-2" },
  ],
};

/** A server whose list of models is as told. */
async function serveModels(answer) {
  const asked = [];
  const server = createServer((request, response) => {
    const cors = {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "*",
    };
    if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
    asked.push({ path: request.url, key: request.headers.authorization });
    const { status, body } = answer(request);
    response.writeHead(status, { ...cors, "content-type": "application/json" });
    response.end(JSON.stringify(body));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    asked,
    root: `http://127.0.0.1:${server.address().port}/v1`,
    close: () => server.close(),
  };
}

async function openSettings(page, root, key = "") {
  await page.goto("/");
  await page.locator(".chip").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill(root);
  if (key !== "") await dialog.getByLabel("Key", { exact: true }).fill(key);
  return dialog;
}

test("a model is chosen from the endpoint's own list by keyboard", async ({ page }) => {
  const server = await serveModels(() => ({ status: 200, body: LIST }));
  try {
    const dialog = await openSettings(page, server.root, "sk-of-a-person");
    await dialog.getByRole("button", { name: "List models" }).click();
    await expect(dialog.getByRole("listbox").getByRole("option")).toHaveCount(3);
    expect(server.asked).toEqual([{ path: "/v1/models", key: "Bearer sk-of-a-person" }]);
    const model = dialog.getByRole("combobox", { name: "Model" });
    await expect(model).toBeFocused();
    await model.pressSequentially("small");
    await expect(dialog.getByRole("listbox").getByRole("option")).toHaveCount(2);
    await model.press("ArrowDown");
    await model.press("Enter");
    await expect(model).toHaveValue("small-1");
    await expect(dialog.getByRole("listbox")).toBeHidden();
    // Escape closes the list, and not the dialog with it.
    await model.press("ArrowDown");
    await expect(dialog.getByRole("listbox")).toBeVisible();
    await model.press("Escape");
    await expect(dialog).toBeVisible();
    // It was entered, and without the key.
    await dialog.getByText("Sent from this browser").click();
    await expect(dialog.locator(".ledger-list li")).toHaveCount(1);
    await expect(dialog.locator(".ledger-list li")).toContainText("nothing of yours");
    await expect(dialog.locator(".ledger")).not.toContainText("sk-of-a-person");
  } finally {
    server.close();
  }
});

test("where there is no list, the name is typed", async ({ page }) => {
  for (const [status, words] of [
    [401, "Check the key"],
    [404, "Type the model's name yourself"],
  ]) {
    const server = await serveModels(() => ({ status, body: {} }));
    try {
      const dialog = await openSettings(page, server.root, "sk-wrong");
      await dialog.getByRole("button", { name: "List models" }).click();
      await expect(dialog.locator("#endpoint-model-told")).toContainText(words);
    } finally {
      server.close();
    }
  }
});

test("limits are kept and read as amounts", async ({ page }) => {
  await page.goto("/");
  await page.locator(".chip").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Limits", { exact: true }).click();
  await dialog.getByLabel("Most US dollars a day").fill("0.50");
  await dialog.getByLabel("Most tokens a run").fill("twenty");
  await dialog.getByLabel("Most tokens a run").blur();
  await expect(dialog.getByRole("alert").filter({ hasText: "A limit is an amount" })).toBeVisible();
  await page.reload();
  await page.locator(".chip").click();
  await expect(dialog.getByLabel("Most US dollars a day")).toHaveValue("0.50");
  await expect(dialog.getByLabel("Most tokens a run")).toHaveValue("");
});

/** What the test of an endpoint says. */
async function told(page, root, name = "scripted", key = "") {
  const dialog = await openSettings(page, root, key);
  await dialog.getByLabel("Model", { exact: true }).fill(name);
  await dialog.getByRole("button", { name: "Test" }).click();
  return dialog.locator(".probe");
}

test("a test tells apart what is wrong", async ({ page }) => {
  const model = await startReplay();
  try {
    for (const [scenario, words] of [
      ["t1,key=right", "asks for a key"],
      ["t2,status=402", "no credit or quota left"],
      ["t3,status=429", "takes no more requests for now"],
      ["t4,status=503", "failed (HTTP 503)"],
      ["t5,html", "web page"],
      ["t6,no-cors", "does not allow this page (CORS)"],
    ]) {
      await expect(await told(page, model.root(scenario)), scenario).toContainText(words);
    }
    await expect(await told(page, model.root("t7,key=right"), "scripted", "sk-wrong")).toContainText("does not accept the key");
    // Nobody listens on that port.
    const gone = await told(page, "http://127.0.0.1:9/v1");
    await expect(gone).toContainText("Nothing answers at 127.0.0.1:9");
  } finally {
    model.close();
  }
});

test("a test tells what the person has forbidden the page, and the remedy of the server", async ({ page }) => {
  await page.addInitScript(() => {
    const query = navigator.permissions.query.bind(navigator.permissions);
    navigator.permissions.query = async (it) => (it.name === "loopback-network" ? { state: "denied" } : query(it));
  });
  await expect(await told(page, "http://127.0.0.1:9/v1")).toContainText("does not let this page reach apps on this device");
  await page.route("http://localhost:11434/**", (route) => {
    // It is there, and its answers are kept from the page.
    if (route.request().method() === "GET") return route.fulfill({ status: 200, body: "{}" });
    return route.abort("failed");
  });
  await expect(await told(page, "http://localhost:11434/v1")).toContainText("OLLAMA_ORIGINS=http://");
});

test("a test without a network says so", async ({ page, context }) => {
  const dialog = await openSettings(page, "https://models.example/v1");
  await dialog.getByLabel("Model", { exact: true }).fill("m");
  await context.setOffline(true);
  await dialog.getByRole("button", { name: "Test" }).click();
  await expect(dialog.locator(".probe")).toContainText("This device is offline");
});

test("a model that the list lacks is told with those that resemble it", async ({ page }) => {
  const server = await serveModels((request) =>
    request.method === "GET"
      ? { status: 200, body: LIST }
      : { status: 404, body: { error: { message: "The model `small-9` does not exist", code: "model_not_found" } } },
  );
  try {
    const probe = await told(page, server.root, "small-9");
    await expect(probe).toContainText("does not know that model");
    await expect(probe).toContainText("It has small-1, small-2");
  } finally {
    server.close();
  }
});

test("a tool may have another model", async ({ page }) => {
  const model = await startReplay();
  try {
    await page.goto("/diagram");
    await page.getByRole("button", { name: "Settings" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Address").fill(model.root("per-tool"));
    await dialog.getByLabel("Model", { exact: true }).fill("large");
    await dialog.getByText("Another model for a tool").click();
    await dialog.getByLabel("Diagram", { exact: true }).fill("coder");
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.getByLabel("Describe a diagram, or a change").fill("two steps");
    await page.keyboard.press("Control+Enter");
    await expect.poll(async () => (await model.sent("per-tool")).at(-1)?.body?.model).toBe("coder");
    // It is still so after a reload, and the endpoint's own model is another.
    await page.reload();
    await page.getByRole("button", { name: "Settings" }).click();
    await expect(dialog.getByLabel("Diagram", { exact: true })).toHaveValue("coder");
    await expect(dialog.getByLabel("Docs", { exact: true })).toHaveValue("");
  } finally {
    model.close();
  }
});

test("what was sent is kept over a reload and between tabs, and counts for the day", async ({ page, context }) => {
  const server = await serveModels(() => ({ status: 200, body: LIST }));
  try {
    const dialog = await openSettings(page, server.root, "sk-of-a-person");
    await dialog.getByRole("button", { name: "List models" }).click();
    await expect(dialog.getByRole("listbox").getByRole("option")).toHaveCount(3);
    const other = await context.newPage();
    const second = await openSettings(other, server.root, "sk-of-a-person");
    await second.getByRole("button", { name: "List models" }).click();
    await second.getByText("Sent from this browser").click();
    await expect(second.locator(".ledger-list li")).toHaveCount(2);
    await page.reload();
    await page.getByRole("button", { name: "Settings" }).click();
    await dialog.getByText("Sent from this browser").click();
    await expect(dialog.locator(".ledger-list li")).toHaveCount(2);
    await dialog.getByRole("button", { name: "Forget", exact: true }).click();
    await expect(dialog.locator(".ledger-list li")).toHaveCount(0);
    await expect(second.locator(".ledger-list li")).toHaveCount(0);
  } finally {
    server.close();
  }
});

test("a run is saved as a file without secrets, and answers in a model's place", async ({ page }) => {
  const model = await startReplay();
  try {
    await page.goto("/diagram");
    await page.getByRole("button", { name: "Settings" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Address").fill(model.root("recorded"));
    await dialog.getByLabel("Key", { exact: true }).fill("sk-of-a-person-4711");
    await dialog.getByLabel("Model", { exact: true }).fill("diagram");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    const ask = async (words) => {
      await page.getByLabel("Describe a diagram, or a change").fill(words);
      await page.keyboard.press("Control+Enter");
    };
    await ask(`two steps, sk-${"a1B2".repeat(8)}`);
    await expect.poll(async () => (await model.sent("recorded")).length).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Settings" }).click();
    await dialog.getByText("Sent from this browser").click();
    const saved = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Save run" }).first().click();
    const file = await (await saved).path();
    const text = await readFile(file, "utf8");
    expect(text).toContain('"recording":1');
    expect(text).not.toContain("a1B2");
    expect(text).not.toContain("sk-of-a-person-4711");

    const before = (await model.sent("recorded")).length;
    await dialog.getByText("Replay a recording").click();
    await dialog.getByLabel("Pace").selectOption("at once");
    await dialog.getByLabel("Recording", { exact: true }).setInputFiles(file);
    await expect(dialog).toBeHidden();
    await ask("two steps");
    await expect(page.locator(".status")).not.toContainText("Asking");
    expect((await model.sent("recorded")).length).toBe(before);
  } finally {
    model.close();
  }
});

test("a translation is saved, too, and plays from its beginning each time", async ({ page }) => {
  const model = await startReplay();
  try {
    await page.goto("/json/translate");
    await connect(page, model.root("translated"), "gpt-oss-120b");
    await page.getByRole("button", { name: /i18next/ }).click();
    await page.getByRole("button", { name: "Français" }).click();
    await page.keyboard.press("Control+Enter");
    const status = page.locator(".status");
    await expect(status).toContainText("All checks pass", { timeout: 30_000 });
    const before = (await model.sent("translated")).length;
    const title = page.locator("tbody tr", { hasText: "title" }).locator("td.done").first();
    const words = await title.innerText();

    await page.getByRole("button", { name: "Settings" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Sent from this browser").click();
    const saved = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Save run" }).first().click();
    const file = await (await saved).path();

    for (let time = 0; time < 2; time += 1) {
      await page.reload();
      await page.getByRole("button", { name: "Settings" }).click();
      await dialog.getByText("Replay a recording").click();
      await dialog.getByLabel("Pace").selectOption("at once");
      await dialog.getByLabel("Recording", { exact: true }).setInputFiles(file);
      await expect(dialog).toBeHidden();
      await page.getByRole("button", { name: /i18next/ }).click();
      await page.keyboard.press("Control+Enter");
      await expect(status).toContainText("All checks pass", { timeout: 30_000 });
      await expect(title).toHaveText(words);
    }
    expect((await model.sent("translated")).length).toBe(before);
  } finally {
    model.close();
  }
});

test("the endpoint is connected to when a person starts typing", async ({ page }) => {
  await page.goto("/diagram");
  await page.getByRole("button", { name: "Settings" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill("https://models.example/v1");
  await dialog.getByLabel("Model", { exact: true }).fill("m");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator("link[rel=preconnect]")).toHaveCount(0);
  await page.getByLabel("Describe a diagram, or a change").pressSequentially("tw");
  await expect(page.locator("link[rel=preconnect]")).toHaveAttribute("href", "https://models.example");
});
