// Notes, after each frame, the number of the last word that the answer shows. Runs in the page that is measured.

/** The number of the last word beneath a node. */
function last(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const numbers = [...node.data.slice(-80).matchAll(/x(\d+)/g)];
    return numbers.length > 0 ? Number(numbers.at(-1)[1]) : undefined;
  }
  for (let child = node.lastChild; child; child = child.previousSibling) {
    const found = last(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

globalThis.probe = {
  /** `[milliseconds since 1970, number]` of each frame. */
  frames: [],
  start() {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const answer = document.querySelector('.answer');
      this.frames.push([performance.timeOrigin + performance.now(), (answer && last(answer)) ?? -1]);
      requestAnimationFrame(() => port2.postMessage(null));
    };
    requestAnimationFrame(() => port2.postMessage(null));
  },
};
