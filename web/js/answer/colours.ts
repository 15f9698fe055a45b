/**
 * The colours of code in answers. They are laid over the text by the browser
 * ([CSS Custom Highlight API](https://drafts.csswg.org/css-highlight-api-1/)): no element is added, so
 * what is selected stays so. A browser that has no such shows code in one colour.
 */
import { highlightTree, tagHighlighter, tags } from "@lezer/highlight";
import { extensionOf, parserOf } from "../languages.ts";

/** Code beyond so many code units is not parsed: that would take longer than a frame. */
const MOST = 16_000;

const highlighter = tagHighlighter([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], class: "keyword" },
  { tag: [tags.typeName, tags.className, tags.tagName, tags.definition(tags.variableName)], class: "type" },
  { tag: [tags.propertyName, tags.attributeName, tags.standard(tags.variableName)], class: "type" },
  { tag: [tags.string, tags.special(tags.string), tags.number, tags.bool, tags.null, tags.atom], class: "value" },
  { tag: [tags.comment, tags.meta], class: "comment" },
]);

/** The ranges of each block of code, to be taken back. */
const ranges = new WeakMap<Element, [string, Range][]>();

function layer(name: string): Highlight {
  const known = CSS.highlights.get(`answer-${name}`);
  if (known !== undefined) return known;
  const made = new Highlight();
  CSS.highlights.set(`answer-${name}`, made);
  return made;
}

/** Colours a block of code that is whole. */
export async function colour(figure: HTMLElement): Promise<void> {
  if (!("highlights" in CSS)) return;
  const parser = await parserOf(extensionOf(figure.dataset["language"] ?? "")).catch(() => undefined);
  const text = figure.querySelector("code")?.firstChild;
  if (parser === undefined || !(text instanceof Text) || !figure.isConnected || text.data.length > MOST) return;
  uncolour(figure);
  const made: [string, Range][] = [];
  highlightTree(parser.parse(text.data), highlighter, (from, to, name) => {
    const range = new Range();
    range.setStart(text, from);
    range.setEnd(text, to);
    layer(name).add(range);
    made.push([name, range]);
  });
  ranges.set(figure, made);
}

/** Takes the colours of all code within an element back. */
export function uncolour(within: HTMLElement): void {
  if (!("highlights" in CSS)) return;
  for (const figure of [within, ...within.querySelectorAll("figure.code")]) {
    for (const [name, range] of ranges.get(figure) ?? []) layer(name).delete(range);
    ranges.delete(figure);
  }
}
