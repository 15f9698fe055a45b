// What is seen and fetched before the page's module is here.
import { expect, test } from "@playwright/test";

const MODULE = "**/assets/web_bg-*.wasm";

/** Keeps the module away until it is let through. */
async function withhold(page) {
  let letThrough;
  const until = new Promise((resolve) => (letThrough = resolve));
  await page.route(MODULE, async (route) => {
    await until;
    await route.continue();
  });
  return letThrough;
}

for (const { locale, path, words } of [
  { locale: "en", path: "/", words: "Its texts are translated value by value" },
  { locale: "ja", path: "/json/repair", words: "すべての変更を位置とともに一覧" },
  { locale: "de", path: "/docs/", words: "ein einziges OpenAPI-3.1-Dokument" },
]) {
  test.describe(locale, () => {
    test.use({ locale });

    test("the invitation is read before the page is there, and gives way to it", async ({ page }) => {
      const letThrough = await withhold(page);
      await page.goto(path, { waitUntil: "commit" });
      const first = page.locator(".first");
      await expect(first).toContainText(words);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      // Nobody is led to believe that it can be used.
      expect(await first.evaluate((view) => view.inert)).toBe(true);
      await expect(page.getByRole("heading")).toHaveCount(0);
      const before = await first.locator("p").boundingBox();
      letThrough();
      const lead = page.getByRole("main").locator("p").filter({ hasText: words });
      await expect(lead).toBeVisible();
      await expect(first).toHaveCount(0);
      await expect(page.locator("nav")).toHaveCount(1);
      await expect(page.locator(".rail")).toHaveCount(1);
      // It stays where it was read, but for the height of letters in the row of options.
      const after = await lead.boundingBox();
      expect(Math.abs(after.x - before.x)).toBeLessThan(2);
      expect(Math.abs(after.y - before.y)).toBeLessThan(10);
    });
  });
}

test("whoever comes for something else sees no invitation first", async ({ page }) => {
  const letThrough = await withhold(page);
  for (const path of ["/nowhere", "/diagram#1.x", "/json/repair?shared"]) {
    await page.goto(path, { waitUntil: "commit" });
    await page.waitForFunction(() => document.readyState === "complete" || document.readyState === "interactive");
    await page.waitForTimeout(300);
    await expect(page.locator(".first")).toHaveCount(0);
  }
  letThrough();
});

test("a page whose module does not come says so", async ({ page }) => {
  await page.route(MODULE, (route) => route.abort());
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("Ichiban could not be fetched whole");
  await expect(page.locator(".first")).toHaveCount(0);
});

for (const [path, ready] of [["/", "Drop a locale file"], ["/json/convert", "Drop data"], ["/diagram", "Drop a diagram"], ["/docs", "Drop API"]]) {
  test(`the first view of ${path} is one file beside the page's module`, async ({ page }) => {
    const fetched = [];
    page.on("request", (request) => {
      if (/\.wasm$/.test(request.url()) && request.frame() === page.mainFrame()) fetched.push(request.url().replace(/^.*\/|-[\w-]{8}\.wasm$/g, ""));
    });
    await page.goto(path);
    await expect(page.getByRole("heading", { name: ready })).toBeVisible();
    expect(fetched.filter((file) => /^(?:web_bg|pack|split|chunk)/.test(file)).sort()).toEqual([expect.stringMatching(/^pack-/), "web_bg"]);
  });
}

test("a pack that does not come is made up for part by part", async ({ page }) => {
  let asked = 0;
  await page.route("**/assets/pack-*", (route) => {
    asked += 1;
    return route.abort();
  });
  await page.goto("/json/convert");
  await expect(page.getByRole("heading", { name: "Drop data" })).toBeVisible();
  expect(asked).toBe(1);
});

test("what is needed next is fetched once somebody is there", async ({ page }) => {
  const scripts = [];
  page.on("request", (request) => scripts.push(request.url()));
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Drop a locale file" })).toBeVisible();
  await page.waitForTimeout(1_000);
  const isEditor = (url) => /\/editor-[\w-]+\.js$/.test(url);
  expect(scripts.filter(isEditor)).toEqual([]);
  await page.mouse.move(200, 200);
  await expect.poll(() => scripts.filter(isEditor).length).toBe(1);
});

test("the locales that are suggested bear the names that the browser has for them", async ({ page }) => {
  await page.goto("/");
  const offered = page.locator(".options .tag.add bdi");
  await expect(offered).toHaveCount(4);
  const names = await offered.evaluateAll((all) =>
    all.map(({ lang, textContent }) => ({
      said: textContent,
      own: new Intl.DisplayNames([lang], { type: "language" }).of(lang).replace(/^./, (letter) => letter.toLocaleUpperCase(lang)),
    })),
  );
  for (const { said, own } of names) expect(said).toBe(own);
});

test("whoever goes to another tool before the first is here is not told of the first", async ({ page }) => {
  let letThrough;
  const until = new Promise((resolve) => (letThrough = resolve));
  await page.route(/\/assets\/(?:pack|split_)/, async (route) => {
    await until;
    await route.continue();
  });
  await page.goto("/");
  await expect(page.locator(".first")).toContainText("Drop a locale file");
  await page.getByRole("link", { name: "Repair" }).click();
  await expect(page).toHaveTitle(/Repair/);
  await expect(page.locator(".first")).toHaveCount(0);
  letThrough();
  await expect(page.getByRole("heading", { name: "Drop JSON that does not parse" })).toBeVisible();
});
