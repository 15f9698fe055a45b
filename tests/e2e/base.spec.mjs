// The site below a path of its host, whose other addresses belong to somebody else.
import { expect, test } from "@playwright/test";
import { deploy } from "./deployment.mjs";

test.use({ serviceWorkers: "allow" });

const BASE = "/a/tools/";

let host;
test.beforeEach(async ({ baseURL }) => {
  host = await deploy(baseURL, BASE);
});
test.afterEach(() => host.close());

const at = (path) => `${host.address}${BASE}${path}`;

test("every tool stands at its address, and nothing is asked outside of the site", async ({ page }) => {
  // Every tool is fetched, compiled and started.
  test.slow();
  const missing = [];
  page.on("response", (response) => {
    if (response.status() >= 400 && !response.url().endsWith("/models/manifest.json")) missing.push(response.url());
  });
  await page.goto(at(""));
  await expect(page.locator("main")).toBeVisible();
  for (const [name, path] of [["Convert", "json/convert"], ["Repair", "json/repair"], ["Diagram", "diagram"], ["Docs", "docs"], ["Translate", "json/translate"]]) {
    await page.getByRole("navigation", { name: "Tools" }).getByRole("link", { name }).click();
    await expect(page).toHaveURL(at(path));
    await expect(page.locator("main")).not.toContainText("There is nothing here");
  }
  // Work in a worker, what is fetched apart, and a page that was loaded where it is.
  await page.goto(at("json/convert"));
  await page.locator("#work").evaluate((work) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", '{"id": 1}');
    work.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(page.locator(".status")).toContainText("Converted");
  await page.goto(at("nowhere"));
  await expect(page.locator("main")).toContainText("There is nothing here");
  await page.locator("main").getByRole("link", { name: "Diagram" }).click();
  await expect(page).toHaveURL(at("diagram"));
  expect(missing).toEqual([]);
  expect(host.strays.filter((path) => path !== "/favicon.ico")).toEqual([]);
});

test("it is kept for use without a network, and leads nowhere else", async ({ page }) => {
  await page.goto(at("json/repair"));
  await page.evaluate(async () => {
    const { scope } = await navigator.serviceWorker.ready;
    if (!scope.endsWith("/a/tools/")) throw new Error(scope);
  });
  // What the page was started with is kept once it has said what that was.
  const kept = () => page.evaluate(async () => (await (await caches.open("ichiban assets /a/tools/")).keys()).map(({ url }) => url));
  let before = 0;
  await expect
    .poll(
      async () => {
        const now = await kept();
        const isAll = now.length === before && now.some((url) => /\/split_data-/.test(url));
        before = now.length;
        return isAll;
      },
      { intervals: [1_000] },
    )
    .toBe(true);
  await host.close();
  await page.goto(at("json/repair"));
  await expect(page.locator("main")).toBeVisible();
  await expect(page).toHaveTitle(/Repair/);
});

test("the installed app begins there, with its tools and what is shared with it", async ({ page, request }) => {
  await page.goto(at(""));
  const address = await page.locator('link[rel="manifest"]').evaluate((link) => link.href);
  expect(address).toBe(at("manifest.webmanifest"));
  const manifest = await (await request.get(address)).json();
  const { icons, shortcuts, file_handlers, share_target, start_url, scope } = manifest;
  // The address at which it begins is its identity: another site on this host is another app.
  expect(manifest.id).toBeUndefined();
  const all = [...icons.map(({ src }) => src), ...shortcuts.map(({ url }) => url), ...file_handlers.map(({ action }) => action), share_target.action, start_url, scope];
  for (const url of all) expect(new URL(url, address).href).toContain(at(""));
});
