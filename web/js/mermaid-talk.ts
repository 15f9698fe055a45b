/** What the page and the frame in which mermaid.js runs say to each other, over one port. */

/** How pictures are coloured. */
export interface Look {
  isDark: boolean;
  /** mermaid.js's variables of a theme. */
  variables: Record<string, string>;
}

/** A text to be drawn. */
export interface Wish {
  id: number;
  text: string;
  look: Look;
}

/** What came of it. */
export type Answer =
  | { id: number; svg: string; tookMs: number }
  /** Why there is no picture, in mermaid.js's words. */
  | { id: number; problem: string };

/** The frame's first word: it listens. */
export const READY = "ready";
