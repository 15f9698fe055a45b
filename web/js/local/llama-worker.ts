// The worker in which llama.cpp runs. Its script is made of the package's by `vite/llama.ts`.
import { heed, prepare } from "virtual:llama-worker";
import type { RunOptions } from "./llama-start.ts";
import { guard } from "../trusted.ts";

// Its threads are workers, too: only this site's scripts may become such.
guard();

onmessage = (event: MessageEvent<{ verb?: string; args: [RunOptions] }>) => {
  if (event.data?.verb === "ichiban.options") prepare(event.data.args[0]);
  else void heed(event);
};
