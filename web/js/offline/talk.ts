/** What the page and the service worker say to each other. */

/** How much of the site is kept on this machine. */
export interface Kept {
  /** Files and bytes that are there. */
  files: number;
  bytes: number;
  /** Files and bytes that there are. */
  allFiles: number;
  allBytes: number;
}

/** From the page, each with a port that takes the answers. */
export type Wish =
  /** To be told how much is kept: one answer. */
  | "state"
  /** To keep what a page has fetched before it was served from here, by their addresses: one answer. */
  | { used: string[] }
  /** To keep all: an answer after each file, the last says that it is over. {@link STOP} ends it before. */
  | "keep-all"
  /** To serve all pages from now on, in place of the version before. */
  | "take-over"
  /** To forget what versions before have left, if no page needs it. */
  | "sweep";

/** What went wrong, where a person can do something about it. */
export type Cause = "no-room" | "not-arrived";

/** From the service worker. What went wrong comes in its own words, and with its cause if there is a word for that. */
export type Report = { kept: Kept; isOver: boolean } | { problem: string; cause?: Cause };

/** What the page says on the port of a wish that it no longer has; what was done stays. */
export const STOP = "stop";

/** What the service worker asks a page: by which script it was started. */
export const WHICH = "which";

/** Where what other programs share is kept until the page takes it. */
export const SHARED = "ichiban shared";
/** What the page's address says then. */
export const SHARED_PARAMETER = "shared";
