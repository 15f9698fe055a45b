/**
 * What a tool begins with, painted before the page's module is here: the words of its invitation, where they
 * will stand. Whoever waits for the module can read them; nothing can be done with them yet, and nothing hears
 * of them but eyes.
 */
import { fetchWords } from "./words.ts";

/** Shows the invitation of a tool, until the page itself does. */
export async function showFirst(language: string, tool: string): Promise<void> {
  const catalogue = await fetchWords(language, "shell");
  const [name, title, lead] = [tool, `empty-${tool}`, `empty-${tool}-lead`].map((id) => message(catalogue, `shell-${id}`));
  // A page that is there already, or never will be, needs none of it.
  if (name === undefined || title === undefined || lead === undefined || document.querySelector("nav, [role=alert]") !== null) return;
  document.documentElement.lang = language;
  const sheet = element("div", "empty-sheet", element("div", "first-zone", element("h2", "", title), element("p", "", lead)));
  const options = element("div", "options", element("span", "tag", "\u{a0}"));
  const view = element("div", "first", element("header", "bar", element("h1", "", name)), options, element("div", "first-empty", sheet));
  const rail = element("div", "rail");
  for (const part of [rail, view]) {
    part.inert = true;
    part.ariaHidden = "true";
  }
  // Each goes as what it stands for comes, before that is painted; or when a person goes elsewhere meanwhile.
  const { pathname } = location;
  const look = new MutationObserver(() => {
    if (document.querySelector("nav") !== null) rail.remove();
    if (document.querySelector("main, .part-failed") === null && location.pathname === pathname) return;
    view.remove();
    look.disconnect();
  });
  document.body.append(rail, view);
  // The title in the head tells of every move.
  look.observe(document.documentElement, { childList: true, subtree: true });
}

/** A message of a catalogue that is text alone (`src/shell/words.rs` knows the rest). */
function message(catalogue: string, id: string): string | undefined {
  const text = new RegExp(`^${id} =((?:.*\\n?)(?:[ ]+.*\\n?)*)`, "m").exec(catalogue)?.[1]?.trim();
  return text?.includes("{") ? undefined : text;
}

function element(name: string, className: string, ...content: (string | Node)[]): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}
