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
  await page.getByRole("button", { name: /^Stop/ }).click();
  await expect(page.locator(".status .bad")).toContainText("Stopped", { timeout: 30_000 });
  await expect(page.locator(".remarks")).toContainText(/Stopped after \d+ of 20000 pages/);
  await expect(page.locator(".block").first()).toBeVisible();
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
