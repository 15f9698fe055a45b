/** Files that the system opens with the installed app, and what other programs share with it. */
import { SHARED, SHARED_PARAMETER } from "./talk.ts";

interface LaunchQueue {
  setConsumer(take: (launch: { files?: readonly FileSystemFileHandle[] }) => void): void;
}

/** Hands over what has come and what will. */
export function receive(): void {
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files = [] }) => {
    void Promise.all(files.map((handle) => handle.getFile())).then(hand);
  });
  if (new URLSearchParams(location.search).has(SHARED_PARAMETER)) void shared().then(hand);
}

/** What was shared, once. */
async function shared(): Promise<(File | string)[]> {
  history.replaceState(history.state, "", location.pathname);
  const cache = await caches.open(SHARED);
  const found: (File | string)[] = [];
  for (const { url } of await cache.keys()) {
    const response = await cache.match(url);
    await cache.delete(url);
    if (response === undefined) continue;
    const name = decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "");
    found.push(name === "" ? await response.text() : new File([await response.blob()], name));
  }
  return found;
}

/** Drops files or a text onto the tool in view, as a person would. */
async function hand(given: (File | string)[]): Promise<void> {
  if (given.length === 0) return;
  const dataTransfer = new DataTransfer();
  for (const one of given) {
    if (typeof one === "string") dataTransfer.setData("text/plain", one);
    else dataTransfer.items.add(one);
  }
  const tool = await shown("#work");
  tool.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
}

/** An element, as soon as it is there. */
function shown(selector: string): Promise<Element> {
  return new Promise((resolve) => {
    const look = () => {
      const found = document.querySelector(selector);
      if (found !== null) {
        watch.disconnect();
        resolve(found);
      }
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true });
    look();
  });
}
