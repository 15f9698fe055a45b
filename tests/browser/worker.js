// Runs one suite in a dedicated worker: the page sends it, and gets the lines.
import { run } from "./suite.js";

self.__wbg_test_output_writeln = (...parts) => self.postMessage({ line: `${parts.join(" ")}\n` });

self.onmessage = async ({ data: { base, cases } }) => {
  try {
    await run(base, cases);
  } catch (error) {
    self.postMessage({ line: `\nthe suite did not run: ${error.stack ?? error}\n` });
  }
  self.postMessage({ done: true });
};
