import { BASE } from "./base.ts";

/**
 * What arrives at the window of a widget before the code is there that reads it.
 */
const MOST = 16;

const letters: MessageEvent[] = [];

const keep = (letter: MessageEvent): void => {
  if (letters.length < MOST) letters.push(letter);
};

/** Keeps what arrives from now on, if the page is a widget; and lays it out as one, before the first paint. */
export function keepLetters(): void {
  if (!location.pathname.startsWith(`${BASE}embed/`)) return;
  document.documentElement.dataset.widget = "";
  addEventListener("message", keep);
}

/** Hands over what has arrived, and what will. */
export function takeLetters(take: (letter: MessageEvent) => void): void {
  removeEventListener("message", keep);
  for (const letter of letters.splice(0)) take(letter);
  addEventListener("message", take);
}
