// Decoders of event streams. `run(chunks, read, deadline)` calls `read(event)` for each event of the chunks of bytes.
import { createParser } from 'eventsource-parser';

import { LiveEvents } from '../page/ours.js';

export const OURS = 'ichiban';

export const contenders = [
  {
    name: OURS,
    run(chunks, read, deadline) {
      const longest = chunks.reduce((most, chunk) => Math.max(most, chunk.length), 0);
      const live = new LiveEvents(read, longest);
      for (const chunk of chunks) {
        deadline.check();
        live.push(chunk);
      }
      live.finish();
    },
  },
  {
    name: 'eventsource-parser',
    run(chunks, read, deadline) {
      const decoder = new TextDecoder();
      const parser = createParser({ onEvent: read });
      for (const chunk of chunks) {
        deadline.check();
        parser.feed(decoder.decode(chunk, { stream: true }));
      }
    },
  },
];
