/** Something that is offered beside the work, and forced on nobody. */
import "../../styles/offer.css";

export interface Choice {
  label: string;
  /** Done when it is chosen; what it says of how far it is, is shown. */
  act: (say: (text: string) => void) => Promise<void> | void;
}

let shown: HTMLElement | undefined;

/** Offers a choice; it can be put off. In place of what was offered before. */
export function offer(text: string, { label, act }: Choice): void {
  shown?.remove();
  const aside = document.createElement("aside");
  aside.className = "offer";
  aside.setAttribute("aria-label", "This app");
  const words = document.createElement("p");
  words.setAttribute("role", "status");
  const yes = button("primary", label);
  const no = button("ghost", "Later");
  no.addEventListener("click", () => aside.remove());
  yes.addEventListener("click", () => {
    yes.remove();
    no.textContent = "Close";
    const say = (text: string) => (words.textContent = text);
    Promise.resolve(act(say)).catch((error: unknown) => say(`That did not work: ${error instanceof Error ? error.message : String(error)}.`));
  });
  aside.append(words, yes, no);
  document.body.append(aside);
  // Said once it stands, so that a screen reader hears it.
  words.textContent = text;
  shown = aside;
}

function button(name: string, label: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = name;
  made.textContent = label;
  return made;
}
