// Decoders of event streams. `run(chunks, deadline)` reads the end of each event's data, where the decoder's user would
// read it, and gives `{ count, sink }`: how many events there were, and the sum of what was read.
import { createParser } from 'eventsource-parser';

import { LiveEvents, readEvents } from '../page/ours.js';

export const OURS = 'ichiban';

function reading(run) {
  return (chunks, deadline) => {
    const seen = { count: 0, sink: 0 };
    const read = ({ data }) => {
      seen.count += 1;
      seen.sink += data.charCodeAt(data.length - 1);
    };
    run(chunks, read, deadline);
    return seen;
  };
}

export const contenders = [
  // The app reads events in WebAssembly.
  { name: OURS, run: readEvents },
  {
    name: 'ichiban, into JavaScript',
    run: reading((chunks, read, deadline) => {
      const longest = chunks.reduce((most, chunk) => Math.max(most, chunk.length), 0);
      const live = new LiveEvents(read, longest);
      for (const chunk of chunks) {
        deadline.check();
        live.push(chunk);
      }
      live.finish();
    }),
  },
  {
    name: 'eventsource-parser',
    run: reading((chunks, read, deadline) => {
      const decoder = new TextDecoder();
      const parser = createParser({ onEvent: read });
      for (const chunk of chunks) {
        deadline.check();
        parser.feed(decoder.decode(chunk, { stream: true }));
      }
    }),
  },
];
