/**
 * The source editor: CodeMirror 6 in a shadow root, where its styles are adopted style sheets and
 * need no exception in the content security policy.
 *
 * Rust imports `js/editor-loader.ts`, which loads this file when the first source is opened.
 */
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { json, jsonLanguage } from "@codemirror/lang-json";
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import {
  type Annotation,
  type ChangeSet,
  Compartment,
  EditorState,
  type Extension,
  type Range,
  StateEffect,
  StateField,
  type Text,
  Transaction,
} from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { HEIGHT_CHANGED } from "./editor-events.ts";
import { phrases } from "./editor-phrases.ts";
import { coloured, isJson } from "./languages.ts";
import { lineColours } from "./line-colours.ts";
import { openTexts } from "./open-texts.ts";
import { anotherTask } from "./task.ts";

/** What the page wants to hear of. */
export interface EditorEvents {
  /** The text changed by the person's hand. */
  changed(): void;
  /** The caret went to another line, counted from 1. */
  moved(line: number): void;
  /** The placeholders of the values on these lines, as `line, text, line, text, …`. */
  placeholders(from: number, to: number): (number | string)[];
  /** Ctrl or ⌘ with Enter. */
  submitted(): void;
}

/** What an editor is for. */
export interface EditorKind {
  /** The name of the language whose colours it begins with: see `languages.ts`. */
  language: string;
  /** Whether the person may read and copy, but not write. */
  isReadOnly: boolean;
}

/**
 * Beyond this many code units a document has no syntax tree: to parse it would keep the main thread
 * for longer than a frame. JSON is coloured line by line then, other languages not at all.
 */
const TREE_UP_TO = 200_000;
/** As many code units of a first text come in one task. */
const PART = 150_000;

const theme = EditorView.theme({
  "&": { blockSize: "100%", background: "var(--sheet)", color: "var(--ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { font: "var(--text-1)/1.7 var(--font-code)", overscrollBehavior: "contain" },
  ".cm-content": { paddingBlock: "var(--space-3)", caretColor: "var(--seal)" },
  ".cm-line": { paddingInline: "var(--space-2) var(--space-4)" },
  ".cm-gutters": { background: "var(--sheet)", color: "var(--ink-3)", border: "0", paddingInlineStart: "var(--space-2)" },
  ".cm-lineNumbers .cm-gutterElement": { paddingInline: "var(--space-1) var(--space-1)", minInlineSize: "28px" },
  ".cm-foldGutter .cm-gutterElement": { color: "var(--ink-3)", cursor: "pointer" },
  ".cm-activeLine": { background: "color-mix(in srgb, var(--ink) 3%, transparent)" },
  ".cm-activeLineGutter": { background: "transparent", color: "var(--ink)" },
  ".cm-cursor": { borderInlineStart: "2px solid var(--seal)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--live) 24%, transparent)",
  },
  "& .cm-matchingBracket": { background: "none" },
  "&.cm-focused .cm-matchingBracket": { background: "var(--live-tint)", outline: "1px solid var(--live)" },
  ".cm-selectionMatch": { background: "var(--live-tint)" },
  ".cm-mark": { background: "var(--sunken)", color: "var(--ink-2)", borderRadius: "3px", boxShadow: "0 0 0 1px var(--sunken)" },
  ".cm-linked": { background: "var(--seal-tint)" },
  ".cm-foldPlaceholder": { background: "var(--sunken)", border: "0", color: "var(--ink-2)", padding: "0 6px" },
  ".cm-panels": { background: "var(--paper)", color: "var(--ink)", font: "var(--text-1)/1.45 var(--font-ui)" },
  ".cm-panels.cm-panels-top": { borderBlockEnd: "1px solid var(--line)" },
  ".cm-panels.cm-panels-bottom": { borderBlockStart: "1px solid var(--line)" },
  ".cm-textfield": { background: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--line-strong)", borderRadius: "var(--radius-1)", fontSize: "inherit" },
  ".cm-button": { background: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "var(--radius-1)", fontSize: "inherit" },
  ".cm-tooltip": { background: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "var(--radius-1)", boxShadow: "var(--shadow)", font: "var(--text-1)/1.45 var(--font-ui)", maxInlineSize: "42ch" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { font: "var(--text-1)/1.6 var(--font-code)", maxBlockSize: "14em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "2px var(--space-2)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--seal-tint)", color: "var(--ink)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
  ".cm-completionDetail": { color: "var(--ink-3)", fontStyle: "normal" },
  ".cm-diagnostic": { padding: "var(--space-1) var(--space-2)", border: "0", borderInlineStart: "3px solid var(--line-strong)", whiteSpace: "pre-wrap" },
  ".cm-diagnostic-error": { borderInlineStartColor: "var(--bad)" },
  ".cm-diagnostic-warning": { borderInlineStartColor: "var(--warn)" },
  ".cm-diagnostic-info": { borderInlineStartColor: "var(--live)" },
  ".cm-lintRange": { backgroundImage: "none", textDecoration: "underline wavy 1px var(--live)", textUnderlineOffset: "3px", textDecorationSkipInk: "none" },
  ".cm-lintRange-error": { textDecorationColor: "var(--bad)" },
  ".cm-lintRange-warning": { textDecorationColor: "var(--warn)" },
  ".cm-lintPoint::after": { borderBottomColor: "var(--bad)" },
  ".cm-gutter-lint": { inlineSize: "14px" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0", display: "grid", placeItems: "center" },
  ".cm-lint-marker": { inlineSize: "8px", blockSize: "8px", borderRadius: "50%", content: "none", background: "var(--live)" },
  ".cm-lint-marker-error": { content: "none", background: "var(--bad)" },
  ".cm-lint-marker-warning": { content: "none", background: "var(--warn)", borderRadius: "1px" },
});

const colours = syntaxHighlighting(
  HighlightStyle.define(
    [
      { tag: tags.propertyName, color: "var(--live)" },
      { tag: tags.string, color: "var(--ink)" },
      { tag: [tags.number, tags.bool, tags.null], color: "var(--ok)" },
      { tag: [tags.separator, tags.brace, tags.squareBracket], color: "var(--ink-3)" },
      { tag: tags.invalid, color: "var(--bad)" },
    ],
    { scope: jsonLanguage },
  ),
);

const mark = Decoration.mark({ class: "cm-mark" });
const linked = Decoration.line({ class: "cm-linked" });
const link = StateEffect.define<number | null>();
const redraw = StateEffect.define<null>();

/** The line of the row that the person looks at in the table. */
const linkedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, transaction) {
    lines = lines.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(link)) {
        const line = effect.value === null ? null : lineAt(transaction.state.doc, effect.value);
        lines = line === null ? Decoration.none : Decoration.set(linked.range(line.from));
      }
    }
    return lines;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Draws placeholders apart, in what is visible: those that the engine says it keeps. */
const placeholders = (events: EditorEvents) =>
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = this.find(view);
      }

      update(update: ViewUpdate) {
        const asked = update.transactions.some((one) => one.effects.some((effect) => effect.is(redraw)));
        if (update.viewportChanged || asked) this.decorations = this.find(update.view);
        else if (update.docChanged) this.decorations = this.decorations.map(update.changes);
      }

      find(view: EditorView): DecorationSet {
        const { doc } = view.state;
        const found: Range<Decoration>[] = [];
        for (const { from, to } of view.visibleRanges) {
          const told = events.placeholders(doc.lineAt(from).number, doc.lineAt(to).number);
          let current = 0;
          let after = 0;
          for (let place = 0; place + 1 < told.length; place += 2) {
            const line = lineAt(doc, Number(told[place]));
            const escaped = JSON.stringify(String(told[place + 1])).slice(1, -1);
            if (line === null || escaped === "") continue;
            if (line.number !== current) {
              current = line.number;
              after = 0;
            }
            const start = line.text.indexOf(escaped, after);
            if (start < 0) continue;
            after = start + escaped.length;
            found.push(mark.range(line.from + start, line.from + after));
          }
        }
        return Decoration.set(found, true);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );

function lineAt(doc: Text, number: number) {
  return number >= 1 && number <= doc.lines ? doc.line(number) : null;
}

/** The offset of a place whose column counts Unicode scalar values from 1. */
function offset(doc: Text, number: number, column: number): number {
  const line = lineAt(doc, number);
  if (line === null) return doc.length;
  let units = 0;
  let left = column - 1;
  for (const scalar of line.text) {
    if (left <= 0) break;
    left -= 1;
    units += scalar.length;
  }
  return line.from + units;
}

/** The indentation that the document itself uses. */
function unit(text: string): string {
  return /\n([ \t]+)\S/.exec(text.slice(0, 10_000))?.[1] ?? "  ";
}

/** What ends a line. A document that mixes line ends keeps them: its odd ones are text here. */
function separator(text: string): string {
  let breaks = 0;
  for (let place = text.indexOf("\n"); place >= 0; place = text.indexOf("\n", place + 1)) {
    if (text[place - 1] !== "\r") return "\n";
    breaks += 1;
  }
  return breaks > 0 ? "\r\n" : "\n";
}

/** How much of the beginning and the end two texts share, in code units. */
function shared(before: string, after: string): [number, number] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = 0;
  while (
    end < most - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  ) {
    end += 1;
  }
  return [start, end];
}

/** The element in whose own root an editor is. */
function host(view: EditorView): Element | undefined {
  const root = view.dom.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** An editor on the page. */
export class Editor {
  readonly #view: EditorView;
  readonly #label: string;
  readonly #events: EditorEvents;
  readonly #isReadOnly: boolean;
  readonly #indent = new Compartment();
  readonly #language = new Compartment();
  readonly #separator = new Compartment();
  readonly #writable = new Compartment();
  /** Documents that are not in view, each with its history, under the page's number for it. */
  readonly #away = new Map<number, EditorState>();
  #document = 0;
  #name: string;
  #colours: Extension = [];
  #line = 1;
  #quiet = false;
  /** What the person changed since it was last asked for. */
  #typed: ChangeSet | null = null;
  readonly #read = (): string => this.#view.state.doc.toString();

  constructor(parent: HTMLElement, label: string, kind: EditorKind, events: EditorEvents) {
    const root = parent.shadowRoot ?? parent.attachShadow({ mode: "open" });
    this.#label = label;
    this.#events = events;
    this.#isReadOnly = kind.isReadOnly;
    if (!kind.isReadOnly) openTexts.add(this.#read);
    this.#name = kind.language;
    if (kind.language === "json") this.#colours = json();
    const state = this.#state("");
    this.#view = new EditorView({ state, parent: root as unknown as HTMLElement, root });
    if (kind.language !== "json") void this.#colour();
  }

  #state(text: string): EditorState {
    const events = this.#events;
    const writing = [
      history(),
      indentOnInput(),
      placeholders(events),
      // A dropped file is opened by the page, not pasted into the text.
      EditorView.domEventHandlers({ drop: (event) => (event.dataTransfer?.files.length ?? 0) > 0 }),
    ];
    const reading = [EditorState.readOnly.of(true)];
    return EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        foldGutter(),
        this.#isReadOnly ? reading : [lintGutter(), ...writing],
        this.#writable.of([]),
        drawSelection(),
        bracketMatching(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches({ minSelectionLength: 2 }),
        search({ top: true }),
        this.#language.of(this.#fitting(text.length)),
        this.#indent.of(indentUnit.of(unit(text))),
        this.#separator.of(EditorState.lineSeparator.of(separator(text))),
        colours,
        theme,
        phrases(),
        linkedLine,
        EditorView.contentAttributes.of({
          "aria-label": this.#label,
          "aria-readonly": String(this.#isReadOnly),
          spellcheck: "false",
          tabindex: "0",
        }),
        keymap.of([
          { key: "Mod-Enter", run: () => (events.submitted(), true) },
          // Tab indents only while text is selected; otherwise it leaves the editor.
          {
            ...indentWithTab,
            run: (view) => !view.state.selection.main.empty && (indentWithTab.run?.(view) ?? false),
          },
          ...searchKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"),
        ]),
        EditorView.updateListener.of((update) => {
          if (update.heightChanged) host(update.view)?.dispatchEvent(new Event(HEIGHT_CHANGED));
          if (this.#quiet) {
            // The page knows the text that it gives.
            if (update.docChanged) this.#typed = null;
            return;
          }
          if (update.docChanged) {
            this.#typed = this.#typed?.compose(update.changes) ?? update.changes;
            events.changed();
          }
          if (update.selectionSet || update.docChanged) {
            const now = update.state.doc.lineAt(update.state.selection.main.head).number;
            if (now !== this.#line) {
              this.#line = now;
              events.moved(now);
            }
          }
        }),
      ],
    });
  }

  /**
   * The whole text in UTF-8, with the line ends it was given. Bytes, because the browser encodes a
   * long text several times faster than it is handed over letter by letter.
   */
  text(): Uint8Array {
    return new TextEncoder().encode(this.#view.state.sliceDoc());
  }

  /**
   * What the person changed since this was last asked, or since the page gave the text: the length
   * before, what ends its lines, and for each change `from, to, text`. Places are UTF-16 code units
   * of the text before, a line break as one. `null` if nothing was changed.
   */
  changes(): (number | string)[] | null {
    const typed = this.#typed;
    this.#typed = null;
    if (typed === null) return null;
    const { lineBreak } = this.#view.state;
    const told: (number | string)[] = [typed.length, lineBreak];
    typed.iterChanges((from, to, _from, _to, inserted) => {
      told.push(from, to, inserted.sliceString(0, inserted.length, lineBreak));
    });
    return told;
  }

  /**
   * Gives the editor its first text. A long one comes in parts, each a task of its own: what is in
   * view is there at once, and no frame is missed. Until all of it is there it cannot be changed.
   */
  async load(text: string): Promise<void> {
    const silently = Transaction.addToHistory.of(false);
    const ends = [];
    for (let end = 0; end < text.length; ) {
      // A line end is never cut, nor is a letter.
      const after = text.indexOf("\n", end + PART);
      end = after < 0 ? text.length : after + 1;
      ends.push(end);
    }
    if (ends.length < 2) return this.#replace(text, [silently]);
    this.#view.dispatch({ effects: this.#writable.reconfigure(EditorState.readOnly.of(true)) });
    let from = 0;
    for (const end of ends) {
      const part = text.slice(from, end);
      if (from === 0) this.#replace(part, [silently], text);
      else {
        this.#quiet = true;
        this.#view.dispatch({ changes: { from: this.#view.state.doc.length, insert: part }, annotations: [silently] });
        this.#quiet = false;
      }
      from = end;
      await anotherTask();
    }
    this.#view.dispatch({ effects: this.#writable.reconfigure([]) });
  }

  /** Replaces the whole text; it can be undone. Says nothing of it to the page. */
  setText(text: string): void {
    this.#replace(text, []);
  }

  /** Replaces the text by one that is, or begins, `whole`. */
  #replace(text: string, annotations: Annotation<unknown>[], whole = text): void {
    this.#quiet = true;
    this.#view.dispatch({ effects: this.#separator.reconfigure(EditorState.lineSeparator.of(separator(whole))) });
    this.#view.dispatch({
      changes: { from: 0, to: this.#view.state.doc.length, insert: text },
      selection: { anchor: 0 },
      annotations,
      scrollIntoView: true,
      effects: [
        this.#indent.reconfigure(indentUnit.of(unit(text))),
        this.#language.reconfigure(this.#fitting(whole.length)),
      ],
    });
    this.#quiet = false;
  }

  /** Makes the text another where the two differ: what a person has scrolled to or selected stays. */
  follow(text: string): void {
    const before = this.#view.state.doc.toString();
    const [start, end] = shared(before, text);
    if (start === before.length && start === text.length) return;
    this.#quiet = true;
    const { scrollDOM } = this.#view;
    const { scrollTop, scrollLeft } = scrollDOM;
    this.#view.dispatch({
      changes: { from: start, to: before.length - end, insert: text.slice(start, text.length - end) },
    });
    scrollDOM.scrollTo(scrollLeft, scrollTop);
    this.#quiet = false;
  }

  /** Puts another document in view, with the history it had when it was last there. A document
   *  that was never there begins with this text. */
  show(document: number, text: string): void {
    if (document === this.#document) return;
    this.#away.set(this.#document, this.#view.state);
    const known = this.#away.get(document);
    this.#document = document;
    this.#typed = null;
    this.#quiet = true;
    this.#view.setState(known ?? this.#state(text));
    this.#view.dispatch({ effects: this.#language.reconfigure(this.#fitting(this.#view.state.doc.length)) });
    this.#quiet = false;
  }

  /** Forgets a document. The one in view is given another number first. */
  forget(document: number): void {
    this.#away.delete(document);
  }

  /** Gives the document in view its number. */
  name(document: number): void {
    this.#document = document;
  }

  /** Colours the text as another language from now on. */
  setLanguage(name: string): void {
    if (name === this.#name) return;
    this.#name = name;
    void this.#colour();
  }

  async #colour(): Promise<void> {
    const name = this.#name;
    // Without its colours a text is as good to read: a failure is none.
    const found = name === "json" ? json() : await coloured(name).catch((): Extension => []);
    if (name !== this.#name) return;
    this.#colours = found;
    this.#view.dispatch({ effects: this.#language.reconfigure(this.#fitting(this.#view.state.doc.length)) });
  }

  /** The colours for a document of this length. */
  #fitting(length: number): Extension {
    if (length <= TREE_UP_TO) return this.#colours;
    return isJson(this.#name) ? lineColours : [];
  }

  /** Shows what is wrong, each as `[line, column, severity, message]`, and asks for placeholders anew. */
  setProblems(problems: [number, number, "error" | "warning" | "info", string][]): void {
    const { doc } = this.#view.state;
    const diagnostics = problems.map(([line, column, severity, message]): Diagnostic => {
      const from = offset(doc, line, column);
      return { from, to: Math.min(from + 1, lineAt(doc, line)?.to ?? from), severity, message };
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
    this.#view.dispatch({ effects: redraw.of(null) });
  }

  /** Brings a place into view and puts the caret there. */
  reveal(line: number, column: number, focus: boolean): void {
    const anchor = offset(this.#view.state.doc, line, column);
    this.#view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    if (focus) this.#view.focus();
  }

  /** Selects from a place to another and brings it into view. */
  select(line: number, column: number, lineAfter: number, columnAfter: number, focus: boolean): void {
    const { doc } = this.#view.state;
    const anchor = offset(doc, line, column);
    const head = Math.max(anchor, offset(doc, lineAfter, columnAfter));
    this.#view.dispatch({
      selection: { anchor, head },
      effects: [EditorView.scrollIntoView(anchor, { y: "center" }), link.of(line)],
    });
    if (focus) this.#view.focus();
  }

  /** Draws a line apart and brings it into view, without moving the caret. */
  link(line: number): void {
    const { doc } = this.#view.state;
    const found = lineAt(doc, line);
    const effects: StateEffect<unknown>[] = [link.of(found === null ? null : line)];
    if (found !== null) effects.push(EditorView.scrollIntoView(found.from, { y: "nearest", yMargin: 40 }));
    this.#view.dispatch({ effects });
  }

  destroy(): void {
    openTexts.delete(this.#read);
    this.#view.destroy();
  }
}
