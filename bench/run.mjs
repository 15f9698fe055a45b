// Bundles the page, opens it in headless Chromium, and prints what it measures.
//
// node run.mjs --wasm FOLDER [--row NAME]… [--quick], with CHROMIUM_PATH set. Exit status: 0 if every target
// is met, 1 if one is missed, 2 if nothing could be measured.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { build } from 'esbuild';

import { table, verdicts } from './table.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: { wasm: { type: 'string' }, row: { type: 'string', multiple: true }, quick: { type: 'boolean' } },
});

/** The page's script: every row's file is a part of it. */
async function bundle(rows) {
  const imports = rows.map((row, index) => `import row${index} from './rows/${row}.js';`);
  const list = rows.map((row, index) => `{ name: '${row}', row: row${index} }`);
  const settings = JSON.stringify({ sizes: options.quick ? ['20 KiB', '100 KiB', '100 KB', 'per event', '16 KiB', '64 B'] : null });
  const contents = `${imports.join('\n')}\nimport { run } from './page/main.js';\nrun([${list.join(', ')}], ${settings});`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here },
    alias: { '@wasm/bench': options.wasm },
    bundle: true,
    format: 'esm',
    target: 'chrome120',
    minify: true,
    keepNames: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    platform: 'browser',
    logLevel: 'error',
    write: false,
  });
  return outputFiles[0].contents;
}

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

/** Milliseconds of processor time that the page's processes have taken, where the system tells it (Linux). */
async function work(profile) {
  let nanoseconds = 0;
  try {
    for (const pid of await readdir('/proc')) {
      if (!/^\d+$/.test(pid)) continue;
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (!command.includes('--type=renderer') || !command.includes(profile)) continue;
      for (const thread of await readdir(`/proc/${pid}/task`)) {
        const stat = await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0');
        nanoseconds += Number(stat.split(' ')[0]);
      }
    }
  } catch {
    return '';
  }
  return nanoseconds > 0 ? String(nanoseconds / 1e6) : '';
}

/** Serves the page, and hands its reports to `report`. */
function serve(script, wasm, profile, report) {
  const files = {
    '/': ['text/html', '<!doctype html><meta charset="utf-8"><title>Bench</title><script type="module" src="/page.js"></script>'],
    '/page.js': ['text/javascript', script],
    '/bench_bg.wasm': ['application/wasm', wasm],
  };
  const server = createServer(async (request, response) => {
    if (request.method === 'POST' && request.url === '/report') {
      const message = JSON.parse(await body(request));
      response.end();
      report(message);
      return;
    }
    if (request.url === '/work') {
      response.end(await work(profile));
      return;
    }
    const file = files[request.url];
    // Isolated pages have the finest clock.
    response.writeHead(file ? 200 : 404, {
      'content-type': file?.[0] ?? 'text/plain',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(file?.[1]);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** Opens the page in a Chromium of its own; gives a function that closes it. */
function open(url, profile, failed) {
  const browser = spawn(
    process.env.CHROMIUM_PATH,
    [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
      '--disable-background-networking', '--disable-component-update', '--disable-background-timer-throttling',
      '--js-flags=--expose-gc', `--user-data-dir=${profile}`, url,
    ],
    { stdio: 'ignore' },
  );
  browser.on('error', failed);
  browser.on('exit', (code) => failed(new Error(`Chromium ended with ${code}`)));
  return async () => {
    browser.removeAllListeners('exit');
    const ended = new Promise((resolve) => browser.once('exit', resolve));
    browser.kill();
    await ended;
  };
}

async function main() {
  const all = (await readdir(join(here, 'rows'))).map((file) => file.replace(/\.js$/, '')).sort();
  const rows = options.row ?? all;
  const unknown = rows.find((row) => !all.includes(row));
  if (unknown) throw new Error(`there is no row ${unknown}: there are ${all.join(', ')}`);
  const script = await bundle(rows);
  const wasm = await readFile(join(options.wasm, 'bench_bg.wasm'));

  const cases = [];
  const targets = [];
  const profile = await mkdtemp(join(tmpdir(), 'ichiban-bench-'));
  let close = async () => {};
  let server;
  try {
    await new Promise((resolve, reject) => {
      serve(script, wasm, profile, (message) => {
        if (message.log) console.log(message.log);
        if (message.case) cases.push(message.case);
        if (message.targets) targets.push(...message.targets);
        if (message.failed) reject(new Error(message.failed));
        if (message.done) resolve();
      })
        .then((started) => {
          server = started;
          close = open(`http://127.0.0.1:${server.address().port}/`, profile, reject);
        })
        .catch(reject);
    });
  } finally {
    await close();
    server?.close();
    server?.closeAllConnections();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  console.log(`\n${table(cases)}\n${verdicts(targets)}`);
  return targets.every(({ is, atMost = Infinity, atLeast = -Infinity }) => is <= atMost && is >= atLeast);
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 2;
}
