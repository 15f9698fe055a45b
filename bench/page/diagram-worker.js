// The Mermaid engine in a worker: draws a text, or takes a piece of one that is on its way and draws what is there.
import init, { Drawer } from '@wasm/bench-diagram/bench-diagram.js';

const ready = init({ module_or_path: '/bench-diagram_bg.wasm' }).then(() => new Drawer());

function answer(drawer, { draw, push }) {
  if (draw !== undefined) return drawer.draw(draw);
  drawer.push(push);
  return drawer.frame();
}

self.addEventListener('message', async ({ data }) => {
  try {
    self.postMessage({ value: answer(await ready, data) });
  } catch (error) {
    self.postMessage({ failed: String(error?.message ?? error) });
  }
});
