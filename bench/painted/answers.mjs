// A server that writes an answer at a model's pace, by the wire of OpenAI's Chat, and remembers when each token left.
import { createServer } from 'node:http';

/** How long an answer goes on, in seconds. */
const LASTS = 5;

const WORDS = 'a crate is moved from the depot to the harbour and back whenever somebody signs for it'.split(' ');

/** The text of a token. Each word bears its number, by which it is found on a screen. */
function token(at) {
  const word = `${WORDS[at % WORDS.length]}x${at}`;
  const place = at % 120;
  if (place === 0) return `${at === 0 ? '' : '\n\n'}## ${word}\n\n`;
  if (place >= 60 && place < 90 && place % 6 === 0) return `\n- ${word}`;
  if (place === 90) return `\n\n${word}`;
  if (place % 30 === 29) return ` **${word}**.`;
  return place === 1 ? word : ` ${word}`;
}

const event = (delta, finish_reason = null) =>
  `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'paced', choices: [{ index: 0, delta, finish_reason }] })}\n\n`;

/** Writes an answer of so many tokens in each second; what is due together leaves together. */
async function answer(response, rate, sent) {
  response.write(event({ role: 'assistant', content: '' }));
  const start = performance.now();
  const count = rate * LASTS;
  while (sent.length < count) {
    const due = Math.min(count, 1 + Math.floor(((performance.now() - start) * rate) / 1000));
    let written = '';
    for (let at = sent.length; at < due; at += 1) written += event({ content: token(at) });
    if (written !== '') {
      const now = performance.timeOrigin + performance.now();
      response.write(written);
      while (sent.length < due) sent.push(now);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  response.end(`${event({}, 'stop')}data: [DONE]\n\n`);
}

/**
 * Starts it. `http://ADDRESS/RATE/v1` is an endpoint of that many tokens a second; `files` are served by their path.
 * `taken()` gives when each token of the last answer left, in milliseconds since 1970.
 */
export async function serve(files = new Map()) {
  let sent = [];
  const server = createServer((request, response) => {
    const file = files.get(request.url);
    const allow = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
    const rate = Number(/^\/(\d+)\/v1\/chat\/completions$/.exec(request.url)?.[1]);
    if (file) {
      response.writeHead(200, { 'content-type': file.type }).end(file.body);
    } else if (request.method === 'OPTIONS') {
      response.writeHead(204, allow).end();
    } else if (rate > 0) {
      response.writeHead(200, { ...allow, 'content-type': 'text/event-stream' });
      sent = [];
      request.resume();
      void answer(response, rate, sent);
    } else {
      response.writeHead(404, allow).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, taken: () => sent, close: () => server.close() };
}
