// A server of weights that a test can slow down, and that remembers what it was asked for.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { Transform } from "node:stream";

/** Serves files by name: a path, or bytes. */
export async function serveWeights(files) {
  /** How long each piece waits, in milliseconds. */
  let delay = 0;
  const asked = [];
  const server = createServer(async (request, response) => {
    const name = new URL(request.url, "http://x").pathname.slice(1);
    const file = files[name];
    const headers = {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "range",
      "access-control-expose-headers": "content-range, content-length",
      "content-type": "application/octet-stream",
    };
    if (request.method === "OPTIONS" || file === undefined) {
      response.writeHead(file === undefined ? 404 : 204, headers).end();
      return;
    }
    const size = typeof file === "string" ? (await stat(file)).size : file.length;
    const [, from = "0", to] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? "") ?? [];
    const [start, end] = [Number(from), to ? Number(to) : size - 1];
    asked.push({ name, start, end });
    response.writeHead(request.headers.range ? 206 : 200, {
      ...headers,
      "content-length": end - start + 1,
      ...(request.headers.range ? { "content-range": `bytes ${start}-${end}/${size}` } : {}),
    });
    if (typeof file !== "string") {
      response.end(file.subarray(start, end + 1));
      return;
    }
    const wait = new Transform({
      transform: (piece, _encoding, pass) => void setTimeout(() => pass(null, piece), delay),
    });
    createReadStream(file, { start, end, highWaterMark: 1 << 20 }).pipe(delay > 0 ? wait : response);
    if (delay > 0) wait.pipe(response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    asked,
    url: (name) => `http://127.0.0.1:${server.address().port}/${name}`,
    slow: (milliseconds) => {
      delay = milliseconds;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
