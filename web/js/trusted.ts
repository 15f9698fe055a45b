/**
 * What of this page's own strings may become markup or the address of a script.
 *
 * The page's policy demands [Trusted Types](https://w3c.github.io/trusted-types/dist/spec/) and allows
 * one policy, this one. It is the default: what needs it is compiled into the page's module, which hands
 * the browser plain strings. Markup comes in three ways, as templates of views, as pictures and as answers
 * in words; the last two have passed a worker's allow-list. None holds anything that runs, fetches or leads away, so
 * whatever does is refused here, whoever wrote it. Text for `eval` and inline handlers has no way at all.
 */
import { BASE } from "./base.ts";

/** Elements of HTML and of drawings that run nothing, fetch nothing and leave text as it is. */
const ELEMENTS = new Set(
  (
    "a abbr article aside b bdi bdo blockquote br button caption cite code col colgroup dd del details dfn dialog div dl dt em fieldset " +
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr i input ins kbd label legend li main mark menu meter nav " +
    "ol optgroup option output p pre progress q rp rt ruby s samp search section select small span strong sub summary sup " +
    "table tbody td tfoot th thead time tr u ul var wbr " +
    "circle clippath defs desc ellipse feblend fecolormatrix fecomposite fedropshadow feflood fegaussianblur femerge " +
    "femergenode feoffset filter g image line lineargradient marker mask path pattern polygon polyline radialgradient rect " +
    "stop svg symbol text textpath title tspan use"
  ).split(" "),
);

/** Attributes that hold code, styles, markup or the address of something that is fetched or sent to. */
const ATTRIBUTES =
  /^(?:on.*|style|src.*|data|action|formaction|background|poster|ping|cite|is|nonce|attributename|xml:base|xmlns:.*)$/i;

/** Where templates and pictures are read. */
const SINKS = /^(?:Element innerHTML|DOMParser parseFromString)$/;

/** An address within the page, or a picture that a drawing brings along. */
const INSIDE = /^(?:#|\/(?![/\\]))/;
const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=\s]*$/i;

/** One tag as the page writes them, or an empty comment, from here on. */
const TAG = /<(?:!(?:----)?>|\/[a-z][\w-]*>|([a-z][\w-]*)((?:\s+[a-z_][\w:.-]*(?:="[^"<]*")?)*)\s*\/?>)/iy;
const ATTRIBUTE = /([a-z_][\w:.-]*)(?:="([^"]*)")?/gi;

/** Why markup is refused; nothing, if it may be shown. Cost: linear. */
function objection(markup: string): string | undefined {
  let end = 0;
  for (let at = markup.indexOf("<"); at >= 0; at = markup.indexOf("<", end)) {
    TAG.lastIndex = at;
    const tag = TAG.exec(markup);
    if (tag === null) return `"${markup.slice(at, at + 40)}" is not written as the page writes`;
    end = TAG.lastIndex;
    const [, name, attributes = ""] = tag;
    if (name === undefined) continue;
    if (!ELEMENTS.has(name.toLowerCase())) return `<${name}>`;
    for (const [, key = "", value = ""] of attributes.matchAll(ATTRIBUTE)) {
      if (!isHarmless(name, key, value)) return `${key} of <${name}>`;
    }
  }
  return undefined;
}

function isHarmless(element: string, key: string, value: string): boolean {
  if (/^(?:xlink:)?href$/i.test(key)) return INSIDE.test(value) || (element === "image" && PICTURE.test(value));
  if (key === "xmlns") return value === "http://www.w3.org/2000/svg";
  return !ATTRIBUTES.test(key);
}

/** Whether a script is one of this site's: a worker, or the one that serves the page without a network. */
function isOwnScript(address: string, page: string): boolean {
  const { origin } = new URL(page);
  const url = new URL(address, page);
  return url.origin === origin && url.search === "" && url.pathname.startsWith(BASE) && /^(?:assets\/[\w.-]+\.js|sw\.js)$/.test(url.pathname.slice(BASE.length));
}

interface Rules {
  createHTML(markup: string, type: string, sink: string): string;
  createScriptURL(address: string): string;
}

interface Factory {
  createPolicy(name: string, rules: Rules): unknown;
}

/** Sets the policy up, where the browser knows such. Before anything of the page runs. */
export function guard(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  trustedTypes?.createPolicy("default", {
    createHTML(markup, _type, sink) {
      const found = SINKS.test(sink) ? objection(markup) : "it takes none there";
      if (found === undefined) return markup;
      throw new TypeError(`The page refuses this markup for ${sink}: ${found}`);
    },
    createScriptURL(address) {
      if (isOwnScript(address, location.href)) return address;
      throw new TypeError(`The page refuses this script: ${address.slice(0, 200)}`);
    },
  });
}
