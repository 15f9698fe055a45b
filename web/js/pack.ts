/**
 * What the first view needs of the page's module, in one file: some thirty parts, each of which would have
 * a request to itself and wait for the others (`vite/parts.ts` makes it).
 *
 * The file is a WebAssembly module that has nothing but custom sections: a part each, under its name
 * (WebAssembly 3.0, 5.5.3 and 5.5.4). `parts.js` asks here for every part; those of no pack are fetched.
 */

/** What the file begins with: the magic number and the version of the format. */
const HEAD = 8;
const CUSTOM = 0;

const utf8 = new TextDecoder();

/** The pack on its way: parts that came, and those that are asked for. */
let coming: Pack | undefined;

/** The addresses of the parts that were handed out. */
const unpacked: string[] = [];

/** Fetches a pack. What it has is handed out from now on. */
export function fetchPack(url: string): void {
  coming = new Pack(url);
}

/** A part of the page's module by its name, from the pack on its way if it is in there. */
export async function fetchPart(name: string, url: URL): Promise<Response> {
  const part = await coming?.part(name);
  if (part === undefined) return fetch(url);
  unpacked.push(url.pathname);
  return new Response(part, { headers: { "content-type": "application/wasm" } });
}

/** The addresses of the parts that came in a pack and are used, once nothing more comes in it. */
export async function partsUnpacked(): Promise<string[]> {
  await coming?.over;
  return unpacked;
}

class Pack {
  /** Nothing more comes. */
  readonly over: Promise<void>;
  readonly #parts = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly #asked = new Map<string, (part: Uint8Array<ArrayBuffer> | undefined) => void>();
  #isOver = false;

  constructor(url: string) {
    // What does not come in it is fetched by itself, and says so if that fails.
    this.over = this.#read(url)
      .catch(() => undefined)
      .then(() => {
        this.#isOver = true;
        for (const tell of this.#asked.values()) tell(undefined);
        this.#asked.clear();
      });
  }

  /** A part, as soon as it is here; undefined if it is not in this pack. Each is handed out once. */
  part(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const part = this.#parts.get(name);
    this.#parts.delete(name);
    if (part !== undefined || this.#isOver) return Promise.resolve(part);
    // Who has asked before fetches it.
    this.#asked.get(name)?.(undefined);
    return new Promise((resolve) => this.#asked.set(name, resolve));
  }

  async #read(url: string): Promise<void> {
    const response = await fetch(url);
    if (!response.ok || response.body === null) throw new Error(`${url}: ${response.status}`);
    const reader = response.body.getReader();
    let bytes = new Uint8Array(1 << 18);
    let have = 0;
    let at = HEAD;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (have + value.length > bytes.length) {
        const larger = new Uint8Array(2 * (have + value.length));
        larger.set(bytes.subarray(0, have));
        bytes = larger;
      }
      bytes.set(value, have);
      have += value.length;
      for (let section = sectionAt(bytes, at, have); section !== undefined; section = sectionAt(bytes, at, have)) {
        at = section.end;
        this.#take(section.name, bytes.slice(section.begin, section.end));
      }
    }
  }

  #take(name: string, part: Uint8Array<ArrayBuffer>): void {
    const tell = this.#asked.get(name);
    this.#asked.delete(name);
    if (tell === undefined) this.#parts.set(name, part);
    else tell(part);
  }
}

/** The custom section that begins there, if it is here whole. */
function sectionAt(bytes: Uint8Array, at: number, have: number): { name: string; begin: number; end: number } | undefined {
  if (at >= have || bytes[at] !== CUSTOM) return undefined;
  const size = unsigned(bytes, at + 1, have);
  if (size === undefined || size.end + size.value > have) return undefined;
  const length = unsigned(bytes, size.end, have);
  if (length === undefined) return undefined;
  const begin = length.end + length.value;
  return { name: utf8.decode(bytes.subarray(length.end, begin)), begin, end: size.end + size.value };
}

/** A number in LEB128, and where it ends; undefined if it is not here whole. */
function unsigned(bytes: Uint8Array, at: number, have: number): { value: number; end: number } | undefined {
  let value = 0;
  for (let place = 0; place < 5 && at + place < have; place += 1) {
    const byte = bytes[at + place] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * place);
    if (byte < 0x80) return { value, end: at + place + 1 };
  }
  return undefined;
}
