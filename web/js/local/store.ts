/**
 * The models on this device: one folder each in the origin's private file system, with the model's files
 * and, beside them, `about.json`. A model whose files are all there and checked has a file `whole`, too.
 */
import type { Model } from "./talk.ts";

const FOLDER = "models";
const ABOUT = "about.json";
const WHOLE = "whole";

/** A model, and how much of it is there. */
export interface Kept {
  model: Model;
  got: number;
  isWhole: boolean;
}

/** The folder of all models. Throws where the person or the browser forbids storage. */
export async function root(): Promise<FileSystemDirectoryHandle> {
  const top = await navigator.storage.getDirectory();
  return top.getDirectoryHandle(FOLDER, { create: true });
}

/** The folder of one model. */
export async function folderOf(id: string): Promise<FileSystemDirectoryHandle> {
  return (await root()).getDirectoryHandle(id, { create: true });
}

/** The name of a model's file. */
export const partName = (at: number) => `part-${at + 1}.gguf`;

/** All models that are there, whole or not; none where nothing can be kept. */
export async function list(): Promise<Kept[]> {
  let folders: FileSystemDirectoryHandle;
  try {
    folders = await root();
  } catch {
    return [];
  }
  const found: Kept[] = [];
  for await (const entry of folders.values()) {
    if (entry.kind !== "directory") continue;
    const kept = await look(entry).catch(() => undefined);
    // What was never begun in earnest, or is of a later version.
    if (kept !== undefined) found.push(kept);
  }
  return found.sort((one, other) => one.model.name.localeCompare(other.model.name));
}

async function look(folder: FileSystemDirectoryHandle): Promise<Kept> {
  const model = JSON.parse(await (await fileIn(folder, ABOUT)).text()) as Model;
  let got = 0;
  for (const at of model.parts.keys()) {
    got += await fileIn(folder, partName(at)).then(({ size }) => size, () => 0);
  }
  const isWhole = await fileIn(folder, WHOLE).then(() => true, () => false);
  return { model, got, isWhole };
}

/** The files of a model that is whole. */
export async function files(model: Model): Promise<File[]> {
  const folder = await folderOf(model.id);
  return Promise.all(model.parts.map((_part, at) => fileIn(folder, partName(at))));
}

async function fileIn(folder: FileSystemDirectoryHandle, name: string): Promise<File> {
  return (await folder.getFileHandle(name)).getFile();
}

/** Removes a model, whole or not. */
export async function remove(id: string): Promise<void> {
  await (await root()).removeEntry(id, { recursive: true });
}

/** In a worker: notes what the model is, before its first file. */
export async function begin(folder: FileSystemDirectoryHandle, model: Model): Promise<void> {
  await write(folder, ABOUT, JSON.stringify(model));
}

/** In a worker: notes that all of it is there and checked. */
export async function finish(folder: FileSystemDirectoryHandle): Promise<void> {
  await write(folder, WHOLE, "");
}

async function write(folder: FileSystemDirectoryHandle, name: string, text: string): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true });
  const file = await handle.createSyncAccessHandle();
  try {
    file.truncate(0);
    file.write(new TextEncoder().encode(text), { at: 0 });
    file.flush();
  } finally {
    file.close();
  }
}
