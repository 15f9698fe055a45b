/**
 * The models that llama.cpp can be given on this device: what is offered, what is here, what is on its way.
 * Settings watch it and tell it what to do; questions take their weights from it.
 */
import { say } from "../say.ts";
import { lookAt, lookUp } from "./lookup.ts";
import { offered } from "./manifest.ts";
import { files, type Kept, list, remove } from "./store.ts";
import { engine, type Model, type News, Refusal, type Weights } from "./talk.ts";

/** Where the choice is kept, in this browser. */
const CHOICE = "ichiban.local-model";
/** What must be left to the browser and the rest of this site. */
const SPARE_BYTES = 64 << 20;

/** Where a model stands. */
type Stage =
  | "offered"
  // A person was told of it, and has to agree.
  | "asked"
  | "fetching"
  | "checking"
  // Some of it is here.
  | "unfinished"
  | "kept"
  // Until this tab is closed.
  | "in-memory";

/** A model as the settings show it (`web/src/on_device/models.rs`). */
interface Line {
  id: string;
  name: string;
  licence: string;
  bytes: number;
  from: string;
  is_test: boolean;
  is_chosen: boolean;
  stage: Stage;
  /** How many bytes have come, or were checked. */
  done: number;
  problem: string;
}

/** What a person wants. */
type Wish =
  | { fetch: string }
  | { stop: string }
  | { remove: string }
  | { choose: string }
  | { look: string };

interface Entry {
  model: Model;
  stage: Stage;
  done: number;
  problem: string;
  picked?: File[];
  blobs?: Blob[];
  worker?: Worker;
}

const entries = new Map<string, Entry>();
let told: (state: string) => void = () => {};
/** What went wrong with no model in particular. */
let problem = "";
/** Why models are not kept, if they are not. */
let unkept = "";
let isLooking = false;

/** Has `tell` told the state whenever it changes, as JSON. Returns what hears wishes and takes files. */
export function watch(tell: (state: string) => void): (wish: string, picked?: FileList) => void {
  told = tell;
  void refresh();
  return (wish, picked) => void heed(JSON.parse(wish) as Wish | "pick", picked);
}

/** The weights of the model that was chosen. */
export async function weights(): Promise<Weights> {
  if (entries.size === 0) await refresh();
  const id = chosen();
  const entry = [...entries.values()].find(({ model, stage }) => model.id === id && isHere(stage));
  if (entry === undefined) throw new Refusal("failures-device-no-model");
  const { model, blobs } = entry;
  const parts = blobs ?? (await files(model).catch(() => undefined));
  if (parts === undefined) throw new Refusal("failures-device-removed");
  return { id: model.id, parts, template: model.template };
}

const isHere = (stage: Stage) => stage === "kept" || stage === "in-memory";

async function refresh(): Promise<void> {
  problem = "";
  const [there, offers] = await Promise.all([
    list(),
    offered().catch((error: unknown) => {
      problem = words(error);
      return [];
    }),
  ]);
  for (const kept of there) note(kept);
  for (const model of offers) if (!entries.has(model.id)) enter(model, "offered");
  report();
}

function note({ model, got, isWhole }: Kept): void {
  const before = entries.get(model.id);
  if (before?.worker !== undefined) return;
  entries.set(model.id, { model, stage: isWhole ? "kept" : "unfinished", done: got, problem: before?.problem ?? "" });
}

function enter(model: Model, stage: Stage): Entry {
  const entry: Entry = { model, stage, done: 0, problem: "" };
  entries.set(model.id, entry);
  return entry;
}

async function heed(wish: Wish | "pick", picked?: FileList): Promise<void> {
  problem = "";
  try {
    if (wish === "pick") await pick([...(picked ?? [])]);
    else if ("fetch" in wish) await bring(wish.fetch);
    else if ("stop" in wish) entries.get(wish.stop)?.worker?.postMessage("stop");
    else if ("remove" in wish) await forget(wish.remove);
    else if ("choose" in wish) choose(wish.choose);
    else await look(wish.look);
  } catch (error) {
    problem = words(error);
  }
  report();
}

async function look(address: string): Promise<void> {
  isLooking = true;
  report();
  try {
    const model = await lookUp(address);
    if (!entries.has(model.id)) enter(model, "asked");
  } finally {
    isLooking = false;
  }
}

async function pick(picked: File[]): Promise<void> {
  const { model, files } = await lookAt(picked);
  const entry = entries.get(model.id) ?? enter(model, "offered");
  entry.picked = files;
  await bring(model.id);
}

async function bring(id: string): Promise<void> {
  const entry = entries.get(id);
  if (entry === undefined || entry.worker !== undefined || isHere(entry.stage)) return;
  const { model, picked } = entry;
  if (model.from === "disk" && picked === undefined) throw new Refusal("endpoint-local-pick-again");
  entry.problem = "";
  entry.stage = "fetching";
  report();
  const inMemory = !(await hasRoom(model.bytes - entry.done));
  if (inMemory && picked !== undefined) return arrived(entry, picked);
  run(entry, inMemory);
}

function run(entry: Entry, inMemory: boolean): void {
  const worker = new Worker(new URL("./fetch-worker.ts", import.meta.url), { type: "module", name: "weights" });
  entry.worker = worker;
  const over = () => {
    worker.terminate();
    delete entry.worker;
  };
  worker.onerror = (event) => {
    over();
    entry.stage = "unfinished";
    entry.problem = say("endpoint-local-failed", { reason: event.message || say("failures-device-no-script") });
    report();
  };
  worker.onmessage = ({ data }: MessageEvent<News & { blobs?: Blob[] }>) => {
    if ("got" in data) {
      Object.assign(entry, { stage: "fetching", done: data.got });
    } else if ("checked" in data) {
      Object.assign(entry, { stage: "checking", done: data.checked });
    } else {
      over();
      if (data.isWhole) return arrived(entry, data.blobs);
      if (data.isNotKept === true && !inMemory) {
        unkept = say("endpoint-local-forbidden");
        return entry.picked === undefined ? run(entry, true) : arrived(entry, entry.picked);
      }
      const why = data.problem === undefined ? "" : say(data.problem.id, data.problem.args);
      void ended(entry, data.isFull === true ? say("endpoint-local-full") : why);
      return;
    }
    report();
  };
  worker.postMessage({ order: { model: entry.model, files: entry.picked }, inMemory });
}

/** Whether there is room to keep so many bytes; why not, is told. */
async function hasRoom(bytes: number): Promise<boolean> {
  try {
    await navigator.storage.getDirectory();
    // Or else the browser may remove them when it needs room.
    await navigator.storage.persist();
    const { quota = 0, usage = 0 } = await navigator.storage.estimate();
    if (quota - usage >= bytes + SPARE_BYTES) {
      unkept = "";
      return true;
    }
    unkept = say("endpoint-local-no-room");
  } catch {
    unkept = say("endpoint-local-forbidden");
  }
  return false;
}

function arrived(entry: Entry, blobs: Blob[] | undefined): void {
  entry.stage = blobs === undefined ? "kept" : "in-memory";
  entry.done = entry.model.bytes;
  if (blobs !== undefined) entry.blobs = blobs;
  delete entry.picked;
  // The first that is there is the one that is meant.
  const id = chosen();
  if (id === undefined || !isHere(entries.get(id)?.stage ?? "offered")) choose(entry.model.id);
  report();
}

/** What is there of a model that did not arrive. */
async function ended(entry: Entry, why: string): Promise<void> {
  const { model } = entry;
  const kept = (await list()).find(({ model: { id } }) => id === model.id);
  entry.done = kept?.got ?? 0;
  if (entry.done === 0 && kept !== undefined) await remove(model.id).catch(() => undefined);
  entry.stage = entry.done > 0 ? "unfinished" : "offered";
  entry.problem = why;
  report();
}

async function forget(id: string): Promise<void> {
  const entry = entries.get(id);
  if (entry === undefined) return;
  entry.worker?.terminate();
  engine.unload?.(id);
  if (chosen() === id) choose(undefined);
  if (entry.stage === "kept" || entry.stage === "unfinished" || entry.worker !== undefined) await remove(id).catch(ifThere);
  entries.delete(id);
  await refresh();
}

/** What is gone already need not be removed. */
function ifThere(error: unknown): void {
  if (!(error instanceof DOMException && error.name === "NotFoundError")) throw error;
}

/** What was chosen in this tab, where the browser keeps no choice. */
let choice: string | undefined;

function chosen(): string | undefined {
  try {
    return localStorage.getItem(CHOICE) ?? choice;
  } catch {
    return choice;
  }
}

function choose(id: string | undefined): void {
  choice = id;
  try {
    if (id === undefined) localStorage.removeItem(CHOICE);
    else localStorage.setItem(CHOICE, id);
  } catch {
    // It holds for this tab.
  }
}

/** Tells the state. */
function report(): void {
  const id = chosen();
  const lines = [...entries.values()].map(
    ({ model, stage, done, problem }): Line => ({
      id: model.id,
      name: model.name,
      licence: model.licence,
      bytes: model.bytes,
      from: model.from,
      is_test: model.isTest,
      is_chosen: model.id === id && isHere(stage),
      stage,
      done,
      problem,
    }),
  );
  told(JSON.stringify({ models: lines, problem, unkept, is_looking: isLooking }));
}

function words(error: unknown): string {
  if (error instanceof Refusal) return say(error.told.id, error.told.args);
  return say("endpoint-local-refused", { reason: error instanceof Error ? error.message : String(error) });
}
