/// <reference lib="webworker" />
/**
 * The worker that brings a model's files onto this device, from a server or from disk: into the private
 * file system, or into memory where that is forbidden or full. What a server had sent when it was stopped
 * is kept, and the rest is asked for the next time. At last the files are checked against their digests.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { begin, finish, folderOf, partName } from "./store.ts";
import { type News, type Order, type Part, Refusal } from "./talk.ts";

declare const self: DedicatedWorkerGlobalScope;

/** How often progress is told, in milliseconds. */
const PACE_MS = 100;

const stop = new AbortController();
const tell = (news: News & { blobs?: Blob[] }) => self.postMessage(news);

self.onmessage = ({ data }: MessageEvent<{ order: Order; inMemory: boolean } | "stop">) => {
  if (data === "stop") stop.abort();
  else void bring(data.order, data.inMemory);
};

async function bring(order: Order, inMemory: boolean): Promise<void> {
  try {
    if (inMemory) {
      tell({ isOver: true, isWhole: true, blobs: await intoMemory(order) });
    } else {
      await intoStore(order);
      tell({ isOver: true, isWhole: true });
    }
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    if (stop.signal.aborted) tell({ isOver: true, isWhole: false });
    else if (error instanceof Refusal) tell({ isOver: true, isWhole: false, problem: error.told });
    else if (name === "QuotaExceededError") tell({ isOver: true, isWhole: false, isFull: true });
    else if (name === "SecurityError" || name === "NotAllowedError") tell({ isOver: true, isWhole: false, isNotKept: true });
    else if (name === "NoModificationAllowedError") {
      tell({ isOver: true, isWhole: false, problem: { id: "endpoint-local-other-tab", args: {} } });
    } else tell({ isOver: true, isWhole: false, problem: { id: "endpoint-local-failed", args: { reason: message } } });
  }
}

async function intoStore({ model, files }: Order): Promise<void> {
  const folder = await folderOf(model.id);
  await begin(folder, model);
  const pace = paced();
  let before = 0;
  for (const [at, part] of model.parts.entries()) {
    const handle = await folder.getFileHandle(partName(at), { create: true });
    const access = await handle.createSyncAccessHandle();
    try {
      await fill(access, part, files?.[at], (got) => pace({ got: before + got }));
    } finally {
      access.flush();
      access.close();
    }
    before += part.bytes;
  }
  before = 0;
  for (const [at, part] of model.parts.entries()) {
    const handle = await folder.getFileHandle(partName(at));
    try {
      await check(await handle.getFile(), part, (done) => pace({ checked: before + done }));
    } catch (error) {
      // Nobody can tell which of its bytes are wrong.
      if (error instanceof Refusal) await folder.removeEntry(partName(at));
      throw error;
    }
    before += part.bytes;
  }
  await finish(folder);
}

/** Writes what is missing of a part. */
async function fill(access: FileSystemSyncAccessHandle, part: Part, file: File | undefined, tellGot: (got: number) => void): Promise<void> {
  let at = access.getSize();
  if (at > part.bytes) {
    access.truncate(0);
    at = 0;
  }
  if (at === part.bytes) return;
  const { body, from } = await open(part, file, at);
  if (from === 0) access.truncate(0);
  at = from;
  for await (const bytes of chunks(body)) {
    at += write(access, bytes, at);
    tellGot(at);
  }
  if (at !== part.bytes) throw new Refusal("endpoint-local-wrong-length", { got: String(at), promised: String(part.bytes) });
}

function write(access: FileSystemSyncAccessHandle, bytes: Uint8Array, at: number): number {
  const written = access.write(bytes, { at });
  if (written < bytes.length) throw new DOMException("there is no room for the rest", "QuotaExceededError");
  return written;
}

async function intoMemory({ model, files }: Order): Promise<Blob[]> {
  const pace = paced();
  const blobs: Blob[] = [];
  let got = 0;
  for (const [at, part] of model.parts.entries()) {
    const file = files?.[at];
    if (file !== undefined) {
      blobs.push(file);
      continue;
    }
    const { body } = await open(part, undefined, 0);
    const pieces: BlobPart[] = [];
    for await (const bytes of chunks(body)) {
      pieces.push(bytes as Uint8Array<ArrayBuffer>);
      got += bytes.length;
      pace({ got });
    }
    blobs.push(new Blob(pieces));
  }
  let before = 0;
  for (const [at, part] of model.parts.entries()) {
    await check(blobs[at] ?? new Blob(), part, (done) => pace({ checked: before + done }));
    before += part.bytes;
  }
  return blobs;
}

/** The bytes of a part from `at` on, or from its beginning where the server cannot go on. */
async function open(part: Part, file: File | undefined, at: number): Promise<{ body: ReadableStream<Uint8Array>; from: number }> {
  if (file !== undefined) return { body: file.slice(at).stream(), from: at };
  const headers: HeadersInit = at > 0 ? { range: `bytes=${at}-` } : {};
  let response: Response;
  try {
    response = await fetch(part.url, { headers, signal: stop.signal });
  } catch (error) {
    if (stop.signal.aborted) throw error;
    const { host } = new URL(part.url);
    throw new Refusal("endpoint-local-unreachable-kept", { host });
  }
  if (!response.ok || response.body === null) {
    const { host } = new URL(part.url);
    throw new Refusal("endpoint-local-answered", { host, status: `${response.status} ${response.statusText}`.trimEnd() });
  }
  const goesOn = response.status === 206 && response.headers.get("content-range")?.startsWith(`bytes ${at}-`) !== false;
  return { body: response.body, from: goesOn ? at : 0 };
}

async function* chunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        if (stop.signal.aborted) throw error;
        throw new Refusal("endpoint-local-broken-off");
      });
      stop.signal.throwIfAborted();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Whether a file is what was promised. */
async function check(file: Blob, part: Part, tellDone: (done: number) => void): Promise<void> {
  const magic = await file.slice(0, 4).text();
  if (magic !== "GGUF") throw new Refusal("endpoint-local-not-gguf");
  if (part.sha256 === "") return;
  const hash = sha256.create();
  let done = 0;
  for await (const bytes of chunks(file.stream())) {
    hash.update(bytes);
    done += bytes.length;
    tellDone(done);
  }
  if (bytesToHex(hash.digest()) === part.sha256) return;
  throw new Refusal("endpoint-local-wrong-digest");
}

/** Tells progress, but not more often than anybody could see. */
function paced(): (news: News) => void {
  let last = 0;
  return (news) => {
    const now = performance.now();
    if (now - last < PACE_MS) return;
    last = now;
    tell(news);
  };
}
