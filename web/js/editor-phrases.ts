/** What the editor says of itself, in the words of the page (`locales/<language>/editor.ftl`). */
import { EditorState, type Extension } from "@codemirror/state";
import { say } from "./say.ts";

/** The phrases of CodeMirror, which are English, and the ids of what stands in their place. */
const PHRASES: Record<string, string> = {
  Find: "editor-find",
  Replace: "editor-replace-field",
  next: "editor-next",
  previous: "editor-previous",
  all: "editor-all",
  "match case": "editor-match-case",
  regexp: "editor-regexp",
  "by word": "editor-by-word",
  replace: "editor-replace",
  "replace all": "editor-replace-all",
  close: "editor-close",
  "current match": "editor-current-match",
  "on line": "editor-on-line",
  "replaced match on line $": "editor-replaced-line",
  "replaced $ matches": "editor-replaced",
  "Go to line": "editor-go-to-line",
  go: "editor-go",
  "Fold line": "editor-fold",
  "Unfold line": "editor-unfold",
  unfold: "editor-unfold-here",
  "folded code": "editor-folded",
  "Folded lines": "editor-lines-folded",
  "Unfolded lines": "editor-lines-unfolded",
  to: "editor-to",
  "Selection deleted": "editor-selection-deleted",
  "Control character": "editor-control-character",
  Diagnostics: "editor-diagnostics",
  "No diagnostics": "editor-no-diagnostics",
  Completions: "editor-completions",
};

/** The phrases in the language of the page; English where there is none. */
export function phrases(): Extension {
  const said = Object.entries(PHRASES).map(([english, id]) => {
    const words = say(id);
    return [english, words === id ? english : words];
  });
  return EditorState.phrases.of(Object.fromEntries(said));
}
