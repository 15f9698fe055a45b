// Wires: an answer's body decoded to its events, and the text read.
import { body, WIRES } from '../page/answers.js';
import { nested } from '../page/inputs.js';
import { contenders, OURS } from '../peers/wires.js';

const encoder = new TextEncoder();
const text = nested(200 * 1024);
const length = encoder.encode(text).length;
const CUTS = ['per event', '16 KiB'];

function chunks(events, cut) {
  if (cut === 'per event') return events.map((event) => encoder.encode(event));
  const whole = encoder.encode(events.join(''));
  const pieces = [];
  for (let at = 0; at < whole.length; at += 16 * 1024) pieces.push(whole.subarray(at, at + 16 * 1024));
  return pieces;
}

const title = (wire) => `Wire ${wire}`;

export default {
  unit: 'MB/s',
  cases: WIRES.flatMap((wire) => {
    const events = body(wire, text);
    const size = encoder.encode(events.join('')).length;
    return CUTS.map((label) => ({
      title: title(wire),
      label,
      size,
      input: () => chunks(events, label),
      check(found) {
        if (found !== length) throw new Error(`${found} bytes of text of ${length}`);
      },
      contenders: contenders(wire),
    }));
  }),
  targets({ best, time }) {
    return WIRES.flatMap((wire) => {
      const peers = contenders(wire).map(({ name }) => name).filter((name) => name !== OURS);
      if (peers.length === 0) return [];
      return CUTS.map((label) => ({
        claim: `${title(wire)}, ${label}: MB/s / ${peers.join(' or ')}'s`,
        is: best(title(wire), label, peers) / time(title(wire), label, OURS),
        atLeast: 1,
      }));
    });
  },
};
