// Markdown in a model's tokens: what is to be shown is up to date after each.
import { DEFINITION, markdown } from '../page/answers.js';
import { tokens } from '../page/inputs.js';
import { contenders, INCREMARK, OURS, SMD, STREAMDOWN } from '../peers/markdown.js';

const KIB = 1024;
const TITLE = 'Markdown';
const LATE = 'Markdown, a link defined at the end';
const SIZES = [20, 100, 200];

function cases(title, make, only) {
  return SIZES.map((kib) => ({
    title,
    label: `${kib} KiB`,
    size: kib * KIB,
    input: () => tokens(make(kib * KIB)),
    check(count) {
      if (!(count > 0)) throw new Error('nothing was told');
    },
    contenders: contenders.filter(({ name }) => only === undefined || only.includes(name)),
  }));
}

export default {
  unit: 'ms',
  cases: [
    ...cases(TITLE, markdown),
    ...cases(LATE, (size) => markdown(size - DEFINITION.length) + DEFINITION, [OURS, 'ichiban, to HTML', SMD, INCREMARK]),
  ],
  targets({ time }) {
    const of = (title, label) => time(title, label, OURS);
    const ratio = (peer) => of(TITLE, '200 KiB') / time(TITLE, '200 KiB', peer);
    return [
      { claim: `${TITLE}, 200 KiB: time / ${SMD}'s`, is: ratio(SMD), atMost: 1 },
      { claim: `${TITLE}, 200 KiB: time / ${INCREMARK}'s`, is: ratio(INCREMARK), atMost: 0.1 },
      { claim: `${TITLE}, 200 KiB: time / ${STREAMDOWN}'s`, is: ratio(STREAMDOWN), atMost: 0.01 },
      { claim: `${TITLE}, 200 KiB: time with one late definition / without`, is: of(LATE, '200 KiB') / of(TITLE, '200 KiB'), atMost: 1.2 },
      { claim: `${TITLE}: time(200 KiB) / time(20 KiB)`, is: of(TITLE, '200 KiB') / of(TITLE, '20 KiB'), atMost: 11 },
    ];
  },
};
