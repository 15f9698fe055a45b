// Whole documents to a specification: megabytes a second, and whether the time grows as the pages do.
import { OURS, Reader } from '../peers/pdf.js';
import { files, repeated } from '../page/papers.js';

const papers = new Map(await files('pdf'));
const PDF = 'PDF to a specification';

let reader;
const contenders = [
  {
    name: OURS,
    async warm() {
      reader ??= new Reader();
    },
    async run(input) {
      return (await reader.ask({ files: input })).value;
    },
  },
];

/** Something was found: the least that a specification of these is. */
function check(text) {
  const count = Object.keys(JSON.parse(text).paths).length;
  if (count < 20) throw new Error(`${count} paths in ${text.slice(0, 200)}`);
}

const bytes = (set) => set.reduce((sum, [, content]) => sum + content.byteLength, 0);
const one = (title, label, set) => ({ title, label, size: bytes(set), input: () => set, check, contenders });

const SHORT = 'docker-engine-1.24.pdf';
const LONG = 'couchdb-api.pdf';
/** The long one so often is more than a thousand pages. */
const TIMES = 4;
const pages = [
  [SHORT, 74],
  [LONG, 288],
  [`${TIMES} times`, 288 * TIMES],
].filter(([name]) => papers.has(name) || (papers.has(LONG) && name.endsWith('times')));
const label = (count) => `${count} pages`;

const cases = pages.map(([name, count]) => {
  const content = papers.get(name) ?? repeated(new Uint8Array(papers.get(LONG)), TIMES);
  return one(PDF, label(count), [['bench.pdf', content]]);
});
for (const kind of ['Markdown', 'HTML', 'reStructuredText']) {
  const set = await files(kind);
  if (set.length > 0) cases.push(one(`${kind} to a specification`, `${set.length} files`, set));
}

export default {
  unit: 'MB/s',
  cases,
  targets({ time }) {
    const each = (count) => time(PDF, label(count), OURS) / count;
    return [
      { claim: `${PDF}: time a page, 288 pages / 74`, is: each(288) / each(74), atMost: 1.1 },
      { claim: `${PDF}: time a page, ${288 * TIMES} pages / 288`, is: each(288 * TIMES) / each(288), atMost: 1.1 },
    ];
  },
};
