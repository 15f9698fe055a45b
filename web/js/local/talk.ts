/** What the parts of the embedded model say to each other. */

/** A message of the page's catalogues with its arguments. A worker has none: the page says it. */
export interface Message {
  id: string;
  args: Record<string, string | number>;
}

/** Something that cannot be done, and what is told of it. */
export class Refusal extends Error {
  readonly told: Message;

  constructor(id: string, args: Message["args"] = {}) {
    super(id);
    this.told = { id, args };
  }
}

/** The files of a model, ready to be read. */
export interface Weights {
  id: string;
  /** One file, or llama.cpp's shards of it in their order. */
  parts: Blob[];
  /** The chat template, where the model's own is not to be used. */
  template?: string | undefined;
}

/** What llama.cpp is doing. */
export type Work =
  | { doing: "loading" }
  | { doing: "reading"; done: number; of: number }
  | { doing: "writing" }
  | { doing: "nothing" };

/** A file of a model. */
export interface Part {
  url: string;
  bytes: number;
  /** In lower-case hexadecimal digits; empty where nobody says. */
  sha256: string;
}

/** A model, as it is known before it is there and afterwards. */
export interface Model {
  id: string;
  name: string;
  /** As its publisher names it; empty where nobody says. */
  licence: string;
  bytes: number;
  /** Who offers it: a host's name, or "disk". */
  from: string;
  /** Whether it only shows that everything works. */
  isTest: boolean;
  template?: string | undefined;
  parts: Part[];
}

/** What a worker is told to fetch. */
export interface Order {
  model: Model;
  /** The files themselves, where they come from disk. */
  files?: File[];
}

/** What it tells. */
export type News =
  | { got: number }
  | { checked: number }
  | { isOver: true; isWhole: boolean; problem?: Message; isFull?: boolean; isNotKept?: boolean };

/** The engine, once it was fetched: what removes a model has it give the memory back. */
export const engine: { unload?: (id: string) => void } = {};
