// The replay server (package `ichiban-replay`): a scripted model that answers well or fails in
// every way, as the address says.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** Starts it, unless `cargo xtask test` has and says where. */
export async function startReplay() {
  if (process.env.ICHIBAN_REPLAY !== undefined) return replayAt(process.env.ICHIBAN_REPLAY, () => {});
  const child = spawn("cargo", ["run", "--quiet", "--package", "ichiban-replay"], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /listening on (\S+)/.exec(line)?.[1];
    if (address !== undefined) return replayAt(address, () => child.kill());
  }
  throw new Error("the replay server ended before it listened");
}

function replayAt(address, close) {
  return {
    close,
    /** The API's root in a scenario, such as `mine,delay=20,cut=60`; its name keeps tests apart. */
    root: (scenario) => `${address}/${scenario}/v1`,
    /** What was sent to the scenario of that name. */
    sent: async (name) => (await fetch(`${address}/requests/${name}`)).json(),
  };
}

/** The text as it was before the scripted model put accents on it. */
export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");
