/**
 * The colours of languages that are not JSON. Each comes with a grammar that is fetched when the
 * language is first shown.
 */
import { HighlightStyle, StreamLanguage, type StreamParser, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { tags } from "@lezer/highlight";

/** Grammars by the extension of the files they are for. */
const GRAMMARS: Record<string, () => Promise<StreamParser<unknown>>> = {
  cs: async () => (await import("@codemirror/legacy-modes/mode/clike")).csharp,
  go: async () => (await import("@codemirror/legacy-modes/mode/go")).go,
  graphql: async () => (await import("./graphql.ts")).graphql,
  java: async () => (await import("@codemirror/legacy-modes/mode/clike")).java,
  json5: async () => (await import("@codemirror/legacy-modes/mode/javascript")).javascript,
  kt: async () => (await import("@codemirror/legacy-modes/mode/clike")).kotlin,
  proto: async () => (await import("@codemirror/legacy-modes/mode/protobuf")).protobuf,
  py: async () => (await import("@codemirror/legacy-modes/mode/python")).python,
  rs: async () => (await import("@codemirror/legacy-modes/mode/rust")).rust,
  sql: async () => (await import("@codemirror/legacy-modes/mode/sql")).pgSQL,
  swift: async () => (await import("@codemirror/legacy-modes/mode/swift")).swift,
  toml: async () => (await import("@codemirror/legacy-modes/mode/toml")).toml,
  ts: async () => (await import("@codemirror/legacy-modes/mode/javascript")).typescript,
  xml: async () => (await import("@codemirror/legacy-modes/mode/xml")).xml,
  yml: async () => (await import("@codemirror/legacy-modes/mode/yaml")).yaml,
  yaml: async () => (await import("@codemirror/legacy-modes/mode/yaml")).yaml,
};

/** JSON under its other names. */
const JSON_EXTENSIONS = new Set(["json", "jsonl", "avsc", "json-schema"]);

/** Whether files of this extension hold JSON. */
export const isJson = (extension: string): boolean => JSON_EXTENSIONS.has(extension);

const style = [
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: "var(--seal)" },
  { tag: [tags.typeName, tags.className, tags.tagName, tags.definition(tags.variableName)], color: "var(--live)" },
  { tag: [tags.propertyName, tags.attributeName, tags.standard(tags.variableName)], color: "var(--live)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--ok)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--ok)" },
  { tag: [tags.comment, tags.meta], color: "var(--ink-3)" },
];

/** Languages as people name them, where files have another extension. */
const NAMES: Record<string, string> = {
  csharp: "cs",
  "c#": "cs",
  golang: "go",
  gql: "graphql",
  javascript: "ts",
  js: "ts",
  jsonc: "json5",
  jsx: "ts",
  kotlin: "kt",
  mermaid: "mmd",
  protobuf: "proto",
  python: "py",
  rust: "rs",
  tsx: "ts",
  typescript: "ts",
  html: "xml",
};

/** The extension of files in a language, by its name or an extension: what `coloured` takes. */
export function extensionOf(language: string): string {
  const name = language.toLowerCase();
  return NAMES[name] ?? name;
}

/** The parser of a language, by the extension of its files; none for one that has no colours here. */
export async function parserOf(extension: string) {
  if (isJson(extension)) return (await import("@codemirror/lang-json")).jsonLanguage.parser;
  if (extension === "mmd") return (await import("./mermaid.ts")).language.parser;
  const grammar = GRAMMARS[extension];
  return grammar === undefined ? undefined : StreamLanguage.define(await grammar()).parser;
}

/** The grammar and the colours of a language, by the extension of its files; none for one that
 *  has no colours, such as CSV. */
export async function coloured(extension: string): Promise<Extension> {
  if (isJson(extension)) {
    const { json } = await import("@codemirror/lang-json");
    return json();
  }
  if (extension === "mmd") return (await import("./mermaid.ts")).mermaid;
  const grammar = GRAMMARS[extension];
  if (grammar === undefined) return [];
  const language = StreamLanguage.define(await grammar());
  return [language, syntaxHighlighting(HighlightStyle.define(style, { scope: language }))];
}
