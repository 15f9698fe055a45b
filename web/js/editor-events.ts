/** What an editor's element tells when its text has become higher or lower, for whoever does not see into it. */
export const HEIGHT_CHANGED = "ichibaneditorheight";
