// Serves the page of a host from an origin, and a site, other than that of the tools.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const TYPES = { html: "text/html", css: "text/css", js: "text/javascript" };

/** Starts it. `headers` are added to the page's answer. */
export async function serveHost(site, headers = {}) {
  const server = createServer(async (request, response) => {
    const path = request.url.replace(/\?.*/, "");
    const name = path === "/" ? "index.html" : path === "/bare" ? "bare.html" : path.slice(1);
    const bare = '<!doctype html><html lang="en"><head><title>Host</title><link rel="stylesheet" href="/host.css" /></head><body></body></html>';
    try {
      const file = name === "bare.html" ? bare : await readFile(new URL(name, import.meta.url), "utf8");
      response.writeHead(200, { "content-type": TYPES[name.split(".").at(-1)], ...headers });
      response.end(file.replaceAll("SITE", site));
    } catch {
      response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
    }
  });
  await new Promise((listening) => server.listen(0, listening));
  const { port } = server.address();
  return {
    // The tools are at 127.0.0.1: to a browser, that is another site.
    address: `http://localhost:${port}`,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
