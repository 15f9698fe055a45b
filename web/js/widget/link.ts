/**
 * The browser's side of a widget's talk with its host. What may pass is decided in Rust: here, messages
 * only become JSON, and the other way round.
 */
import { BASE } from "../base.ts";
import { HEIGHT_CHANGED } from "../editor-events.ts";
import { takeLetters } from "../letters.ts";

type AtWindow = (origin: string, isFromHost: boolean, ports: number, json: string | undefined) => void;
type OverPort = (json: string | undefined) => void;

/** How long a question must have been in plain sight before it can be answered. */
const SEEN_MS = 600;
/** No widget asks for more, in CSS pixels. */
const HIGHEST = 20_000;

/** Of `IntersectionObserver` version 2, where the browser has it. */
interface Visibility extends IntersectionObserverEntry {
  isVisible?: boolean;
}

export class Link {
  #letter: MessageEvent | undefined;
  #port: MessagePort | undefined;
  #overPort: OverPort = () => {};

  async origins(): Promise<string | undefined> {
    const answer = await fetch(`${BASE}embed-origins.json`);
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(`/embed-origins.json: ${answer.status}`);
    return answer.text();
  }

  begin(atWindow: AtWindow, overPort: OverPort, changed: () => void): void {
    this.#overPort = overPort;
    inFrames(changed);
    takeLetters((letter) => {
      const isFromHost = letter.source !== null && letter.source === parent && parent !== window;
      this.#letter = letter;
      atWindow(letter.origin, isFromHost, letter.ports.length, json(letter.data));
      this.#letter = undefined;
    });
  }

  accept(): void {
    const port = this.#letter?.ports[0];
    if (port === undefined) return;
    this.#port = port;
    port.onmessage = ({ data }) => this.#overPort(json(data));
  }

  answer(text: string): void {
    const letter = this.#letter;
    // It was over the port.
    if (letter === undefined) return this.send(text);
    const [port] = letter.ports;
    const message: unknown = JSON.parse(text);
    if (port !== undefined) {
      port.postMessage(message);
      port.close();
    } else {
      // An origin that is none can be named by a star alone; what is said are errors.
      const targetOrigin = letter.origin === "null" ? "*" : letter.origin;
      letter.source?.postMessage(message, { targetOrigin });
    }
  }

  send(text: string): void {
    this.#port?.postMessage(JSON.parse(text));
  }

  close(): void {
    this.#port?.close();
    this.#port = undefined;
  }

  height(): number {
    // The page itself never scrolls: what is cut off is cut off within a pane.
    let most = 0;
    for (const pane of panes()) {
      if (pane.clientHeight === 0 || !scrolls(pane)) continue;
      most = Math.max(most, pane.scrollHeight - pane.clientHeight);
    }
    return Math.min(Math.ceil(innerHeight + most), HIGHEST);
  }

  watch(element: Element, seen: (isSeen: boolean) => void): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const options = { threshold: 1, trackVisibility: true, delay: 100 };
    const observer = new IntersectionObserver((entries) => {
      const entry: Visibility | undefined = entries.at(-1);
      clearTimeout(timer);
      // A browser that cannot tell whether something lies above says nothing of it.
      if (entry?.isIntersecting === true && entry.isVisible !== false) {
        timer = setTimeout(() => seen(element.isConnected), SEEN_MS);
      } else {
        seen(false);
        if (!element.isConnected) observer.disconnect();
      }
    }, options);
    observer.observe(element);
  }
}

/** What may scroll: every element of the tool, and what scrolls within its editors. */
function* panes(): Iterable<HTMLElement> {
  for (const element of document.querySelectorAll<HTMLElement>("#work, #work *")) {
    yield element;
    if (element.shadowRoot !== null) yield* element.shadowRoot.querySelectorAll<HTMLElement>(".cm-scroller");
  }
}

/** Calls back once in every frame in which elements came or went. */
function inFrames(changed: () => void): void {
  let isAsked = false;
  const ask = (): void => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      changed();
    });
  };
  new MutationObserver(ask).observe(document.body, { childList: true, subtree: true });
  // What an editor draws is in a root of its own.
  addEventListener(HEIGHT_CHANGED, ask, true);
  addEventListener("input", ask, true);
  new ResizeObserver(ask).observe(document.body);
}

function scrolls(pane: HTMLElement): boolean {
  if (pane.scrollHeight <= pane.clientHeight + 1) return false;
  const { overflowY } = getComputedStyle(pane);
  return overflowY === "auto" || overflowY === "scroll";
}

/** A message as JSON; nothing if it is none, such as one that holds itself. */
function json(data: unknown): string | undefined {
  try {
    return typeof data === "object" && data !== null ? JSON.stringify(data) : undefined;
  } catch {
    return undefined;
  }
}
