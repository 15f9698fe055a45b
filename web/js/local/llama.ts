/**
 * llama.cpp in WebAssembly: loads one model at a time, in a worker of its own, and answers one question
 * after the other. Nothing of it is fetched before the first question, and nothing of it comes from
 * anywhere but this site.
 */
import { type ChatCompletionChunk, type LoadModelParams, Wllama } from "@wllama/wllama/esm/index.js";
import wasm from "@wllama/wllama/esm/wasm/wllama.wasm?url";
import { say } from "../say.ts";
import { whenFailed } from "./llama-start.ts";
import { engine, Refusal, type Weights, type Work } from "./talk.ts";

/**
 * How many tokens of a question are read at a time. A batch cannot be interrupted: this many keep a slow
 * machine busy for about a second, so that reading can be shown and a stopped question gives way.
 */
const BATCH = 16;
/** How much the model sees: questions are short, and memory is what phones have least of. */
const CONTEXT = 4096;
/** Where an answer ends that nobody limited: a small model may never find an end itself. */
const MOST_TOKENS = 1024;
/** What answers are drawn with if nobody says: drafts are to be plain. */
const TEMPERATURE = 0.2;

/** A model that is loaded. */
interface Loaded {
  id: string;
  llama: Wllama;
}

let loaded: Loaded | undefined;
/** When the question before is out of the way. */
let free: Promise<void> = Promise.resolve();

/** A question, in the words of Chat Completions as llama.cpp's server takes them. */
export type Question = Record<string, unknown> & { messages: { role: string; content: string }[] };

/**
 * Asks the model of these weights, loading it first where another or none is. Yields chunks of Chat
 * Completions. Ends at once, and quietly, when `signal` says so; what the module was doing gives way by
 * the end of its batch, and the next question waits for that.
 */
export async function* ask(
  weights: Weights,
  question: Question,
  signal: AbortSignal,
  tell: (work: Work) => void,
): AsyncGenerator<object> {
  const before = free;
  let release = () => {};
  free = new Promise((resolve) => (release = resolve));
  const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
  // After this the next may begin.
  let over = before;
  try {
    await Promise.race([before, stopped]);
    if (signal.aborted) return;
    const llama = await load(weights, signal, tell);
    tell({ doing: "reading", done: 0, of: 0 });
    const chunks = generate(llama, question, signal);
    let isWriting = false;
    for (;;) {
      const next = chunks.next();
      const step = await Promise.race([next, stopped]);
      if (step === undefined) {
        over = drain(chunks, next);
        return;
      }
      if (step.done) return;
      const { prompt_progress: progress, ...chunk } = step.value;
      if (progress) {
        tell({ doing: "reading", done: progress.processed, of: progress.total });
        continue;
      }
      if (!isWriting && chunk.choices.some(({ delta }) => delta.content || delta.tool_calls)) {
        tell({ doing: "writing" });
        isWriting = true;
      }
      yield chunk;
    }
  } catch (error) {
    if (signal.aborted) return;
    // What the module was doing is unknown after this.
    if (error instanceof Error && error.name === "RuntimeError") unload();
    if (error instanceof Error && error.message.includes("context size")) {
      throw new Refusal("failures-device-question-too-long", { tokens: String(CONTEXT) });
    }
    throw error;
  } finally {
    tell({ doing: "nothing" });
    void over.then(release);
  }
}

async function* generate(llama: Wllama, question: Question, signal: AbortSignal): AsyncGenerator<ChatCompletionChunk> {
  yield* await llama.createChatCompletion({
    max_tokens: MOST_TOKENS,
    temperature: TEMPERATURE,
    ...question,
    messages: question.messages as never,
    stream: true,
    // What it has read of the question before is not read again.
    cache_prompt: true,
    return_progress: true,
    abortSignal: signal,
  });
}

/** Waits until a generation that was stopped has given way. */
async function drain(chunks: AsyncGenerator, next: Promise<IteratorResult<unknown>>): Promise<void> {
  try {
    let step = await next;
    while (!step.done) step = await chunks.next();
  } catch {
    // It ends by saying that it was stopped.
  }
}

/** Gives the memory back. */
export function unload(id?: string): void {
  if (loaded === undefined || (id !== undefined && loaded.id !== id)) return;
  void loaded.llama.exit();
  loaded = undefined;
}

async function load(weights: Weights, signal: AbortSignal, tell: (work: Work) => void): Promise<Wllama> {
  if (loaded?.id === weights.id) return loaded.llama;
  unload();
  tell({ doing: "loading" });
  const quiet = () => {};
  const llama = new Wllama(
    { default: wasm },
    { suppressNativeLog: true, logger: { debug: quiet, log: quiet, warn: quiet, error: quiet } },
  );
  // Its other build would come from a CDN: a browser that needs that one is told so.
  llama.setCompat(null);
  let reject = (_reason: unknown): void => {};
  const stopped = new Promise<never>((_resolve, refuse) => (reject = refuse));
  // It may be refused before anybody waits for it.
  stopped.catch(() => undefined);
  const stop = () => reject(signal.reason);
  signal.addEventListener("abort", stop);
  whenFailed((reason) => reject(new Error(reason)));
  try {
    const files = weights.parts.map((part, at) => named(part, at, weights.parts.length));
    await Promise.race([stopped, parameters(weights).then((given) => llama.loadModel(files, given))]);
  } catch (error) {
    void llama.exit();
    throw signal.aborted ? error : new Refusal("failures-device-not-loaded", { reason: words(error) });
  } finally {
    signal.removeEventListener("abort", stop);
  }
  loaded = { id: weights.id, llama };
  engine.unload = unload;
  return llama;
}

async function parameters({ template }: Weights): Promise<LoadModelParams> {
  const cores = navigator.hardwareConcurrency || 1;
  return {
    n_ctx: CONTEXT,
    n_batch: BATCH,
    n_ubatch: BATCH,
    n_parallel: 1,
    // Threads share memory, which only an isolated page may do. The other half is the person's.
    n_threads: crossOriginIsolated ? Math.max(1, Math.floor(cores / 2)) : 1,
    // All layers where there is an adapter, or else none.
    ...((await hasAdapter()) ? {} : { n_gpu_layers: 0 }),
    warmup: false,
    jinja: true,
    ...(template === undefined ? {} : { chat_template: template }),
  };
}

/** Whether WebGPU has anything to run on: it may be there without. */
async function hasAdapter(): Promise<boolean> {
  const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<unknown> } };
  try {
    return ((await gpu?.requestAdapter()) ?? null) !== null;
  } catch {
    return false;
  }
}

/** A part under the name by which the package puts several in order. */
function named(part: Blob, at: number, all: number): File {
  const five = (number: number) => String(number).padStart(5, "0");
  return new File([part], `model-${five(at + 1)}-of-${five(all)}.gguf`);
}

function words(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\.$/, "") || say("failures-device-unsaid");
}
