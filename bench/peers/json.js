// Incremental JSON parsers. Each is fed chunks of text and gives what it shows after each of them.
//
// `kind` says how it tells of a change: `deltas` tells what came, `snapshot` gives the whole value so far.
// `run(chunks, read, deadline)` calls `read(value)` for each change it shows, and returns the last value.
import { JSONParser } from '@streamparser/json';
import { parsePartialJson } from 'ai';
import { parse as river } from 'jsonriver';
import { Allow, parse as partial } from 'partial-json';

import { LiveJson } from '../page/ours.js';

export const OURS = 'ichiban';

export const contenders = [
  {
    name: OURS,
    kind: 'deltas',
    run(chunks, read, deadline) {
      const longest = chunks.reduce((most, chunk) => Math.max(most, chunk.length), 0);
      const live = new LiveJson(read.part, longest);
      for (const chunk of chunks) {
        deadline.check();
        live.push(chunk);
      }
      return live.finish();
    },
  },
  {
    name: 'jsonriver',
    kind: 'snapshot',
    async run(chunks, read, deadline) {
      async function* source() {
        for (const chunk of chunks) {
          deadline.check();
          yield chunk;
        }
      }
      let value;
      for await (value of river(source())) read.snapshot(value);
      return value;
    },
  },
  {
    name: '@streamparser/json',
    kind: 'snapshot',
    run(chunks, read, deadline) {
      const parser = new JSONParser({ emitPartialTokens: true, emitPartialValues: true });
      let root;
      parser.onEnd = () => {};
      parser.onValue = ({ value, stack }) => {
        if (stack.length === 0) root = value;
        // It tells which value changed, and gives that value whole so far.
        read.value(value);
      };
      for (const chunk of chunks) {
        deadline.check();
        parser.write(chunk);
      }
      return root;
    },
  },
  {
    name: 'partial-json',
    kind: 'snapshot',
    run(chunks, read, deadline) {
      let text = '';
      let value;
      for (const chunk of chunks) {
        deadline.check();
        text += chunk;
        try {
          value = partial(text, Allow.ALL);
        } catch {
          // Some prefixes are beyond it; the value before stays.
          continue;
        }
        read.snapshot(value);
      }
      return value;
    },
  },
  {
    name: 'ai (parsePartialJson)',
    kind: 'snapshot',
    async run(chunks, read, deadline) {
      let text = '';
      let value;
      for (const chunk of chunks) {
        deadline.check();
        text += chunk;
        ({ value } = await parsePartialJson(text));
        read.snapshot(value);
      }
      return value;
    },
  },
];
