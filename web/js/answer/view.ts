/**
 * Shows an answer in words while it comes, block by block. What is there stays the same elements and
 * the same texts as long as it can: so nothing that is selected, focused or scrolled to is lost.
 */
import { colour, uncolour } from "./colours.ts";
import { figureOf, setWhole, wrapCode } from "./code.ts";
import { morph } from "./morph.ts";
import { say } from "../say.ts";

/** What the page wants to hear of. */
export interface AnswerEvents {
  /** A name was chosen. */
  named(name: string): void;
  /** The person wants to follow a link. */
  follow(address: string): void;
  /** Code is to be opened in another tool. */
  open(tool: string, text: string): void;
  /** Code is to be copied. */
  copy(text: string): void;
}

/** Between two times that something is said: who hears every token hears nothing. */
const PAUSE_MS = 3_000;

export class AnswerView {
  private readonly blocks = new Map<number, HTMLElement>();
  /** Blocks that were said. */
  private readonly said = new Set<number>();
  private unsaid: string[] = [];
  private timer: number | undefined;

  constructor(
    private readonly root: HTMLElement,
    private readonly live: HTMLElement,
    private readonly events: AnswerEvents,
  ) {
    root.addEventListener("click", this.clicked);
  }

  /** Shows a block, in place of what it was. */
  block(id: number, html: string, isOpen: boolean): void {
    const wanted = document.createElement("template");
    try {
      wanted.innerHTML = html;
    } catch {
      // The page's policy refuses what the worker has passed: shown as the text that it is.
      wanted.content.replaceChildren(html);
    }
    wrapCode(wanted.content, isOpen);
    const block = this.place(id);
    morph(block, wanted.content);
    block.classList.toggle("open", isOpen);
    if (isOpen) return;
    for (const figure of block.querySelectorAll<HTMLElement>("figure.code")) void colour(figure);
    this.say(id, block.textContent);
  }

  /** Begins a block of code. */
  codeBegan(id: number, language: string): void {
    const block = this.place(id);
    uncolour(block);
    block.replaceChildren(figureOf(language, true));
    block.classList.add("open");
  }

  /** Adds to the end of a block of code. */
  codeText(id: number, text: string): void {
    const code = this.blocks.get(id)?.querySelector("code");
    if (code?.lastChild instanceof Text) code.lastChild.appendData(text);
    else code?.append(text);
  }

  /** A block of code is whole. */
  codeEnded(id: number): void {
    const block = this.blocks.get(id);
    const figure = block?.querySelector<HTMLElement>("figure.code");
    if (block === undefined || figure == null) return;
    block.classList.remove("open");
    setWhole(figure);
    void colour(figure);
    const lines = figure.querySelector("code")?.textContent.trimEnd().split("\n").length ?? 0;
    this.say(id, say("answer-code-lines", { lines }));
  }

  /** What it has shown so far was heard before. */
  quiet(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.unsaid = [];
  }

  /** Forgets all that it shows elsewhere than in its elements. */
  remove(): void {
    clearTimeout(this.timer);
    this.root.removeEventListener("click", this.clicked);
    uncolour(this.root);
    this.root.replaceChildren();
    this.blocks.clear();
  }

  /** Where a block stands. Blocks come in their order. */
  private place(id: number): HTMLElement {
    const known = this.blocks.get(id);
    if (known !== undefined) return known;
    const block = document.createElement("div");
    block.className = "answer-block";
    this.blocks.set(id, block);
    this.root.append(block);
    return block;
  }

  private say(id: number, text: string): void {
    if (this.said.has(id) || text.trim() === "") return;
    this.said.add(id);
    this.unsaid.push(text.trim());
    this.timer ??= window.setTimeout(() => {
      this.timer = undefined;
      this.live.textContent = this.unsaid.join("\n");
      this.unsaid = [];
    }, PAUSE_MS);
  }

  private readonly clicked = (event: Event): void => {
    if (!(event.target instanceof Element)) return;
    const chosen = event.target.closest<HTMLElement>("button, a");
    if (chosen === null) return;
    const { to, name, act } = chosen.dataset;
    if (to !== undefined) this.events.follow(to);
    else if (name !== undefined) this.events.named(name);
    else if (act !== undefined) {
      const text = chosen.closest("figure")?.querySelector("code")?.textContent ?? "";
      if (act === "copy") this.events.copy(text);
      else this.events.open(act, text);
    } else if (chosen instanceof HTMLAnchorElement) {
      // The address of the page holds what is open in it: a footnote is gone to without it.
      event.preventDefault();
      const note = this.root.querySelector<HTMLElement>(`[id="${CSS.escape(chosen.getAttribute("href")?.slice(1) ?? "")}"]`);
      if (note === null) return;
      note.tabIndex = -1;
      note.focus();
    }
  };
}
