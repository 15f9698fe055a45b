// Diagrams: parsed, laid out and written as SVG, from text to text; the first one; and one on its way.
import { contenders, fresh, OURS, streaming } from '../peers/diagram.js';
import { tokens } from '../page/inputs.js';
import { diagrams, flowchart } from '../page/diagrams.js';
import { latency } from '../page/measure.js';

const inputs = await diagrams();
/** Nodes, messages and the like, as the name says. */
const nodes = (name) => Number(/\d+/.exec(name)[0]);

const DRAW = 'Diagram';
const FIRST = 'Diagram, the first after a cold start';
const BETWEEN = 'Diagram of 100 nodes on its way, from picture to picture';
const BEHIND = 'Diagram of 100 nodes on its way, how far behind';

function check(svg) {
  if (!/<svg[\s\S]*<\/svg>/.test(svg)) throw new Error(`no SVG: ${String(svg).slice(0, 200)}`);
}

/** What each contender's replay came to: measured once, told twice. */
const replays = new Map();

async function replayed(contenders, pieces) {
  for (const { name, run } of contenders) {
    if (!replays.has(name)) replays.set(name, await run(pieces));
  }
  return replays;
}

function streamed(title, figure) {
  return {
    title,
    label: '300 tokens/s',
    size: 100,
    input: () => tokens(flowchart(100)),
    contenders: streaming,
    async measure(contenders, pieces, _check, _expected, log) {
      const outcome = new Map();
      for (const [name, { frames, last, took }] of await replayed(contenders, pieces)) {
        check(last);
        const behind = frames.map((frame) => frame.behind).sort((one, other) => one - other);
        log(
          `    ${name}: ${frames.length} pictures in ${(took / 1000).toFixed(1)} s (${((frames.length * 1000) / took).toFixed(1)} a second), ` +
            `behind by ${behind[behind.length >> 1].toFixed(0)} ms, at most ${behind.at(-1).toFixed(0)} ms`,
        );
        outcome.set(name, { ms: figure(frames, took, behind) });
      }
      return outcome;
    },
  };
}

const peers = contenders.map(({ name }) => name).filter((name) => name !== OURS);

export default {
  unit: 'ms',
  cases: [
    ...inputs.map(([name, text]) => ({
      title: DRAW,
      label: name,
      size: nodes(name),
      input: () => text,
      check,
      contenders,
    })),
    {
      title: FIRST,
      label: inputs[0][0],
      size: 1,
      input: () => inputs[0][1],
      check,
      contenders: fresh,
      measure: latency,
    },
    streamed(BETWEEN, (frames, took) => took / frames.length),
    streamed(BEHIND, (_frames, _took, behind) => behind[behind.length >> 1]),
  ],
  targets({ best, time }) {
    const ratio = (title, label) => time(title, label, OURS) / best(title, label, peers);
    const ratios = inputs.map(([name]) => ratio(DRAW, name)).filter((is) => !Number.isNaN(is));
    const mean = Math.exp(ratios.reduce((sum, is) => sum + Math.log(is), 0) / ratios.length);
    const atMost = (name) => (nodes(name) >= 300 ? 0.04 : 0.1);
    const flows = inputs.map(([name]) => name).filter((name) => /flow(10|300|1000)$/.test(name));
    return [
      ...flows.map((name) => ({ claim: `${DRAW}, ${name}: time / mermaid.js's`, is: ratio(DRAW, name), atMost: atMost(name) })),
      { claim: `${DRAW}: geometric mean of time / mermaid.js's`, is: mean, atMost: 0.04 },
      { claim: `${FIRST}: time / mermaid.js's`, is: ratio(FIRST, inputs[0][0]), atMost: 1 },
      { claim: `${BETWEEN}: time / mermaid.js's`, is: ratio(BETWEEN, '300 tokens/s'), atMost: 1 },
      { claim: `${BEHIND}: time / mermaid.js's`, is: ratio(BEHIND, '300 tokens/s'), atMost: 1 },
    ];
  },
};
