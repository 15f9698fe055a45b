// A host of the site that can be switched off, and can be given a new version.
import { createHash } from "node:crypto";
import { createServer } from "node:http";

/**
 * Serves what `site` serves, from an address of its own; below `base` if that is not the root, as a
 * build is that was made to begin there.
 */
export async function deploy(site, base = "/") {
  /** Of the new version, files that differ from the first, by their paths. */
  let changed = new Map();
  /** Of the first version, files that the new one has no more. */
  let removed = new Set();

  const get = async (path) => fetch(new URL(path, site));
  const server = createServer(async (request, response) => {
    const asked = request.url.replace(/\?.*/, "");
    if (!asked.startsWith(base)) {
      // Whatever else is on the host, none of it is the site's.
      host.strays.push(asked);
      return response.writeHead(404).end();
    }
    const path = `/${asked.slice(base.length)}`;
    await host.hold(path);
    const found = await get(path);
    const headers = Object.fromEntries(found.headers);
    delete headers["content-encoding"];
    delete headers["content-length"];
    delete headers["transfer-encoding"];
    const known = changed.get(/\.[^/]+$/.test(path) ? path : "/");
    const isGone = removed.has(path);
    response.writeHead(isGone ? 404 : known === undefined ? found.status : 200, {
      ...headers,
      ...(known !== undefined && path.endsWith(".js") ? { "content-type": "text/javascript" } : {}),
    });
    response.end(isGone ? "" : (known ?? Buffer.from(await found.arrayBuffer())));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));

  const host = {
    /** What was asked of this host that is not below the base. */
    strays: [],
    /** What the answer to a path waits for; a test may set it. */
    hold: () => undefined,
    address: `http://127.0.0.1:${server.address().port}`,
    /** Nobody answers there any more. */
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
    /** Replaces the site by a version whose script has another name, and whose page says so. */
    async replace() {
      const page = await (await get("/")).text();
      const [script] = /\/assets\/index-[\w-]+\.js/.exec(page);
      const renamed = script.replace(/\.js$/, "X2.js");
      const worker = await (await get("/sw.js")).text();
      const [list] = /\[\{"bytes".*?\}\]/s.exec(worker);
      const entries = JSON.parse(list);
      const next = new Map();
      for (const entry of entries) {
        if (entry.url !== "" && !entry.url.endsWith(".js")) continue;
        const path = `/${entry.url}`;
        const before = await (await get(path)).text();
        const after = before.replaceAll(script.split("/").at(-1), renamed.split("/").at(-1)).replace('<html lang="en">', '<html lang="en" data-version="2">');
        if (path === script) entry.url = renamed.slice(1);
        else if (before === after) continue;
        next.set(`/${entry.url}`, after);
        entry.integrity = `sha384-${createHash("sha384").update(after).digest("base64")}`;
      }
      next.set("/sw.js", worker.replace(list, JSON.stringify(entries)));
      [changed, removed] = [next, new Set([script])];
      return { script, renamed };
    },
  };
  if (base !== "/") {
    const page = (await (await get("/")).text()).replaceAll('="/', `="${base}`);
    const worker = await (await get("/sw.js")).text();
    const integrity = `sha384-${createHash("sha384").update(page).digest("base64")}`;
    const [list] = /\[\{"bytes".*?\}\]/s.exec(worker);
    const entries = JSON.parse(list).map((entry) => (entry.url === "" ? { ...entry, integrity } : entry));
    changed = new Map([["/", page], ["/sw.js", worker.replace(list, JSON.stringify(entries))]]);
  }
  return host;
}
