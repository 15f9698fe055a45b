/** Something that is offered beside the work, and forced on nobody. */
import "../../styles/offer.css";
import { say } from "../say.ts";

export interface Choice {
  label: string;
  /** Done when it is chosen; what it tells of how far it is, is shown. */
  act: (tell: (text: string) => void) => Promise<void> | void;
}

let shown: HTMLElement | undefined;

/** Offers a choice; it can be put off. In place of what was offered before. */
export function offer(text: string, { label, act }: Choice): void {
  shown?.remove();
  const aside = document.createElement("aside");
  aside.className = "offer";
  aside.setAttribute("aria-label", say("page-offer-label"));
  const words = document.createElement("p");
  words.setAttribute("role", "status");
  const yes = button("primary", label);
  const no = button("ghost", say("page-offer-later"));
  no.addEventListener("click", () => aside.remove());
  yes.addEventListener("click", () => {
    yes.remove();
    no.textContent = say("shell-close");
    const tell = (text: string) => (words.textContent = text);
    Promise.resolve(act(tell)).catch((error: unknown) => tell(failed(error)));
  });
  aside.append(words, yes, no);
  document.body.append(aside);
  // Said once it stands, so that a screen reader hears it.
  words.textContent = text;
  shown = aside;
}

/** What went wrong, in a sentence. */
function failed(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error ? error.cause : undefined;
  return say("page-offline-failed", { code: typeof cause === "string" ? cause : "other", why });
}

function button(name: string, label: string): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = name;
  made.textContent = label;
  return made;
}
