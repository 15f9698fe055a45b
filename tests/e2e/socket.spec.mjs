// OpenAI Responses over a WebSocket, from an address that begins with ws://.
import { expect, test } from "@playwright/test";
import { connect, drop, source } from "./page.mjs";
import { plain, startReplay } from "./replay.mjs";

let model;
test.beforeAll(async () => {
  // It may have to be compiled first.
  test.setTimeout(600_000);
  model = await startReplay();
});
test.afterAll(() => model?.close());
test.beforeEach(async ({ page }) => {
  await page.goto("/json/translate");
});

/** The address of the same server for a WebSocket. */
const socket = (scenario) => model.root(scenario).replace(/^http/, "ws");

/** The turns that were taken over sockets, and the requests that came by HTTP. */
async function sent(name) {
  const all = await model.sent(name);
  const isTurn = ({ body }) => body?.type === "response.create";
  return { turns: all.filter(isTurn), requests: all.filter((request) => !isTurn(request)) };
}

/** The connections of turns: each has a key of its own. */
const connections = (turns) => [...new Set(turns.map(({ headers }) => headers["sec-websocket-key"]))].sort();

/** Asks for the catalogue in French. */
async function translate(page, root) {
  await connect(page, root, "scripted", "openai-responses");
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Français" }).click();
  await page.keyboard.press("Control+Enter");
}

const allWell = (page) => expect(page.locator(".status")).toContainText("All checks pass", { timeout: 30_000 });

const values = (page) => page.locator("td.done .text").allInnerTexts();

test("an answer comes over the socket, and the next run takes the same connection", async ({ page }) => {
  await translate(page, socket("socket-well"));
  await allWell(page);
  expect((await values(page)).map(plain)).toContain("You are offline.");
  const first = await sent("socket-well");
  expect(first.requests).toEqual([]);
  expect(first.turns.length).toBeGreaterThan(0);

  await page.getByRole("button", { name: "+ locale" }).click();
  await page.getByRole("combobox", { name: "Search locales" }).fill("Deutsch");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("td.done")).toHaveCount(14, { timeout: 30_000 });
  const second = await sent("socket-well");
  expect(second.turns.length).toBeGreaterThan(first.turns.length);
  expect(second.requests).toEqual([]);
  expect(connections(second.turns)).toEqual(connections(first.turns));
});

test("where the handshake is refused, the question goes by HTTP", async ({ page }) => {
  await translate(page, socket("socket-refused,no-socket"));
  await allWell(page);
  const { turns, requests } = await sent("socket-refused");
  expect(turns).toEqual([]);
  expect(requests.length).toBeGreaterThan(0);
});

test("a connection that is lost before the answer begins is made up for by HTTP", async ({ page }) => {
  await translate(page, socket("socket-lost,cut-after=0,times=1"));
  await allWell(page);
  const { turns, requests } = await sent("socket-lost");
  expect(turns.length).toBeGreaterThan(0);
  expect(requests.length).toBeGreaterThan(0);
});

test("an answer that is cut is said to be cut, and Retry asks for the rest", async ({ page }) => {
  await translate(page, socket("socket-cut,cut-after=8,times=1"));
  const banner = page.locator(".banner");
  await expect(banner).toContainText("stopped in the middle", { timeout: 30_000 });
  const whole = ["Your order", "Arrives {{date}}", "Pay {{amount}} now", "By paying you accept the <0>terms</0>.", "Hello, {{name}}.", "Sign out", "You are offline."];
  for (const text of await values(page)) expect(whole).toContain(plain(text));
  await page.getByRole("button", { name: "Retry" }).click();
  await allWell(page);
  const { turns, requests } = await sent("socket-cut");
  expect(requests).toEqual([]);
  expect(connections(turns).length).toBe(2);
});

test("what the server has forgotten is asked again on another connection", async ({ page }) => {
  await translate(page, socket("socket-forgets,forgets,times=1"));
  await allWell(page);
  const { turns, requests } = await sent("socket-forgets");
  expect(requests).toEqual([]);
  expect(connections(turns).length).toBe(2);
});

test("a server that is busy once is asked again by itself", async ({ page }) => {
  await translate(page, socket("socket-busy,status=503,times=1"));
  await allWell(page);
  expect((await sent("socket-busy")).requests).toEqual([]);
});

test("a stop closes the connection", async ({ page }) => {
  await translate(page, socket("socket-slow,delay=60"));
  await expect(page.locator("td.streaming .text").first()).toHaveText(/^.{3,}/);
  await page.keyboard.press("Escape");
  await expect(page.locator(".status")).toContainText("Stopped.");
  await connect(page, socket("socket-rest"), "scripted", "openai-responses");
  await page.getByRole("button", { name: "Continue" }).click();
  await allWell(page);
  expect((await sent("socket-rest")).requests).toEqual([]);
});

test("a key goes by HTTP, in its header, and never to a socket", async ({ page }) => {
  await page.locator(".chip").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill(socket("socket-key,key=sk-right"));
  await dialog.getByLabel("Wire").selectOption("openai-responses");
  await dialog.getByLabel("Model", { exact: true }).fill("scripted");
  await dialog.getByLabel("Key", { exact: true }).fill("sk-right");
  await expect(dialog).toContainText("can send no key over a WebSocket");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await drop(page, "en.json", source);
  await page.getByRole("button", { name: "Français" }).click();
  await page.keyboard.press("Control+Enter");
  await allWell(page);
  const { turns, requests } = await sent("socket-key");
  expect(turns).toEqual([]);
  for (const { path, headers } of requests) {
    expect(path).toBe("/v1/responses");
    expect(headers.authorization).toBe("Bearer sk-right");
  }
});

test("models are listed and the endpoint is tested over HTTP at the same address", async ({ page }) => {
  await page.locator(".chip").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill(socket("socket-settings"));
  await dialog.getByLabel("Wire").selectOption("openai-responses");
  await dialog.getByRole("button", { name: "List models" }).click();
  await expect(dialog.getByRole("listbox").getByRole("option")).toHaveCount(1);
  const name = dialog.getByRole("combobox", { name: "Model" });
  await name.press("ArrowDown");
  await name.press("Enter");
  await expect(name).toHaveValue("replay");
  await dialog.getByRole("button", { name: "Test" }).click();
  await expect(dialog.locator(".probe")).toContainText("It answers, as replay.");
  const { turns, requests } = await sent("socket-settings");
  expect(turns).toEqual([]);
  expect(new Set(requests.map(({ path }) => path))).toEqual(new Set(["/v1/models", "/v1/responses"]));
});
