// A page for one reader and one PDF: how much its process grows at most while it reads.
import { fresh } from '../peers/pdf.js';

const query = new URLSearchParams(location.search);

async function grown() {
  const { run } = fresh.find(({ name }) => name === query.get('reader'));
  const pdf = await (await fetch(query.get('pdf'))).arrayBuffer();
  // What the page's own start has left is collected first.
  for (let pass = 0; pass < 4; pass += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const before = Number(await (await fetch('/memory')).text());
  const { text, figure } = await run(pdf, async () => Number(await (await fetch('/memory/peak')).text()));
  return { text, before, peak: figure };
}

const message = await grown().catch((error) => ({ failed: String(error?.stack ?? error) }));
await fetch('/report', { method: 'POST', body: JSON.stringify(message) });
