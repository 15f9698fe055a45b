import { simpleMode } from "@codemirror/legacy-modes/mode/simple-mode";

/** GraphQL's schema language, October 2021, as far as colours go. */
export const graphql = simpleMode({
  start: [
    { regex: /"""/, token: "string", next: "block" },
    { regex: /"(?:[^"\\]|\\.)*"?/, token: "string" },
    { regex: /#.*/, token: "comment" },
    { regex: /(?:type|input|enum|union|interface|scalar|schema|directive|extend|implements|on)\b/, token: "keyword" },
    { regex: /(?:true|false|null)\b/, token: "atom" },
    { regex: /@\w+/, token: "meta" },
    { regex: /[a-z_]\w*(?=\s*[:(])/i, token: "propertyName" },
    { regex: /[A-Z]\w*/, token: "typeName" },
    { regex: /-?\d+(?:\.\d+)?/, token: "number" },
    { regex: /\w+/ },
  ],
  block: [
    { regex: /.*?"""/, token: "string", next: "start" },
    { regex: /.*/, token: "string" },
  ],
  languageData: { name: "graphql", commentTokens: { line: "#" } },
});
