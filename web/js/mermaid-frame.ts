/**
 * The page in which mermaid.js runs. It has no origin, so that it reaches nothing of this site, and its
 * policy lets it reach nothing else. What it answers is taken for hostile all the same.
 */
import mermaid, { type MermaidConfig } from "mermaid";
import { flatten } from "./mermaid-flat.ts";
import { type Answer, type Look, READY, type Wish } from "./mermaid-talk.ts";

/** The `id` of every picture: styles name it. The renderer of this site gives its own the same. */
const PICTURE_ID = "diagram";

addEventListener("message", function begin({ source, ports: [port] }: MessageEvent) {
  if (source !== parent || port === undefined) return;
  removeEventListener("message", begin);
  port.onmessage = async ({ data }: MessageEvent<Wish>) => port.postMessage(await answer(data));
  port.postMessage(READY);
});

async function answer({ id, text, look }: Wish): Promise<Answer> {
  try {
    mermaid.initialize(config(look));
    // Fetches what draws this kind of diagram: that is no part of the time it takes.
    await mermaid.parse(text);
    const begun = performance.now();
    const { svg } = await mermaid.render(PICTURE_ID, text);
    const tookMs = performance.now() - begun;
    return { id, svg: flatten(svg), tookMs };
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) };
  } finally {
    // What a drawing that failed has left.
    document.body.replaceChildren();
  }
}

function config({ isDark, variables }: Look): MermaidConfig {
  return {
    startOnLoad: false,
    suppressErrorRendering: true,
    securityLevel: "strict",
    // What a text may not change by its own configuration.
    secure: [
      "secure", "securityLevel", "startOnLoad", "maxTextSize", "suppressErrorRendering", "maxEdges",
      "deterministicIds", "legacyMathML", "forceLegacyMathML", "dompurifyConfig",
    ],
    maxTextSize: 512 * 1024,
    maxEdges: 5_000,
    deterministicIds: true,
    deterministicIDSeed: "ichiban",
    legacyMathML: false,
    forceLegacyMathML: false,
    theme: "base",
    darkMode: isDark,
    themeVariables: { darkMode: isDark, ...variables },
    ...(variables.fontFamily === undefined ? {} : { fontFamily: variables.fontFamily }),
  };
}
