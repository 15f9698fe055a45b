// What was measured, as text for a terminal.

const OURS = 'ichiban';

function time(ms) {
  return ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;
}

function rate(size, ms) {
  const megabytes = size / 1e6 / (ms / 1e3);
  return `${megabytes.toFixed(megabytes < 10 ? 1 : 0)} MB/s`;
}

/** Where memory is measured, it is told in place of the milliseconds. */
function shown(unit, size, figure) {
  if (unit === 'ms') return time(figure);
  return unit === 'MB' ? `${figure.toFixed(1)} MB` : rate(size, figure);
}

/** One line for each case and contender: what it took, that beside ours, and how it grew from the size before. */
export function table(cases) {
  const lines = [['case', 'input', 'contender', 'time', 'time / ours', 'growth']];
  const before = new Map();
  for (const { title, label, size, unit, outcome } of cases) {
    const ours = outcome.find(([name]) => name === OURS)?.[1].ms;
    for (const [name, { ms, skipped }] of outcome) {
      const key = `${title}|${name}`;
      const smaller = before.get(key);
      const growth = smaller && ms && size !== smaller.size ? `${(ms / smaller.ms).toFixed(1)} for ${(size / smaller.size).toFixed(1)}` : '';
      const took = skipped ? `skipped (${skipped})` : shown(unit, size, ms);
      lines.push([title, label, name, took, ms ? (ms / ours).toFixed(2) : '', growth]);
      if (ms) before.set(key, { size, ms });
      else before.delete(key);
    }
  }
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const text = lines.map((line) => line.map((cell, column) => (column > 2 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  ').trimEnd());
  return [text[0], '─'.repeat(text[0].length), ...text.slice(1)].join('\n');
}

/** One line for each target. */
export function verdicts(targets) {
  const lines = targets.map(({ claim, is, atMost, atLeast }) => {
    const holds = is <= (atMost ?? Infinity) && is >= (atLeast ?? -Infinity);
    const bound = atMost === undefined ? `at least ${atLeast}` : `at most ${atMost}`;
    return `${holds ? '✓' : '✗'} ${claim}: ${is.toPrecision(3)} (${bound})`;
  });
  return lines.length > 0 ? `\n${lines.join('\n')}` : '';
}
