/**
 * Colours of a large JSON document: line by line, in what is visible, without a tree. A parser would
 * take the main thread for longer than a frame. In JSON no token is longer than a line, so the
 * colours are the same; what is missing is folding.
 */
import type { Range } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

/** As much of a line is coloured. A document may be one line. */
const LONGEST_COLOURED = 2_000;

const TOKEN = /("(?:[^"\\]|\\.)*"?)(\s*:)?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b|[{}[\],:]/g;
const token = (name: string) => Decoration.mark({ class: `cm-json-${name}` });
const tokens = { key: token("key"), literal: token("literal"), punctuation: token("punctuation") };

const theme = EditorView.baseTheme({
  ".cm-json-key": { color: "var(--live)" },
  ".cm-json-literal": { color: "var(--ok)" },
  ".cm-json-punctuation": { color: "var(--ink-3)" },
});

const plugin = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = this.find(view);
    }

    update(update: ViewUpdate) {
      if (update.viewportChanged || update.docChanged) this.decorations = this.find(update.view);
    }

    find(view: EditorView): DecorationSet {
      const { doc } = view.state;
      const found: Range<Decoration>[] = [];
      for (const { from, to } of view.visibleRanges) {
        for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
          for (const match of line.text.slice(0, LONGEST_COLOURED).matchAll(TOKEN)) {
            const start = line.from + match.index;
            const [all, text, colon] = match;
            if (text === undefined) {
              const kind = /^[{}[\],:]/.test(all) ? tokens.punctuation : tokens.literal;
              found.push(kind.range(start, start + all.length));
            } else if (colon !== undefined) {
              found.push(tokens.key.range(start, start + text.length));
            }
          }
          if (line.to >= to) break;
        }
      }
      return Decoration.set(found);
    }
  },
  { decorations: (value) => value.decorations },
);

export const lineColours = [plugin, theme];
