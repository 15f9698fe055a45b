// Signing in with OpenRouter: its site and its exchange are stood in for.
import { createHash } from "node:crypto";
import { expect, test } from "@playwright/test";

const KEY = "sk-or-v1-of-a-person";

/** OpenRouter, where the person answers as told. What it was asked is collected. */
async function standIn(page, answer, exchange = () => ({ status: 200, body: { key: KEY, user_id: "u" } })) {
  const seen = { auth: null, exchanges: [] };
  await page.route("https://openrouter.ai/auth?**", (route) => {
    const asked = new URL(route.request().url()).searchParams;
    seen.auth = Object.fromEntries(asked);
    const back = new URL(asked.get("callback_url"));
    answer(back);
    return route.fulfill({ status: 302, headers: { location: back.href } });
  });
  await page.route("https://openrouter.ai/api/v1/**", (route) => {
    const request = route.request();
    const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
    if (request.method() === "OPTIONS") return route.fulfill({ status: 204, headers: cors });
    if (!request.url().endsWith("/auth/keys")) {
      return route.fulfill({ status: 200, headers: cors, json: { data: [{ id: "openrouter/auto" }, { id: "some/model" }] } });
    }
    seen.exchanges.push(request.postDataJSON());
    const { status, body } = exchange();
    return route.fulfill({ status, headers: cors, json: body });
  });
  return seen;
}

async function begin(page, path = "/docs", keeping = /^for this tab/) {
  await page.goto(path);
  await page.getByRole("button", { name: "Settings" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "OpenRouter", exact: true }).click();
  await dialog.getByLabel(keeping).check();
  await dialog.getByRole("button", { name: "Sign in with OpenRouter" }).click();
  return dialog;
}

test("a key is fetched with the code and the verifier, and kept as chosen", async ({ page }) => {
  const seen = await standIn(page, (back) => back.searchParams.set("code", "c-1"));
  const dialog = await begin(page, "/docs", /^in this browser until/);
  await expect(dialog).toContainText("Signed in.");
  // Back on the same view, and without the code in the address.
  expect(new URL(page.url()).pathname).toBe("/docs");
  expect(page.url()).not.toContain("code=");
  expect(seen.auth.code_challenge_method).toBe("S256");
  const [asked] = seen.exchanges;
  expect(asked.code).toBe("c-1");
  expect(asked.code_challenge_method).toBe("S256");
  expect(createHash("sha256").update(asked.code_verifier).digest("base64url")).toBe(seen.auth.code_challenge);
  await expect(dialog.getByLabel("Key", { exact: true })).toHaveValue(KEY);
  const kept = await page.evaluate(() => [JSON.parse(localStorage.getItem("ichiban.endpoint")), { ...sessionStorage }]);
  expect(kept[0]).toMatchObject({ base_url: "https://openrouter.ai/api/v1", key: KEY, model: "openrouter/auto" });
  expect(kept[1]).not.toHaveProperty("ichiban.sign-in");
});

test("an encrypted key is in no storage before its passphrase is there", async ({ page }) => {
  await standIn(page, (back) => back.searchParams.set("code", "c-2"));
  const dialog = await begin(page, "/", /the key encrypted/);
  await expect(dialog).toContainText("Enter the passphrase");
  const kept = () => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(await kept()).not.toContain(KEY);
  await dialog.getByLabel("Passphrase", { exact: true }).fill("correct horse");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  expect(await kept()).not.toContain(KEY);
  await expect(page.locator(".chip")).toContainText("openrouter/auto");
});

for (const [what, answer, words] of [
  ["refused", (back) => back.searchParams.set("error", "access_denied"), "You did not allow it"],
  ["cancelled", () => {}, "cancelled"],
  [
    "another tab's",
    (back) => {
      back.searchParams.set("state", "forged");
      back.searchParams.set("code", "c");
    },
    "not to the question of this tab",
  ],
]) {
  test(`a sign-in that is ${what} is said so, and nothing is exchanged`, async ({ page }) => {
    const seen = await standIn(page, answer);
    const dialog = await begin(page);
    await expect(dialog.locator(".probe .bad")).toContainText(words);
    expect(seen.exchanges).toEqual([]);
    expect(page.url()).not.toContain("signin");
  });
}

test("a code that OpenRouter does not take is said so", async ({ page }) => {
  const refuse = () => ({ status: 403, body: { error: { message: "Invalid code", code: 403 } } });
  await standIn(page, (back) => back.searchParams.set("code", "old"), refuse);
  const dialog = await begin(page);
  await expect(dialog.locator(".probe .bad")).toContainText("gave no key (HTTP 403). It says: Invalid code");
  await expect(dialog.getByLabel("Key", { exact: true })).toHaveValue("");
});

test("an address that somebody else made is not used", async ({ page }) => {
  const seen = await standIn(page, () => {});
  await page.goto("/?signin=openrouter&state=x&code=theirs");
  await expect(page.getByRole("dialog")).toContainText("has not begun to sign in");
  expect(seen.exchanges).toEqual([]);
  expect(page.url()).not.toContain("theirs");
});
