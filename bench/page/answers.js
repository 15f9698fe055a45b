// Answers of models: in Markdown, and as each wire carries them.
import { random, sentence, tokens } from './inputs.js';

/** A sentence on one line. */
const line = (next, words) => sentence(next, words).replaceAll('\n', ' ');

/** An answer of `size` UTF-16 units with headings, paragraphs, lists, code, tables and quotations. Every ninth paragraph mentions a link `spec` that is not defined in it. */
export function markdown(size) {
  const next = random(19);
  const kinds = [
    (id) => `## Section ${id}\n\n`,
    (id) => {
      const link = id % 9 === 1 ? '[the specification][spec]' : `[a link](https://example.org/${id})`;
      return `${line(next, 20)} **bold ${line(next, 3)}** and \`code\` with ${link} ${line(next, 20)}\n\n`;
    },
    () => `${Array.from({ length: 5 }, (_, item) => `- item ${item} ${line(next, 8)}\n`).join('')}\n`,
    () => `\`\`\`rust\n${Array.from({ length: 12 }, (_, at) => `    let v${at} = compute(${at}); // ${line(next, 4)}\n`).join('')}\`\`\`\n\n`,
    () => `| a | b | c |\n|---|---|---|\n${Array.from({ length: 6 }, (_, row) => `| ${row} | ${line(next, 1)} | ${line(next, 1)} |\n`).join('')}\n`,
    () => `> ${line(next, 15)}\n\n1. ${line(next, 6)}\n2. ${line(next, 6)}\n\n`,
  ];
  let text = '# Report\n\n';
  for (let id = 0; text.length < size; id += 1) text += kinds[id % kinds.length](id);
  return text.slice(0, size);
}

/** The definition of the link that it mentions. */
export const DEFINITION = '\n\n[spec]: https://example.org/specification\n';

const named = (type, payload) => `event: ${type}\ndata: ${JSON.stringify({ type, ...payload })}\n\n`;
const unnamed = (payload) => `data: ${JSON.stringify(payload)}\n\n`;

/** How each wire begins an answer, carries a piece of its text, and ends it. */
const FRAMES = {
  'openai-chat': {
    begin: () => '',
    piece: (content) =>
      unnamed({ id: 'chatcmpl-7Jq2mWc0bench', object: 'chat.completion.chunk', created: 1790000000, model: 'bench-1', choices: [{ index: 0, delta: { content }, logprobs: null, finish_reason: null }] }),
    end: () => `${unnamed({ id: 'chatcmpl-7Jq2mWc0bench', choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] })}data: [DONE]\n\n`,
  },
  'openai-responses': {
    begin: () => named('response.created', { sequence_number: 0, response: { id: 'resp_bench', model: 'bench-1' } }),
    piece: (delta, at) => named('response.output_text.delta', { sequence_number: at + 1, item_id: 'msg_bench', output_index: 0, content_index: 0, delta, logprobs: [] }),
    end: () => named('response.completed', { response: { id: 'resp_bench', status: 'completed', usage: { input_tokens: 9, output_tokens: 9 } } }),
  },
  anthropic: {
    begin: () => named('message_start', { message: { id: 'msg_bench', model: 'bench-1' } }) + named('content_block_start', { index: 0, content_block: { type: 'text', text: '' } }),
    piece: (text) => named('content_block_delta', { index: 0, delta: { type: 'text_delta', text } }),
    end: () => named('content_block_stop', { index: 0 }) + named('message_delta', { delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 9 } }) + named('message_stop', {}),
  },
  gemini: {
    begin: () => '',
    piece: (text) => unnamed({ candidates: [{ content: { parts: [{ text }], role: 'model' }, index: 0 }], modelVersion: 'bench-1', responseId: 'bench' }),
    end: () => unnamed({ candidates: [{ content: { parts: [{ text: '' }] }, finishReason: 'STOP', index: 0 }] }),
  },
  ollama: {
    begin: () => '',
    piece: (content) => `${JSON.stringify({ model: 'bench-1', created_at: '2026-01-01T00:00:00Z', message: { role: 'assistant', content }, done: false })}\n`,
    end: () => `${JSON.stringify({ model: 'bench-1', message: { role: 'assistant', content: '' }, done: true, done_reason: 'stop' })}\n`,
  },
};

export const WIRES = Object.keys(FRAMES);

/** The body of an answer in a wire: one item an event. */
export function body(wire, text) {
  const { begin, piece, end } = FRAMES[wire];
  return [begin(), ...tokens(text).map(piece), end()].filter((frames) => frames !== '');
}

/** A call of the tool `write` in Chat Completions: one item an event; `settles` is the place of the one that ends its first argument. */
export function call(length) {
  const next = random(23);
  let content = '';
  while (content.length < length) content += `${line(next, 9)}\n`;
  const path = JSON.stringify({ path: 'src/main.rs' }).slice(0, -1);
  const rest = `,"content":${JSON.stringify(content.slice(0, length))}}`;
  const chunk = (delta, finish_reason = null) => unnamed({ id: 'chatcmpl-bench', choices: [{ index: 0, delta, finish_reason }] });
  const piece = (text) => chunk({ tool_calls: [{ index: 0, function: { arguments: text } }] });
  const first = tokens(path);
  const events = [
    chunk({ tool_calls: [{ index: 0, id: 'call_bench', type: 'function', function: { name: 'write', arguments: '' } }] }),
    ...first.map(piece),
    ...tokens(rest).map(piece),
    chunk({}, 'tool_calls'),
  ];
  return { events, settles: first.length };
}
