// Makers of an SVG from a Mermaid diagram. `run(text)` gives the SVG.

export const OURS = 'ichiban';

/** Ours: in a worker, as on the page. */
class Drawer {
  constructor() {
    this.worker = new Worker('/worker.js', { type: 'module' });
    this.waiting = [];
    this.worker.addEventListener('message', ({ data }) => this.waiting.shift()(data));
  }

  ask(message) {
    return new Promise((resolve, reject) => {
      this.waiting.push(({ failed, value }) => (failed ? reject(new Error(failed)) : resolve(value)));
      this.worker.postMessage(message);
    });
  }

  draw(text) {
    return this.ask({ draw: text });
  }

  end() {
    this.worker.terminate();
  }
}

/** mermaid.js of a version, in a window of its own: it needs a document. */
class Mermaid {
  constructor(version) {
    this.frame = document.createElement('iframe');
    this.frame.src = `/mermaid.html?${version}`;
    this.frame.style = 'width: 1000px; height: 1000px';
    this.ready = new Promise((resolve) => this.frame.addEventListener('load', resolve, { once: true }));
    document.body.append(this.frame);
  }

  async draw(text) {
    await this.ready;
    return this.frame.contentWindow.draw(text);
  }

  end() {
    this.frame.remove();
  }
}

const MAKERS = [
  [OURS, () => new Drawer()],
  ['mermaid.js 11', () => new Mermaid('mermaid-11')],
  ['mermaid.js 12', () => new Mermaid('mermaid-12')],
];

/** Milliseconds for which each draws before it is measured: engines compile again what is run often. */
const WARMING = 3000;

/** Each is started once, and drawn with again and again. */
export const contenders = MAKERS.map(([name, make]) => {
  let maker;
  return {
    name,
    async warm(text) {
      if (maker !== undefined) return;
      maker = make();
      for (const start = performance.now(); performance.now() - start < WARMING; ) await maker.draw(text);
    },
    run(text) {
      return maker.draw(text);
    },
  };
});

/** Each is started anew for every diagram. */
export const fresh = MAKERS.map(([name, make]) => ({
  name,
  async run(text) {
    const maker = make();
    const svg = await maker.draw(text);
    maker.end();
    return svg;
  },
}));

const TOKENS_PER_SECOND = 300;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends a diagram piece by piece, as a model does, and draws as often as it can, one picture after the other.
 * `step(arrived, fresh)` draws what has arrived, of which `fresh` is new since the last call, and tells
 * whether there is another picture. Gives when each picture came, and how long what it shows had been there.
 */
async function replay(pieces, step) {
  const start = performance.now();
  const due = (at) => start + (at * 1000) / TOKENS_PER_SECOND;
  const frames = [];
  let sent = 0;
  let last;
  while (sent < pieces.length) {
    const now = performance.now();
    const arrived = Math.min(pieces.length, Math.floor(((now - start) * TOKENS_PER_SECOND) / 1000));
    if (arrived === sent) {
      await pause(Math.max(0, due(sent + 1) - now));
      continue;
    }
    const fresh = pieces.slice(sent, arrived).join('');
    sent = arrived;
    const svg = await step(pieces.slice(0, sent).join(''), fresh);
    if (!svg) continue;
    last = svg;
    // A page paints at most once a frame.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    frames.push({ at: performance.now() - start, behind: performance.now() - due(sent) });
  }
  return { frames, last, took: performance.now() - start };
}

/** Each draws a diagram while it arrives. `run(pieces)` gives what `replay` does. */
export const streaming = MAKERS.map(([name, make]) => ({
  name,
  async run(pieces) {
    const maker = make();
    await maker.draw('flowchart TD\nA --> B');
    const result = await replay(pieces, async (arrived, fresh) => {
      if (name === OURS) return maker.ask({ push: fresh });
      // All that can be done without more: draw what is there, and keep the last picture if that is no diagram.
      return maker.draw(arrived).catch(() => undefined);
    });
    maker.end();
    return result;
  },
}));
