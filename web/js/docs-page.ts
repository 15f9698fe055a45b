import "../styles/docs.css";
import "../styles/refine.css";

/** The texts of the examples of documentation, by their paths. */
export const texts = import.meta.glob<string>("../examples/docs/*", { query: "?raw", import: "default", eager: true });

/** The most files of folders. */
const MOST = 10_000;

/** The files of what is dropped, with their paths, if a folder is among it. */
export function droppedFolders(event: DragEvent): Promise<File[]> | undefined {
  const items = [...(event.dataTransfer?.items ?? [])];
  const entries = items.map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (!entries.some((entry) => entry.isDirectory)) return undefined;
  return walk(entries);
}

async function walk(entries: FileSystemEntry[]): Promise<File[]> {
  const files: File[] = [];
  const waiting = [...entries].reverse();
  for (let entry = waiting.pop(); entry !== undefined && files.length < MOST; entry = waiting.pop()) {
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory) {
      const inside = await all((entry as FileSystemDirectoryEntry).createReader());
      inside.sort((a, b) => (a.name < b.name ? 1 : -1));
      waiting.push(...inside);
    } else {
      const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
      Object.defineProperty(file, "webkitRelativePath", { value: entry.fullPath.replace(/^\//, "") });
      files.push(file);
    }
  }
  return files;
}

/** A reader gives a hundred entries at a time, and none at the end. */
async function all(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    found.push(...some);
  }
}
