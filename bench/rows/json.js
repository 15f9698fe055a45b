// Incremental JSON: every change delivered and read, in chunks of 4 to 20 characters.
import { contenders, OURS } from '../peers/json.js';
import { longString, nested, tokens } from '../page/inputs.js';

const KIB = 1024;
const SIZES = [20, 100, 200, 2000];

/** Counts what is read, so that no reading can be optimised away. */
let sink = 0;

/** Reads the newest part: its last character, as writing it into a page would. */
function readPart(part) {
  if (typeof part === 'string') sink += part.length > 0 ? part.charCodeAt(part.length - 1) : 0;
  else sink += 1;
}

/** Readers of what a contender shows. The least that a page must do: find the value, and read its end. */
const readers = {
  nested: { part: readPart, value: readPart, snapshot: (root) => readPart(root?.info) },
  longString: { part: readPart, value: readPart, snapshot: (root) => readPart(root?.content ?? root) },
};

function cases(title, make, read) {
  return SIZES.map((kib) => ({
    title,
    size: kib * KIB,
    label: kib < 1000 ? `${kib} KiB` : `${kib / 1000} MB`,
    input() {
      const text = make(kib * KIB);
      return { document: JSON.stringify(JSON.parse(text)), chunks: tokens(text) };
    },
    check(value, { document }) {
      if (JSON.stringify(value) !== document) throw new Error('the last value is not the document');
    },
    contenders: contenders.map(({ name, run }) => ({ name, run: ({ chunks }, deadline) => run(chunks, read, deadline) })),
  }));
}

const NESTED = 'JSON, nested document';
const STRING = 'JSON, one long string';

export default {
  unit: 'ms',
  cases: [...cases(NESTED, nested, readers.nested), ...cases(STRING, longString, readers.longString)],
  targets({ best, time }) {
    const all = contenders.map(({ name }) => name).filter((name) => name !== OURS);
    const snapshots = contenders.filter(({ kind }) => kind === 'snapshot').map(({ name }) => name);
    const growth = (title) => time(title, '2 MB', OURS) / time(title, '200 KiB', OURS);
    return [
      { claim: `${NESTED}, 200 KiB: time / best peer's`, is: time(NESTED, '200 KiB', OURS) / best(NESTED, '200 KiB', all), atMost: 0.5 },
      { claim: `${STRING}, 200 KiB: time / best snapshot peer's`, is: time(STRING, '200 KiB', OURS) / best(STRING, '200 KiB', snapshots), atMost: 0.05 },
      { claim: `${NESTED}: time(2 MB) / time(200 KiB)`, is: growth(NESTED), atMost: 11 },
      { claim: `${STRING}: time(2 MB) / time(200 KiB)`, is: growth(STRING), atMost: 11 },
    ];
  },
};
