// Time, fairly: every contender of a case gets the same input, takes its turn in every round, and is judged by
// its better rounds: what the slowest of the best quarter took.

/** A run that takes longer is given up. */
export const LONGEST = 60_000;

/** Each contender gets this much time and, if it is quick enough, this many rounds: compilers need them to be warm. */
const ENOUGH = 600;
const FEWEST_ROUNDS = 6;
const QUICK = 1000;
const MOST_ROUNDS = 40;

/**
 * Milliseconds of work so far: of the processor, where the program that opened the page can tell, so that what
 * else the machine does is left out; else of the clock.
 */
async function clock() {
  const told = await (await fetch('/work')).text();
  return told ? Number(told) : performance.now();
}

/** What asking that clock costs itself, which is no contender's work: the least of some tries. */
async function clockCost() {
  let least = Infinity;
  for (let tries = 0; tries < 12; tries += 1) {
    const start = await clock();
    least = Math.min(least, (await clock()) - start);
  }
  return least;
}

/** Thrown out of a run that takes too long. */
export class TooLong extends Error {}

/** A clock that a run asks at every chunk, to be stopped in time. */
export class Deadline {
  constructor() {
    this.start = performance.now();
    this.asked = 0;
  }

  /** Throws if the run takes too long. Looks at the clock now and then only. */
  check() {
    this.asked += 1;
    if (this.asked % 64 === 0 && performance.now() - this.start > LONGEST) throw new TooLong();
  }
}

/**
 * Measures contenders `{name, run(input, deadline)}` on one input, after `warm(input)` if they have it;
 * `check(result, input)` throws if a result is wrong.
 * `expected(name)` gives the milliseconds a contender will take, if they are known to be too many.
 * Returns a map from name to `{ms}` or `{skipped}`.
 */
export async function measure(contenders, input, check, expected, log) {
  const cost = await clockCost();
  const outcome = new Map();
  const spent = new Map();
  for (const { warm } of contenders) await warm?.(input);
  const rounds = new Map(contenders.map(({ name }) => [name, []]));
  let open = contenders.filter(({ name }) => {
    const will = expected(name);
    if (will > LONGEST) outcome.set(name, { skipped: `> ${LONGEST / 1000} s` });
    return !(will > LONGEST);
  });
  for (let round = 0; open.length > 0 && round < MOST_ROUNDS; round += 1) {
    for (const { name, run } of open) {
      globalThis.gc?.();
      await new Promise((resolve) => setTimeout(resolve));
      const start = await clock();
      try {
        const result = await run(input, new Deadline());
        const ms = Math.max(0.001, (await clock()) - start - cost);
        check(result, input);
        spent.set(name, (spent.get(name) ?? 0) + ms);
        const times = rounds.get(name);
        times.push(ms);
        times.sort((one, other) => one - other);
        // Never the best alone: the system counts a thread's time late now and then, and it seems to take none.
        outcome.set(name, { ms: times[times.length >> 2] });
        if (ms > 1000) log(`    ${name}: ${(ms / 1000).toFixed(1)} s`);
      } catch (error) {
        if (!(error instanceof TooLong)) throw new Error(`${name}: ${error?.stack ?? error}`);
        outcome.set(name, { skipped: `> ${LONGEST / 1000} s` });
        spent.set(name, Infinity);
      }
    }
    open = open.filter(({ name }) => {
      const isCold = round + 1 < FEWEST_ROUNDS && outcome.get(name).ms < QUICK;
      return isCold || (spent.get(name) ?? 0) < ENOUGH;
    });
  }
  return outcome;
}

/** The same, of runs that wait for others, such as a module that is fetched: the clock counts, and the middle one. */
export async function latency(contenders, input, check) {
  const times = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < 9; round += 1) {
    for (const { name, run } of contenders) {
      const start = performance.now();
      const result = await run(input);
      times.get(name).push(performance.now() - start);
      check(result, input);
    }
  }
  const middle = (all) => all.sort((one, other) => one - other)[all.length >> 1];
  return new Map([...times].map(([name, all]) => [name, { ms: middle(all) }]));
}
