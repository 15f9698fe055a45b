// PDF: all pages to their texts, and the memory that takes.
import { contenders, OURS } from '../peers/pdf.js';
import { measure } from '../page/measure.js';
import { addresses, files } from '../page/papers.js';

const papers = new Map(await files('pdf'));
const places = new Map(addresses('pdf'));
const READ = 'PDF to texts';
const MEMORY = 'PDF to texts, memory';

/** Texts as they are compared: spaces and line ends are where each of the readers thinks they are. */
const letters = (text) => text.replace(/\s+/g, '').length;
/** The letters of each paper, by the first who reads it. */
const lengths = new Map();

/** Nobody leaves out much: running heads and page numbers are what the readers may differ in. */
function check(text, pdf) {
  const length = letters(text);
  const known = lengths.get(pdf.byteLength) ?? length;
  lengths.set(pdf.byteLength, known);
  if (length < 10_000 || Math.abs(length - known) > known * 0.05) throw new Error(`${length} letters, and ${known} of another reader`);
}

/**
 * Megabytes by which the page's process (its own thread and all its workers are one) grows at most from before a
 * reader is started until it has read: programs, fonts, garbage not yet collected, all of it, told by the system
 * (`VmHWM` over `VmRSS` of Linux) and so the same for all. Each reads in a browser of its own: in one that has read
 * before, what was freed there would be used again, and not be counted. The least of three.
 */
async function grown(contenders, { address, byteLength }, check, _expected, log) {
  const outcome = new Map();
  for (let round = 0; round < 3; round += 1) {
    for (const { name } of contenders) {
      const query = new URLSearchParams({ reader: name, pdf: address });
      const { text, before, peak, failed } = await (await fetch(`/alone?${query}`)).json();
      if (failed) throw new Error(`${name}: ${failed}`);
      if (!before) {
        outcome.set(name, { skipped: 'not told by this system' });
        continue;
      }
      check(text, { byteLength });
      const megabytes = Math.max(0.1, (peak - before) / 1e6);
      log(`    ${name}: ${megabytes.toFixed(1)} MB over ${(before / 1e6).toFixed(1)} MB`);
      outcome.set(name, { ms: Math.min(megabytes, outcome.get(name)?.ms ?? Infinity) });
    }
  }
  return outcome;
}

/** Measured as ever; then the readers are ended, so that none of them is in another's memory. */
async function timed(contenders, ...rest) {
  const outcome = await measure(contenders, ...rest);
  for (const { end } of contenders) end();
  return outcome;
}

const sizes = [
  ['74 pages', 'docker-engine-1.24.pdf'],
  ['288 pages', 'couchdb-api.pdf'],
].filter(([, file]) => papers.has(file));

export default {
  unit: 'ms',
  cases: [
    ...sizes.slice(-1).map(([label, file]) => ({
      title: MEMORY,
      label,
      unit: 'MB',
      size: papers.get(file).byteLength,
      input: () => ({ address: places.get(file), byteLength: papers.get(file).byteLength }),
      check,
      contenders,
      measure: grown,
    })),
    ...sizes.map(([label, file]) => ({
      title: READ,
      label,
      size: papers.get(file).byteLength,
      input: () => papers.get(file),
      check,
      contenders,
      measure: timed,
    })),
  ],
  targets({ time }) {
    const ratio = (title) => time(title, '288 pages', OURS) / time(title, '288 pages', 'pdf.js');
    return [
      { claim: `${READ}, 288 pages: time / pdf.js's`, is: ratio(READ), atMost: 0.5 },
      { claim: `${MEMORY}, 288 pages: memory / pdf.js's`, is: ratio(MEMORY), atMost: 0.3 },
    ];
  },
};
