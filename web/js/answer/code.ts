/** Blocks of code of an answer: each under its language, with what can be done with it. */
import { extensionOf, isJson } from "../languages.ts";
import { say } from "../say.ts";

/** The tools that take code of a language, and what opens it there. */
function tools(language: string): [string, string][] {
  const extension = extensionOf(language);
  if (extension === "mmd") return [["diagram", say("answer-open-in-diagram")]];
  if (isJson(extension) || extension === "json5") {
    return [["repair", say("answer-open-in-repair")], ["convert", say("answer-open-in-convert")]];
  }
  return [];
}

/** An empty block of code. `isOpen`: more of it comes, and nothing can be done with it before it is whole. */
export function figureOf(language: string, isOpen: boolean): HTMLElement {
  const figure = document.createElement("figure");
  figure.className = "code";
  figure.dataset["language"] = language;
  const head = document.createElement("figcaption");
  const name = document.createElement("span");
  name.textContent = language === "" ? say("answer-code") : language;
  head.append(name);
  for (const [act, label] of [["copy", say("answer-copy")], ...tools(language)] as [string, string][]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.dataset["act"] = act;
    button.disabled = isOpen;
    button.textContent = label;
    head.append(button);
  }
  const pre = document.createElement("pre");
  // Long lines are scrolled to, by keyboard too.
  pre.tabIndex = 0;
  pre.append(document.createElement("code"));
  figure.append(head, pre);
  return figure;
}

/** Now all of it is there. */
export function setWhole(figure: HTMLElement): void {
  for (const button of figure.querySelectorAll("button")) button.disabled = false;
}

/** Puts the code within a fragment of markup into such blocks. */
export function wrapCode(fragment: DocumentFragment, isOpen: boolean): void {
  for (const pre of fragment.querySelectorAll("pre")) {
    const code = pre.querySelector("code");
    const language = /(?:^| )language-(\S+)/.exec(code?.className ?? "")?.[1] ?? "";
    const figure = figureOf(language, isOpen);
    figure.querySelector("code")?.append(pre.textContent);
    pre.replaceWith(figure);
  }
}
