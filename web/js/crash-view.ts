import "../styles/crash.css";
import { openTexts } from "./open-texts.ts";

/** Shows that the page has stopped, what is left of the work in it, and a report without it. */
export function show(place: string): void {
  if (document.querySelector(".crash") !== null) return;
  const texts = open();
  const dialog = element("dialog", "crash", [
    element("h2", "", ["Ichiban has stopped"]),
    element("p", "", [
      "This is a fault of the page, not of what you gave it. ",
      texts.length > 0
        ? "What was open is still here: save it, then reload."
        : "Nothing was open. Reload to go on.",
      " What you worked on before is in the history.",
    ]),
    element("div", "crash-actions", [
      ...(texts.length > 0 ? [button("Save what was open", "primary", () => save(texts))] : []),
      button("Reload", texts.length > 0 ? "ghost" : "primary", () => location.reload()),
      button("Copy report", "ghost", (self) => void copy(self, report(place))),
    ]),
    element("details", "", [
      element("summary", "", ["The report holds nothing of yours"]),
      element("pre", "", [report(place)]),
    ]),
  ]);
  // In English, whatever the page spoke: its words are the program's.
  dialog.lang = "en";
  dialog.dir = "ltr";
  document.body.append(dialog);
  // A dialog of the program that is open can be closed no more: this one stands above it.
  (dialog as HTMLDialogElement).showModal();
}

/** What is in the editors and fields of the page: not keys, which are in fields of their own type. */
function open(): { name: string; text: string }[] {
  const found: { name: string; text: string }[] = [];
  for (const [nth, text] of editorTexts().entries()) {
    if (text.trim() !== "") found.push({ name: `text-${nth + 1}.txt`, text });
  }
  for (const [nth, area] of [...document.querySelectorAll("textarea")].entries()) {
    if (area.value.trim() !== "") found.push({ name: `field-${nth + 1}.txt`, text: area.value });
  }
  return found;
}

/** The whole texts of the editors, not only the lines in view. */
function editorTexts(): string[] {
  return [...openTexts].map((read) => {
    try {
      return read();
    } catch (error) {
      console.error("An editor's text could not be read:", error);
      return "";
    }
  });
}

function save(texts: { name: string; text: string }[]): void {
  for (const { name, text } of texts) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

async function copy(button: HTMLButtonElement, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Copy it from below";
  }
}

/** The place, the tool and the browser: no text, no name of a file, no address of an endpoint. */
function report(place: string): string {
  return ["Ichiban has stopped", `place: ${place}`, `tool: ${location.pathname}`, `browser: ${navigator.userAgent}`].join("\n");
}

function element(name: string, className: string, children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.append(...children);
  return made;
}

function button(label: string, className: string, act: (self: HTMLButtonElement) => void): HTMLElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = label;
  made.addEventListener("click", () => act(made));
  return made;
}
