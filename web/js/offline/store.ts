/**
 * The files of the site on this machine.
 *
 * What is named by its hash never changes, so one cache holds it for all versions; what keeps its name
 * has a cache for each version. A file counts only if it is, to the digest, what was built.
 */
import type { Kept } from "./talk.ts";

/** A file of this version, as the build lists it (`vite/offline.ts`). */
export interface Entry {
  /** Its address, from where the site begins; empty for the page. */
  url: string;
  /** [Subresource Integrity](https://www.w3.org/TR/SRI/). */
  integrity: string;
  bytes: number;
  /** Whether the first view needs it. */
  isShell: boolean;
}

// Another site may begin elsewhere on the same host.
const ASSETS = "ichiban assets ";
const PAGES = "ichiban pages ";
/** How many files are fetched at a time. */
const AT_ONCE = 4;

/** A file is the same whichever way it was compressed. */
const ANYHOW = { ignoreVary: true };

export class Store {
  readonly #base: string;
  readonly #entries: Entry[];
  readonly #assets: string;
  readonly #pages: string;

  /** For a site that begins at the path `base`. */
  constructor(entries: Entry[], base: string) {
    this.#base = base;
    this.#entries = entries.map((entry) => ({ ...entry, url: base + entry.url }));
    const digests = this.#entries.filter(({ url }) => !this.isHashed(url)).map(({ integrity }) => integrity.slice(-16));
    this.#assets = ASSETS + base;
    this.#pages = `${PAGES}${base} ${digests.sort().join("")}`;
  }

  /** Whether a file is named by its hash. */
  isHashed(url: string): boolean {
    return url.startsWith(`${this.#base}assets/`);
  }

  /** Whether a file is of this version. */
  has(url: string): boolean {
    return this.#entries.some((entry) => entry.url === url);
  }

  /** A file, if it is kept. */
  async find(url: string): Promise<Response | undefined> {
    return (await this.#cache(url)).match(url, ANYHOW);
  }

  /** Keeps a file that was fetched. */
  async put(url: string, response: Response): Promise<void> {
    await (await this.#cache(url)).put(url, response);
  }

  /** Fetches and keeps what the first view needs. */
  async keepShell(): Promise<void> {
    await this.#keep(this.#entries.filter(({ isShell }) => isShell));
  }

  /** Keeps these files, which the browser has most likely just fetched. */
  async keepUsed(urls: string[]): Promise<void> {
    await this.#keep(this.#entries.filter(({ url }) => urls.includes(url)));
  }

  /** Fetches and keeps all that is missing, until it is stopped, and tells after each file how far it is. */
  async keepAll(tell: (kept: Kept) => void, stop: AbortSignal): Promise<void> {
    const kept = await this.state();
    tell({ ...kept });
    const done = ({ bytes }: Entry) => {
      kept.files += 1;
      kept.bytes += bytes;
      tell({ ...kept });
    };
    try {
      await this.#keep(this.#entries, done, stop);
    } catch (error) {
      if (!stop.aborted) throw error;
    }
    // A page may have kept some of it at the same time.
    tell(await this.state());
  }

  async state(): Promise<Kept> {
    const there = await this.#there();
    const kept: Kept = { files: 0, bytes: 0, allFiles: 0, allBytes: 0 };
    for (const { url, bytes } of this.#entries) {
      kept.allFiles += 1;
      kept.allBytes += bytes;
      if (!there.has(url)) continue;
      kept.files += 1;
      kept.bytes += bytes;
    }
    return kept;
  }

  /** Forgets what is of no file of this version. */
  async sweep(): Promise<void> {
    const assets = await caches.open(this.#assets);
    for (const { url } of await assets.keys()) {
      if (!this.has(new URL(url).pathname)) await assets.delete(url, ANYHOW);
    }
    for (const name of await caches.keys()) {
      // Before sites had a base, its place was not in the name.
      const isOld = name === ASSETS.trim() || /^ichiban pages \S+$/.test(name);
      if (isOld) await caches.delete(name);
      if (name.startsWith(`${PAGES}${this.#base} `) && name !== this.#pages) await caches.delete(name);
    }
  }

  async #keep(entries: Entry[], done: (entry: Entry) => void = () => {}, stop?: AbortSignal): Promise<void> {
    const there = await this.#there();
    const missing = entries.filter(({ url }) => !there.has(url));
    const work = async () => {
      for (let entry = missing.shift(); entry !== undefined; entry = missing.shift()) {
        await this.put(entry.url, await fetched(entry, this.isHashed(entry.url), stop));
        done(entry);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** The addresses that are kept. */
  async #there(): Promise<Set<string>> {
    const lists = await Promise.all([this.#assets, this.#pages].map(async (name) => (await caches.open(name)).keys()));
    return new Set(lists.flat().map(({ url }) => new URL(url).pathname));
  }

  #cache(url: string): Promise<Cache> {
    return caches.open(this.isHashed(url) ? this.#assets : this.#pages);
  }
}

/** A file as it was built, or an error. */
async function fetched({ url, integrity }: Entry, isHashed: boolean, signal: AbortSignal | null = null): Promise<Response> {
  const response = await fetch(url, { integrity, cache: isHashed ? "default" : "no-cache", signal });
  if (!response.ok) throw new Error(`${url} is not on the server (status ${response.status})`);
  // A page that was reached by another address may not be answered with.
  return response.redirected ? new Response(response.body, response) : response;
}
