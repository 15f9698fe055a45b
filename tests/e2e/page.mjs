// What tests do on the page, in a person's terms.

/** A catalogue with what catalogues have: nesting, placeholders, tags. */
export const source = `{
  "checkout": {
    "title": "Your order",
    "eta": "Arrives {{date}}",
    "pay": "Pay {{amount}} now",
    "terms": "By paying you accept the <0>terms</0>."
  },
  "account": {
    "greeting": "Hello, {{name}}.",
    "signOut": "Sign out"
  },
  "offline": "You are offline."
}
`;

/** Sets the endpoint as a person would. */
export async function connect(page, root, name = "scripted", wire = "openai-chat") {
  await page.locator(".chip").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill(root);
  await dialog.getByLabel("Wire").selectOption(wire);
  await dialog.getByLabel("Model").fill(name);
  await dialog.getByRole("button", { name: "Save" }).click();
}

/** Drops a file onto the tool. */
export async function drop(page, name, text) {
  await page.dispatchEvent("main", "drop", { dataTransfer: await lift(page, name, text) });
}

/** A file as it is carried over the page. */
export function lift(page, name, text) {
  return page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: "application/json" }));
      return data;
    },
    [name, text],
  );
}

/** The rows of values in the table. */
export const rows = (page) => page.locator("tbody tr.leaf");

/** An editor, by its name. */
const editor = (page, label) => page.locator(`.cm-content[aria-label="${label}"]`);

/** The text that an editor shows. */
export async function editorText(page, label) {
  await editor(page, label).waitFor();
  return editor(page, label).evaluate((content) => {
    // The lines that are drawn; tests keep their texts short enough for all of them.
    return [...content.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n").trimEnd();
  });
}

/** Replaces all that an editor holds, as a person would who pastes. */
export async function fillEditor(page, label, text) {
  await editor(page, label).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}
