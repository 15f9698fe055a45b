// Runs one suite, named by the address: `?base=FOLDER`, where the folder holds what
// `cargo xtask test browser` made of a crate's tests. Says on the body when it is over.
import { run } from "./suite.js";

const base = new URLSearchParams(location.search).get("base");
const output = document.getElementById("output");

try {
  const { scope, cases } = await (await fetch(`${base}/suite.json`)).json();
  if (scope === "worker") {
    await new Promise((resolve, reject) => {
      const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
      worker.onmessage = ({ data }) => {
        if (data.done) resolve();
        else output.textContent += data.line;
      };
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage({ base, cases });
    });
  } else {
    await run(base, cases);
  }
} catch (error) {
  output.textContent += `\nthe suite did not run: ${error.stack ?? error}\n`;
}
document.body.dataset.done = "";
