// The installed app: works without a network, and takes new versions when a person wants them.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { deploy } from "./deployment.mjs";

test.use({ serviceWorkers: "allow" });

let host;
test.beforeEach(async ({ baseURL }) => {
  host = await deploy(baseURL);
});
test.afterEach(() => host.close().catch(() => undefined));

/** Opens the site and waits until it is served by its service worker. */
async function visit(page, path = "/") {
  await page.goto(host.address + path);
  await expect(page.locator("main")).toBeVisible();
  await page.waitForFunction(() => globalThis.ichibanOffline !== undefined && navigator.serviceWorker.controller !== null);
}

/** Waits until what the page was started with is kept: no more comes, and the tool's views are there. */
async function keptWhatWasUsed(page) {
  let before = 0;
  await expect
    .poll(
      async () => {
        const { files } = await page.evaluate(() => ichibanOffline.state());
        const isOver = files === before && files > 30;
        before = files;
        return isOver;
      },
      { intervals: [1_000], timeout: 30_000 },
    )
    .toBe(true);
}

/** The mark of the second version. */
const version = (page) => page.locator('html[data-version="2"]');

const keepAll = (page) =>
  page.evaluate(async () => {
    const told = [];
    const kept = await ichibanOffline.keepAll(({ bytes }) => told.push(bytes));
    return { kept, told };
  });

test("every tool works from a cold start with the network off", async ({ page, context }) => {
  test.setTimeout(180_000);
  await visit(page);
  const { kept, told } = await keepAll(page);
  expect(kept.files).toBe(kept.allFiles);
  expect(kept.bytes).toBe(kept.allBytes);
  expect(told.at(-1)).toBe(kept.allBytes);
  expect(told.every((bytes, at) => at === 0 || bytes >= told[at - 1])).toBe(true);
  // The frame of mermaid.js has no origin, so no service worker serves it: to keep it would be for nothing.
  const addresses = await page.evaluate(async () => {
    const lists = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => url);
  });
  expect(addresses.length).toBe(kept.allFiles);
  expect(addresses.filter((url) => /mermaid-frame|sequenceDiagram|katex/i.test(url))).toEqual([]);
  await page.close();
  await host.close();
  await context.setOffline(true);

  const tools = {
    "/json/translate": [/i18next/, ".source .what", /values/],
    "/json/convert": [undefined, ".status", /Converted/],
    "/json/repair": [undefined, ".status", /Repaired/],
    "/diagram": [undefined, ".status", /Drawn/],
    "/docs": [undefined, ".status .good", /operations/],
  };
  for (const [path, [example, place, words]] of Object.entries(tools)) {
    const cold = await context.newPage();
    await cold.goto(host.address + path);
    const examples = cold.locator(".examples button, .sample, [class*=example] button");
    await (example === undefined ? examples.first() : cold.getByRole("button", { name: example })).click();
    await expect(cold.locator(place).first()).toContainText(words, { timeout: 30_000 });
    if (path === "/diagram") await expect(cold.locator(".stage-picture svg#diagram")).toBeVisible();
    if (path !== "/docs") await expect(cold.locator(".cm-content").first()).toBeVisible();
    await cold.close();
  }
});

test("after one visit the page starts without a network, with what was used", async ({ page, context }) => {
  await visit(page, "/json/repair");
  await keptWhatWasUsed(page);
  const { files, allFiles } = await page.evaluate(() => ichibanOffline.state());
  expect(files).toBeLessThan(allFiles);
  await host.close();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Drop JSON that does not parse" })).toBeVisible();
});

test("a new version is offered and forced on nobody, and pages of the one before keep their files", async ({ page, context }) => {
  test.setTimeout(120_000);
  await visit(page);
  await keepAll(page);
  const { script, renamed } = await host.replace();
  const old = await context.newPage();
  await visit(old, "/json/convert");
  await expect(version(old)).toHaveCount(0);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const offer = page.getByRole("complementary", { name: "This app" });
  await expect(offer).toContainText("A new version is ready");
  // Who does nothing stays where they are, after a reload too.
  await page.reload();
  await expect(version(page)).toHaveCount(0);
  await expect(offer).toContainText("A new version is ready");
  await offer.getByRole("button", { name: "Start anew" }).click();
  await expect(version(page)).toHaveCount(1);
  await page.waitForFunction(() => globalThis.ichibanOffline !== undefined);

  // The other page was started by a script that no server has any more, and goes on.
  const status = (from, url) => from.evaluate(async (url) => (await fetch(url, { cache: "no-store" })).status, url);
  expect(await status(old, script)).toBe(200);
  await old.getByRole("link", { name: "Diagram" }).click();
  await expect(old.locator("main")).toContainText("Drop a diagram");
  await old.close();

  // Once nobody needs them, the files of the old version go.
  await page.reload();
  await page.waitForFunction(() => globalThis.ichibanOffline !== undefined);
  await expect.poll(() => status(page, script)).toBe(404);
  expect(await status(page, renamed)).toBe(200);
});

test("who installs the app is offered to keep everything, and told how far it is", async ({ page }) => {
  await visit(page, "/json/convert");
  const offer = page.getByRole("complementary", { name: "This app" });
  await page.evaluate(() => dispatchEvent(new Event("appinstalled")));
  await expect(offer).toContainText(/Keep every tool on this machine.*MB/);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`)).toEqual([]);
  }
  await offer.getByRole("button", { name: "Later" }).click();
  await expect(offer).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event("appinstalled")));
  await offer.getByRole("button", { name: "Keep everything" }).click();
  await expect(offer.getByRole("status")).toContainText("Everything is kept", { timeout: 30_000 });
  const { files, allFiles } = await page.evaluate(() => ichibanOffline.state());
  expect(files).toBe(allFiles);
});

test("what other programs share opens in its tool, and reaches no server", async ({ page }) => {
  await visit(page);
  const posted = [];
  page.on("request", (request) => request.method() === "POST" && !request.serviceWorker() && posted.push(request.url()));
  await page.evaluate(async () => {
    const form = new FormData();
    form.append("files", new File(["flowchart TD\n  Shared --> Here\n"], "shared <b>.mmd"));
    const { url } = await fetch("/share", { method: "POST", body: form });
    location.href = url;
  });
  await expect(page).toHaveURL(/\/diagram$/);
  await expect(page.locator(".stage-picture g.node", { hasText: "Shared" })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("main")).toContainText("shared <b>.mmd");
  await page.evaluate(async () => {
    const form = new FormData();
    form.append("text", '{"shared": true}');
    const { url } = await fetch("/share", { method: "POST", body: form });
    location.href = url;
  });
  await expect(page).toHaveURL(/\/json\/convert$/);
  await expect(page.locator(".status")).toContainText("Converted");
});

test("files that the system opens with the app open in the tool they were sent to", async ({ page }) => {
  // The system's part, which no test can play.
  await page.addInitScript(() => {
    const setConsumer = (take) => take({ files: [{ getFile: async () => new File(["flowchart TD\n  Opened --> Here\n"], "opened.mmd") }] });
    Object.defineProperty(globalThis, "launchQueue", { value: { setConsumer } });
  });
  await page.goto(`${host.address}/diagram`);
  await expect(page.locator(".stage-picture g.node", { hasText: "Opened" })).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("main")).toContainText("opened.mmd");
});

test("the app can be installed: the browser takes its manifest without a complaint", async ({ page, request }) => {
  await page.goto(host.address);
  const client = await page.context().newCDPSession(page);
  const { errors, data } = await client.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data);
  for (const { src, type } of [...manifest.icons, ...manifest.screenshots]) {
    const icon = await request.get(new URL(src, host.address).href);
    expect(icon.status()).toBe(200);
    expect(icon.headers()["content-type"]).toContain(type);
  }
  expect(manifest.icons.some(({ purpose }) => purpose === "maskable")).toBe(true);
  const paths = [...manifest.shortcuts.map(({ url }) => url), ...manifest.file_handlers.map(({ action }) => action)];
  for (const path of new Set(paths)) {
    await page.goto(new URL(path, host.address).href);
    await expect(page.locator("main")).not.toContainText("There is nothing here");
  }
  const worker = await request.get(`${host.address}/sw.js`);
  expect(worker.headers()["cache-control"]).toBe("no-cache");
});

test("a page within another registers no service worker", async ({ page, baseURL }) => {
  // The policy lets nobody embed the page; a test can.
  await page.route("**/json/repair", async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    headers["content-security-policy"] = headers["content-security-policy"].replace("frame-ancestors 'none'", "frame-ancestors *");
    await route.fulfill({ response, headers });
  });
  const outer = new URL("/outer", baseURL).href;
  await page.route(outer, (route) => route.fulfill({ contentType: "text/html", body: `<iframe src="${host.address}/json/repair" width="900" height="600"></iframe>` }));
  await page.goto(outer);
  await expect(page.frameLocator("iframe").locator("main")).toBeVisible();
  const inner = page.frames().at(-1);
  await inner.waitForLoadState("networkidle");
  await inner.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2_000)));
  expect(await inner.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
