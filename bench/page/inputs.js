// The inputs: made anew each time from fixed seeds, so that every run measures the same bytes.

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const WORDS = [
  'account', 'balance', 'cursor', 'déjà', 'endpoint', 'filter', 'gateway', 'header', 'invoice', 'journal', 'key',
  'ledger', 'merge', 'node', 'order', 'payload', 'query', 'returns', 'schema', 'token', 'übung', 'value', 'webhook',
  'the', 'of', 'a', 'is', 'to', 'and', 'with', '"quoted"', 'C:\\path', '東京', '🚀', 'line\nbreak',
];

export function sentence(next, words) {
  return Array.from({ length: words }, () => WORDS[Math.floor(next() * WORDS.length)]).join(' ') + '.';
}

/** An API description of `size` UTF-16 units: objects in objects, arrays, numbers, short and long strings. */
export function nested(size) {
  const next = random(11);
  const paths = {};
  const text = () => JSON.stringify({ openapi: '3.1.0', info: { title: 'Bench', description: '' }, paths }, null, 2);
  const operation = (id) => ({
    operationId: `op${id}`,
    summary: sentence(next, 5),
    description: sentence(next, 28),
    deprecated: next() < 0.2,
    parameters: [
      { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 500, default: 25 } },
      { name: 'after', in: 'query', schema: { type: ['string', 'null'] }, example: null },
    ],
    responses: {
      200: {
        description: sentence(next, 4),
        content: {
          'application/json': {
            example: { id: Math.floor(next() * 1e9), ratio: +(next() * 100).toFixed(4), small: -2.5e-7, tags: ['a', 'b'], ok: true },
          },
        },
      },
      404: { description: sentence(next, 3) },
    },
  });
  let length = text().length;
  for (let id = 0; length < size; id += 1) {
    const path = { get: operation(`${id}a`), post: operation(`${id}b`) };
    // What the text grows by: the member at its depth, with a comma and line ends.
    const grown = JSON.stringify({ paths: { [`/v1/items${id}`]: path } }, null, 2).length - JSON.stringify({ paths: {} }, null, 2).length;
    if (length + grown > size) break;
    paths[`/v1/items${id}`] = path;
    length += grown;
  }
  const whole = text();
  return whole.replace('"description": ""', `"description": "${'x'.repeat(Math.max(0, size - whole.length))}"`);
}

/** A tool call that writes a file: one string of almost `size` UTF-16 units, with the escapes of program text. */
export function longString(size) {
  const next = random(13);
  let content = '';
  while (content.length < size) {
    const words = sentence(next, 7).replaceAll(/["\\\n]/g, '');
    content += `export function f${Math.floor(next() * 1e6)}(x) {\n\treturn "${words}" + x;\n}\n\n`;
  }
  const written = (length) => JSON.stringify({ path: 'src/main.js', content: content.slice(0, length) });
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (written(middle).length <= size) low = middle;
    else high = middle - 1;
  }
  return written(low);
}

/** The text in pieces of 4 to 20 UTF-16 units, as a model's tokens come; no surrogate pair is cut. */
export function tokens(text) {
  const next = random(17);
  const pieces = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + 4 + Math.floor(next() * 17));
    const last = text.charCodeAt(end - 1);
    if (last >= 0xd800 && last < 0xdc00) end += 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

/** A chat completion as an event stream: one event for each token of `text`. */
export function eventStream(text) {
  const events = tokens(text).map((content) => {
    const choices = [{ index: 0, delta: { content }, logprobs: null, finish_reason: null }];
    const chunk = { id: 'chatcmpl-7Jq2mWc0bench', object: 'chat.completion.chunk', created: 1790000000, model: 'bench-1', system_fingerprint: null, choices };
    return `data: ${JSON.stringify(chunk)}\n\n`;
  });
  return [...events, 'data: [DONE]\n\n'];
}
