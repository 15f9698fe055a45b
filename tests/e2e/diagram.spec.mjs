// Diagram: text, data and code to pictures.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { drop, editorText, fillEditor } from "./page.mjs";

const FLOW = "flowchart TD\n  A[Start here] --> B{Is it?}\n  B -->|yes| C[Done]\n";
const EDITOR = "Diagram text";

/** What the page asked of other hosts. */
let strangers;

test.beforeEach(async ({ page, baseURL }) => {
  strangers = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== new URL(baseURL).origin) strangers.push(request.url());
  });
  await page.goto("/diagram");
});

test.afterEach(() => expect(strangers).toEqual([]));

const drawn = (page) => expect(page.locator(".status")).toContainText("Drawn", { timeout: 30_000 });
const svg = (page) => page.locator(".stage-picture svg#diagram");
const node = (page, text) => page.locator(".stage-picture g.node", { hasText: text });
const menu = async (page, name, item) => {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
};
const saved = async (page, item) => {
  const download = page.waitForEvent("download");
  await menu(page, "Export", item);
  return download;
};

test("the page invites; the renderer comes with the first diagram and nowhere else", async ({ page }) => {
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url()));
  await expect(page.getByRole("heading", { name: "Drop a diagram, or what it is made of" })).toBeVisible();
  for (const path of ["/json/translate", "/json/convert", "/json/repair", "/docs"]) {
    await page.goto(path);
    await expect(page.locator("main")).toBeVisible();
    await page.waitForLoadState("networkidle");
  }
  expect(fetched.filter((url) => /(diagram|source)(_bg|-worker)/.test(url))).toEqual([]);
  await page.goto("/diagram");
  await drop(page, "a.mmd", FLOW);
  await drawn(page);
  expect(fetched.some((url) => url.includes("diagram_bg"))).toBe(true);
  expect(fetched.some((url) => url.includes("source_bg"))).toBe(false);
});

test("a diagram is drawn while it is written", async ({ page }) => {
  await page.getByRole("button", { name: "Write one here" }).click();
  await drawn(page);
  await fillEditor(page, EDITOR, FLOW);
  await expect(node(page, "Is it?")).toBeVisible();
  await fillEditor(page, EDITOR, `${FLOW}  C --> D[Later]\n`);
  await expect(node(page, "Later")).toBeVisible();
});

test("the picture follows the system and the page in their colours", async ({ page }) => {
  const ground = () => page.locator(".stage").evaluate((stage) => getComputedStyle(stage).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await drop(page, "a.mmd", FLOW);
  await drawn(page);
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(ground).not.toBe(light);
  // From the system's dark to the page's light.
  await page.getByRole("button", { name: /^Theme/ }).click();
  await expect.poll(ground).toBe(light);
});

test("the editor offers names, keywords and arrows", async ({ page }) => {
  await drop(page, "a.mmd", "flowchart TD\n  Warehouse --> Shop\n");
  await drawn(page);
  const content = page.locator(`.cm-content[aria-label="${EDITOR}"]`);
  await content.focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("  Ware");
  await expect(page.locator(".cm-tooltip-autocomplete")).toContainText("Warehouse");
  // For its first 75 ms an offer is not taken, lest it surprise somebody who types on.
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  await expect.poll(() => editorText(page, EDITOR)).toMatch(/\n  Warehouse$/);
  await page.keyboard.type(" -");
  await expect(page.locator(".cm-tooltip-autocomplete")).toContainText("-.->");
  await page.keyboard.press("Escape");
});

test("what does not parse is told with its line, the last picture stays, and it is fixed", async ({ page }) => {
  await drop(page, "a.mmd", FLOW);
  await drawn(page);
  await fillEditor(page, EDITOR, "flowchart TD\n  A[Call f(x)] --> B\n");
  await expect(page.locator(".problem")).toContainText(/Line 2, column \d+/);
  await expect(page.locator(".picture")).toContainText("Of an earlier text");
  await expect(node(page, "Is it?")).toBeVisible();
  await page.getByRole("button", { name: /^Fix/ }).click();
  await drawn(page);
  await expect(page.locator(".changes")).toContainText("Fixed by 1 change");
  await expect(node(page, "Call f(x)")).toBeVisible();
  expect(await editorText(page, EDITOR)).toContain('A["Call f(x)"]');
  await page.locator(".changes").getByRole("button", { name: "Undo" }).click();
  await expect(page.locator(".problem")).toBeVisible();
  expect(await editorText(page, EDITOR)).toContain("A[Call f(x)]");
});

test("a diagram is formatted, and the editor takes it back", async ({ page }) => {
  await drop(page, "a.mmd", "flowchart TD\nA-->B\n      B   -->   C\n");
  await drawn(page);
  await page.getByRole("button", { name: "Format" }).click();
  await expect(page.locator(".notice")).toContainText("Formatted");
  await expect.poll(() => editorText(page, EDITOR)).toBe("flowchart TD\n    A --> B\n    B --> C");
  await page.locator(`.cm-content[aria-label="${EDITOR}"]`).focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => editorText(page, EDITOR)).toContain("A-->B");
});

test("a node leads to its line, and a label is written on the picture", async ({ page }) => {
  await drop(page, "a.mmd", FLOW);
  await drawn(page);
  await node(page, "Done").click();
  await expect(page.locator(".cm-linked")).toContainText("Done");
  await node(page, "Start here").dblclick();
  await page.getByRole("textbox", { name: "Label" }).fill("Begin (now)");
  await page.keyboard.press("Enter");
  await expect(node(page, "Begin (now)")).toBeVisible();
  expect(await editorText(page, EDITOR)).toContain('A["Begin (now)"] --> B{Is it?}');
  // And back: the caret's line is marked in the picture.
  await page.locator(".cm-line", { hasText: "Done" }).click();
  await expect(page.locator(".stage-picture g.node.is-linked", { hasText: "Done" })).toBeVisible();
});

test("the picture is moved, enlarged, searched and fitted by keyboard", async ({ page }) => {
  await drop(page, "a.mmd", FLOW);
  await drawn(page);
  const at = () => page.locator(".stage-picture").evaluate((element) => element.style.transform);
  const fitted = await at();
  await page.locator(".stage").focus();
  await page.keyboard.press("+");
  await expect(page.locator(".zoom-now")).not.toHaveText("100 %");
  await page.keyboard.press("ArrowLeft");
  expect(await at()).not.toBe(fitted);
  await page.keyboard.press("0");
  await expect.poll(at).toBe(fitted);
  await page.keyboard.press("/");
  await page.keyboard.type("done");
  await expect(page.locator(".found")).toHaveText("1 of 1");
  await expect(page.locator(".stage-picture .is-selected")).toContainText("Done");
});

test("a source is recognised, drawn with options, and drawn anew when it changes", async ({ page }) => {
  await drop(
    page,
    "schema.sql",
    "CREATE TABLE users (id INT PRIMARY KEY, name TEXT);\nCREATE TABLE orders (id INT PRIMARY KEY, user_id INT REFERENCES users(id));\n",
  );
  await drawn(page);
  await expect(page.locator(".options")).toContainText("SQL");
  await expect(node(page, "orders")).toBeVisible();
  await page.getByLabel("Detail").selectOption("names");
  await expect(page.locator(".stage-picture")).not.toContainText("name");
  await page.getByLabel("Exclude").fill("users");
  await expect(node(page, "users")).toHaveCount(0);
  await page.getByLabel("Exclude").fill("");
  await expect(node(page, "users")).toBeVisible();
  await page.getByRole("button", { name: "Diagram", exact: true }).click();
  await expect.poll(() => editorText(page, EDITOR)).toContain("erDiagram");
});

test("a large source says what it leaves out", async ({ page }) => {
  const tables = Array.from(
    { length: 700 },
    (_, at) => `CREATE TABLE t${at} (id INT PRIMARY KEY, next INT REFERENCES t${(at + 1) % 700}(id));`,
  );
  await drop(page, "large.sql", tables.join("\n"));
  await expect(page.locator(".problem")).toContainText("Not in the diagram", { timeout: 30_000 });
});

test("the picture is saved, copied and shared", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await drop(page, "plan.mmd", FLOW);
  await drawn(page);
  const file = await saved(page, /^SVG sharp/);
  expect(file.suggestedFilename()).toBe("plan.svg");
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain("Start");
  expect(text).not.toContain("foreignObject");
  const size = async (item) => {
    const bytes = await readFile(await (await saved(page, item)).path());
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  };
  const [width, height] = await size("PNG 1×");
  expect(await size("PNG 3×")).toEqual([expect.any(Number), expect.any(Number)]);
  const [wide] = await size("PNG 4×");
  expect(Math.abs(wide - width * 4)).toBeLessThanOrEqual(4);
  expect(height).toBeGreaterThan(100);
  await menu(page, "Copy", /^Picture/);
  await expect(page.locator(".notice")).toContainText("Copied the picture");
  const kinds = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
  expect(kinds).toContain("image/png");
  await menu(page, "Copy", /^Markdown/);
  await expect(page.locator(".notice")).toContainText("Markdown copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`\`\`\`mermaid\n${FLOW}\`\`\`\n`);
  await menu(page, "Copy", /^Link/);
  await expect(page.locator(".notice")).toContainText("Link copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await drawn(other);
  await expect(node(other, "Is it?")).toBeVisible();
  await expect(other).toHaveURL(/\/diagram$/);
});

test("two diagrams are compared", async ({ page }) => {
  await drop(page, "new.mmd", `${FLOW}  C --> D[Later]\n`);
  await drawn(page);
  await menu(page, "Compare", "With an earlier version");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill(FLOW.replace("Done", "Finished"));
  await dialog.getByRole("button", { name: "Compare" }).click();
  const list = page.locator(".differences-list");
  await expect(list).toContainText("Node D was added");
  await expect(list).toContainText("Finished");
  await expect(page.locator(".stage-picture g.is-added", { hasText: "Later" })).toBeVisible();
  await expect(page.locator(".stage-picture g.is-changed", { hasText: "Done" })).toBeVisible();
});

test("a presentation fills the screen and ends", async ({ page }) => {
  await drop(page, "a.mmd", FLOW);
  await drawn(page);
  await page.getByRole("button", { name: "Present" }).click();
  await expect(page.locator(".panes.presenting")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".panes.presenting")).toHaveCount(0);
});

test("links ask before they leave", async ({ page }) => {
  await drop(page, "a.mmd", 'flowchart TD\n  A[Docs] --> B\n  click A "https://example.com/docs"\n');
  await drawn(page);
  await node(page, "Docs").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("https://example.com/docs");
  await dialog.getByRole("button", { name: "Stay" }).click();
  await expect(dialog).toHaveCount(0);
});

test("hostile labels stay text", async ({ page }) => {
  const hostile = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "<svg onload=alert(1)>",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<image href='https://example.com/x.png'/>",
    "<style>@import url(https://example.com/x.css)</style>",
    "<foreignObject><body onload=alert(1)></foreignObject>",
    "url(https://example.com/x)",
  ];
  let ran = false;
  page.on("dialog", async (dialog) => {
    ran = true;
    await dialog.dismiss();
  });
  const lines = hostile.map((label, at) => `  N${at}["${label.replaceAll('"', "'")}"] --> N${at + 1}`);
  const styles = "  style N0 fill:url(https://example.com/f),background:url(https://example.com/b)\n";
  const text = `%%{init: {"themeCSS": "@import url(https://example.com/t.css); * { background: url(https://example.com/u) }"}}%%\nflowchart TD\n${lines.join("\n")}\n${styles}  click N1 "javascript:alert(2)"\n  click N2 call alert(3)\n`;
  await drop(page, "hostile.mmd", text);
  await expect(page.locator(".status")).toContainText(/Drawn|Not/, { timeout: 30_000 });
  await drop(page, "sequence.mmd", `sequenceDiagram\n  A->>B: ${hostile[0]}\n  B->>A: ${hostile[2]}\n`);
  await drawn(page);
  await node(page, "N1").click({ timeout: 500 }).catch(() => {});
  const dangerous = await page.locator(".stage-picture").evaluate((host) =>
    [...host.shadowRoot.querySelectorAll("*")].filter(
      (element) =>
        /^(script|iframe|foreignobject|img|style|object|embed|animate|set)$/i.test(element.tagName) ||
        [...element.attributes].some(({ name, value }) => /^on/i.test(name) || name === "style" || /javascript:|https?:/i.test(value) && !/xmlns/.test(name)),
    ).map((element) => element.outerHTML),
  );
  expect(dangerous).toEqual([]);
  expect(ran).toBe(false);
});

test("a diagram of a megabyte and one of 10 000 edges are refused, and the page stays live", async ({ page }) => {
  const edges = Array.from({ length: 10_000 }, (_, at) => `  n${at % 900} --> n${(at * 7 + 1) % 900}`);
  await drop(page, "edges.mmd", `flowchart TD\n${edges.join("\n")}\n`);
  await expect(page.locator(".problem")).toContainText(/more than the .* that can be drawn|took longer/, { timeout: 40_000 });
  await drop(page, "large.mmd", `flowchart TD\n${"  A[A label of some length] --> B\n".repeat(32_000)}`);
  await expect(page.locator(".problem")).toContainText(/bytes, more than/, { timeout: 30_000 });
  await drop(page, "deep.mmd", `flowchart TD\n${"subgraph s\n".repeat(200)}A\n${"end\n".repeat(200)}`);
  await expect(page.locator(".status")).toContainText(/Too large|Not/, { timeout: 30_000 });
  await drop(page, "a.mmd", FLOW);
  await drawn(page);
  await expect(node(page, "Is it?")).toBeVisible();
});

test("a layout that takes long is stopped, by the person or at its limit, and says so", async ({ page }) => {
  let seed = 7;
  const random = (below) => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) % below;
  const edges = Array.from({ length: 3_600 }, () => `  n${random(800)} --> n${random(800)}`);
  await drop(page, "dense.mmd", `flowchart TD\n${edges.join("\n")}\n`);
  await page.getByRole("button", { name: /^Stop/ }).click({ timeout: 15_000 });
  await expect(page.locator(".problem")).toContainText(/Stopped\. Change the text to draw it\.|took longer than 10 seconds/);
  await drop(page, "a.mmd", FLOW);
  await drawn(page);
  await expect(node(page, "Is it?")).toBeVisible();
});

test("what is no diagram and no source says so", async ({ page }) => {
  await drop(page, "note.txt", "Dear all,\n\nwe meet at noon.\n");
  await expect(page.locator(".problem").first()).toBeVisible({ timeout: 30_000 });
});

test("JSON opens from Convert", async ({ page }) => {
  await page.goto("/json/convert");
  await drop(page, "order.json", '{"id": 1, "lines": [{"sku": "a", "count": 2}]}');
  await page.getByRole("button", { name: "Open in" }).click();
  await page.getByRole("menuitem", { name: /Diagram/ }).click();
  await expect(page).toHaveURL(/\/diagram$/);
  await drawn(page);
  await expect(svg(page)).toContainText("sku");
});

test("every example of the gallery is drawn", async ({ page }) => {
  test.setTimeout(180_000);
  await page.getByRole("button", { name: "Examples", exact: true }).click();
  const count = await page.locator(".gallery-groups button").count();
  expect(count).toBeGreaterThan(45);
  await page.keyboard.press("Escape");
  for (let at = 0; at < count; at += 1) {
    await page.getByRole("button", { name: "Examples", exact: true }).click();
    await page.locator(".gallery-groups button").nth(at).click();
    await drawn(page);
    await expect(svg(page)).toHaveCount(1);
  }
});
