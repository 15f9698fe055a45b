// Bundles the page, opens it in headless Chromium, and prints what it measures.
//
// node run.mjs --wasm FOLDER [--corpora FOLDER] [--row NAME]… [--quick], with CHROMIUM_PATH set. FOLDER holds a
// folder for each module. Exit status: 0 if every target
// is met, 1 if one is missed, 2 if nothing could be measured.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { build } from 'esbuild';

import { table, verdicts } from './table.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: { wasm: { type: 'string' }, corpora: { type: 'string' }, row: { type: 'string', multiple: true }, quick: { type: 'boolean' } },
});

const PAGE = '<!doctype html><meta charset="utf-8"><title>Bench</title><script type="module" src="/page.js"></script>';

/** Whether there is a row that needs more than the reader of documentation. */
const needsEngines = (rows) => rows.some((row) => row !== 'pdf' && row !== 'documents');

/** The page's script: every row's file is a part of it. */
async function bundle(rows) {
  const imports = rows.map((row, index) => `import row${index} from './rows/${row}.js';`);
  const list = rows.map((row, index) => `{ name: '${row}', row: row${index} }`);
  const settings = JSON.stringify({ sizes: options.quick ? ['20 KiB', '100 KiB', '100 KB', 'per event', '16 KiB', '64 B', 'flow10', 'flow100', 'seq60', '300 tokens/s', '74 pages', '288 pages'] : null });
  if (needsEngines(rows)) imports.push("import { load } from './page/ours.js';");
  const load = needsEngines(rows) ? 'load' : 'undefined';
  const contents = `${imports.join('\n')}\nimport { run } from './page/main.js';\nrun([${list.join(', ')}], ${settings}, ${load});`;
  return script({ stdin: { contents, resolveDir: here } });
}

/** A script with all that it imports. */
async function script(entry) {
  const { outputFiles } = await build({
    ...entry,
    alias: { '@wasm': options.wasm },
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

/** The page's processes, where the system tells them (Linux). */
async function renderers(profile) {
  const pids = [];
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('--type=renderer') && command.includes(profile)) pids.push(pid);
  }
  return pids;
}

/** Milliseconds of processor time that the page's processes have taken, where the system tells it. */
async function work(profile) {
  let nanoseconds = 0;
  try {
    for (const pid of await renderers(profile)) {
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

/**
 * Bytes that the page's processes have in memory, where the system tells it: with `peak` the most since this was last
 * asked without, which begins anew.
 */
async function memory(profile, peak) {
  let kilobytes = 0;
  try {
    for (const pid of await renderers(profile)) {
      if (!peak) await writeFile(`/proc/${pid}/clear_refs`, '5');
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      kilobytes += Number(new RegExp(`^${peak ? 'VmHWM' : 'VmRSS'}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    }
  } catch {
    return '';
  }
  return kilobytes > 0 ? String(kilobytes * 1024) : '';
}

/** Serves the page, and hands its reports to `report`. */
function serve(files, profile, report) {
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
    if (request.url.startsWith('/alone?')) {
      response.end(JSON.stringify(await alone(files, new URL(request.url, 'http://bench').search)));
      return;
    }
    if (request.url === '/memory' || request.url === '/memory/peak') {
      response.end(await memory(profile, request.url.endsWith('peak')));
      return;
    }
    const path = new URL(request.url, 'http://bench').pathname;
    const file = files[path] ?? (await packaged(path)) ?? (await corpus(path));
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

/** What a page of a browser of its own reports: nothing that was read before is in its memory, in use or free. */
async function alone(files, search) {
  const profile = await mkdtemp(join(tmpdir(), 'ichiban-bench-alone-'));
  let close = async () => {};
  let server;
  try {
    return await new Promise((resolve, reject) => {
      serve({ ...files, '/': ['text/html', PAGE.replace('page.js', 'alone.js')] }, profile, resolve)
        .then((started) => {
          server = started;
          close = open(`http://127.0.0.1:${server.address().port}/${search}`, profile, reject);
        })
        .catch(reject);
    });
  } catch (error) {
    return { failed: error.message };
  } finally {
    await close();
    server?.close();
    server?.closeAllConnections();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** A file of a package, under its own name: a peer that fetches its parts when it needs them. */
async function packaged(path) {
  const name = /^\/packages\/((?:[\w-][\w.-]*\/)*[\w-][\w.-]*)$/.exec(path)?.[1];
  const content = name && (await readFile(join(here, 'node_modules', name)).catch(() => undefined));
  return content && ['text/javascript', content];
}

/** The corpus's diagrams, with their names. */
async function diagrams() {
  if (!options.corpora) return [];
  const folder = join(options.corpora, 'mermaid/bench');
  const names = await readdir(folder).catch(() => []);
  const read = names.sort().map(async (name) => [name.replace(/^\d+_|\.mmd$/g, ''), await readFile(join(folder, name), 'utf8')]);
  return Promise.all(read);
}

/** Documentation of the corpus: files below it, by what they are. */
async function documents() {
  if (!options.corpora) return {};
  const sets = { pdf: ['apidoc/pdf'], Markdown: ['apidoc/discord/docs'], HTML: ['apidoc/discord/html'], reStructuredText: ['apidoc/couchdb/docs'] };
  const found = {};
  for (const [name, folders] of Object.entries(sets)) {
    const files = folders.map(async (folder) => {
      const names = await readdir(join(options.corpora, folder)).catch(() => []);
      return names.sort().map((file) => `${folder}/${file}`);
    });
    found[name] = (await Promise.all(files)).flat();
  }
  return found;
}

/** A file of the corpus. */
async function corpus(path) {
  const name = /^\/corpora\/((?:[\w-][\w.-]*\/)*[\w-][\w.-]*)$/.exec(path)?.[1];
  const content = name && options.corpora && (await readFile(join(options.corpora, name)).catch(() => undefined));
  return content && ['application/octet-stream', content];
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
  const module = (name) => readFile(join(options.wasm, name, `${name}_bg.wasm`));
  const files = {
    '/': ['text/html', PAGE],
    '/page.js': ['text/javascript', await bundle(rows)],
  };
  if (needsEngines(rows)) {
    files['/bench_bg.wasm'] = ['application/wasm', await module('bench')];
  }
  if (rows.includes('diagram')) {
    const worker = { entryPoints: [join(here, 'page/diagram-worker.js')] };
    files['/worker.js'] = ['text/javascript', await script(worker)];
    files['/bench-diagram_bg.wasm'] = ['application/wasm', await module('bench-diagram')];
    files['/mermaid.html'] = ['text/html', await readFile(join(here, 'page/mermaid.html'))];
    files['/diagrams'] = ['application/json', JSON.stringify(await diagrams())];
  }
  if (rows.includes('pdf') || rows.includes('documents')) {
    const worker = { entryPoints: [join(here, 'page/pdf-worker.js')] };
    files['/alone.js'] = ['text/javascript', await script({ entryPoints: [join(here, 'page/alone.js')] })];
    files['/pdf-worker.js'] = ['text/javascript', await script(worker)];
    files['/bench-pdf_bg.wasm'] = ['application/wasm', await module('bench-pdf')];
    files['/documents'] = ['application/json', JSON.stringify(await documents())];
  }

  const cases = [];
  const targets = [];
  const profile = await mkdtemp(join(tmpdir(), 'ichiban-bench-'));
  let close = async () => {};
  let server;
  try {
    await new Promise((resolve, reject) => {
      serve(files, profile, (message) => {
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
