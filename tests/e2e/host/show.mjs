// A widget as a page shows it that speaks its messages itself, without the SDK.
import { expect } from "@playwright/test";

/** Shows it. In the page, `said` is what the widget says, and `tell` sends it something. With `init` null nothing is said. */
export async function showWidget(page, host, site, tool, init) {
  await page.goto(`${host}/bare`);
  await page.evaluate(
    ([site, tool, init]) =>
      new Promise((ready) => {
        globalThis.said = [];
        globalThis.atWindow = [];
        addEventListener("message", ({ data, origin }) => globalThis.atWindow.push({ data, origin }));
        const frame = document.createElement("iframe");
        frame.className = "bare";
        frame.title = "Ichiban";
        frame.src = `${site}/embed/${tool}`;
        globalThis.frame = frame;
        frame.addEventListener("load", () => {
          if (init === null) return ready();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => {
            globalThis.said.push(data);
            ready();
          };
          globalThis.tell = (message) => port1.postMessage(message);
          frame.contentWindow.postMessage({ v: 1, type: "init", tool, ...init }, site, [port2]);
        });
        document.body.append(frame);
      }),
    [site, tool, init],
  );
  return page.frameLocator("iframe");
}

/** Sends the widget a message. */
export const tell = (page, message) => page.evaluate((message) => globalThis.tell({ v: 1, ...message }), message);

/** What the widget has said of a type. */
export const said = (page, type) => page.evaluate((type) => globalThis.said.filter((message) => message.type === type), type);

/** The last that it has said of a type. */
export const last = async (page, type) => (await said(page, type)).at(-1);

/** The codes of the errors that it has told. */
export const codes = async (page) => (await said(page, "error")).map(({ code }) => code);

/** Waits for the last message of a type to be as it should. */
export const until = (page, type, holds) => expect.poll(async () => holds(await last(page, type)), { timeout: 45_000 }).toBe(true);
