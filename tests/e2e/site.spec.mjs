// The site as it is served: headers, compression, and a page that loads under its own policy.
import { expect, test } from "@playwright/test";

// As it is for a person.
test.use({ serviceWorkers: "allow" });

test("the page starts with nothing to say on the console", async ({ page }) => {
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  const missing = [];
  page.on("response", (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });

  await page.goto("/");
  await expect(page.locator("main")).toBeVisible();
  await page.waitForLoadState("networkidle");

  expect(complaints).toEqual([]);
  expect(missing).toEqual([]);
});

test("every view's address gives the page, a missing file does not", async ({ request }) => {
  const view = await request.get("/json/translate");
  expect(view.status()).toBe(200);
  expect(view.headers()["content-type"]).toContain("text/html");

  expect((await request.get("/assets/missing.js")).status()).toBe(404);
});

test("the policy forbids inline code and lets WebAssembly in", async ({ request }) => {
  const headers = (await request.get("/")).headers();
  const policy = headers["content-security-policy"];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("'wasm-unsafe-eval'");
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("'unsafe-eval'");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("no-referrer");
});

test("the module is sent compressed, with its type, and kept for good", async ({ page, request }) => {
  const response = page.waitForResponse((response) => response.url().endsWith(".wasm"));
  await page.goto("/");
  const module = await response;
  const headers = await module.allHeaders();
  expect(headers["content-type"]).toBe("application/wasm");
  expect(headers["content-encoding"]).toBe("br");
  expect(headers["cache-control"]).toContain("immutable");

  const plain = await request.get(module.url(), { headers: { "accept-encoding": "identity" } });
  expect(plain.headers()["content-encoding"]).toBeUndefined();
  expect((await plain.body()).subarray(0, 4)).toEqual(Buffer.from("\0asm"));

  expect((await request.get("/")).headers()["cache-control"]).toBe("no-cache");
});
