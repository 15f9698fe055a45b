/**
 * Mermaid in the editor: its colours, and what it offers while one writes.
 *
 * The colours come from what a line looks like, not from a grammar: every kind of diagram has its
 * own, and what is wrong is told by the engine.
 */
import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { HighlightStyle, StreamLanguage, type StringStream, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { tags } from "@lezer/highlight";
import { say } from "./say.ts";

/** What the kinds of diagrams begin with, and the id of what that is. */
const HEADERS: Record<string, string> = {
  "architecture-beta": "diagram-kind-architecture",
  "block-beta": "diagram-kind-block",
  C4Context: "diagram-kind-c4",
  C4Container: "diagram-kind-c4-container",
  classDiagram: "diagram-kind-class",
  erDiagram: "diagram-kind-er",
  flowchart: "diagram-kind-flowchart",
  gantt: "diagram-kind-gantt",
  gitGraph: "diagram-kind-gitgraph",
  journey: "diagram-kind-journey",
  kanban: "diagram-kind-kanban",
  mindmap: "diagram-kind-mindmap",
  "packet-beta": "diagram-kind-packet",
  pie: "diagram-kind-pie",
  quadrantChart: "diagram-kind-quadrant",
  "radar-beta": "diagram-kind-radar",
  requirementDiagram: "diagram-kind-requirement",
  "sankey-beta": "diagram-kind-sankey",
  sequenceDiagram: "diagram-kind-sequence",
  "stateDiagram-v2": "diagram-kind-state",
  timeline: "diagram-kind-timeline",
  "treemap-beta": "diagram-kind-treemap",
  "xychart-beta": "diagram-kind-xychart",
};

/** What a kind of diagram is written with. */
interface Family {
  keywords: string[];
  arrows: string[];
}

const FAMILIES: Record<string, Family> = {
  flowchart: {
    keywords: ["subgraph", "end", "direction TB", "direction LR", "classDef", "class", "style", "linkStyle", "click"],
    arrows: ["-->", "---", "-.->", "==>", "-->|text|", "--o", "--x", "<-->"],
  },
  sequence: {
    keywords: [
      "participant", "actor", "activate", "deactivate", "Note over", "Note left of", "Note right of", "loop", "alt", "else",
      "opt", "par", "and", "critical", "break", "rect", "end", "autonumber", "create", "destroy", "box",
    ],
    arrows: ["->>", "-->>", "->", "-->", "-x", "--x", "-)", "--)", "<<->>"],
  },
  class: {
    keywords: ["class", "namespace", "direction LR", "note", "note for", "<<interface>>", "<<abstract>>", "<<enumeration>>"],
    arrows: ["<|--", "*--", "o--", "-->", "--", "..>", "..|>", ".."],
  },
  state: {
    keywords: ["state", "[*]", "note right of", "note left of", "end note", "direction LR", "<<choice>>", "<<fork>>", "<<join>>"],
    arrows: ["-->"],
  },
  er: {
    keywords: ["PK", "FK", "UK", "direction LR", "string", "int", "date", "uuid"],
    arrows: ["||--o{", "||--|{", "||--||", "}o--o{", "|o--o{", "||..o{"],
  },
  gantt: {
    keywords: [
      "title", "dateFormat YYYY-MM-DD", "axisFormat", "section", "excludes weekends", "todayMarker off", "done", "active",
      "crit", "milestone", "after",
    ],
    arrows: [],
  },
  gitGraph: { keywords: ["commit", "branch", "checkout", "merge", "cherry-pick", "id:", "tag:", "type: HIGHLIGHT"], arrows: [] },
  other: {
    keywords: ["title", "section", "accTitle:", "accDescr:", "x-axis", "y-axis", "bar", "line", "quadrant-1", "showData", "columns"],
    arrows: ["-->"],
  },
};

function family(header: string): Family {
  const stem = header.replace(/^graph$/, "flowchart").replace(/(Diagram)?(-v2|-beta|-elk)?[:;]?$/, "");
  return FAMILIES[stem] ?? FAMILIES.other!;
}

const WORDS = new Set(
  Object.values(FAMILIES).flatMap(({ keywords }) => keywords.flatMap((keyword) => keyword.match(/^[A-Za-z][\w-]*/)?.[0] ?? [])),
);
const STARTS = new Set([...Object.keys(HEADERS), "graph", "stateDiagram", "sankey", "xychart", "block", "packet", "requirement"]);

/** Lines that begin so go on as text. */
const PROSE = new Set(["title", "section", "accTitle", "accDescr", "loop", "alt", "else", "opt", "par", "and", "critical", "break"]);

interface Reading {
  /** Within the front matter. */
  isFront: boolean;
  /** Whether anything but comments has come. */
  hasBegun: boolean;
  /** Whether a word of this line has come. */
  isWithin: boolean;
  /** Whether the rest of the line is text. */
  isProse: boolean;
}

const ARROW = /^(?:[<xo*]?(?:--+|==+|-\.+-?|\.\.+|~~~+|-)(?:[>xo*){]+|\|>)?|<\|(?:--|\.\.)|[|}o][|{o]?(?:--|\.\.)[|}o][|{o]?|->>|-->>)/;

function token(stream: StringStream, reading: Reading): string | null {
  if (stream.sol()) {
    reading.isWithin = false;
    reading.isProse = false;
    if (stream.match(/^---\s*$/) !== null && (!reading.hasBegun || reading.isFront)) {
      reading.isFront = !reading.isFront;
      reading.hasBegun = true;
      return "meta";
    }
  }
  if (reading.isFront) {
    stream.skipToEnd();
    return "meta";
  }
  if (stream.eatSpace()) return null;
  if (stream.match(/^%%.*/)) return "comment";
  if (reading.isProse) {
    stream.skipToEnd();
    return "string";
  }
  if (stream.match(/^"(?:[^"\n])*"?/)) return "string";
  if (stream.match(/^\|[^|\n]*\|/)) return "string";
  if (stream.match(/^:::?\w+/)) return "meta";
  // What stands after a colon is the text of a message or a relation.
  if (reading.isWithin && stream.match(/^:\s+/)) {
    reading.isProse = true;
    return null;
  }
  if (stream.match(ARROW)) return "operator";
  if (stream.match(/^#[0-9a-fA-F]{3,8}\b/)) return "number";
  if (stream.match(/^\d+(?:\.\d+)?(?:px|%|d|w|h|ms|s)?\b/)) return "number";
  const word = stream.match(/^[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*(?:-(?:beta|v2|elk|axis|pick|\d))?/) as RegExpMatchArray | null;
  if (word !== null) {
    const isFirst = !reading.isWithin;
    reading.isWithin = true;
    if (!reading.hasBegun && STARTS.has(word[0])) {
      reading.hasBegun = true;
      return "keyword";
    }
    reading.hasBegun = true;
    if (WORDS.has(word[0]) && (isFirst || word[0] === word[0].toUpperCase())) {
      reading.isProse = PROSE.has(word[0]);
      return "keyword";
    }
    return "variableName";
  }
  reading.isWithin = true;
  stream.next();
  return /[[\](){}<>]/.test(stream.current()) ? "bracket" : null;
}

export const language = StreamLanguage.define<Reading>({
  name: "mermaid",
  startState: () => ({ isFront: false, hasBegun: false, isWithin: false, isProse: false }),
  token,
  languageData: { commentTokens: { line: "%%" }, closeBrackets: { brackets: ["(", "[", "{", '"'] } },
});

const style = HighlightStyle.define(
  [
    { tag: tags.keyword, color: "var(--seal)" },
    { tag: tags.variableName, color: "var(--ink)" },
    { tag: tags.string, color: "var(--ok)" },
    { tag: tags.number, color: "var(--ok)" },
    { tag: tags.operator, color: "var(--live)" },
    { tag: tags.bracket, color: "var(--ink-3)" },
    { tag: [tags.comment, tags.meta], color: "var(--ink-3)" },
  ],
  { scope: language },
);

/** Names that this diagram uses already: at most so many of its code units are looked through. */
const LOOKED_THROUGH = 100_000;

function complete(context: CompletionContext): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const text = context.state.sliceDoc(0, LOOKED_THROUGH);
  const header = text.match(/^(?:---\n[\s\S]*?\n---\n)?(?:\s*%%.*\n)*\s*([A-Za-z][\w-]*)/)?.[1] ?? "";
  const headerEnd = header === "" ? 0 : text.indexOf(header) + header.length;

  const word = context.matchBefore(/[\w-]+$/);
  if (context.pos <= headerEnd || headerEnd === 0) {
    if (word === null && !context.explicit) return null;
    const options = Object.entries(HEADERS).map(([label, kind]): Completion => ({ label, detail: say(kind), type: "keyword" }));
    return { from: word?.from ?? context.pos, options, validFor: /^[\w-]*$/ };
  }
  const { keywords, arrows } = family(header);
  // An arrow that has been begun.
  const begun = context.matchBefore(/[-=.<|}~o*]{1,5}$/);
  if (begun !== null && arrows.length > 0 && /\S\s*[-=.<|}~o*]{1,5}$/.test(before)) {
    return {
      from: begun.from,
      options: arrows.map((label, at): Completion => ({ label, type: "operator", boost: -at })),
      validFor: /^[-=.<>|}{~ox*)]*$/,
    };
  }
  if (word === null && !context.explicit) return null;
  const options = new Map<string, Completion>();
  if (/^\s*[\w-]*$/.test(before)) {
    for (const label of keywords) options.set(label, { label, type: "keyword" });
  }
  for (const [name] of text.slice(headerEnd).matchAll(/[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/g)) {
    const isTyped = word !== null && name === word.text;
    if (name.length > 1 && !isTyped && !WORDS.has(name)) options.set(name, { label: name, type: "variable", boost: -1 });
  }
  if (options.size === 0) return null;
  return { from: word?.from ?? context.pos, options: [...options.values()].slice(0, 400), validFor: /^[\w-]*$/ };
}

/** The colours of Mermaid, and completion. */
export const mermaid: Extension = [
  language,
  syntaxHighlighting(style),
  autocompletion({ override: [complete], icons: false, activateOnTypingDelay: 60 }),
];
