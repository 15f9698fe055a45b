// Runs the rows it is given, and sends what it measures to the program that opened the page.
import { measure } from './measure.js';

const send = (message) => fetch('/report', { method: 'POST', body: JSON.stringify(message) });

/** What a contender will take at this size, if it grows as it did between the last two; 0 if that is not known. */
function forecast(before, size) {
  if (before.length < 2) return 0;
  const [[smaller, quick], [larger, slow]] = before.slice(-2);
  if (slow === undefined) return Infinity;
  const power = Math.log(slow / quick) / Math.log(larger / smaller);
  // Short times say little of how they grow.
  return slow < 200 ? 0 : slow * (size / larger) ** power;
}

/** Measures rows; `load` loads the module that most of them need, and is left out if none does. */
export async function run(rows, { sizes }, load) {
  try {
    await load?.('/bench_bg.wasm');
    for (const { name, row } of rows) {
      const history = new Map();
      const results = new Map();
      for (const one of row.cases) {
        if (sizes && !sizes.includes(one.label)) continue;
        await send({ log: `  ${one.title}, ${one.label}` });
        const known = (contender) => history.get(one.title + contender) ?? [];
        const outcome = await (one.measure ?? measure)(
          one.contenders,
          one.input(),
          one.check,
          (contender) => forecast(known(contender), one.size),
          (line) => send({ log: line }),
        );
        for (const [contender, { ms }] of outcome) {
          history.set(one.title + contender, [...known(contender), [one.size, ms]]);
          results.set(`${one.title}|${one.label}|${contender}`, ms ?? Infinity);
        }
        await send({ case: { row: name, unit: one.unit ?? row.unit, title: one.title, label: one.label, size: one.size, outcome: [...outcome] } });
      }
      const time = (title, label, contender) => results.get(`${title}|${label}|${contender}`) ?? NaN;
      const best = (title, label, contenders) => Math.min(...contenders.map((contender) => time(title, label, contender)));
      const targets = row.targets({ time, best }).filter(({ is }) => !Number.isNaN(is));
      await send({ targets });
    }
    await send({ done: true });
  } catch (error) {
    await send({ failed: String(error?.stack ?? error) });
  }
}
