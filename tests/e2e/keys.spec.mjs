// Keys: where they are kept, and that they are nowhere else.
import { createServer } from "node:http";
import { expect, test } from "@playwright/test";
import { startReplay } from "./replay.mjs";

const KEY = "sk-of-a-person-4711";

let model;
test.beforeAll(async () => {
  test.setTimeout(600_000);
  model = await startReplay();
});
test.afterAll(() => model?.close());

/** A server that tells which keys it was asked with, and answers nothing. */
async function keyhole() {
  const keys = [];
  const server = createServer((request, response) => {
    const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    if (request.method === "POST") keys.push(request.headers.authorization);
    response.writeHead(request.method === "OPTIONS" ? 204 : 404, cors).end();
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { keys, root: `http://127.0.0.1:${server.address().port}/v1`, close: () => server.close() };
}

/** Fills the form for the replay server, as a person would. */
async function fill(page, root) {
  await page.getByRole("button", { name: "Settings" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill(root);
  await dialog.getByLabel("Key", { exact: true }).fill(KEY);
  await dialog.getByLabel("Model", { exact: true }).fill("scripted");
  return dialog;
}

/** All that the browser keeps of the page, as one text. */
const keptText = (page) =>
  page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.documentElement.outerHTML, location.href]));

test("an encrypted key is unlocked once in a tab, and kept nowhere in the clear", async ({ page, context }) => {
  const endpoint = await keyhole();
  const logs = [];
  page.on("console", (message) => logs.push(message.text()));
  await page.goto("/");
  const dialog = await fill(page, endpoint.root);
  await dialog.getByLabel(/the key encrypted/).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert").filter({ hasText: "at least 8 characters" })).toBeVisible();
  await dialog.getByLabel("Passphrase", { exact: true }).fill("correct horse");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator(".chip")).toContainText("scripted");
  expect(await keptText(page)).not.toContain(KEY);
  const sealed = await page.evaluate(() => JSON.parse(JSON.parse(localStorage.getItem("ichiban.key"))));
  expect(sealed).toMatchObject({ version: 1, kdf: "PBKDF2-HMAC-SHA-256" });
  expect(sealed.iterations).toBeGreaterThanOrEqual(600_000);

  // Another tab asks for the passphrase; a wrong one is told.
  const other = await context.newPage();
  other.on("console", (message) => logs.push(message.text()));
  await other.goto("/");
  await expect(other.locator(".chip")).toContainText("Unlock the key");
  await other.locator(".chip").click();
  const lock = other.getByRole("dialog");
  await lock.getByLabel("Passphrase", { exact: true }).fill("wrong horse!");
  await lock.getByRole("button", { name: "Unlock" }).click();
  await expect(lock.getByRole("alert")).toContainText("not the passphrase");
  await lock.getByLabel("Passphrase", { exact: true }).fill("correct horse");
  await lock.getByLabel("Passphrase", { exact: true }).press("Enter");
  await expect(lock).toBeHidden();
  await expect(other.locator(".chip")).toContainText("scripted");
  // The key reaches its endpoint.
  await other.getByRole("link", { name: "Diagram" }).click();
  await other.getByLabel("Describe a diagram, or a change").fill("a diagram of two steps");
  await other.keyboard.press("Control+Enter");
  await expect.poll(() => endpoint.keys.at(0), { timeout: 30_000 }).toBe(`Bearer ${KEY}`);
  expect(await keptText(other)).not.toContain(KEY);

  // Locked again, it is asked for again; forgotten, it is gone.
  await other.getByRole("button", { name: "Settings" }).click();
  await lock.getByRole("button", { name: "Lock the key" }).click();
  await expect(lock).toBeHidden();
  await other.getByRole("button", { name: "Settings" }).click();
  await lock.getByRole("button", { name: "Forget the key" }).click();
  await expect(lock.getByLabel("Address")).toBeVisible();
  expect(await other.evaluate(() => localStorage.getItem("ichiban.key"))).toBeNull();
  expect(logs.join("\n")).not.toContain(KEY);
  endpoint.close();
});

test("an encrypted key goes to the address it was encrypted for alone", async ({ page }) => {
  await page.goto("/");
  const dialog = await fill(page, model.root("bound"));
  await dialog.getByLabel(/the key encrypted/).check();
  await dialog.getByLabel("Passphrase", { exact: true }).fill("correct horse");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  // Whoever can write to the browser's storage turns the address to their own server.
  await page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem("ichiban.endpoint"));
    localStorage.setItem("ichiban.endpoint", JSON.stringify({ ...kept, base_url: "https://evil.example/v1" }));
  });
  await page.reload();
  await page.locator(".chip").click();
  await dialog.getByLabel("Passphrase", { exact: true }).fill("correct horse");
  await dialog.getByRole("button", { name: "Unlock" }).click();
  await expect(dialog.getByRole("alert")).toContainText("not the passphrase");
});

test("a key in this browser is there in the next tab, and one of a tab is not", async ({ page, context }) => {
  await page.goto("/");
  let dialog = await fill(page, model.root("kept"));
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  const other = await context.newPage();
  await other.goto("/");
  await expect(other.locator(".chip")).toContainText("Connect a model");
  await page.locator(".chip").click();
  await page.getByRole("dialog").getByLabel(/^in this browser until/).check();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await other.reload();
  await expect(other.locator(".chip")).toContainText("scripted");
});
