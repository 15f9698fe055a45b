// JSON · Convert, from what a person pastes to what they take away.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { drop, editorText, fillEditor } from "./page.mjs";

const ORDER = `{
  "id": 1042,
  "placed": "2025-11-06T10:12:07Z",
  "items": [{ "sku": "A-1", "price": 9.5 }, { "sku": "B-2", "price": 30, "gift": true }]
}
`;

test.beforeEach(async ({ page }) => {
  await page.goto("/json/convert");
});

const output = (page) => editorText(page, "Output");
const input = (page) => page.getByLabel("Input", { exact: true }).and(page.locator(".cm-content"));

async function aim(page, label) {
  await page.getByRole("button", { name: /^Target:/ }).click();
  await page.getByRole("combobox", { name: "Search targets" }).fill(label);
  await page.keyboard.press("Enter");
}

async function download(page) {
  const saved = page.waitForEvent("download");
  await page.getByRole("banner").or(page.locator(".bar")).getByRole("button", { name: "Download" }).click();
  const file = await saved;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

test("the page invites, and each example converts", async ({ page }) => {
  await expect(page.getByRole("heading", { name: "Drop data, get types" })).toBeVisible();
  const examples = page.locator(".examples button");
  const count = await examples.count();
  expect(count).toBeGreaterThanOrEqual(5);
  for (let at = 0; at < count; at += 1) {
    await examples.nth(at).click();
    await expect(page.locator(".status")).toContainText("Converted");
    expect((await output(page)).length).toBeGreaterThan(40);
    await page.getByRole("button", { name: "Close the input" }).click();
  }
});

test("the output follows while one types", async ({ page }) => {
  await drop(page, "order.json", ORDER);
  await expect.poll(() => output(page)).toContain("export interface Order {");
  expect(await output(page)).toContain("gift?: boolean");
  await input(page).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type('\n"note": null,');
  await expect.poll(() => output(page)).toContain("note: null");
});

test("every target converts one input, and its file has the right ending and the whole output", async ({ page }) => {
  test.setTimeout(120_000);
  await drop(page, "order.json", ORDER);
  await expect(page.locator(".status")).toContainText("Converted");
  await page.getByRole("button", { name: /^Target:/ }).click();
  const options = page.locator("#targets").getByRole("option");
  await expect(options).toHaveCount(25);
  const targets = await options.evaluateAll((all) =>
    all.map((one) => ({ label: one.querySelector("span").textContent, ending: one.querySelector("code").textContent })),
  );
  await page.keyboard.press("Escape");
  const seen = new Set();
  for (const { label, ending } of targets) {
    await page.getByRole("button", { name: /^Target:/ }).click();
    await options.filter({ has: page.getByText(label, { exact: true }) }).click();
    await expect(page.locator(".output h2")).toHaveText(label);
    const { name, text } = await download(page);
    expect(name.endsWith(ending), `${label}: ${name}`).toBe(true);
    expect(text.length, label).toBeGreaterThan(20);
    seen.add(text);
  }
  // JSON Schema, minified, sorted: no two targets give the same.
  expect(seen.size).toBeGreaterThanOrEqual(24);
});

test("the target is found by typing and chosen by keyboard alone", async ({ page }) => {
  await drop(page, "order.json", ORDER);
  await page.getByRole("button", { name: /^Target:/ }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("sql");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Target: SQL (SQLite)" })).toBeFocused();
  await expect.poll(() => output(page)).toMatch(/create table/i);
  // The next visit begins with it.
  await page.reload();
  await expect(page.getByRole("button", { name: "Target: SQL (SQLite)" })).toBeVisible();
});

test("a target's options come from its declaration and are heeded", async ({ page }) => {
  await drop(page, "order.json", ORDER);
  await aim(page, "rust");
  await expect.poll(() => output(page)).toContain("pub struct Order");
  await page.getByLabel("Derive").fill("Debug, Hash");
  await expect.poll(() => output(page)).toContain("Debug, Hash");
  await page.getByLabel("Root").fill("Purchase");
  await expect.poll(() => output(page)).toContain("pub struct Purchase");
  await aim(page, "JSON, sorted");
  await page.getByLabel("Indent").selectOption("4");
  await expect.poll(() => output(page)).toContain('\n    "id": 1042');
});

test("a jq expression narrows the input; one that fails says why and takes nothing away", async ({ page }) => {
  await drop(page, "order.json", ORDER);
  await aim(page, "JSON Lines");
  const query = page.getByLabel(/jq expression/);
  await query.fill(".items[] | .sku");
  await expect.poll(() => output(page)).toBe('"A-1"\n"B-2"');
  await expect(page.locator(".query")).toContainText("2 values");
  await query.fill(".items[] | .sku |");
  await expect(page.locator(".query .fault")).not.toBeEmpty();
  await expect(page.locator(".output")).toContainText("Of an earlier input");
  expect(await output(page)).toBe('"A-1"\n"B-2"');
  await page.getByRole("button", { name: "Clear the query" }).click();
  await expect.poll(() => output(page)).toContain("1042");
});

test("a query without end is cut off, and the next one is answered", async ({ page }) => {
  test.setTimeout(90_000);
  await drop(page, "order.json", ORDER);
  await aim(page, "JSON, minified");
  await expect.poll(() => output(page)).toContain("1042");
  const query = page.getByLabel(/jq expression/);
  await query.fill("def f: f; f");
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".problem")).toContainText("Stopped");
  await query.fill("[.items[].price] | add");
  await expect.poll(() => output(page), { timeout: 30_000 }).toBe("39.5");
});

test("broken input keeps the last output, says where, and is repaired and brought back", async ({ page }) => {
  await drop(page, "order.json", ORDER);
  await expect.poll(() => output(page)).toContain("gift?: boolean");
  await fillEditor(page, "Input", "{\n  \"id\": 1042,\n  items: [1, 2,]\n  \"x\": 1");
  await expect(page.locator(".problem")).toContainText("Line 3, column 3");
  await expect(page.locator(".output")).toContainText("Of an earlier input");
  expect(await output(page)).toContain("gift?: boolean");
  await page.getByRole("button", { name: "Repair it" }).click();
  await expect(page).toHaveURL(/\/json\/repair$/);
  await expect.poll(() => editorText(page, "Repaired text")).toContain('"items": [1, 2]');
  await page.getByRole("button", { name: "Open in" }).click();
  await page.getByRole("menuitem", { name: /Convert/ }).click();
  await expect(page).toHaveURL(/\/json\/convert$/);
  await expect.poll(() => output(page)).toContain("items: number[]");
});

test("several samples make one type; each is edited, removed and told apart", async ({ page }) => {
  await drop(page, "a.json", '{"id": 1, "name": "Ada"}');
  await drop(page, "b.yaml", "id: 2\nrole: admin\n");
  await expect.poll(() => output(page)).toContain("role?: string");
  expect(await output(page)).toContain("name?: string");
  await expect(page.getByLabel("Format of the input")).toContainText("YAML, detected");

  await page.getByRole("button", { name: "a.json", exact: true }).click();
  expect(await editorText(page, "Input")).toBe('{"id": 1, "name": "Ada"}');
  await fillEditor(page, "Input", '{"id": 1, "name": ');
  await expect(page.locator(".problem")).toContainText("a.json");
  await page.getByRole("button", { name: "b.yaml", exact: true }).click();
  await page.locator(".problem-text").click();
  expect(await editorText(page, "Input")).toBe('{"id": 1, "name":');
  // Each sample has a history of its own.
  await page.keyboard.press("Control+z");
  await expect.poll(() => editorText(page, "Input")).toContain("Ada");

  await page.getByRole("button", { name: "Remove b.yaml" }).click();
  await expect.poll(() => output(page)).not.toContain("role");
  await expect(page.locator(".samples")).toHaveCount(0);
});

test("the format that was detected can be overridden", async ({ page }) => {
  await drop(page, "notes.txt", "a,b\n1,2\n");
  await aim(page, "JSON, minified");
  await expect(page.getByLabel("Format of the input")).toContainText("CSV, detected");
  await expect.poll(() => output(page)).toContain('"a":1');
  await page.getByLabel("Format of the input").selectOption("YAML");
  await expect.poll(() => output(page)).toBe('"a,b 1,2"');
});

test("a large output is shown in part and downloaded whole", async ({ page }) => {
  const many = JSON.stringify({ orders: Array.from({ length: 12_000 }, (_, id) => ({ id, note: `Order number ${id}` })) });
  await drop(page, "orders.json", many);
  await aim(page, "YAML");
  await expect(page.locator(".cut")).toContainText(/The first [\d\u202f]+ of 24\u202f00\d lines/);
  const { name, text } = await download(page);
  expect(name).toBe("orders.yaml");
  expect(text).toContain("Order number 11999");
});

test("a file beyond the limit is refused with the limit named", async ({ page }) => {
  await page.locator("main").waitFor();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(100 * 1024 * 1024)], "huge.json"));
    document.querySelector("main").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
  });
  await expect(page.locator(".notice")).toContainText(/huge\.json has 100\.0 MB and the limit is 32\.0 MB/);
});

test("the output is copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await drop(page, "order.json", ORDER);
  await expect.poll(() => output(page)).toContain("Order");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".notice")).toContainText("Copied order.ts");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("export interface Order {");
});
