/**
 * What a GGUF file says of itself, read from its beginning.
 *
 * <https://github.com/ggml-org/ggml/blob/master/docs/gguf.md>: four bytes `GGUF`, the version, the numbers
 * of tensors and of entries, then entries of a name, a type and a value, little-endian.
 */

/** How much of a file is looked at: the names come before the vocabulary, which is megabytes. */
export const BEGINNING = 64 << 10;

/** What is told; what is missing is empty. */
export interface About {
  name: string;
  licence: string;
}

/** Bytes of a value of each type of fixed size, by the type's number. */
const SIZES: Record<number, number> = { 0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8 };
const STRING = 8;

/** Reads a beginning; nothing, if it is not one of a GGUF file. Stops where the beginning does. */
export function about(beginning: ArrayBuffer): About | undefined {
  const view = new DataView(beginning);
  const magic = new TextDecoder().decode(beginning.slice(0, 4));
  if (magic !== "GGUF" || view.byteLength < 24) return undefined;
  const entries = entriesOf(view);
  return {
    name: entries.get("general.name") ?? "",
    licence: entries.get("general.license") ?? "",
  };
}

/** The texts among the entries. */
function entriesOf(view: DataView): Map<string, string> {
  const found = new Map<string, string>();
  const decoder = new TextDecoder();
  let at = 24;
  const number = () => {
    const value = Number(view.getBigUint64(at, true));
    at += 8;
    return value;
  };
  const text = () => {
    const length = number();
    const value = decoder.decode(new Uint8Array(view.buffer, at, length));
    at += length;
    return value;
  };
  try {
    for (let left = Number(view.getBigUint64(16, true)); left > 0; left -= 1) {
      const name = text();
      const type = view.getUint32(at, true);
      at += 4;
      const size = SIZES[type];
      if (type === STRING) found.set(name, text());
      else if (size !== undefined) at += size;
      // An array. The names stand before the first.
      else break;
    }
  } catch (error) {
    // The beginning ends within an entry.
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}
