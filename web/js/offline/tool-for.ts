const BY_ENDING: [RegExp, string][] = [
  [/\.(?:mmd|mermaid)$/i, "diagram"],
  [/\.(?:md|markdown|pdf|har|ya?ml|html?)$/i, "docs"],
  [/\.json$/i, "json/convert"],
];

const DIAGRAM = /^\s*(?:---\n|%%|(?:flowchart|graph|sequenceDiagram|classDiagram|stateDiagram|erDiagram|gantt|pie|mindmap|gitGraph|timeline|journey)\b)/;

/** The address below the site's of the tool that a file is opened with, by its name or else how it begins. */
export function toolFor(name: string, beginning: string): string {
  for (const [ending, tool] of BY_ENDING) {
    if (ending.test(name)) return tool;
  }
  if (/^\s*[[{]/.test(beginning)) return "json/convert";
  return DIAGRAM.test(beginning) ? "diagram" : "docs";
}
