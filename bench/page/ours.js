// The engines in WebAssembly, from JavaScript: a chunk or a document is copied in, records or a text are read out.
import init, { AnswerBody, Document, EventReader, EventStream, JsonStream, Markdown } from '@wasm/bench/bench.js';

let memory;

/** Loads the module. To be awaited once. */
export async function load(url) {
  ({ memory } = await init({ module_or_path: url }));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Views of the module's memory, renewed when it has grown. */
let bytes = new Uint8Array();
let words = new Uint32Array();
function look() {
  if (bytes.buffer !== memory.buffer) {
    bytes = new Uint8Array(memory.buffer);
    words = new Uint32Array(memory.buffer);
  }
}

/** Text of the module's memory. Most of it is short and ASCII: then it is put together here, as a call is slower. */
function text(start, end) {
  if (end - start > 24) return decoder.decode(bytes.subarray(start, end));
  let put = '';
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte >= 0x80) return decoder.decode(bytes.subarray(start, end));
    put += String.fromCharCode(byte);
  }
  return put;
}

const IN_CHUNK = 0x100;

/**
 * Parses JSON from chunks of text, and keeps a JavaScript value that is up to date after each of them.
 * `read` is called with every part that a chunk adds: a string's new text, or a settled scalar.
 */
export class LiveJson {
  constructor(read, longest) {
    // UTF-8 has at most three bytes for a UTF-16 unit.
    this.capacity = Math.max(64, 3 * longest);
    this.stream = new JsonStream(this.capacity);
    this.input = this.stream.input();
    this.answer = this.stream.answer() / 4;
    this.read = read;
    this.holder = { root: undefined };
    this.container = this.holder;
    this.key = 'root';
    this.isArray = false;
    this.open = [];
  }

  get value() {
    return this.holder.root;
  }

  push(chunk) {
    look();
    const { length } = chunk;
    let isAscii = true;
    let at = this.input;
    for (let index = 0; index < length; index += 1) {
      const unit = chunk.charCodeAt(index);
      if (unit >= 0x80) {
        isAscii = false;
        break;
      }
      bytes[at] = unit;
      at += 1;
    }
    const written = isAscii ? length : encoder.encodeInto(chunk, bytes.subarray(this.input, this.input + this.capacity)).written;
    if (!this.stream.push(written)) throw new Error('the document is invalid');
    this.apply(chunk, isAscii);
  }

  apply(chunk, isAscii) {
    look();
    const texts = words[this.answer + 2];
    let record = words[this.answer] / 4;
    for (const end = record + words[this.answer + 1]; record < end; record += 3) {
      const kind = words[record];
      let part = '';
      if (words[record + 2] > 0) {
        const start = words[record + 1];
        const stop = words[record + 2];
        if (!(kind & IN_CHUNK)) part = text(texts + start, texts + stop);
        else if (isAscii) part = chunk.slice(start, stop);
        else part = text(this.input + start, this.input + stop);
      }
      switch (kind & 0xff) {
        case 1:
          this.enter({}, false);
          break;
        case 3:
          this.enter([], true);
          break;
        case 2:
        case 4:
          this.leave();
          break;
        case 5:
          this.key = part;
          break;
        case 6:
          this.set('');
          break;
        case 7:
          this.container[this.key] += part;
          this.read(part);
          break;
        case 8:
          if (this.isArray) this.key += 1;
          break;
        case 9:
          this.settle(Number(part));
          break;
        case 10:
          this.settle(true);
          break;
        case 11:
          this.settle(false);
          break;
        case 12:
          this.settle(null);
          break;
      }
    }
  }

  set(value) {
    this.container[this.key] = value;
  }

  settle(value) {
    this.set(value);
    if (this.isArray) this.key += 1;
    this.read(value);
  }

  enter(value, isArray) {
    this.set(value);
    this.open.push(this.container, this.key, this.isArray);
    this.container = value;
    this.key = 0;
    this.isArray = isArray;
  }

  leave() {
    this.isArray = this.open.pop();
    this.key = this.open.pop();
    this.container = this.open.pop();
    if (this.isArray) this.key += 1;
  }

  /** Ends the input; throws unless it is complete. */
  finish() {
    const isComplete = this.stream.finish();
    this.stream.free();
    if (!isComplete) throw new Error('the document is not complete');
    return this.value;
  }
}

const HAS_TYPE = 1;
const HAS_ID = 2;
const IS_WIDE = 4;

/** Text of the module's memory, part by part; each ends with CR. */
class Parts {
  constructor(start, length) {
    this.all = length > 0 ? decoder.decode(bytes.subarray(start, start + length)) : '';
    this.at = 0;
  }

  next() {
    const start = this.at;
    const end = this.all.indexOf('\r', start);
    this.at = end + 1;
    return this.all.slice(start, end);
  }
}

/** Decodes server-sent events from chunks of bytes, and calls `read` with each event. */
export class LiveEvents {
  constructor(read, longest) {
    this.stream = new EventStream(longest);
    this.input = this.stream.input();
    this.answer = this.stream.answer() / 4;
    this.read = read;
  }

  push(chunk) {
    look();
    bytes.set(chunk, this.input);
    if (!this.stream.push(chunk.length)) throw new Error('the stream is beyond a limit');
    look();
    const length = words[this.answer + 1];
    if (length === 0) return;
    const plain = new Parts(words[this.answer + 2], words[this.answer + 3]);
    const wide = new Parts(words[this.answer + 4], words[this.answer + 5]);
    const first = words[this.answer] / 4;
    for (let record = first; record < first + length; record += 1) {
      const has = words[record];
      const parts = has & IS_WIDE ? wide : plain;
      const event = has & HAS_TYPE ? parts.next() : undefined;
      const data = parts.next();
      const id = has & HAS_ID ? parts.next() : undefined;
      this.read({ event, data, id });
    }
  }

  finish() {
    this.stream.free();
  }
}

/** Reads an event stream in WebAssembly: how many events it has, and the sum of the last bytes of their data. */
export function readEvents(chunks, deadline) {
  const reader = new EventReader(chunks.reduce((most, chunk) => Math.max(most, chunk.length), 0));
  const input = reader.input();
  for (const chunk of chunks) {
    deadline.check();
    look();
    bytes.set(chunk, input);
    if (!reader.push(chunk.length)) throw new Error('the stream is invalid');
  }
  const seen = { count: reader.count(), sink: reader.sink() };
  reader.free();
  return seen;
}

/** Copies a document in, and gives what `use(document, length)` makes of it. */
function withDocument(text, use) {
  const document = new Document(text.length);
  const write = (units, at, capacity) => {
    look();
    const start = document.input() + at;
    return encoder.encodeInto(units, bytes.subarray(start, start + capacity));
  };
  try {
    let { read, written } = write(text, 0, text.length);
    if (read < text.length) {
      // Not all of it is ASCII: UTF-8 has at most three bytes for a UTF-16 unit.
      const rest = text.slice(read);
      document.grow(written + 3 * rest.length);
      written += write(rest, written, 3 * rest.length).written;
    }
    return use(document, written);
  } finally {
    document.free();
  }
}

/** What `target` makes of a JSON document. */
export function convert(text, target) {
  return withDocument(text, (document, length) => document.convert(length, target));
}

/** Valid JSON from broken. */
export function repair(text) {
  return withDocument(text, (document, length) => document.repair(length));
}

/** Shows Markdown piece by piece; gives how many changes were told. `makesHtml`: whether each is made into markup. */
export function showMarkdown(chunks, makesHtml, deadline) {
  const longest = 3 * chunks.reduce((most, chunk) => Math.max(most, chunk.length), 0);
  const markdown = new Markdown(longest, makesHtml);
  const input = markdown.input();
  for (const chunk of chunks) {
    deadline.check();
    look();
    const { written } = encoder.encodeInto(chunk, bytes.subarray(input, input + longest));
    if (!markdown.push(written)) throw new Error('a piece is no text');
  }
  const count = markdown.finish();
  if (!(markdown.sink() > 0)) throw new Error('nothing was read');
  markdown.free();
  return count;
}

/** An answer's body in a wire, read chunk by chunk in WebAssembly. */
export class LiveAnswer {
  constructor(wire, longest) {
    this.body = new AnswerBody(wire, longest);
    this.input = this.body.input();
  }

  push(chunk) {
    look();
    bytes.set(chunk, this.input);
    this.body.push(chunk.length);
  }

  /** How many tools have begun. */
  get started() {
    return this.body.started();
  }

  /** Ends the body; gives how many bytes of text it has. */
  finish() {
    this.body.finish();
    const text = this.body.text();
    this.body.free();
    return text;
  }
}
