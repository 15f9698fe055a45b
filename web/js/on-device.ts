/**
 * What answers on this device: Chrome's `Translator` and `LanguageModel`, which only a window may use, and
 * llama.cpp, which the page brings along (`local/`).
 *
 * Requests and answers are those of the wire `on-device` (`crates/model/src/wire/on_device.rs`).
 *
 * Rust imports it: `#[wasm_bindgen(raw_module = "@js/on-device.ts")]`.
 */

import { Refusal, type Work } from "./local/talk.ts";
import { say } from "./say.ts";

/** The name of llama.cpp among the interfaces. */
const LLAMA = "llama.cpp";

type Availability = "unavailable" | "downloadable" | "downloading" | "available";

/** What every interface takes when it makes something. */
interface Making {
  signal: AbortSignal;
  monitor(monitor: EventTarget): void;
}

interface Languages {
  sourceLanguage: string;
  targetLanguage: string;
}

interface Translator {
  translate(text: string, options: { signal: AbortSignal }): Promise<string>;
}

interface LanguageModel {
  promptStreaming(text: string, options: { signal: AbortSignal; responseConstraint?: unknown }): ReadableStream<string>;
  destroy(): void;
}

interface LanguageDetector {
  detect(text: string): Promise<{ detectedLanguage: string }[]>;
}

interface Interface<Options, Made> {
  availability(options?: Options): Promise<Availability>;
  create(options: Partial<Options> & Making): Promise<Made>;
}

const builtIn = globalThis as {
  Translator?: Interface<Languages, Translator>;
  LanguageModel?: Interface<{ initialPrompts: Message[] }, LanguageModel>;
  LanguageDetector?: Interface<object, LanguageDetector>;
};

interface Message {
  role: "system" | "user" | "assistant";
  content: string;
}

interface Request {
  messages: Message[];
  schema?: unknown;
  translation?: { source?: string; target: string; texts: string[] };
}

/** A line of an answer. */
type Piece = { text: string } | { translation: string };

/** Whether there is an interface of this name. */
export function hasOnDevice(name: string): boolean {
  return name === LLAMA ? canRunLlama() : (name === "Translator" || name === "LanguageModel") && builtIn[name] !== undefined;
}

/** Whether WebAssembly has what llama.cpp was compiled for: addresses of 64 bits. */
function canRunLlama(): boolean {
  try {
    new WebAssembly.Memory({ address: "i64", initial: 1n } as never);
    return true;
  } catch {
    return false;
  }
}

/**
 * The names of the interfaces that this device can use, in the order in which they are offered: what
 * the browser has ready, then llama.cpp, then what the browser would have to download.
 */
export async function onDeviceInterfaces(): Promise<string[]> {
  const usable = async (name: string, availability: Promise<Availability> | undefined) => {
    // One that fails to answer is as good as absent.
    const found = await availability?.catch(() => "unavailable");
    return found === undefined || found === "unavailable" ? [] : [{ name, isReady: found === "available" }];
  };
  const { Translator, LanguageModel } = builtIn;
  const found = await Promise.all([
    // Which languages there are is told for each pair alone: any will do to know that there are some.
    usable("Translator", Translator?.availability({ sourceLanguage: "en", targetLanguage: "es" })),
    usable("LanguageModel", LanguageModel?.availability()),
  ]);
  const builtIns = found.flat();
  const names = (isReady: boolean) => builtIns.filter((it) => it.isReady === isReady).map(({ name }) => name);
  return [...names(true), ...(canRunLlama() ? [LLAMA] : []), ...names(false)];
}

let tellWork = (_words: string): void => {};

/** Has `tell` told what llama.cpp is doing, in words; none while it rests. */
export function watchWork(tell: (words: string) => void): void {
  tellWork = tell;
}

function work(work: Work): void {
  switch (work.doing) {
    case "loading":
      return tellWork(say("failures-device-loading"));
    case "reading": {
      const share = work.of > 0 ? Math.round((100 * work.done) / work.of) : undefined;
      return tellWork(share === undefined ? say("failures-device-reading") : say("failures-device-reading-share", { share }));
    }
    case "writing":
      return tellWork(say("failures-device-writing"));
    case "nothing":
      return tellWork("");
  }
}

/**
 * Asks an interface. `said` is given lines of the answer and whether they were the last, `loaded` how
 * much of a model has been downloaded, from 0 to 1. Returns what stops it: then nothing more is said.
 */
export function askOnDevice(
  name: string,
  request: string,
  said: (lines: string, isOver: boolean) => void,
  loaded: (part: number) => void,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const line = (piece: unknown) => `${JSON.stringify(piece)}\n`;
  const monitor = (monitor: EventTarget) => {
    monitor.addEventListener("downloadprogress", (event) => {
      if (!signal.aborted) loaded((event as ProgressEvent).loaded);
    });
  };
  void (async () => {
    try {
      const asked = JSON.parse(request) as Request;
      const pieces = answer(name, asked, { signal, monitor });
      for await (const piece of pieces) {
        if (signal.aborted) return;
        said(line(piece), false);
      }
      if (!signal.aborted) said(line({ done: true }), true);
    } catch (error) {
      if (!signal.aborted) said(line({ error: { message: words(error, name) } }), true);
    }
  })();
  return () => stop.abort();
}

function answer(name: string, asked: Request, making: Making): AsyncGenerator<object> {
  if (name === LLAMA) return llama(asked, making.signal);
  return name === "Translator" ? translate(asked, making) : prompt(asked, making);
}

async function* llama(asked: Request, signal: AbortSignal): AsyncGenerator<object> {
  const [{ ask }, { weights }] = await Promise.all([import("./local/llama.ts"), import("./local/models.ts")]);
  const model = await weights();
  yield* ask(model, { ...asked }, signal, work);
}

async function* translate({ translation }: Request, making: Making): AsyncGenerator<Piece> {
  const { Translator } = builtIn;
  if (Translator === undefined) throw new Refusal("failures-device-no-translator");
  if (translation === undefined) throw new Refusal("failures-device-translates-only");
  const { texts, target: targetLanguage } = translation;
  const sourceLanguage = translation.source ?? (await detected(texts, making));
  const languages = { sourceLanguage, targetLanguage };
  if ((await Translator.availability(languages)) === "unavailable") {
    throw new Refusal("failures-device-no-pair", { source: sourceLanguage, target: targetLanguage });
  }
  const translator = await Translator.create({ ...languages, ...making });
  for (const text of texts) yield { translation: await translator.translate(text, making) };
}

/** The language that texts are in, most likely. */
async function detected(texts: string[], making: Making): Promise<string> {
  const detector = await builtIn.LanguageDetector?.create(making);
  const [first] = (await detector?.detect(texts.join("\n"))) ?? [];
  if (first === undefined) {
    throw new Refusal("failures-device-source-unknown");
  }
  return first.detectedLanguage;
}

async function* prompt({ messages, schema }: Request, making: Making): AsyncGenerator<Piece> {
  const { LanguageModel } = builtIn;
  if (LanguageModel === undefined) throw new Refusal("failures-device-no-language-model");
  const initialPrompts = messages.slice(0, -1);
  const model = await LanguageModel.create({ initialPrompts, ...making });
  try {
    const reader = model
      .promptStreaming(messages.at(-1)?.content ?? "", { signal: making.signal, responseConstraint: schema })
      .getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield { text: value };
    }
  } finally {
    model.destroy();
  }
}

/** What went wrong, for the person. */
function words(error: unknown, interfaceName: string): string {
  if (error instanceof Refusal) return say(error.told.id, error.told.args);
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (interfaceName === LLAMA) return say("failures-device-llama-failed", { reason: message });
  switch (name) {
    case "NotAllowedError":
      return say("failures-device-click-needed");
    case "NotSupportedError":
      return say("failures-device-no-language");
    case "QuotaExceededError":
      return say("failures-device-texts-too-long");
    default:
      return say("failures-device-failed", { reason: message });
  }
}
