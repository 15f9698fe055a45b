// Readers of a PDF's texts. `run(bytes)` gives the texts of all pages.

export const OURS = 'ichiban';

/** Ours: in a worker, as on the page. */
export class Reader {
  constructor() {
    this.worker = new Worker('/pdf-worker.js', { type: 'module' });
  }

  ask(message) {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }) => (data.failed ? reject(new Error(data.failed)) : resolve(data));
      this.worker.postMessage(message);
    });
  }

  async read(pdf) {
    return (await this.ask({ pdf })).value;
  }

  end() {
    this.worker.terminate();
  }
}

const PACKAGE = '/packages/pdfjs-dist/build';

/** pdf.js, which starts a worker of its own. */
class PdfJs {
  async read(pdf) {
    // Named by a variable, so that it is fetched as it is published and not bundled.
    const source = `${PACKAGE}/pdf.min.mjs`;
    const { getDocument, GlobalWorkerOptions, PDFWorker } = await import(source);
    GlobalWorkerOptions.workerSrc = `${PACKAGE}/pdf.worker.min.mjs`;
    this.worker ??= new PDFWorker();
    // What is given is taken over.
    const task = getDocument({ data: pdf.slice(0), worker: this.worker });
    const document = await task.promise;
    const texts = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      texts.push(items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''));
      page.cleanup();
    }
    await task.destroy();
    return texts.join('\n');
  }

  end() {
    this.worker?.destroy();
    this.worker = undefined;
  }
}

const MAKERS = [
  [OURS, () => new Reader()],
  ['pdf.js', () => new PdfJs()],
];

/** Each is started once, and reads again and again. */
export const contenders = MAKERS.map(([name, make]) => {
  let maker;
  return {
    name,
    async warm(pdf) {
      maker ??= make();
      await maker.read(pdf);
    },
    run(pdf) {
      return maker.read(pdf);
    },
    end() {
      maker?.end();
      maker = undefined;
    },
  };
});

/** Each is started anew, and ended after `then()`. */
export const fresh = MAKERS.map(([name, make]) => ({
  name,
  async run(pdf, then) {
    const maker = make();
    const text = await maker.read(pdf);
    const figure = await then();
    maker.end();
    return { text, figure };
  },
}));
