// Links carry a tool, its options, and the input if one asks for it.
import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { editorText } from "./page.mjs";

const fixture = (name) =>
  readFileSync(new URL(`../../crates/shell/tests/fixtures/${name}.txt`, import.meta.url), "utf8").trim();

test("an old link opens its tool, its options and its input", async ({ page }) => {
  await page.goto(`/json/convert#${fixture("v1-input")}`);
  await expect(page.getByRole("button", { name: /Target: Rust/ })).toBeVisible();
  const input = page.locator(".cm-content").first();
  await expect(input).toContainText("日本");
  await expect(page).toHaveURL(/\/json\/convert$/);
});

test("a link is copied without the input, or with it", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/json/repair");
  await page.getByRole("button", { name: /Python dict/ }).click();
  await expect(page.locator(".status")).toContainText(/change/);
  const copy = async (name) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search commands" }).fill(name);
    await page.keyboard.press("Enter");
    await expect(page.locator(".said")).toContainText("Copied the link");
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const bare = await copy("copy link");
  const whole = await copy("link with the input");
  expect(whole.length).toBeGreaterThan(bare.length);
  const other = await context.newPage();
  await other.goto(whole);
  await other.locator(".cm-content").first().waitFor();
  const label = await other.locator(".cm-content").first().getAttribute("aria-label");
  await expect.poll(() => editorText(other, label)).toContain("True");
});

test("a damaged link and one of a later version are told, and change nothing", async ({ page }) => {
  await page.goto(`/json/repair#${fixture("v1-input").slice(0, -9)}`);
  await expect(page.locator(".said")).toContainText("This link is damaged");
  await expect(page.locator(".empty")).toBeVisible();
  await page.goto("/json/translate#v7.abc");
  await expect(page.locator(".said")).toContainText("later version");
});
