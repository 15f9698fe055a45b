/**
 * Makes the children of `now` those of `wanted`, which loses them. Elements and texts that can stay do:
 * a text that has grown is added to, so that what is selected in it stays selected. Linear in both.
 */
export function morph(now: Node, wanted: Node): void {
  let child = now.firstChild;
  for (const next of [...wanted.childNodes]) {
    if (child === null) {
      now.appendChild(next);
      continue;
    }
    const after: ChildNode | null = child.nextSibling;
    if (child instanceof Text && next instanceof Text) grow(child, next.data);
    else if (child instanceof Element && next instanceof Element && child.localName === next.localName) {
      attributes(child, next);
      morph(child, next);
    } else now.replaceChild(next, child);
    child = after;
  }
  while (child !== null) {
    const after: ChildNode | null = child.nextSibling;
    child.remove();
    child = after;
  }
}

function grow(text: Text, wanted: string): void {
  if (wanted.startsWith(text.data)) {
    if (wanted.length > text.data.length) text.appendData(wanted.slice(text.data.length));
  } else text.data = wanted;
}

function attributes(now: Element, wanted: Element): void {
  for (const { name } of [...now.attributes]) if (!wanted.hasAttribute(name)) now.removeAttribute(name);
  for (const { name, value } of wanted.attributes) if (now.getAttribute(name) !== value) now.setAttribute(name, value);
}
