// The reader of documentation in a worker: a PDF to the texts of its blocks, or files to a specification.
import init, { Documents, texts } from '@wasm/bench-pdf/bench-pdf.js';

const ready = init({ module_or_path: '/bench-pdf_bg.wasm' });

function answer({ pdf, files }) {
  if (pdf) return texts('bench.pdf', new Uint8Array(pdf));
  const documents = new Documents();
  for (const [name, bytes] of files) documents.add(name, new Uint8Array(bytes));
  return documents.compile();
}

self.addEventListener('message', async ({ data }) => {
  try {
    const { memory } = await ready;
    const value = answer(data);
    self.postMessage({ value, bytes: memory.buffer.byteLength });
  } catch (error) {
    self.postMessage({ failed: String(error?.message ?? error) });
  }
});
