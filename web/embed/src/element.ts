import { type Code, type FromHost, type FromWidget, type Model, type Theme, VERSION, type With } from "./messages.js";

/** What a tool has made. */
export interface ExportedFile {
  /** What the file may be called. */
  name: string;
  /** What it holds: a text, or the bytes of a picture. */
  data: string | Uint8Array<ArrayBuffer>;
}

/** Why there is no file. */
export class IchibanError extends Error {
  override name = "IchibanError";
  readonly code: Code;

  constructor(code: Code, message: string) {
    super(message);
    this.code = code;
  }
}

interface Waiting {
  resolve(file: ExportedFile): void;
  reject(error: IchibanError): void;
}

type Options = Record<string, string>;
/** Where this script comes from is where the tools are, unless `src` says otherwise. */
const script = import.meta.url;
const HERE = new URL(".", script);

let sheet: CSSStyleSheet | undefined;

/** The styles of the element. Constructed: a host's policy may forbid inline ones. */
function styles(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ":host{display:block;block-size:30rem;overflow:hidden}:host([hidden]){display:none}" +
        "iframe{display:block;inline-size:100%;block-size:100%;border:0}",
    );
  }
  return sheet;
}

/**
 * A tool in a frame.
 *
 * Every message of the widget is an event of its type (`ready`, `change`, `artifact`, `diagnostic`,
 * `resize`, `error`) whose `detail` is the message. They do not bubble.
 */
export class IchibanTool extends HTMLElement {
  static readonly observedAttributes = ["tool", "src", "theme", "value", "lang"];

  #frame: HTMLIFrameElement | undefined;
  #port: MessagePort | undefined;
  #isReady = false;
  #unsent: FromHost[] = [];
  #value: string | undefined;
  #name: string | undefined;
  #options: Options = {};
  #model: Model | undefined;
  #exports = new Map<string, Waiting[]>();

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [styles()];
  }

  /** The text that is open in the tool. */
  get value(): string {
    return this.#value ?? this.getAttribute("value") ?? "";
  }

  set value(value: string) {
    this.load(value);
  }

  /** What was chosen of the tool's options. */
  get options(): Options {
    return { ...this.#options };
  }

  set options(options: Options) {
    this.#options = { ...options };
    if (this.#isReady) this.#send({ type: "options", options: this.options });
  }

  /**
   * The model that this page pays for. To be set before the element is in the page; it is never an
   * attribute, and cannot be read back.
   */
  set model(model: Model | undefined) {
    this.#model = model;
  }

  /** Opens a text; the name of its file may tell its format. */
  load(value: string, name?: string): void {
    this.#value = value;
    this.#name = name;
    if (this.#isReady) this.#send({ type: "load", value, ...(name === undefined ? {} : { name }) });
  }

  /** Has the tool do its work once more. A model takes a wish, where the tool takes words. */
  run(by: With, wish?: string): void {
    this.#send({ type: "run", with: by, ...(wish === undefined ? {} : { wish }) });
  }

  /** Stops what goes on. */
  stop(): void {
    this.#send({ type: "stop" });
  }

  /** Has a file made. */
  export(format: string): Promise<ExportedFile> {
    return new Promise((resolve, reject) => {
      this.#exports.set(format, [...(this.#exports.get(format) ?? []), { resolve, reject }]);
      this.#send({ type: "export", format });
    });
  }

  connectedCallback(): void {
    this.#show();
  }

  disconnectedCallback(): void {
    this.#leave();
    this.#frame?.remove();
    this.#frame = undefined;
  }

  attributeChangedCallback(attribute: string, before: string | null, now: string | null): void {
    if (before === now || this.#frame === undefined) return;
    if (attribute === "value") this.load(now ?? "");
    else if (attribute === "theme") this.#send({ type: "options", theme: this.#theme() });
    else this.#show();
  }

  /** Where the tools are: an address with a slash at its end. */
  #site(): URL {
    const site = new URL(this.getAttribute("src") || HERE, document.baseURI);
    site.pathname = site.pathname.replace(/\/?$/, "/");
    site.search = "";
    site.hash = "";
    return site;
  }

  #theme(): Theme {
    const theme = this.getAttribute("theme");
    return theme === "light" || theme === "dark" ? theme : "auto";
  }

  #tool(): string {
    return this.getAttribute("tool") ?? "convert";
  }

  /** Shows the frame anew. */
  #show(): void {
    this.#leave();
    this.#frame?.remove();
    const frame = document.createElement("iframe");
    frame.title = this.getAttribute("title") ?? `Ichiban: ${this.#tool()}`;
    frame.allow = "clipboard-write; fullscreen";
    frame.addEventListener("load", () => this.#greet());
    const address = new URL(`embed/${encodeURIComponent(this.#tool())}`, this.#site());
    const language = this.getAttribute("lang");
    if (language !== null) address.searchParams.set("lang", language);
    frame.src = address.href;
    this.#frame = frame;
    this.shadowRoot?.append(frame);
  }

  /** Begins the talk. */
  #greet(): void {
    this.#port?.close();
    this.#isReady = false;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<FromWidget>) => this.#hear(data);
    this.#port = port1;
    const value = this.#value ?? this.getAttribute("value");
    const init: FromHost = {
      type: "init",
      tool: this.#tool(),
      options: this.options,
      theme: this.#theme(),
      ...(value === null ? {} : { value }),
      ...(this.#name === undefined ? {} : { name: this.#name }),
      ...(this.#model === undefined ? {} : { model: this.#model }),
    };
    // To that origin alone: nobody else may get the port, or the key.
    this.#frame?.contentWindow?.postMessage({ v: VERSION, ...init }, this.#site().origin, [port2]);
  }

  #send(message: FromHost): void {
    if (this.#isReady) this.#port?.postMessage({ v: VERSION, ...message });
    else if (message.type !== "options") this.#unsent.push(message);
  }

  #hear(message: FromWidget): void {
    switch (message.type) {
      case "ready": {
        this.#isReady = true;
        for (const unsent of this.#unsent.splice(0)) this.#send(unsent);
        break;
      }
      case "change": {
        this.#value = message.value;
        break;
      }
      case "resize": {
        if (this.hasAttribute("autosize")) this.style.blockSize = `${message.height}px`;
        break;
      }
      case "export": {
        const { name, data } = message;
        this.#waiting(message.format)?.resolve({ name, data: message.encoding === "text" ? data : bytes(data) });
        return;
      }
      case "error": {
        if (message.format !== undefined) {
          this.#waiting(message.format)?.reject(new IchibanError(message.code, message.message));
          return;
        }
      }
    }
    this.dispatchEvent(new CustomEvent(message.type, { detail: message }));
  }

  /** Whoever has waited longest for a file of the format. */
  #waiting(format: string): Waiting | undefined {
    return this.#exports.get(format)?.shift();
  }

  #leave(): void {
    this.#port?.close();
    this.#port = undefined;
    this.#isReady = false;
    for (const { reject } of [...this.#exports.values()].flat()) {
      reject(new IchibanError("failed", "The tool was taken away."));
    }
    this.#exports.clear();
  }
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
