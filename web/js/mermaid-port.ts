/** The frame in which mermaid.js runs, as the page uses it: put there when it is needed, ended when it hangs. */
import { version } from "mermaid/package.json";
import { BASE } from "./base.ts";
import { type Answer, type Look, READY, type Wish } from "./mermaid-talk.ts";
import { say } from "./say.ts";

/** A picture as mermaid.js drew it. It is taken for hostile: nothing of it may reach the page as it is. */
export interface Drawing {
  svg: string;
  /** In milliseconds, without fetching what draws. */
  tookMs: number;
  version: string;
}

/** As long as this a drawing may take. */
const LIMIT_MS = 20_000;
/** As long as this mermaid.js may take to come. */
const LOADING_MS = 60_000;
/** What has loaded listens at once. */
const LISTENING_MS = 3_000;
/** A longer answer is none. */
const MOST = 16 * 1024 * 1024;

const notLoaded = () => say("diagram-mermaid-not-loaded");

interface Awaited {
  keep: (drawing: Drawing) => void;
  fail: (reason: Error) => void;
  timer: ReturnType<typeof setTimeout>;
}

class Frame {
  readonly #element = document.createElement("iframe");
  readonly #awaited = new Map<number, Awaited>();
  #port: MessagePort | undefined;
  #last = 0;
  /** Kept when mermaid.js listens. */
  readonly ready: Promise<void>;

  constructor() {
    const element = this.#element;
    // Without an origin of its own: it reaches neither the page nor what the page keeps.
    element.setAttribute("sandbox", "allow-scripts");
    element.className = "mermaid-frame";
    element.title = "mermaid.js";
    element.inert = true;
    element.setAttribute("aria-hidden", "true");
    element.src = `${BASE}mermaid-frame.html`;
    this.ready = new Promise((keep, fail) => {
      const lose = () => fail(new Error(notLoaded()));
      let timer = setTimeout(lose, LOADING_MS);
      element.addEventListener("load", () => {
        clearTimeout(timer);
        timer = setTimeout(lose, LISTENING_MS);
        const { port1, port2 } = new MessageChannel();
        this.#port = port1;
        port1.onmessage = ({ data }: MessageEvent<unknown>) => {
          if (data === READY) {
            clearTimeout(timer);
            keep();
          } else {
            this.#hear(data);
          }
        };
        // To a page without an origin nothing narrower can be addressed. The policy lets the frame
        // hold pages of this site alone.
        element.contentWindow?.postMessage(null, "*", [port2]);
      }, { once: true });
    });
    document.body.append(element);
  }

  draw(text: string, look: Look): Promise<Drawing> {
    return new Promise((keep, fail) => {
      const id = (this.#last += 1);
      const timer = setTimeout(() => end(say("diagram-mermaid-too-long", { seconds: LIMIT_MS / 1_000 })), LIMIT_MS);
      this.#awaited.set(id, { keep, fail, timer });
      const wish: Wish = { id, text, look };
      this.#port?.postMessage(wish);
    });
  }

  /** Ends mermaid.js, whatever it does. */
  end(reason: string): void {
    this.#port?.close();
    this.#element.remove();
    for (const { fail, timer } of this.#awaited.values()) {
      clearTimeout(timer);
      fail(new Error(reason));
    }
    this.#awaited.clear();
  }

  #hear(data: unknown): void {
    if (typeof data !== "object" || data === null) return;
    const answer = data as Partial<Answer & { svg: unknown; tookMs: unknown; problem: unknown }>;
    const awaited = this.#awaited.get(Number(answer.id));
    if (awaited === undefined) return;
    this.#awaited.delete(Number(answer.id));
    clearTimeout(awaited.timer);
    const { svg, tookMs, problem } = answer;
    if (typeof svg === "string" && svg.length <= MOST && typeof tookMs === "number") {
      awaited.keep({ svg, tookMs, version });
    } else {
      awaited.fail(new Error(typeof problem === "string" ? problem.slice(0, 2_000) : say("diagram-mermaid-nothing")));
    }
  }
}

let frame: Frame | undefined;

/** Has mermaid.js draw a text. */
export async function draw(text: string, look: Look): Promise<Drawing> {
  frame ??= new Frame();
  const asked = frame;
  try {
    await asked.ready;
  } catch (error) {
    if (frame === asked) end(notLoaded());
    throw error;
  }
  if (frame !== asked) throw new Error(say("diagram-mermaid-stopped"));
  return asked.draw(text, look);
}

/** Ends mermaid.js; the next text is drawn by a new one. */
export function end(reason: string): void {
  frame?.end(reason);
  frame = undefined;
}
