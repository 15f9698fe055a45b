// Tools: from the last byte of the argument that a tool needs to its start, while the call arrives at a model's pace.
import { call } from '../page/answers.js';
import { LiveAnswer } from '../page/ours.js';

const TITLE = 'Tool, from its argument to its start';
const OURS = 'ichiban';
const WAITING = 'waiting for the whole call';
const PACE = 300;
const LABEL = `${PACE} tokens/s`;
const RUNS = 5;

/** Hands the events over at the pace; `take(event)` says whether the tool has begun. Gives the milliseconds since the argument was whole. */
async function paced({ events, settles }, take) {
  const start = performance.now();
  let whole = Infinity;
  for (const [at, event] of events.entries()) {
    const due = start + (at * 1000) / PACE;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    if (at === settles) whole = performance.now();
    if (take(event)) return performance.now() - whole;
  }
  throw new Error('the tool never began');
}

const contenders = [
  {
    name: OURS,
    async run(input) {
      const longest = input.events.reduce((most, event) => Math.max(most, event.length), 0);
      const live = new LiveAnswer('openai-chat', longest);
      const took = await paced(input, (event) => {
        live.push(event);
        return live.started > 0;
      });
      live.finish();
      return took;
    },
  },
  {
    name: WAITING,
    run(input) {
      const decoder = new TextDecoder();
      let written = '';
      return paced(input, (event) => {
        const [choice] = JSON.parse(decoder.decode(event).slice('data: '.length)).choices;
        written += choice.delta.tool_calls?.[0].function.arguments ?? '';
        return choice.finish_reason === 'tool_calls' && JSON.parse(written).path !== undefined;
      });
    },
  },
];

/** The middle of some runs, by the clock. */
async function measure(all, input, check) {
  const outcome = new Map();
  for (const { name, run } of all) {
    const times = [];
    for (let nth = 0; nth < RUNS; nth += 1) {
      const took = await run(input);
      check(took, input);
      times.push(Math.max(0.001, took));
    }
    outcome.set(name, { ms: times.sort((one, other) => one - other)[RUNS >> 1] });
  }
  return outcome;
}

const encoder = new TextEncoder();
const LENGTH = 4000;

export default {
  unit: 'ms',
  cases: [
    {
      title: TITLE,
      label: LABEL,
      size: LENGTH,
      measure,
      input() {
        const { events, settles } = call(LENGTH);
        return { events: events.map((event) => encoder.encode(event)), settles };
      },
      check(took) {
        if (!(took >= 0)) throw new Error('the tool began before its argument was whole');
      },
      contenders,
    },
  ],
  targets({ time }) {
    const ours = time(TITLE, LABEL, OURS);
    return [
      { claim: `${TITLE}: milliseconds`, is: ours, atMost: 5 },
      { claim: `${TITLE}: time / ${WAITING}'s`, is: ours / time(TITLE, LABEL, WAITING), atMost: 0.05 },
    ];
  },
};
