// Repair: broken JSON to valid JSON, text to text.
import { records } from '../page/records.js';
import { contenders, OURS } from '../peers/repair.js';

/** Every object and array ends in a comma, as JavaScript allows. */
function trailingCommas(text) {
  return text.replace(/(["\d\w}\]])(\s*)([}\]])/g, '$1,$2$3');
}

/** What people and programs write for JSON: names without quotes, single quotes, Python's constants, comments, a lost comma, no end. */
function typical(text) {
  let line = 0;
  const broken = text
    .split('\n')
    .map((written) => {
      line += 1;
      switch (line % 12) {
        case 1:
          return written.replace(/"(\w+)":/, '$1:');
        case 4:
          return written.replace(/: "([^"'\\]*)"/, ": '$1'");
        case 6:
          return written.replace(/: (true|false|null)\b/, (_, word) => `: ${{ true: 'True', false: 'False', null: 'None' }[word]}`);
        case 8:
          return `${written} // a remark`;
        case 11:
          return /^\s+"\w+": [^{["]+,$/.test(written) ? written.slice(0, -1) : written;
        default:
          return written;
      }
    })
    .join('\n');
  return broken.slice(0, broken.lastIndexOf('}') - 3);
}

function input(label, size, make) {
  return () => {
    const document = records(size);
    return { text: make(document), items: JSON.parse(document).length };
  };
}

function cases(title, sizes, make) {
  return sizes.map(([label, size]) => ({
    title,
    label,
    size,
    input: input(label, size, make),
    check(mended, { items }) {
      const found = JSON.parse(mended).length;
      if (found !== items) throw new Error(`${found} records of ${items}`);
    },
    contenders: contenders.map(({ name, run }) => ({ name, run: ({ text }) => run(text) })),
  }));
}

const COMMAS = 'Repair, trailing commas';
const TYPICAL = 'Repair, typical mistakes';
const HUNDRED = ['100 KB', 1e5];
const FOUR_HUNDRED = ['400 KB', 4e5];
const LARGE = ['4 MB', 4e6];

export default {
  unit: 'ms',
  cases: [...cases(COMMAS, [HUNDRED, FOUR_HUNDRED, LARGE], trailingCommas), ...cases(TYPICAL, [HUNDRED, FOUR_HUNDRED, LARGE], typical)],
  targets({ best, time }) {
    const peers = contenders.map(({ name }) => name).filter((name) => name !== OURS);
    const ratio = (title, label) => time(title, label, OURS) / best(title, label, peers);
    const growth = (title) => time(title, '4 MB', OURS) / time(title, '400 KB', OURS);
    return [
      { claim: `${COMMAS}, 400 KB: time / jsonrepair's`, is: ratio(COMMAS, '400 KB'), atMost: 0.05 },
      { claim: `${TYPICAL}, 400 KB: time / jsonrepair's`, is: ratio(TYPICAL, '400 KB'), atMost: 1 },
      { claim: `${COMMAS}: time(4 MB) / time(400 KB)`, is: growth(COMMAS), atMost: 11 },
      { claim: `${TYPICAL}: time(4 MB) / time(400 KB)`, is: growth(TYPICAL), atMost: 11 },
    ];
  },
};
