// Has the real mermaid.js read diagrams, in a headless Chromium.
//
// CHROMIUM_PATH=… node mermaid.mjs MANIFEST
// The manifest is a JSON array of { name, text, accepted?, drawn? }: whether the text has to be accepted (true if
// left out), and whether it has to be drawn too. Prints a line for each text of which a version of mermaid.js says
// something else, and then the count; fails if there was any.

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const entries = JSON.parse(readFileSync(process.argv[2], "utf8"));
const versions = ["mermaid-11", "mermaid-12"];

/** Runs in the page. */
async function judge() {
  const entries = await (await fetch("/entries")).json();
  mermaid.initialize({ startOnLoad: false, securityLevel: "strict", suppressErrorRendering: true });
  const verdicts = [];
  for (const [at, { text, drawn }] of entries.entries()) {
    try {
      await mermaid.parse(text);
      if (drawn) await mermaid.render(`d${at}`, text);
      verdicts.push("");
    } catch (error) {
      verdicts.push(String(error?.message ?? error).slice(0, 300) || "refused");
    }
  }
  await fetch("/verdicts", { method: "POST", body: JSON.stringify(verdicts) });
}

/** What one version says of every entry: an empty text, or why it refuses. */
function verdicts(version) {
  return new Promise((resolve, reject) => {
    const profile = mkdtempSync(join(tmpdir(), "chromium-"));
    const script = readFileSync(new URL(`node_modules/${version}/dist/mermaid.min.js`, import.meta.url));
    const page = `<!doctype html><meta charset="utf-8"><body><script src="/mermaid.js"></script><script>(${judge})()</script>`;
    let browser;
    const server = createServer((request, response) => {
      if (request.url === "/verdicts") {
        let body = "";
        request.on("data", (part) => (body += part));
        request.on("end", () => {
          response.end();
          finish(() => resolve(JSON.parse(body)));
        });
        return;
      }
      const [type, content] = {
        "/": ["text/html", page],
        "/mermaid.js": ["text/javascript", script],
        "/entries": ["application/json", JSON.stringify(entries)],
      }[request.url] ?? ["text/plain", ""];
      response.setHeader("content-type", `${type}; charset=utf-8`);
      response.end(content);
    });
    const finish = (settle) => {
      clearTimeout(limit);
      server.close();
      server.closeAllConnections();
      browser?.once("exit", async () => {
        // Its processes may write for a moment longer. What is left then is of no harm to anybody.
        await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 }).catch(() => {});
      });
      if (browser?.pid !== undefined) process.kill(-browser.pid, "SIGKILL");
      settle();
    };
    const limit = setTimeout(() => finish(() => reject(new Error(`${version} did not answer`))), 1_200_000);
    server.listen(0, "127.0.0.1", () => {
      browser = spawn(
        process.env.CHROMIUM_PATH ?? "chromium",
        [
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          `--user-data-dir=${profile}`,
          `http://127.0.0.1:${server.address().port}/`,
        ],
        // A group of its own: all of its processes are ended with it.
        { stdio: "ignore", detached: true },
      );
      browser.once("error", (error) => finish(() => reject(error)));
    });
  });
}

let failed = 0;
for (const version of versions) {
  const said = await verdicts(version);
  for (const [at, { name, accepted = true }] of entries.entries()) {
    if ((said[at] === "") !== accepted) {
      failed += 1;
      console.log(`${version}, ${name}: ${said[at] || "accepted, though the original is not"}`);
    }
  }
}
console.log(`${entries.length * versions.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
