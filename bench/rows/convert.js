// Conversion: TypeScript from a JSON document, the whole way from text to text.
import { nested } from '../page/inputs.js';
import { records } from '../page/records.js';
import { contenders, OURS } from '../peers/typescript.js';

const SIZES = [
  ['100 KB', 1e5],
  ['1 MB', 1e6],
  ['10 MB', 1e7],
];

function cases(title, make) {
  return SIZES.map(([label, size]) => ({
    title,
    label,
    size,
    input: () => make(size),
    check(text) {
      if (!/export (interface|type) Root\b/.test(text)) throw new Error(`no declaration of Root in ${text.slice(0, 200)}`);
    },
    contenders,
  }));
}

const TITLES = ['To TypeScript, records', 'To TypeScript, nested document'];

export default {
  unit: 'ms',
  cases: [...cases(TITLES[0], records), ...cases(TITLES[1], nested)],
  targets({ best, time }) {
    const peers = contenders.map(({ name }) => name).filter((name) => name !== OURS);
    return TITLES.flatMap((title) => [
      ...SIZES.map(([label]) => ({
        claim: `${title}, ${label}: time / quicktype-core's`,
        is: time(title, label, OURS) / best(title, label, peers),
        atMost: 0.2,
      })),
      { claim: `${title}: time(10 MB) / time(1 MB)`, is: time(title, '10 MB', OURS) / time(title, '1 MB', OURS), atMost: 11 },
    ]);
  },
};
