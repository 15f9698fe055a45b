// The widget, shown by a page of another site: what it says, what it refuses, and what it keeps to itself.
import { expect, test } from "@playwright/test";
import { serveHost } from "./host/serve.mjs";
import { codes, last, said, showWidget, tell, until } from "./host/show.mjs";
import { source } from "./page.mjs";
import { startReplay } from "./replay.mjs";

const site = (process.env.ICHIBAN_SITE ?? "http://127.0.0.1:8080").replace(/\/$/, "");
const KEY = "sk-of-the-person-0123456789";

/** A frame takes its time to be there. */
const shown = expect.configure({ timeout: 30_000 });

let host;
let model;
test.beforeAll(async () => {
  test.setTimeout(600_000);
  [host, model] = [await serveHost(site), await startReplay()];
});
test.afterAll(async () => {
  await host.close();
  await model.close();
});

/** What a picture says. */
const words = (svg) => svg.replace(/<[^>]*>/g, "");

const show = (page, tool = "convert", init = {}) => showWidget(page, host.address, site, tool, init);

test("the element of the SDK shows a tool, and tells what it makes", async ({ page }) => {
  await page.goto(host.address);
  await until(page, "artifact", (it) => it?.kind === "svg" && it.complete && words(it.value).includes("Ship it"));
  const ready = await last(page, "ready");
  expect(ready).toMatchObject({ v: 1, version: "0.1.0" });
  expect(ready.tools.map(({ name }) => name)).toEqual(["translate", "convert", "repair", "diagram", "docs"]);
  expect(await said(page, "error")).toEqual([]);

  // The tool alone: no rail around it.
  const widget = page.frameLocator("ichiban-tool iframe");
  await expect(widget.getByRole("main")).toBeVisible();
  await expect(widget.getByRole("navigation")).toHaveCount(0);

  // Properties and methods.
  await page.evaluate(() => (document.querySelector("ichiban-tool").value = "flowchart TD; one-->two"));
  await until(page, "artifact", (it) => it.value.includes("two"));
  const files = await page.evaluate(async () => {
    const tool = document.querySelector("ichiban-tool");
    const [text, picture] = [await tool.export("mmd"), await tool.export("png")];
    const refused = await tool.export("gif").catch(({ code }) => code);
    return { text: text.data, name: picture.name, head: [...picture.data.slice(0, 4)], refused };
  });
  expect(files).toEqual({ text: "flowchart TD; one-->two", name: "diagram.png", head: [0x89, 0x50, 0x4e, 0x47], refused: "unknown-format" });

  // The model of a page is written, and never read back.
  expect(await page.evaluate(() => document.querySelector("ichiban-tool").model)).toBeUndefined();
});

test("what a person writes is told, and what is wrong with it", async ({ page }) => {
  const widget = await show(page, "convert", { value: '{"id": 1}', name: "order.json", options: { target: "typescript" } });
  await until(page, "artifact", (it) => it?.kind === "typescript" && it.value.includes("id: number"));
  expect(await said(page, "change"), "what the host has said itself is no news").toEqual([]);

  const write = async (text) => {
    await widget.locator('.cm-content[aria-label="Input"]').focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(text);
  };
  await write('{"id": "a", "paid": true}');
  await until(page, "change", (it) => it?.value === '{"id": "a", "paid": true}' && it.name === "order.json");
  await until(page, "artifact", (it) => it.value.includes("paid: boolean"));

  await write('{"id": "a", "paid": ');
  await until(page, "diagnostic", (it) => it?.diagnostics[0]?.line === 1 && it.diagnostics[0].severity === "error");
  await write('{"id": "b"}');
  await until(page, "diagnostic", (it) => it.diagnostics.length === 0);
});

test("each tool loads, makes, and exports", async ({ page }) => {
  test.setTimeout(180_000);
  await test.step("convert", async () => {
    await show(page, "convert", { value: '{"id": 1}', options: { target: "zod" } });
    await until(page, "artifact", (it) => it?.kind === "zod" && it.value.includes("z.object"));
    await tell(page, { type: "options", options: { target: "go", root: "Order" } });
    await until(page, "artifact", (it) => it.kind === "go" && it.value.includes("type Order struct"));
    await tell(page, { type: "export", format: "go" });
    await until(page, "export", (it) => it?.format === "go" && it.encoding === "text" && it.name.endsWith(".go"));
    await tell(page, { type: "load", value: '{"id": ' });
    await until(page, "diagnostic", (it) => it?.diagnostics.length === 1 && it.diagnostics[0].line >= 1);
  });
  await test.step("repair", async () => {
    await show(page, "repair", { value: "{a: 1,}" });
    await until(page, "artifact", (it) => it?.kind === "json" && JSON.parse(it.value).a === 1);
    await tell(page, { type: "export", format: "json" });
    await until(page, "export", (it) => it !== undefined && JSON.parse(it.data).a === 1);
  });
  await test.step("diagram", async () => {
    await show(page, "diagram", { value: "flowchart TD\n  a[One] --> b[Two]\n" });
    await until(page, "artifact", (it) => it?.kind === "svg" && it.complete && it.value.startsWith("<svg"));
    await tell(page, { type: "load", value: "flowchart TD\n  a[One --> b\n" });
    await until(page, "diagnostic", (it) => it?.diagnostics[0]?.line === 2);
  });
  await test.step("docs", async () => {
    await show(page, "docs", { value: "# Orders\n\n## List orders\n\n`GET /orders`\n\nReturns all orders.\n", name: "orders.md" });
    await until(page, "artifact", (it) => it?.kind === "openapi.json" && it.complete && "/orders" in JSON.parse(it.value).paths);
    await tell(page, { type: "export", format: "tools.mcp.json" });
    await until(page, "export", (it) => it !== undefined && it.data.includes("orders"));
    await tell(page, { type: "load", value: "# Parcels\n\n## Find a parcel\n\n`GET /parcels/{id}`\n" });
    await until(page, "artifact", (it) => !("/orders" in JSON.parse(it.value).paths) && "/parcels/{id}" in JSON.parse(it.value).paths);
  });
  await test.step("translate", async () => {
    await show(page, "translate", { value: source, name: "en.json", options: { into: "fr,de" } });
    await until(page, "artifact", (it) => it !== undefined && JSON.parse(it.value).offline === "You are offline.");
    const kinds = async () => [...new Set((await said(page, "artifact")).map(({ kind }) => kind))].sort();
    await expect.poll(kinds).toEqual(["de", "fr"]);
    await tell(page, { type: "export", format: "de" });
    await until(page, "export", (it) => it?.format === "de");
  });
});

test("a model that the host pays for is asked, streams, and can be stopped", async ({ page }) => {
  // One on this machine is the person's affair, whoever names it.
  // Slowly enough that it is seen to grow.
  const given = { baseUrl: model.root("look,delay=20"), wire: "openai-chat", model: "scripted", key: "k" };
  const widget = await show(page, "translate", { value: source, name: "en.json", options: { into: "fr" }, model: given });
  await until(page, "artifact", (it) => it?.kind === "fr");
  await tell(page, { type: "run", with: "model" });
  await expect.poll(() => codes(page)).toContain("not-allowed");
  const question = widget.getByRole("alert", { name: "A model is wanted" });
  await expect(question).toContainText("http://localhost");
  await expect(question).toContainText("127.0.0.1");
  await question.getByRole("button", { name: /^Allow/ }).click();
  await until(page, "artifact", (it) => it.complete && JSON.parse(it.value).offline !== "You are offline.");
  expect((await said(page, "artifact")).some(({ complete }) => !complete), "it was told while it grew").toBe(true);
});

test("what the person has kept is of no use to a host, and cannot be read", async ({ page, context }) => {
  // As it is where both are of one site: storage is shared.
  await context.addInitScript(
    ([site, key, root]) => {
      if (location.origin !== site) return;
      try {
        localStorage.setItem("ichiban.endpoint", JSON.stringify({ base_url: root, wire: "openai-chat", model: "own", key }));
      } catch {
        // A frame of another site may have no storage at all.
      }
    },
    [site, KEY, model.root("look")],
  );
  const widget = await show(page, "translate", { value: source, name: "en.json", options: { into: "fr" } });
  await until(page, "artifact", (it) => it?.kind === "fr");
  await expect(widget.locator(".chip")).toContainText("Connect a model");

  const asked = [];
  page.on("request", (request) => {
    if (request.url().startsWith(model.root("look"))) asked.push(request.url());
  });
  await tell(page, { type: "run", with: "model" });
  await expect.poll(() => codes(page)).toContain("not-allowed");
  await expect(widget.getByRole("alert", { name: "A model is wanted" })).toContainText("http://localhost");
  for (const type of ["export", "run", "options", "load", "stop"]) {
    await tell(page, { type, format: "key", with: "engine", options: { key: "" }, value: source });
  }
  await widget.getByRole("button", { name: "Not now" }).click();
  await tell(page, { type: "run", with: "model" });
  await expect(widget.getByRole("alert", { name: "A model is wanted" })).toBeVisible();
  expect(asked).toEqual([]);
  const all = await page.evaluate(() => JSON.stringify([globalThis.said, globalThis.atWindow]));
  expect(all).not.toContain(KEY);
});

test("a question cannot be answered while something lies above it", async ({ page }) => {
  const given = { baseUrl: model.root("look"), wire: "openai-chat", model: "scripted" };
  const widget = await show(page, "translate", { value: source, name: "en.json", options: { into: "fr" }, model: given });
  await until(page, "artifact", (it) => it?.kind === "fr");
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("iframe { opacity: 0.02 }");
    document.adoptedStyleSheets = [sheet];
  });
  await tell(page, { type: "run", with: "model" });
  const allow = widget.getByRole("button", { name: /^Allow http/ });
  await expect(allow).toBeVisible();
  await page.evaluate(() => new Promise((later) => setTimeout(later, 1_500)));
  await expect(allow).toBeDisabled();
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  await expect(allow).toBeEnabled();
});

test("an origin that is not listed sees a refusal, and nothing else", async ({ page }) => {
  await page.route("**/embed-origins.json", (route) => route.fulfill({ json: { origins: ["https://docs.example.org"] } }));
  const widget = await show(page, "convert", { value: '{"id": 1}' });
  await shown(widget.getByRole("heading", { name: "This page may not show Ichiban" })).toBeVisible();
  await expect(widget.getByText(host.address)).toBeVisible();
  await expect(widget.locator("main")).toBeHidden();
  expect(await codes(page)).toEqual(["refused"]);
  await tell(page, { type: "load", value: "{}" });
  await page.evaluate(() => new Promise((later) => setTimeout(later, 500)));
  expect((await page.evaluate(() => globalThis.said)).length).toBe(1);
});

test("an origin that is listed is let in; a list that cannot be read lets in nobody", async ({ page }) => {
  await page.route("**/embed-origins.json", (route) => route.fulfill({ json: { origins: [host.address] } }));
  await show(page, "convert", { value: '{"id": 1}' });
  await until(page, "artifact", (it) => it?.value.includes("id"));

  // Before the page has said who it is, it is shown nothing.
  const quiet = await show(page, "convert", null);
  await shown(quiet.getByRole("heading", { name: "Waiting for the page around this" })).toBeVisible();
  await expect(quiet.locator("main")).toBeHidden();

  await page.unrouteAll();
  await page.route("**/embed-origins.json", (route) => route.fulfill({ body: '{"origins": "everybody"}' }));
  const broken = await show(page, "convert", null);
  await shown(broken.getByRole("heading", { name: "Ichiban cannot be shown here" })).toBeVisible();
  await expect(broken.locator("main")).toBeHidden();
});

test("forged, replayed and misspelt messages are answered with errors, and change nothing", async ({ page }) => {
  await show(page, "convert", { value: '{"id": 1}' });
  await until(page, "artifact", (it) => it?.value.includes("id"));
  const before = (await said(page, "artifact")).length;

  for (const message of [
    { v: 2, type: "load", value: "{}" },
    { type: "load", value: "{}" },
    { v: 1, type: "allow" },
    { v: 1, type: "load", value: 5 },
    { v: 1, type: "load", value: "{}", key: KEY },
    "load",
    null,
    { v: 1, type: "init", tool: "docs" },
  ]) {
    await page.evaluate((message) => globalThis.tell(message), message);
  }
  await expect.poll(() => codes(page)).toEqual(["unknown-version", "unknown-version", "unknown-type", "malformed", "malformed", "malformed", "malformed", "not-now"]);

  // The first message once more, with another port: whoever replays it gets an error and no talk.
  const replayed = await page.evaluate(
    (site) =>
      new Promise((answered) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => answered(data);
        globalThis.frame.contentWindow.postMessage({ v: 1, type: "init", tool: "convert", value: "{}" }, site, [port2]);
      }),
    site,
  );
  expect(replayed).toMatchObject({ type: "error", code: "not-now" });

  // From a frame beside it: nobody answers.
  const forged = await page.evaluate(
    (site) =>
      new Promise((done) => {
        const beside = document.createElement("iframe");
        beside.srcdoc = "<p>beside</p>";
        beside.addEventListener("load", () => {
          const { port1, port2 } = new beside.contentWindow.MessageChannel();
          let heard = 0;
          port1.onmessage = () => (heard += 1);
          const send = beside.contentWindow.Function("frame", "site", "port", "frame.postMessage({ v: 1, type: 'load', value: 'forged' }, site); frame.postMessage({ v: 1, type: 'init', tool: 'convert' }, site, [port])");
          send(globalThis.frame.contentWindow, site, port2);
          setTimeout(() => done(heard), 800);
        });
        document.body.append(beside);
      }),
    site,
  );
  expect(forged).toBe(0);
  expect((await said(page, "artifact")).length, "nothing was made of all that").toBe(before);
  expect(await said(page, "change")).toEqual([]);
  const all = await page.evaluate(() => JSON.stringify([globalThis.said, globalThis.atWindow]));
  expect(all).not.toContain(KEY);
});

test("unknown tools, options and formats are told", async ({ page }) => {
  await show(page, "convert", { tool: "spreadsheet" });
  await expect.poll(() => codes(page)).toEqual(["unknown-tool"]);
  await show(page, "convert", { value: "{}" });
  await tell(page, { type: "options", options: { colour: "red" } });
  await tell(page, { type: "export", format: "docx" });
  await tell(page, { type: "run", with: "model" });
  await expect.poll(() => codes(page)).toEqual(["unknown-option", "unknown-format", "no-model"]);
});

test("a host that floods is slowed, and then not heard any more", async ({ page }) => {
  await show(page, "convert", { value: '{"id": 1}' });
  await until(page, "artifact", (it) => it?.value.includes("id"));
  await page.evaluate(() => {
    for (let at = 0; at < 15_000; at++) globalThis.tell({ v: 1, type: "load", value: `{"a${at}": 1}` });
  });
  await expect.poll(() => codes(page).then((all) => all.filter((code) => code === "too-many").length), { timeout: 30_000 }).toBeGreaterThan(0);
  expect((await page.evaluate(() => globalThis.said)).length).toBeLessThan(400);
  // The widget is a person's still.
  await expect(page.frameLocator("iframe").getByRole("main")).toBeVisible();
  const before = (await page.evaluate(() => globalThis.said)).length;
  await tell(page, { type: "stop" });
  await page.evaluate(() => new Promise((later) => setTimeout(later, 500)));
  expect((await page.evaluate(() => globalThis.said)).length - before).toBeLessThan(3);
});

test("its colours follow the host, and are not kept", async ({ page }) => {
  const widget = await show(page, "convert", { theme: "dark" });
  await expect(widget.locator("html")).toHaveAttribute("data-theme", "dark");
  await tell(page, { type: "options", theme: "light" });
  await expect(widget.locator("html")).toHaveAttribute("data-theme", "light");
  await page.goto(site);
  await expect(page.locator("html")).not.toHaveAttribute("data-theme", "light");
});

test("it says how high it would have to be", async ({ page }) => {
  await show(page, "convert", { value: JSON.stringify(Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`key${at}`, at])), null, 2) });
  await until(page, "resize", (it) => it?.height > 1_500);
});

test("it works under a host's strict policy and in an isolated page", async ({ page }) => {
  const strict = await serveHost(site, {
    "content-security-policy": `default-src 'none'; script-src 'self' ${site}; style-src 'self'; frame-src ${site}; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
  });
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(strict.address);
  await until(page, "artifact", (it) => it?.kind === "svg" && it.complete && words(it.value).includes("Ship it"));
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(complaints).toEqual([]);
  await strict.close();
});

test("it works where storage is denied, and registers no service worker", async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: "allow" });
  await context.addInitScript((site) => {
    if (location.origin !== site || parent === self) return;
    const denied = { get: () => { throw new DOMException("denied", "SecurityError"); } };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) Object.defineProperty(self, name, denied);
  }, site);
  const page = await context.newPage();
  await show(page, "translate", { value: source, name: "en.json", options: { into: "fr" } });
  await until(page, "artifact", (it) => it?.kind === "fr");
  await page.evaluate(() => new Promise((later) => setTimeout(later, 2_000)));
  expect(context.serviceWorkers()).toEqual([]);
  await context.close();
});

test("the page itself cannot be framed", async ({ page }) => {
  await page.goto(`${host.address}/bare`);
  await page.evaluate((site) => {
    const frame = document.createElement("iframe");
    frame.src = `${site}/json/convert`;
    document.body.append(frame);
  }, site);
  await page.evaluate(() => new Promise((later) => setTimeout(later, 1_000)));
  await expect(page.frameLocator("iframe").locator("main")).toHaveCount(0);
});
