// Server-sent events: every event decoded and its data read, at three ways of cutting the same stream.
import { contenders, OURS } from '../peers/sse.js';
import { eventStream, nested } from '../page/inputs.js';

const TITLE = 'SSE';
const encoder = new TextEncoder();
const events = eventStream(nested(200 * 1024)).map((event) => encoder.encode(event));
const stream = new Uint8Array(events.reduce((length, event) => length + event.length, 0));
events.reduce((at, event) => (stream.set(event, at), at + event.length), 0);

function cut(length) {
  const chunks = [];
  for (let at = 0; at < stream.length; at += length) chunks.push(stream.subarray(at, at + length));
  return chunks;
}

const CUTS = [
  ['per event', events],
  ['16 KiB', cut(16 * 1024)],
  ['64 B', cut(64)],
];

export default {
  unit: 'MB/s',
  cases: CUTS.map(([label, chunks]) => ({
    title: TITLE,
    label,
    size: stream.length,
    input: () => chunks,
    check({ count, sink }) {
      if (count !== events.length || !(sink > 0)) throw new Error(`${count} events of ${events.length}`);
    },
    contenders,
  })),
  targets({ best, time }) {
    const peers = contenders.map(({ name }) => name).filter((name) => !name.startsWith(OURS));
    return CUTS.map(([label]) => ({
      claim: `${TITLE}, ${label}: MB/s / best peer's`,
      is: best(TITLE, label, peers) / time(TITLE, label, OURS),
      atLeast: 1,
    }));
  },
};
