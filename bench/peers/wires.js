// Readers of answers as the wires carry them. `run(chunks, deadline)` gives how many bytes of text the answer has.
import { Stream as AnthropicStream } from '@anthropic-ai/sdk/core/streaming';
import { Stream as OpenAiStream } from 'openai/core/streaming';

import { LiveAnswer } from '../page/ours.js';

export const OURS = 'ichiban';

function ours(wire) {
  return (chunks, deadline) => {
    const live = new LiveAnswer(wire, chunks.reduce((most, chunk) => Math.max(most, chunk.length), 0));
    for (const chunk of chunks) {
      deadline.check();
      live.push(chunk);
    }
    return live.finish();
  };
}

/** A response whose body comes in these chunks. */
function response(chunks) {
  const body = new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

const encoder = new TextEncoder();

function sdk(Stream, textOf) {
  return async (chunks, deadline) => {
    let text = '';
    for await (const event of Stream.fromSSEResponse(response(chunks), new AbortController())) {
      deadline.check();
      text += textOf(event) ?? '';
    }
    return encoder.encode(text).length;
  };
}

const PEERS = {
  'openai-chat': [{ name: 'openai', run: sdk(OpenAiStream, (event) => event.choices[0]?.delta?.content) }],
  'openai-responses': [{ name: 'openai', run: sdk(OpenAiStream, (event) => (event.type === 'response.output_text.delta' ? event.delta : '')) }],
  anthropic: [{ name: '@anthropic-ai/sdk', run: sdk(AnthropicStream, (event) => event.delta?.text) }],
};

/** Who can read a wire. */
export function contenders(wire) {
  return [{ name: OURS, run: ours(wire) }, ...(PEERS[wire] ?? [])];
}
