// Documentation to be read: the corpus's, where it is on this machine, and a longer PDF that is put together of it.

const found = await (await fetch('/documents').catch(() => undefined))?.json().catch(() => ({})) ?? {};

/** The files of the corpus that are so, such as `Markdown`, as `[name, bytes]`. */
export async function files(kind) {
  const read = addresses(kind).map(async ([name, address]) => [name, await (await fetch(address)).arrayBuffer()]);
  return Promise.all(read);
}

/** Where they are, as `[name, address]`. */
export function addresses(kind) {
  return (found[kind] ?? []).map((path) => [path.split('/').at(-1), `/corpora/${path}`]);
}

/** A character for each byte. What `TextDecoder` calls `latin1` is windows-1252, which does not come back. */
function textOf(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}
const bytesOf = (text) => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** The objects of a PDF that has a table of them (ISO 32000-1, 7.5.4) and was written in one go, by number. */
function objects(bytes) {
  const text = textOf(bytes);
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)[1]);
  const lines = text.slice(table, text.indexOf('trailer', table)).split(/\r?\n/).slice(2);
  const offsets = lines.flatMap((line, number) => (/ n\s*$/.test(line) ? [[number, Number(line.slice(0, 10))]] : []));
  const ends = [...offsets.map(([, offset]) => offset), table].sort((a, b) => a - b);
  const root = Number(/\/Root (\d+) 0 R/.exec(text.slice(table))[1]);
  return {
    root,
    all: new Map(offsets.map(([number, offset]) => [number, text.slice(offset, ends[ends.indexOf(offset) + 1])])),
  };
}

/** A PDF with all pages of a PDF so many times, each with fonts and contents of its own. */
export function repeated(bytes, times) {
  const { root, all } = objects(bytes);
  const pages = Number(/\/Pages (\d+) 0 R/.exec(all.get(root))[1]);
  const step = Math.max(...all.keys());
  const parts = ['%PDF-1.4\n'];
  const offsets = [];
  let length = parts[0].length;
  const put = (number, text) => {
    offsets[number] = length;
    parts.push(text);
    length += text.length;
  };
  for (let copy = 0; copy < times; copy += 1) {
    // The first two numbers are the catalogue's and that of all pages.
    const moved = (number) => Number(number) + copy * step + 2;
    for (const [number, text] of all) {
      const start = text.search(/\bstream\r?\n/);
      const end = start < 0 ? text.length : start;
      let head = text.slice(0, end).replace(/^\d+ 0 obj/, `${moved(number)} 0 obj`);
      head = head.replace(/\b(\d+) 0 R\b/g, (_, other) => `${moved(other)} 0 R`);
      if (number === pages) head = head.replace('<<', '<</Parent 2 0 R\n');
      put(moved(number), head + text.slice(end));
    }
  }
  const kids = Array.from({ length: times }, (_, copy) => `${pages + copy * step + 2} 0 R`);
  const count = Number(/\/Count (\d+)/.exec(all.get(pages))[1]) * times;
  put(1, '1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n');
  put(2, `2 0 obj\n<</Type /Pages /Count ${count} /Kids [${kids.join(' ')}]>>\nendobj\n`);
  const entries = Array.from(offsets, (offset, number) => {
    if (offset === undefined) return `0000000000 ${number === 0 ? '65535' : '00000'} f \n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  parts.push(`xref\n0 ${offsets.length}\n${entries.join('')}trailer\n<</Size ${offsets.length} /Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`);
  return bytesOf(parts.join('')).buffer;
}
