// Every command by name, and every key.
import { expect, test } from "@playwright/test";
import { editorText, fillEditor } from "./page.mjs";

const search = (page) => page.getByRole("combobox", { name: "Search commands" });
const chosen = (page) => page.locator("#palette-list [aria-selected=true]");

const open = async (page) => {
  await page.keyboard.press("Control+k");
  await expect(search(page)).toBeFocused();
};

test("a tool is reached by its name", async ({ page }) => {
  await page.goto("/json/translate");
  await page.getByRole("heading", { name: "Translate" }).waitFor();
  await open(page);
  await search(page).fill("rpr");
  await expect(chosen(page)).toContainText("Repair");
  await expect(chosen(page).locator("mark")).not.toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/json\/repair$/);
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("the list is walked by keys, and the focus goes back", async ({ page }) => {
  await page.goto("/json/translate");
  const from = page.getByRole("link", { name: "Convert" });
  await from.focus();
  await open(page);
  // The words of examples come once the list is open.
  await expect(page.getByRole("listbox")).toHaveAttribute("aria-busy", "false");
  await expect(page.getByRole("option").filter({ hasText: "ICU MessageFormat" })).not.toHaveCount(0);
  await page.keyboard.press("End");
  const last = await page.getByRole("option").last().getAttribute("id");
  await expect(search(page)).toHaveAttribute("aria-activedescendant", last);
  await page.keyboard.press("ArrowDown");
  await expect(search(page)).toHaveAttribute("aria-activedescendant", "palette-option-0");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(from).toBeFocused();
});

test("an address that leads nowhere offers every tool", async ({ page }) => {
  await page.goto("/json/nowhere");
  const main = page.getByRole("main");
  await expect(main).toContainText("/json/nowhere");
  await expect(main.getByRole("link")).toHaveText(["Translate", "Convert", "Repair", "Diagram", "Docs"]);
  await main.getByRole("link", { name: "Repair" }).click();
  await expect(page).toHaveURL(/\/json\/repair$/);
});

test("what is not there is told", async ({ page }) => {
  await page.goto("/json/translate");
  await page.getByRole("button", { name: /Search/ }).click();
  await search(page).fill("qqqq");
  await expect(page.getByRole("dialog")).toContainText("No command is called that.");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("an example replaces what is open, which can be put back", async ({ page }) => {
  await page.goto("/json/repair");
  await page.getByRole("button", { name: "Write one here" }).or(page.getByRole("button", { name: /Write/ })).first().click();
  await page.locator(".cm-content").first().waitFor();
  const label = await page.locator(".cm-content").first().getAttribute("aria-label");
  await fillEditor(page, label, "{'mine': 1}");
  await page.getByRole("link", { name: "Repair" }).focus();
  await open(page);
  await search(page).fill("python dict");
  await page.keyboard.press("Enter");
  await expect(page.locator(".said")).toContainText("replaced");
  await expect.poll(() => editorText(page, label)).toContain("True");
  await page.getByRole("button", { name: "Put it back" }).click();
  await expect.poll(() => editorText(page, label)).toBe("{'mine': 1}");
});

test("a button of the tool in view is a command", async ({ page }) => {
  await page.goto("/json/repair");
  await page.getByRole("button", { name: /Python dict/ }).click();
  await expect(page.locator(".status")).toContainText(/change/);
  await open(page);
  await search(page).fill("close");
  await page.keyboard.press("Enter");
  await expect(page.locator(".empty")).toBeVisible();
});

test("? shows the keys, but not while one types", async ({ page }) => {
  await page.goto("/json/translate");
  await page.getByRole("heading", { name: "Translate" }).waitFor();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("Every command by name");
  await page.keyboard.press("Escape");
  await open(page);
  await page.keyboard.type("?");
  await expect(search(page)).toHaveValue("?");
});
