// The settings of models: which there are, what they may cost, what was sent to them.
import { createServer } from "node:http";
import { expect, test } from "@playwright/test";

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
    await dialog.getByText("Sent from this tab").click();
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
