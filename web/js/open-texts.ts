/** Reads of every text that a person writes on this page, as it is now: what a crash must not take. */
export const openTexts = new Set<() => string>();
