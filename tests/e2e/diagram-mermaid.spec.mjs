// mermaid.js: draws what the renderer cannot, is compared with it, and is trusted with nothing.
import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { drop, fillEditor } from "./page.mjs";

const FLOW = "flowchart TD\n  A[Start here] --> B{Is it?}\n  B -->|yes| C[Done]\n";
/** The renderer has no formulas. */
const FORMULA = 'flowchart LR\n  A["$$x^2$$"] --> B["Half is $$\\frac{1}{2}$$"]\n';
/** The renderer does not place a class that is in several namespaces. */
const NAMESPACES = "classDiagram\nnamespace One {\n  class Parcel\n}\nnamespace Two {\n  class Parcel\n}\nnamespace Three {\n  class Parcel\n}\nnamespace Four {\n  class Parcel {\n    weight()\n  }\n}\n";

/** What was fetched, and from whom else. */
let fetched;
let strangers;
/** What ran that should not have. */
let dialogs;

test.beforeEach(async ({ page, baseURL }) => {
  [fetched, strangers, dialogs] = [[], [], []];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (!/^https?:$/.test(url.protocol)) return;
    if (url.origin === new URL(baseURL).origin) fetched.push(url.pathname);
    // What mermaid.js asks for in its frame, the policy of the frame refuses.
    else if (request.frame() === page.mainFrame()) strangers.push(request.url());
  });
  const leaves = (request) => {
    const isStranger = new URL(request.url()).origin !== new URL(baseURL).origin && /^https?:/.test(request.url());
    if (isStranger && request.failure()?.errorText !== "csp") strangers.push(`${request.url()} ${request.failure()?.errorText}`);
  };
  page.on("requestfinished", leaves);
  page.on("requestfailed", leaves);
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto("/diagram");
});

test.afterEach(() => {
  expect(strangers).toEqual([]);
  expect(dialogs).toEqual([]);
});

const status = (page) => page.locator(".status");
const byMermaid = (page) => expect(status(page)).toContainText(/Drawn by mermaid\.js 11\.\d+\.\d+/, { timeout: 30_000 });
const byUs = async (page) => {
  await expect(status(page)).toContainText("Drawn", { timeout: 30_000 });
  await expect(status(page)).not.toContainText("mermaid.js");
};
const picture = (page) => page.locator(".stage-picture svg#diagram");
const menu = async (page, name, item) => {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
};
const saved = async (page, item) => {
  const download = page.waitForEvent("download");
  await menu(page, "Export", item);
  return readFile(await (await download).path(), "utf8");
};
/** What belongs to mermaid.js. */
const ofMermaid = () => fetched.filter((path) => /mermaid-(frame|port)|Diagram-|katex|cytoscape/.test(path));
const edit = async (page, text) => {
  const side = page.getByRole("button", { name: "Text", exact: true });
  if (await side.isVisible()) await side.click();
  await fillEditor(page, "Diagram text", text);
};

test("an ordinary diagram fetches nothing of mermaid.js, nor does one with a mistake", async ({ page }) => {
  await drop(page, "a.mmd", FLOW);
  await byUs(page);
  await edit(page, "flowchart TD\n  A[Call f(x)] --> B\n");
  await expect(page.locator(".problem")).toBeVisible();
  expect(ofMermaid()).toEqual([]);
  expect(await page.locator("iframe").count()).toBe(0);
});

test("mermaid.js draws formulas, as a part of the drawing", async ({ page }) => {
  await drop(page, "formula.mmd", FORMULA);
  await byMermaid(page);
  await expect(picture(page)).toContainText("Half is");
  // A fraction: what is above its bar, the bar, what is below it.
  await expect(picture(page).locator("g.node", { hasText: "Half is" }).locator("polyline")).toHaveCount(1);
  await expect(picture(page)).not.toContainText("$$");
  await expect(page.locator(".problem")).toHaveCount(0);
  expect(fetched).toContain("/mermaid-frame.html");
  // What the renderer can draw it draws again.
  await edit(page, FLOW);
  await byUs(page);
});

test("mermaid.js draws what the renderer gives up on, in the colours of the theme", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await drop(page, "namespaces.mmd", NAMESPACES);
  await byMermaid(page);
  await expect(picture(page)).toContainText("Parcel");
  const ink = () => picture(page).locator("text", { hasText: "Parcel" }).first().evaluate((text) => getComputedStyle(text).fill);
  const light = await ink();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(ink).not.toBe(light);
  await byMermaid(page);
});

test("a picture by mermaid.js is saved as it is shown", async ({ page }) => {
  await drop(page, "formula.mmd", FORMULA);
  await byMermaid(page);
  const svg = await saved(page, /^SVG sharp/);
  expect(svg).toContain("Half is");
  expect(svg).toContain("<style>");
  expect(svg).not.toMatch(/foreignObject|<script|<math/);
  const download = page.waitForEvent("download");
  await menu(page, "Export", /^PNG 1×/);
  const png = await readFile(await (await download).path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
});

test("what neither draws is told in the words of both", async ({ page }) => {
  await page.route("**/assets/sequenceDiagram-*", (route) => route.abort());
  await drop(page, "broken.mmd", "sequenceDiagram\n  A->>B: $$\\frac{1}{2}$$\n");
  await expect(page.locator(".problem.bad")).toContainText("mathematical formulas", { timeout: 30_000 });
  await expect(page.locator(".problem.bad")).toContainText("mermaid.js could not draw it either");
  await expect(status(page)).toContainText("Not drawn");
});

test("a drawing that takes too long is ended, and the next is drawn", async ({ page }) => {
  await page.clock.install();
  // It never comes: neither an answer nor a failure.
  await page.route("**/assets/flowDiagram-*", () => {});
  const asked = page.waitForRequest("**/assets/flowDiagram-*", { timeout: 50_000 });
  await drop(page, "formula.mmd", FORMULA);
  await expect(page.locator("iframe.mermaid-frame")).toHaveCount(1, { timeout: 30_000 });
  // mermaid.js has come, however long that took: it is the drawing that never ends.
  await asked;
  await expect
    .poll(async () => {
      await page.clock.runFor(5_000);
      return page.locator(".problem.bad").textContent({ timeout: 200 }).catch(() => "");
    }, { timeout: 40_000 })
    .toContain("took longer than 20 seconds");
  await expect(page.locator("iframe.mermaid-frame")).toHaveCount(0);
  await page.unroute("**/assets/flowDiagram-*");
  await edit(page, FORMULA.replace("Half", "One half"));
  await expect
    .poll(async () => {
      await page.clock.runFor(500);
      return status(page).textContent();
    }, { timeout: 30_000 })
    .toContain("Drawn by mermaid.js");
});

test("both pictures of a text are shown side by side", async ({ page }) => {
  await drop(page, "a.mmd", FLOW);
  await byUs(page);
  await menu(page, "Compare", "With mermaid.js");
  const dialog = page.getByRole("dialog");
  const half = (name) => dialog.getByRole("region", { name });
  for (const name of ["Ichiban", "mermaid.js"]) {
    const svg = half(name).locator("svg");
    await expect(svg).toContainText("Start here", { timeout: 30_000 });
    await expect(half(name).locator(".took")).toHaveText(/\d m?s$/);
    const [own, room] = [await svg.boundingBox(), await half(name).boundingBox()];
    expect(own.width).toBeGreaterThan(20);
    expect(own.height).toBeLessThanOrEqual(room.height);
  }
  await expect(half("mermaid.js")).toContainText("11.17.2");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Compare", exact: true })).toBeFocused();
  await byUs(page);
});

test("a text that is no diagram is compared in words", async ({ page }) => {
  await drop(page, "a.mmd", "flowchart TD\n  A[Call f(x)] --> B\n");
  await expect(page.locator(".problem")).toBeVisible({ timeout: 30_000 });
  await menu(page, "Compare", "With mermaid.js");
  await expect(page.getByRole("dialog").getByRole("region", { name: "Ichiban" })).toContainText("Line 2");
  await expect(page.getByRole("dialog").getByRole("region", { name: "mermaid.js" })).toContainText("Parse error on line 2", { timeout: 30_000 });
});

test("nothing hostile comes through mermaid.js", async ({ page }) => {
  const hostile = `%%{init: {"securityLevel": "loose", "htmlLabels": true, "themeCSS": "* { background: url(https://evil.example/css) }"}}%%
flowchart LR
  A["$$x$$ <img src='https://evil.example/a.png' onerror='alert(1)'>"] --> B["<b onclick='alert(2)'>bold</b><script>alert(3)</script>"]
  B --> C["<svg onload='alert(4)'><image href='https://evil.example/b.png'/></svg> last"]
  C --> D@{ img: "https://evil.example/c.png", label: "picture", h: 60, w: 60 }
  click A call alert("5")
  click B href "javascript:alert(6)"
  click C href "https://example.org/"
`;
  await drop(page, "hostile.mmd", hostile.replace(/ {2}C --> D.*\n/, ""));
  await byMermaid(page);
  await expect(picture(page)).toContainText("last");
  const markup = await picture(page).evaluate((svg) => svg.outerHTML);
  expect(markup).not.toMatch(/evil\.example|javascript:|\bon[a-z]+=|<script|<img|foreignObject/i);
  for (const text of ["bold", "last"]) {
    await picture(page).locator("g.node", { hasText: text }).click();
    await page.keyboard.press("Escape");
  }
  // An image from elsewhere: drawn without it or not at all.
  await edit(page, hostile);
  await expect(status(page)).toContainText(/Not drawn|Drawn by mermaid/, { timeout: 30_000 });
  await page.waitForTimeout(300);
});

test("the frame has no origin and reaches nothing", async ({ page, request }) => {
  const headers = (await request.get("/mermaid-frame.html")).headers();
  const policy = headers["content-security-policy"];
  expect(policy).toContain("sandbox allow-scripts");
  expect(policy).toContain("connect-src 'none'");
  // In a widget, pages of other sites are above it. It has nothing to give them, and does nothing but draw.
  expect(policy).toContain("frame-ancestors *");
  await drop(page, "formula.mmd", FORMULA);
  await byMermaid(page);
  const frame = page.frames().find((it) => it.url().endsWith("/mermaid-frame.html"));
  const reached = await frame.evaluate(async () => {
    const tried = {};
    tried.origin = self.origin;
    tried.fetch = await fetch("/").then(() => "came", () => "refused");
    tried.image = await new Promise((tell) => {
      const image = new Image();
      image.onload = () => tell("came");
      image.onerror = () => tell("refused");
      image.src = "/favicon.svg";
    });
    for (const [name, reach] of [["parent", () => parent.document.title], ["storage", () => localStorage.length]]) {
      try {
        tried[name] = String(reach());
      } catch {
        tried[name] = "refused";
      }
    }
    return tried;
  });
  expect(reached).toEqual({ origin: "null", fetch: "refused", image: "refused", parent: "refused", storage: "refused" });
});
