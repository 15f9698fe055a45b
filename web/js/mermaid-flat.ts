/**
 * HTML in a drawing made a part of the drawing: its words where they stand, the grounds behind them,
 * and of formulas the bars of fractions and the signs of roots. The page takes no HTML from a drawing,
 * and other viewers of SVG know none.
 */

const SVG = "http://www.w3.org/2000/svg";

/** An area, in the pixels of the window. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A drawing as well-formed XML, without HTML. */
export function flatten(markup: string): string {
  const host = document.createElement("div");
  host.innerHTML = markup;
  document.body.append(host);
  const svg = host.querySelector("svg");
  if (svg === null) return markup;
  frame(svg);
  const islands = [...svg.querySelectorAll("foreignObject")];
  // All are measured before one is replaced.
  const groups = islands.map(drawn);
  islands.forEach((island, at) => {
    const { parentElement } = island;
    // There it is what a viewer draws that knows HTML; what is drawn by others goes.
    const replaced = parentElement?.localName === "switch" ? parentElement : island;
    replaced.replaceWith(groups[at]!);
  });
  return new XMLSerializer().serializeToString(svg);
}

/** Sees to it that the drawing has an extent, and lies on the page in its own size. */
function frame(svg: SVGSVGElement): void {
  if (svg.viewBox.baseVal === null || svg.viewBox.baseVal.width === 0) {
    const { x, y, width, height } = svg.getBBox();
    svg.setAttribute("viewBox", [x - 8, y - 8, width + 16, height + 16].join(" "));
  }
  const { width, height } = svg.viewBox.baseVal;
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  svg.style.maxWidth = "none";
}

/** What an island of HTML looks like, as elements of the drawing. */
function drawn(island: SVGForeignObjectElement): SVGGElement {
  const group = document.createElementNS(SVG, "g");
  const placing = island.getAttribute("transform");
  if (placing !== null) group.setAttribute("transform", placing);
  const matrix = island.getScreenCTM()?.inverse();
  if (matrix === undefined) return group;
  const pen = new Pen(group, matrix);
  for (const element of island.querySelectorAll<Element>("*")) {
    const ground = getComputedStyle(element).backgroundColor;
    if (!/^(?:transparent|rgba\(.*, 0\))$/.test(ground)) pen.ground(element.getBoundingClientRect(), ground);
  }
  for (const element of island.querySelectorAll("mfrac, msqrt, mroot")) formula(pen, element);
  const texts = document.createTreeWalker(island, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) write(pen, texts.currentNode as Text);
  return group;
}

/** The strokes of a formula. */
function formula(pen: Pen, element: Element): void {
  const all = element.getBoundingClientRect();
  const first = element.firstElementChild?.getBoundingClientRect();
  const last = element.lastElementChild?.getBoundingClientRect();
  if (all.width === 0 || first === undefined || last === undefined) return;
  const { color, fontSize } = getComputedStyle(element);
  const thickness = Math.max(1, Number.parseFloat(fontSize) / 16);
  if (element.localName === "mfrac") {
    // Of a binomial coefficient there is none.
    if (/^0/.test(element.getAttribute("linethickness") ?? "")) return;
    const middle = (first.bottom + last.top) / 2;
    pen.line([[all.left, middle], [all.right, middle]], color, thickness);
    return;
  }
  const inside = element.localName === "msqrt" ? { left: first.left, right: last.right } : first;
  const sign = Math.min(inside.left - all.left, Number.parseFloat(fontSize));
  const left = inside.left - sign;
  const top = Math.min(first.top, all.top + all.height / 3) - thickness;
  pen.line(
    [
      [left, all.bottom - all.height * 0.35],
      [left + sign * 0.25, all.bottom - all.height * 0.4],
      [left + sign * 0.5, all.bottom],
      [inside.left - 1, top],
      [inside.right, top],
    ],
    color,
    thickness,
  );
}

/** Writes a text line by line, as it is broken on the page. */
function write(pen: Pen, text: Text): void {
  const parent = text.parentElement;
  if (parent === null || text.data.trim() === "") return;
  const range = document.createRange();
  let line: (Box & { words: string }) | undefined;
  for (const word of text.data.matchAll(/\S+/g)) {
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    if (line !== undefined && Math.abs(line.top - box.top) < 2) {
      line.words += ` ${word[0]}`;
      line.right = box.right;
    } else {
      if (line !== undefined) pen.text(line, line.words, parent);
      line = { left: box.left, top: box.top, right: box.right, bottom: box.bottom, words: word[0] };
    }
  }
  if (line !== undefined) pen.text(line, line.words, parent);
}

/** Draws into a group what lies on the page. */
class Pen {
  readonly #group: SVGGElement;
  readonly #matrix: DOMMatrix;
  readonly #scale: number;
  readonly #ruler = document.createElement("canvas").getContext("2d");

  constructor(group: SVGGElement, matrix: DOMMatrix) {
    this.#group = group;
    this.#matrix = matrix;
    this.#scale = Math.hypot(matrix.a, matrix.b);
  }

  ground(box: Box, colour: string): void {
    const [x, y] = this.#at(box.left, box.top);
    const [right, bottom] = this.#at(box.right, box.bottom);
    if (right <= x || bottom <= y) return;
    const size = { width: round(right - x), height: round(bottom - y) };
    this.#add("rect", { x, y, ...size, style: `fill:${colour};stroke:none;opacity:1` });
  }

  line(points: [number, number][], colour: string, thickness: number): void {
    this.#add("polyline", {
      points: points.map(([x, y]) => this.#at(x, y).join(",")).join(" "),
      style: `fill:none;stroke:${colour};stroke-width:${round(thickness * this.#scale)}px`,
    });
  }

  text(box: Box, words: string, parent: Element): void {
    const { color, fontFamily, fontSize, fontStyle, fontWeight } = getComputedStyle(parent);
    const isVariable = parent.localName === "mi" && [...words].length === 1 && !parent.hasAttribute("mathvariant");
    const family = fontFamily === "math" ? "math, Cambria Math, serif" : fontFamily;
    const style = isVariable ? "italic" : fontStyle;
    let baseline = box.bottom;
    if (this.#ruler !== null) {
      this.#ruler.font = `${style} ${fontWeight} ${fontSize} ${family}`;
      const { fontBoundingBoxAscent, fontBoundingBoxDescent } = this.#ruler.measureText(words);
      const spare = box.bottom - box.top - fontBoundingBoxAscent - fontBoundingBoxDescent;
      baseline = box.top + spare / 2 + fontBoundingBoxAscent;
    }
    const [x, y] = this.#at(box.left, baseline);
    const text = this.#add("text", {
      x,
      y,
      style: [
        `fill:${color}`,
        "stroke:none",
        `font-family:${family}`,
        `font-size:${round(Number.parseFloat(fontSize) * this.#scale)}px`,
        `font-style:${style}`,
        `font-weight:${fontWeight}`,
        "text-anchor:start",
        "dominant-baseline:alphabetic",
      ].join(";"),
    });
    text.textContent = words;
  }

  #at(x: number, y: number): [number, number] {
    const point = new DOMPoint(x, y).matrixTransform(this.#matrix);
    return [round(point.x), round(point.y)];
  }

  #add(name: string, attributes: Record<string, string | number>): SVGElement {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    this.#group.append(element);
    return element;
  }
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
