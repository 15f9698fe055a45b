/** What a GGUF file at an address or on disk is, found out before it is fetched. */
import { say } from "../say.ts";
import { about, BEGINNING } from "./gguf.ts";
import { type Model, Refusal } from "./talk.ts";

const HUGGING_FACE = "huggingface.co";

/** Looks at the beginning of the file at an address, and at what its host says of it. */
export async function lookUp(address: string): Promise<Model> {
  const url = checked(address);
  const said = await saidByHuggingFace(url);
  let response: Response;
  try {
    response = await fetch(url, { headers: { range: `bytes=0-${BEGINNING - 1}` } });
  } catch {
    throw new Refusal("endpoint-local-unreachable", { host: url.host });
  }
  if (!response.ok) {
    const status = `${response.status} ${response.statusText}`.trimEnd();
    throw new Refusal("endpoint-local-answered", { host: url.host, status });
  }
  const beginning = await beginningOf(response);
  const found = about(beginning);
  if (found === undefined) throw new Refusal("endpoint-local-no-gguf-there", { host: url.host });
  const bytes = said.bytes ?? sizeOf(response);
  if (bytes === undefined) throw new Refusal("endpoint-local-no-size", { host: url.host });
  const sha256 = said.sha256 ?? "";
  return {
    id: await idOf(sha256 || url.href),
    name: nameOf(url.pathname, found.name),
    licence: said.licence ?? found.licence,
    bytes,
    from: url.host,
    isTest: isTest(url.pathname),
    parts: [{ url: url.href, bytes, sha256 }],
  };
}

/** Looks at files from disk: one, or the shards of one. */
export async function lookAt(files: File[]): Promise<{ model: Model; files: File[] }> {
  const sorted = [...files].sort((one, other) => one.name.localeCompare(other.name));
  const [first] = sorted;
  if (first === undefined) throw new Refusal("endpoint-local-none-picked");
  const found = about(await first.slice(0, BEGINNING).arrayBuffer());
  if (found === undefined) throw new Refusal("endpoint-local-no-gguf", { file: first.name });
  const model = {
    id: await idOf(sorted.map(({ name, size, lastModified }) => `${name} ${size} ${lastModified}`).join("\n")),
    name: nameOf(first.name, found.name),
    licence: found.licence,
    bytes: sorted.reduce((sum, { size }) => sum + size, 0),
    from: "disk",
    isTest: isTest(first.name),
    parts: sorted.map(({ size }) => ({ url: "", bytes: size, sha256: "" })),
  };
  return { model, files: sorted };
}

function checked(address: string): URL {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    throw new Refusal("endpoint-local-no-address");
  }
  if (url.protocol !== "https:" && !["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)) {
    throw new Refusal("endpoint-local-only-https");
  }
  // The page of a file there, as people copy it, is one step from the file.
  if (url.host === HUGGING_FACE) url.pathname = url.pathname.replace("/blob/", "/resolve/");
  return url;
}

/** What Hugging Face knows of its files. Where it does not answer, the file itself has to tell. */
async function saidByHuggingFace(url: URL): Promise<{ licence?: string; bytes?: number; sha256?: string }> {
  const [, owner, name, , , ...path] = url.pathname.split("/");
  if (url.host !== HUGGING_FACE || owner === undefined || name === undefined) return {};
  interface Answer {
    cardData?: { license?: string };
    siblings?: { rfilename: string; size?: number; lfs?: { sha256?: string } }[];
  }
  try {
    const answer = await fetch(`https://${HUGGING_FACE}/api/models/${owner}/${name}?blobs=true`);
    const { cardData, siblings } = (await answer.json()) as Answer;
    const file = siblings?.find(({ rfilename }) => rfilename === path.map(decodeURIComponent).join("/"));
    return {
      ...(cardData?.license === undefined ? {} : { licence: cardData.license }),
      ...(file?.size === undefined ? {} : { bytes: file.size }),
      ...(file?.lfs?.sha256 === undefined ? {} : { sha256: file.lfs.sha256 }),
    };
  } catch {
    return {};
  }
}

/** The first bytes of an answer, whether or not the server keeps to the range; the rest is not fetched. */
async function beginningOf(response: Response): Promise<ArrayBuffer> {
  const reader = response.body?.getReader();
  const pieces: BlobPart[] = [];
  let got = 0;
  while (reader !== undefined && got < BEGINNING) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value as Uint8Array<ArrayBuffer>);
    got += value.length;
  }
  await reader?.cancel().catch(() => undefined);
  return new Blob(pieces).arrayBuffer();
}

/** The size of the whole file, by the headers that a page of another site may read. */
function sizeOf(response: Response): number | undefined {
  const { headers, status } = response;
  const all = status === 206 ? headers.get("content-range")?.split("/")[1] : headers.get("content-length");
  const bytes = Number(all ?? Number.NaN);
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : undefined;
}

/** The file's name tells how it is quantised, which the name within does not. */
function nameOf(path: string, within: string): string {
  const file = decodeURIComponent(path.split("/").at(-1) ?? "").replace(/(?:-\d{5}-of-\d{5})?\.gguf$/i, "");
  return file || within || say("endpoint-local-unnamed");
}

const isTest = (name: string) => /smollm2?-135m/i.test(name);

async function idOf(text: string): Promise<string> {
  if (/^[0-9a-f]{64}$/.test(text)) return text.slice(0, 16);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...digest.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
