// What is hostile stays text: nothing of it runs, and nothing asks another server.
import { createServer } from "node:http";
import { expect, test } from "@playwright/test";
import { ADDRESSES, COUNT, KEYS, MARKDOWN, MARKUP, MERMAID, NAMES, STRANGER } from "./hostile.mjs";
import { connect, drop, fillEditor } from "./page.mjs";

/** What ran, and what was asked of whom. */
let ran;
let asked;
/** Whom the page may ask besides its own site. */
let allowed;

test.beforeEach(async ({ page, context, baseURL }) => {
  [ran, asked, allowed] = [[], [], [new URL(baseURL).origin]];
  // Nobody is really asked, and whoever is answers with something to run.
  await context.route(`${STRANGER}/**`, (route) =>
    route.fulfill({ contentType: "text/javascript", headers: { "access-control-allow-origin": "*" }, body: "owned('fetched')" }),
  );
  // There in every frame.
  await page.exposeFunction("owned", (number) => void ran.push(number));
  page.on("dialog", (dialog) => {
    ran.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => ran.push(`window: ${popup.url()}`));
  page.on("pageerror", (error) => ran.push(`error: ${error.message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && !allowed.includes(url.origin)) asked.push(request);
  });
});

/** Nothing ran or was asked, a moment later either; and the page is still the page. */
async function unharmed(page) {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 150)));
  expect(ran).toEqual([]);
  // What a policy has refused was asked of nobody.
  const answered = asked.filter((request) => request.failure()?.errorText !== "csp");
  expect(answered.map((request) => request.url())).toEqual([]);
  expect(allowed).toContain(new URL(page.url()).origin);
  const strange = await page.evaluate(() => {
    const found = [];
    const look = (root) => {
      for (const element of root.querySelectorAll("*")) {
        const { localName } = element;
        const isFrame = localName === "iframe" && element.getAttribute("sandbox") !== "allow-scripts";
        if (isFrame || /^(?:object|embed|base|applet|foreignobject|set|animate|feimage)$/i.test(localName)) found.push(localName);
        for (const { name, value } of element.attributes) {
          if (/^on/i.test(name)) found.push(`${localName} ${name}`);
          if (/^(?:xlink:)?href|src|action$/i.test(name) && /^\s*(?:java\s*script|vbscript|data:text)/i.test(value)) found.push(`${localName} ${name}=${value}`);
        }
        if (element.shadowRoot !== null) look(element.shadowRoot);
      }
      return found;
    };
    return look(document);
  });
  expect(strange).toEqual([]);
}

/** Everything of a list scrolled by, so that all of it is drawn once. */
async function readThrough(page, selector) {
  await page.locator(selector).first().evaluate(async (list) => {
    for (let top = 0; top < list.scrollHeight; top += list.clientHeight || 600) {
      list.scrollTop = top;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  });
}

/** Pastes, with the focus in no field. */
const paste = (page, types) =>
  page.evaluate((types) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(types)) clipboardData.setData(type, text);
    document.activeElement?.blur();
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, types);

test("the corpus is large, and alive where nothing stops it", async ({ page }) => {
  expect(COUNT).toBeGreaterThanOrEqual(150);
  // A page without a policy.
  await page.route("http://unguarded.example/", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><main></main>" }));
  await page.goto("http://unguarded.example/");
  await page.evaluate((all) => {
    for (const markup of all) {
      const place = document.createElement("div");
      document.querySelector("main").append(place);
      if (!/<meta|<base|action=|autofocus/i.test(markup)) place.innerHTML = markup;
    }
  }, MARKUP);
  await expect.poll(() => new Set(ran).size).toBeGreaterThan(30);
  expect(asked.length).toBeGreaterThan(20);
});

test("the page's own policy refuses markup that runs or fetches, and scripts of others", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("main")).toBeVisible();
  const taken = await page.evaluate((all) => {
    const isTaken = (act) => {
      try {
        act();
        return true;
      } catch {
        return false;
      }
    };
    const parse = (markup) => isTaken(() => new DOMParser().parseFromString(markup, "image/svg+xml"));
    return {
      markup: all.filter((markup) => isTaken(() => (document.createElement("template").innerHTML = markup))),
      pictures: all.filter((markup) => parse(`<svg xmlns="http://www.w3.org/2000/svg">${markup}</svg>`)),
      frames: isTaken(() => (document.createElement("iframe").srcdoc = "<p>x</p>")),
      workers: ["https://evil.example/w.js", "data:text/javascript,1", "/index.html", "/assets/../x.js", "/assets/a.js?x"].filter((address) =>
        isTaken(() => new Worker(address).terminate()),
      ),
      scripts: isTaken(() => (document.createElement("script").text = "1")),
      others: isTaken(() => trustedTypes.createPolicy("other", { createHTML: (text) => text })),
      own: isTaken(() => (document.createElement("template").innerHTML = '<p class="a">A <b>view</b><!><br/><svg viewBox="0 0 1 1"><use href="#x"></use></svg><a href="/docs">d</a></p>')),
      drawing: parse('<svg xmlns="http://www.w3.org/2000/svg" id="d"><g data-href="https://example.org"><text x="1">a &lt;b&gt; onload=x javascript:</text></g></svg>'),
    };
  }, MARKUP);
  // What holds no tag, or only such as mean nothing, is text.
  const harmless = (list) => list.filter((markup) => /<[a-z!?/]/i.test(markup));
  expect(harmless(taken.markup)).toEqual([]);
  expect(harmless(taken.pictures)).toEqual([]);
  expect(taken).toMatchObject({ frames: false, workers: [], scripts: false, others: false, own: true, drawing: true });
});

test("hostile Markdown and HTML stay text in Docs", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/docs");
  const routes = MARKUP.map((markup, at) => `## ${markup}\n\n\`GET /things${at}/{id}\`\n\n${markup}\n\n| Parameter | Type | Description |\n|--|--|--|\n| \`p${at}\` | string | ${markup.replaceAll("|", "")} |\n`);
  await drop(page, "hostile.md", `# Hostile\n\n${MARKDOWN.join("\n\n")}\n\n${routes.join("\n")}`);
  await expect(page.locator(".status .good")).toContainText(/\d+ operation/, { timeout: 30_000 });
  await readThrough(page, ".document");
  await page.locator(".op").first().click();
  await expect(page.locator(".op-title")).toBeVisible();
  await unharmed(page);
  await page.getByRole("button", { name: "Close the files" }).click();

  const html = `<!doctype html><html><head><title>T</title>${MARKUP.join("")}</head><body><h1>API</h1>${MARKUP.map((markup, at) => `<h2>${at}</h2><pre>GET /t${at}/{id}</pre><p>${markup}</p>`).join("")}</body></html>`;
  // Some of them end what can be read.
  const calm = MARKUP.filter((markup) => !/<(plaintext|xmp|textarea|title|noscript|script|style|template|frameset|iframe|listing|!)/i.test(markup));
  for (const [name, text] of [["all.html", html], ["calm.html", `<h1>API</h1>${calm.map((markup, at) => `<h2>GET /t${at}/{id}</h2><p>${markup}</p>`).join("")}`]]) {
    await drop(page, name, text);
    await expect(page.locator(".status .good, [role=alert]").first()).toBeVisible({ timeout: 30_000 });
    if (await page.locator(".document").count()) await readThrough(page, ".document");
    await unharmed(page);
  }
});

test("a hostile OpenAPI document stays text, and its references are not followed", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/docs");
  const at = (list, index) => list[index % list.length];
  const paths = {};
  for (const [index, markup] of MARKUP.entries()) {
    const text = `${markup}\n\n${at(MARKDOWN, index)}`;
    paths[`/t${index}/${index % 9 === 0 ? encodeURIComponent(markup).slice(0, 40) : "x"}/{id}`] = {
      get: {
        operationId: markup,
        summary: markup,
        description: text,
        tags: [markup],
        externalDocs: { url: at(ADDRESSES, index), description: markup },
        parameters: [{ name: markup, in: "query", description: text, schema: { type: "string", default: markup, enum: [markup], pattern: markup }, example: markup }],
        responses: { 200: { description: text, content: { "application/json": { example: { [markup]: markup }, schema: { $ref: at(ADDRESSES, index) } } } } },
      },
    };
  }
  const document = {
    openapi: "3.1.0",
    info: { title: MARKUP[6], description: MARKDOWN.join("\n\n"), version: MARKUP[0], contact: { url: ADDRESSES[0], email: MARKUP[6] }, license: { name: MARKUP[6], url: ADDRESSES[1] } },
    servers: ADDRESSES.map((url) => ({ url, description: MARKUP[6] })),
    components: { securitySchemes: Object.fromEntries(KEYS.map((key, index) => [key, { type: "oauth2", flows: { implicit: { authorizationUrl: at(ADDRESSES, index), scopes: { [MARKUP[6]]: MARKUP[6] } } } }])) },
    paths,
  };
  await drop(page, "hostile.json", JSON.stringify(document));
  await expect(page.locator(".status .good")).toContainText(/\d+ operation/, { timeout: 30_000 });
  for (const index of [0, 1, 2]) {
    await page.locator(".op").nth(index).click();
    await expect(page.locator(".op-title")).toBeVisible();
    await unharmed(page);
    await page.keyboard.press("Escape");
  }
});

test("hostile diagrams stay drawings", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto("/diagram");
  for (const [at, text] of MERMAID.entries()) {
    await drop(page, `d${at}.mmd`, text);
    await expect(page.locator(".status")).toContainText(/Drawn|problem|mistake|error|cannot/i, { timeout: 30_000 });
  }
  await unharmed(page);
  // All of the markup, as what nodes are called.
  const labels = MARKUP.filter((markup) => !/["\n]/.test(markup)).map((markup, at) => `  N${at}["${markup}"]`);
  await drop(page, "labels.mmd", `flowchart LR\n${labels.slice(0, 60).join("\n")}\n`);
  await expect(page.locator(".status")).toContainText("Drawn", { timeout: 30_000 });
  await unharmed(page);
  await fillEditor(page, "Diagram text", `sequenceDiagram\n${MARKUP.slice(0, 40).map((markup) => `  A->>B: ${markup.replaceAll(/[;\n#]/g, "")}`).join("\n")}\n`);
  await expect(page.locator(".status")).toContainText(/Drawn|problem|mistake|error|cannot/i, { timeout: 30_000 });
  await unharmed(page);
});

test("hostile keys and values stay text in the tools of JSON", async ({ page }) => {
  test.setTimeout(120_000);
  const values = [...MARKUP, ...MARKDOWN, ...ADDRESSES];
  const data = JSON.stringify(Object.fromEntries([...KEYS, ...values].map((text, at) => [text, at % 3 === 0 ? { [text]: text } : text])), null, 1);
  await page.goto("/json/translate");
  await drop(page, "en.json", data);
  await expect(page.locator("tbody tr.leaf").first()).toBeVisible();
  await readThrough(page, ".sheet, .table, .grid, main");
  await unharmed(page);

  await page.goto("/json/convert");
  await drop(page, "data.json", data);
  await expect(page.locator(".status")).toContainText("Converted", { timeout: 30_000 });
  await unharmed(page);

  await page.goto("/json/repair");
  await drop(page, "broken.json", data.replaceAll("\n", ",\n").replaceAll('"', "'"));
  await expect(page.locator(".status")).toContainText(/Repaired|cannot|Valid/, { timeout: 30_000 });
  await unharmed(page);
});

test("hostile names of files and what is pasted as markup stay text", async ({ page }) => {
  test.setTimeout(120_000);
  const given = { "/json/translate": ["json", '{"a": "b"}'], "/json/convert": ["json", '{"a": 1}'], "/json/repair": ["json", "{a: 1}"], "/diagram": ["mmd", "flowchart TD\n  A --> B"], "/docs": ["md", "# A\n\n`GET /a`\n"] };
  for (const [path, [ending, text]] of Object.entries(given)) {
    await page.goto(path);
    await expect(page.locator("main")).toBeVisible();
    for (const name of NAMES) {
      await page.locator("main").waitFor();
      await drop(page, `${name}.${ending}`, text);
    }
    await unharmed(page);
    await page.goto(path);
    await expect(page.locator("main.invites, .dropzone").first()).toBeVisible();
    await paste(page, { "text/html": MARKUP.join("\n"), "text/plain": MARKUP.join("\n") });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    await unharmed(page);
  }
});

test("hostile answers of a model stay text", async ({ page }) => {
  test.setTimeout(120_000);
  // A model that says whatever the test wants.
  let answer = "";
  let answers = 0;
  const server = createServer((request, response) => {
    response.writeHead(200, { "access-control-allow-origin": "*", "access-control-allow-headers": "*", "content-type": "text/event-stream" });
    if (request.method !== "POST") return void response.end();
    answers += 1;
    const say = (choice) => response.write(`data: ${JSON.stringify({ id: "a", model: "m", choices: [{ index: 0, ...choice }] })}\n\n`);
    for (const part of answer.match(/[\s\S]{1,400}/g) ?? []) say({ delta: { content: part } });
    say({ delta: {}, finish_reason: "stop" });
    response.end("data: [DONE]\n\n");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const address = `http://127.0.0.1:${server.address().port}`;
  allowed.push(address);
  try {
    await page.goto("/json/translate");
    await connect(page, `${address}/v1`);
    await page.getByRole("link", { name: "Diagram" }).click();
    for (const text of [MERMAID[0], MERMAID[10], MERMAID[21], `flowchart TD\n${MARKUP.slice(0, 30).map((markup, at) => `  N${at}["${markup.replaceAll('"', "")}"]`).join("\n")}`]) {
      answer = `Here it is: <img src=x onerror=owned(6000)>\n\n\`\`\`mermaid\n${text}\n\`\`\`\n`;
      await page.getByLabel("Describe a diagram, or a change").fill("a diagram");
      await page.getByLabel("Describe a diagram, or a change").press("Control+Enter");
      await expect(page.locator(".status")).toContainText(/Drawn|problem|mistake|error|cannot/i, { timeout: 30_000 });
      await unharmed(page);
    }
    const drawings = answers;
    expect(drawings).toBeGreaterThanOrEqual(4);

    const keys = MARKUP.map((_, at) => `k${at}`);
    await page.getByRole("link", { name: "Translate" }).click();
    await drop(page, "en.json", JSON.stringify(Object.fromEntries(keys.map((key) => [key, `Text ${key}`]))));
    answer = JSON.stringify(Object.fromEntries(MARKUP.map((markup, at) => [String(at), markup])));
    await page.getByRole("button", { name: "Français" }).click();
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("button", { name: /^Stop/ })).toBeHidden({ timeout: 30_000 });
    expect(answers).toBeGreaterThan(drawings);
    await unharmed(page);
  } finally {
    server.close();
  }
});
