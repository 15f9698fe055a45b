// Docs, from documentation to a call.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { drop, editorText } from "./page.mjs";
import { startReplay } from "./replay.mjs";

const NOTES = `# Notes API

Base URL: https://api.notes.dev/v1

## List notes

\`GET /notes\`

| Parameter | Type | Description |
|--|--|--|
| \`limit\` | string | How many to return |
| \`tag\` | string | Only those with this tag |

## Remove a note

\`DELETE /notes/{id}\`

Removes the note for good. See [the guide](https://example.com/guide).
`;

let server;
test.beforeAll(async () => {
  // It may have to be compiled first.
  test.setTimeout(600_000);
  server = await startReplay();
});
test.afterAll(() => server?.close());

test.beforeEach(async ({ page }) => {
  await page.goto("/docs");
  await expect(page.getByRole("heading", { name: "Drop API documentation" })).toBeVisible();
});

const op = (page, text) => page.locator(".op", { hasText: text });
const found = (page, count) => expect(page.locator(".status .good")).toContainText(`${count} operation`, { timeout: 30_000 });

/** A PDF of so many pages, each with an operation. */
function paper(pages) {
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"];
  const kids = [];
  for (let page = 0; page < pages; page += 1) {
    const content = `BT 72 760 Td /F1 20 Tf (Thing ${page}) Tj 0 -40 Td /F1 12 Tf (GET /things${page}/{id}) Tj 0 -40 Td (Reads a thing.) Tj ET`;
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`);
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${pages} >>`;
  return `%PDF-1.4\n${objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("")}trailer\n<< /Root 1 0 R >>\n%%EOF\n`;
}

test("the page invites, and each example is read", async ({ page }) => {
  const examples = page.locator(".examples button");
  const count = await examples.count();
  expect(count).toBeGreaterThanOrEqual(3);
  for (let at = 0; at < count; at += 1) {
    await examples.nth(at).click();
    await expect(page.locator(".status .good")).toContainText(/\d operations/, { timeout: 30_000 });
    await expect(page.locator(".block").first()).toBeVisible();
    await page.getByRole("button", { name: "Close the files" }).click();
  }
});

test("operations and parameters lead to their places, and places back", async ({ page }) => {
  await drop(page, "notes.md", NOTES);
  await found(page, 2);
  await op(page, "GET/notes").click();
  await expect(page.locator(".block.here")).toContainText("GET /notes");
  await page.locator(".field-row").first().getByRole("button", { name: "Show where it is documented" }).click();
  await expect(page.locator(".block.here")).toContainText("How many to return");
  await page.getByRole("button", { name: "Documents DELETE /notes/{id}" }).first().click();
  await expect(page.locator(".op-title")).toContainText("/notes/{id}");
  await page.keyboard.press("Escape");
  await expect(op(page, "GET/notes")).toBeVisible();
});

test("edits are kept when more is read, and can be undone", async ({ page }) => {
  await drop(page, "notes.md", NOTES);
  await found(page, 2);
  await op(page, "GET/notes").click();
  await page.getByLabel("Summary").fill("Every note");
  await page.getByLabel("Type of limit").selectOption("integer");
  await page.getByLabel("limit is required").check();
  await page.getByLabel("Name of limit").fill("page_size");
  await page.getByLabel("Name of limit").press("Tab");
  await expect(page.getByLabel("Name of page_size")).toBeVisible();
  await drop(page, "orders.md", "# Orders\n\n## Read an order\n\n`GET /orders/{id}`\n");
  await found(page, 3);
  await expect(page.getByLabel("Type of page_size")).toHaveValue("integer");
  await expect(page.getByLabel("page_size is required")).toBeChecked();
  await page.getByRole("tab", { name: "Calls" }).click();
  await expect(page.getByLabel("Written call")).toContainText("https://api.notes.dev/v1/notes?page_size=");
  await page.getByRole("button", { name: "All operations" }).click();
  await expect(op(page, "GET/notes")).toContainText("Every note");
  for (let left = 4; left > 0; left -= 1) await page.getByRole("button", { name: /^Undo the last/ }).click();
  await expect(page.getByRole("button", { name: /^Undo the last/ })).toHaveCount(0);
  await expect(op(page, "GET/notes")).not.toContainText("Every note");
});

test("an operation is called otherwise, and stays so when more is read", async ({ page }) => {
  await drop(page, "notes.md", NOTES);
  await found(page, 2);
  await op(page, "GET/notes").first().click();
  await page.getByLabel("Method", { exact: true }).selectOption("POST");
  await expect(page.locator(".op-title")).toContainText("POST");
  await page.getByLabel("Path", { exact: true }).fill("books/{book}/notes");
  await page.getByLabel("Path", { exact: true }).press("Tab");
  await expect(page.locator(".op-title")).toContainText("/books/{book}/notes");
  await expect(page.getByLabel("Name of book")).toBeVisible();
  await page.getByLabel("Group", { exact: true }).fill("Books");
  await page.getByLabel("Group", { exact: true }).press("Tab");
  await page.getByLabel("Place of limit").selectOption("header");
  await expect(page.getByLabel("Place of limit")).toHaveValue("header");
  // What is no path, and what is taken, are refused where they stand.
  await page.getByLabel("Path", { exact: true }).fill("/notes/{");
  await page.getByLabel("Path", { exact: true }).press("Tab");
  await expect(page.locator(".notice.bad")).toContainText("braces");
  await expect(page.getByLabel("Path", { exact: true })).toHaveValue("/books/{book}/notes");
  await drop(page, "orders.md", "# Orders\n\n## Read an order\n\n`GET /orders/{id}`\n");
  await found(page, 3);
  await page.getByRole("button", { name: "All operations" }).click();
  await expect(op(page, "POST/books/{book}/notes")).toBeVisible();
  await expect(page.locator(".op-group h3", { hasText: "Books" })).toBeVisible();
  for (let left = 4; left > 0; left -= 1) await page.getByRole("button", { name: /^Undo the last/ }).click();
  await expect(op(page, "GET/notes").first()).toBeVisible();
});

test("calls are written in every language, and definitions for every house", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await drop(page, "notes.md", NOTES);
  await found(page, 2);
  await op(page, "DELETE/notes/{id}").click();
  const seen = new Set();
  for (const [view, count] of [["Calls", 8], ["Tools", 3]]) {
    await page.getByRole("tab", { name: view }).click();
    const tabs = page.locator(".written [role=tab]");
    await expect(tabs).toHaveCount(count);
    for (let at = 0; at < count; at += 1) {
      const before = await page.getByLabel("Written call").textContent();
      await tabs.nth(at).click();
      if (at > 0) await expect(page.getByLabel("Written call")).not.toHaveText(before);
      await expect(page.getByLabel("Written call")).toContainText("notes");
      seen.add(await page.getByLabel("Written call").textContent());
    }
  }
  expect(seen.size).toBeGreaterThanOrEqual(11);
  await page.getByRole("button", { name: "Copy", exact: true }).last().click();
  await expect(page.locator(".notice")).toContainText("copied");
  await page.getByRole("button", { name: "Download" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: /^openapi.json/ }).click();
  const document = JSON.parse(await readFile(await (await saved).path(), "utf8"));
  expect(document.openapi).toMatch(/^3\.1/);
  expect(Object.keys(document.paths)).toEqual(["/notes", "/notes/{id}"]);
});

test("a question finds its passage, and words and confidence narrow the list", async ({ page }) => {
  await drop(page, "notes.md", NOTES);
  await found(page, 2);
  await page.getByLabel("Ask").fill("which endpoint deletes a note?");
  await page.keyboard.press("Enter");
  await expect(page.locator(".hit").first()).toContainText("/notes/{id}");
  await page.getByRole("button", { name: "All operations" }).click();
  await page.getByLabel("Search operations").fill("delete");
  await expect(page.locator(".op")).toHaveCount(1);
});

test("recordings, PDF, OpenAPI and archives are read, and what cannot be is told", async ({ page }) => {
  await drop(page, "shop.json", JSON.stringify({ swagger: "2.0", info: { title: "Shop", version: "1" }, paths: { "/orders": { get: { responses: { 200: { description: "All" } } } } } }));
  await found(page, 1);
  await drop(page, "paper.pdf", paper(20));
  await found(page, 21);
  await drop(page, "broken.pdf", "%PDF-1.4 and nothing");
  await expect(page.locator(".notice.bad")).toContainText("broken.pdf");
  await expect(page.locator(".remarks")).toContainText("broken.pdf");
  await found(page, 21);
});

test("reading is stopped, and what was read is the result", async ({ page }) => {
  await drop(page, "paper.pdf", paper(20_000));
  await expect(page.locator(".status progress")).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => page.locator(".op").count(), { timeout: 30_000 }).toBeGreaterThan(10);
  // While they stream in, the line tells what the list does.
  await expect.poll(() =>
    page.locator(".docs").evaluate((docs) => {
      const text = (selector) => docs.querySelector(selector).textContent.replace(/\s/g, "");
      return text(".status").includes(`${text(".operations .what")}operationssofar`);
    }),
  ).toBe(true);
  await page.getByRole("button", { name: /^Stop/ }).click();
  await expect(page.locator(".status .bad")).toContainText("Stopped", { timeout: 30_000 });
  await expect(page.locator(".remarks")).toContainText(/Stopped after \d+ of 20000 pages/);
  await expect(page.locator(".block").first()).toBeVisible();
});

test("a long page is read by sections, and what the list and the line count is the same", async ({ page }) => {
  const part = (at) => `## Thing ${at}\n\n\`GET /things${at}/{id}\`\n\n${"Reads a thing of which there is much to be said. ".repeat(40)}\n\n`;
  await drop(page, "long.md", Array.from({ length: 4_000 }, (_, at) => part(at)).join(""));
  await expect(page.locator(".status progress")).toHaveAttribute("aria-label", /of 4000 sections/, { timeout: 30_000 });
  await page.getByRole("button", { name: /^Stop/ }).click();
  await expect(page.locator(".status .bad")).toContainText("Stopped", { timeout: 30_000 });
  await expect(page.locator(".remarks")).toContainText(/Stopped after \d+ of 4000 sections/);
  const plain = async (selector) => (await page.locator(selector).textContent()).replace(/\s/g, "");
  expect(await plain(".status .bad")).toContain(`${await plain(".operations .what")}operationsinwhatwasread`);
});

test("a call is sent when the person says so, and its answer shown", async ({ page }) => {
  const sent = [];
  page.on("request", (request) => sent.push(request.url()));
  const root = server.root("docs-try,key=s3cret");
  await drop(page, "models.md", `# Models\n\nBase URL: ${root}\n\nSend \`Authorization: Bearer TOKEN\`.\n\n## List\n\n\`GET /models\`\n\n\`\`\`\ncurl ${root}/models -H 'Authorization: Bearer abc'\n\`\`\`\n`);
  await found(page, 1);
  await op(page, "/models").click();
  await page.getByRole("tab", { name: "Try it" }).click();
  await page.getByLabel("Server", { exact: true }).last().fill(root);
  await page.getByLabel(/^Key/).fill("wrong");
  expect(sent.filter((url) => url.startsWith(root))).toEqual([]);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.locator(".came .code")).toHaveText("401");
  await page.getByLabel(/^Key/).fill("s3cret");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.locator(".came .code")).toHaveText("200");
  await expect(page.getByLabel("Body of the answer")).toContainText("replay");
  await expect(page.locator(".came")).toContainText(/\d+ ms/);
});

/** An API whose body has every kind of field. */
const CREW = (root) => JSON.stringify({
  openapi: "3.1.0",
  info: { title: "Crew", version: "1" },
  servers: [{ url: root }],
  paths: {
    "/crew": {
      post: {
        operationId: "addMember",
        parameters: [{ name: "dry", in: "query", schema: { type: "integer", maximum: 3 } }],
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: {
                type: "object",
                required: ["name", "rank"],
                properties: {
                  name: { type: "string", minLength: 2, maxLength: 12, pattern: "^[A-Z]", description: "As it is called on board" },
                  rank: { enum: ["captain", "mate", "hand"] },
                  age: { type: ["integer", "null"], minimum: 16 },
                  sworn: { type: "boolean" },
                  since: { type: "string", format: "date", default: "2025-01-31" },
                  skills: { type: "array", items: { type: "string" }, maxItems: 3 },
                  berth: { type: "object", required: ["deck"], properties: { deck: { type: "integer" }, side: { type: "string" } } },
                  kin: { type: "array", items: { type: "object", required: ["name"], properties: { name: { type: "string" } } } },
                  mentor: { $ref: "#/components/schemas/Member" },
                },
              },
            },
          },
        },
        responses: { 201: { description: "Added" } },
      },
    },
    "/papers": {
      post: {
        requestBody: {
          content: {
            "multipart/form-data": {
              schema: { type: "object", required: ["title"], properties: { title: { type: "string" }, scan: { type: "string", format: "binary" }, pages: { type: "array", items: { type: "integer" } } } },
            },
          },
        },
        responses: { 200: { description: "Kept" } },
      },
    },
    "/sessions": {
      post: {
        requestBody: {
          content: {
            "application/x-www-form-urlencoded": {
              schema: { type: "object", required: ["user"], properties: { user: { type: "string" }, keep: { type: "boolean" } } },
            },
          },
        },
        responses: { 200: { description: "Open" } },
      },
    },
  },
  components: { schemas: { Member: { type: "object", properties: { name: { type: "string" }, mentor: { $ref: "#/components/schemas/Member" } } } } },
});

/** Answers all calls to a server of the test's own, and keeps what was sent. */
async function caught(page, root) {
  const sent = [];
  await page.route(`${root}/**`, async (route) => {
    const request = route.request();
    if (request.method() !== "OPTIONS") sent.push({ url: request.url(), body: request.postData(), kind: request.headers()["content-type"] });
    await route.fulfill({ status: 200, headers: { "access-control-allow-origin": "*", "access-control-allow-headers": "*" }, body: "{}" });
  });
  return sent;
}

test("the body is a form of its schema, and JSON says the same", async ({ page }) => {
  const root = "https://crew.example.com/v1";
  const sent = await caught(page, root);
  await drop(page, "crew.json", CREW(root));
  await found(page, 3);
  await op(page, "/crew").click();
  await page.getByRole("tab", { name: "Try it" }).click();
  const body = page.getByRole("group", { name: "Body", exact: true });
  await body.getByLabel("name", { exact: true }).first().fill("Ada");
  await body.getByLabel("rank", { exact: true }).selectOption("mate");
  await body.getByLabel("age", { exact: true }).fill("36");
  await body.getByLabel("sworn", { exact: true }).selectOption("true");
  await body.getByLabel("How skills is given").selectOption("given");
  for (const [at, skill] of ["knots", "", "stars"].entries()) {
    await body.getByRole("button", { name: "Add to skills" }).click();
    await body.getByLabel(`skills ${at + 1}`, { exact: true }).fill(skill);
  }
  await body.getByRole("button", { name: "Remove skills 2" }).click();
  await expect(body.getByLabel("skills 2", { exact: true })).toHaveValue("stars");
  await body.getByLabel("How berth is given").selectOption("given");
  await body.getByLabel("deck", { exact: true }).fill("2");
  await body.getByLabel("How kin is given").selectOption("given");
  await body.getByRole("button", { name: "Add to kin" }).click();
  await body.locator(".rows .part").getByLabel("name", { exact: true }).fill("Byron");
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  const whole = { name: "Ada", rank: "mate", age: 36, sworn: true, skills: ["knots", "stars"], berth: { deck: 2 }, kin: [{ name: "Byron" }] };
  const text = page.getByRole("textbox", { name: "Body" });
  expect(JSON.parse(await text.inputValue())).toEqual(whole);
  // What the form cannot hold stays as JSON.
  await text.fill("[1, 2");
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await expect(body.getByRole("alert")).toContainText("not JSON yet");
  await text.fill("[1, 2]");
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await expect(body.getByRole("alert")).toContainText("stays as JSON");
  await expect(text).toHaveValue("[1, 2]");
  await text.fill(JSON.stringify({ ...whole, age: null, rank: 7, boat: "Ark" }));
  await page.getByRole("button", { name: "Form", exact: true }).click();
  await expect(body.getByLabel("How age is given")).toHaveValue("null");
  await expect(body.getByLabel("rank", { exact: true })).toHaveValue("7");
  await expect(body.getByLabel("Name of member 1")).toHaveValue("boat");
  await body.getByLabel("How rank is given").selectOption("given");
  await body.getByLabel("rank", { exact: true }).selectOption("hand");
  expect(sent).toEqual([]);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.locator(".came .code")).toHaveText("200");
  expect(sent[0].kind).toBe("application/json");
  expect(JSON.parse(sent[0].body)).toEqual({ ...whole, age: null, rank: "hand", boat: "Ark" });
});

test("what does not fit is told at its field, and sent all the same if one wants", async ({ page }) => {
  const root = "https://crew.example.com/v1";
  const sent = await caught(page, root);
  await drop(page, "crew.json", CREW(root));
  await found(page, 3);
  await op(page, "/crew").click();
  await page.getByRole("tab", { name: "Try it" }).click();
  const body = page.getByRole("group", { name: "Body", exact: true });
  await page.getByLabel(/^dry/).fill("9");
  await body.getByLabel("name", { exact: true }).first().fill("a name that is too long");
  await body.getByLabel("rank", { exact: true }).selectOption("left out");
  await body.getByLabel("age", { exact: true }).fill("young");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.locator(".unfit")).toContainText("4 things are");
  await expect(page.locator(".trial .wrong:not(:empty)")).toHaveCount(4);
  await expect(page.getByLabel(/^dry/)).toBeFocused();
  await expect(body).toContainText("Too long: 23 characters, at most 12.");
  await expect(body).toContainText("Required: it is left out.");
  await expect(body).toContainText("“young” is not a number.");
  expect(sent).toEqual([]);
  await page.getByRole("button", { name: "Send anyway" }).click();
  await expect(page.locator(".came .code")).toHaveText("200");
  expect(JSON.parse(sent[0].body)).toEqual({ name: "a name that is too long", age: "young" });
  expect(sent[0].url).toContain("dry=9");
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  await page.getByRole("textbox", { name: "Body" }).fill('{ "name": ');
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(body).toContainText("Not JSON");
  await page.getByRole("button", { name: "Send anyway" }).click();
  await expect.poll(() => sent.length).toBe(2);
  expect(sent[1].body).toBe('{ "name": ');
});

test("forms of the web are filled in by field, files too", async ({ page }) => {
  const root = "https://crew.example.com/v1";
  const sent = await caught(page, root);
  await drop(page, "crew.json", CREW(root));
  await found(page, 3);
  await op(page, "/sessions").click();
  await page.getByRole("tab", { name: "Try it" }).click();
  await page.getByLabel("user", { exact: true }).fill("ada & co");
  await page.getByLabel("keep", { exact: true }).selectOption("false");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.locator(".came .code")).toHaveText("200");
  expect(sent[0]).toMatchObject({ kind: "application/x-www-form-urlencoded", body: "user=ada%20%26%20co&keep=false" });
  await page.getByRole("button", { name: "All operations" }).click();
  await op(page, "/papers").click();
  await page.getByRole("tab", { name: "Try it" }).click();
  await page.getByLabel("title", { exact: true }).fill("Log");
  await page.getByLabel("scan", { exact: true }).setInputFiles({ name: "log.txt", mimeType: "text/plain", buffer: Buffer.from("day one") });
  await page.getByLabel("How pages is given").selectOption("given");
  for (const number of [1, 2]) {
    await page.getByRole("button", { name: "Add to pages" }).click();
    await page.getByLabel(`pages ${number}`, { exact: true }).fill(String(number));
  }
  await expect(page.getByLabel("How scan is given")).toHaveValue("given");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect.poll(() => sent.length).toBe(2);
  expect(sent[1].kind).toMatch(/^multipart\/form-data; boundary=/);
  expect(sent[1].body).toContain('name="title"\r\n\r\nLog\r\n');
  expect(sent[1].body).toContain('name="scan"; filename="log.txt"\r\nContent-Type: text/plain\r\n\r\nday one\r\n');
  expect(sent[1].body.match(/name="pages"/g)).toHaveLength(2);
});

test("a server that refuses pages is explained, with the call for a shell", async ({ page }) => {
  const root = server.root("docs-refused,no-cors");
  await drop(page, "models.md", `# Models\n\nBase URL: ${root}\n\n## List\n\n\`GET /models\`\n`);
  await found(page, 1);
  await op(page, "/models").click();
  await page.getByRole("tab", { name: "Try it" }).click();
  await page.getByLabel("Server", { exact: true }).last().fill(root);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.locator(".hidden-answer")).toContainText("CORS");
  await expect(page.locator(".hidden-answer pre")).toContainText(`curl -X GET '${root}/models'`);
  await page.getByLabel("Server", { exact: true }).last().fill("javascript:alert(1)");
  await page.locator(".trial").evaluate((form) => (form.noValidate = true));
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.locator(".detail .problem")).toContainText("http");
});

test("a hostile document stays text, and asks nothing of other servers", async ({ page }) => {
  const outside = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(page.url()).origin) && !/^(blob|data):/.test(request.url())) outside.push(request.url());
  });
  let ran = false;
  page.on("dialog", async (dialog) => {
    ran = true;
    await dialog.dismiss();
  });
  const hostile = `# <img src=x onerror=alert(1)>\n\n## GET /a/{<script>alert(2)</script>}\n\n\`GET /things\`\n\n![x](https://example.com/x.png) [run](javascript:alert(3)) [out](https://example.com/out)\n\n| Parameter | Type | Description |\n|--|--|--|\n| \`q\` | string | <svg onload=alert(4)> <iframe src="https://example.com"></iframe> |\n`;
  await drop(page, "hostile.md", hostile);
  await drop(page, "hostile.html", `<html><body><h1>X</h1><img src="https://example.com/y.png" onerror="alert(5)"><script src="https://example.com/z.js"></script><link rel="stylesheet" href="https://example.com/s.css"><h2>GET /other</h2><p style="background:url(https://example.com/b)">Reads.</p></body></html>`);
  await expect(op(page, "/things")).toBeVisible({ timeout: 30_000 });
  await op(page, "/things").click();
  await expect(page.locator(".detail")).toContainText("Answers");
  const dangerous = await page.locator(".docs").evaluate((host) => [...host.querySelectorAll("img, script, iframe, link, style, object, embed, a[href^='javascript:'], [onerror], [onload]")].map((element) => element.outerHTML));
  expect(dangerous).toEqual([]);
  await page.getByLabel("Document", { exact: true }).selectOption({ label: "hostile.md" });
  await page.getByRole("button", { name: "out", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("https://example.com/out");
  await dialog.getByRole("button", { name: "Stay" }).click();
  await expect(dialog).toHaveCount(0);
  expect(ran).toBe(false);
  expect(outside).toEqual([]);
});

test("the document opens in Convert as the types of its schemas", async ({ page }) => {
  await page.locator(".examples button").first().click();
  await expect(page.locator(".status .good")).toContainText(/\d operations/, { timeout: 30_000 });
  await page.getByRole("button", { name: "Open in" }).click();
  await page.getByRole("menuitem", { name: /^Convert/ }).click();
  await expect(page).toHaveURL(/\/json\/convert/);
  await expect(page.locator(".status")).toContainText("Converted", { timeout: 30_000 });
  await expect(page.getByLabel("Format of the input")).toHaveValue("json-schema");
  await expect.poll(() => editorText(page, "Output")).toMatch(/\w+Response\b/);
});

test("the document opens as a diagram", async ({ page }) => {
  await page.locator(".examples button").first().click();
  await expect(page.locator(".status .good")).toContainText(/\d operations/, { timeout: 30_000 });
  await page.getByRole("button", { name: "Open in" }).click();
  await page.getByRole("menuitem", { name: /^Diagram/ }).click();
  await expect(page).toHaveURL(/\/diagram/);
  await expect(page.locator(".status")).toContainText("Drawn", { timeout: 60_000 });
});
