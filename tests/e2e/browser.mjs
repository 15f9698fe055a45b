import { getuid } from "node:process";

/** How every test starts Chromium: the one `cargo xtask` found, quiet, and without the sandbox for
 *  root, who cannot have it. */
export function launchOptions() {
  return {
    executablePath: process.env.CHROMIUM_PATH || undefined,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  };
}
