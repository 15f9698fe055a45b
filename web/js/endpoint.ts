/**
 * What the settings of models need of the browser. Each is fetched when it is first used.
 *
 * Rust imports it: `#[wasm_bindgen(raw_module = "@js/endpoint.ts")]`.
 */

/** Encrypts a key with a passphrase; see `endpoint/vault.ts`. */
export const sealKey = async (key: string, passphrase: string, place: string): Promise<string> =>
  (await import("./endpoint/vault.ts")).seal(key, passphrase, place);

/** Decrypts a key. Fails with words for the person. */
export const openKey = async (sealed: string, passphrase: string, place: string): Promise<string> =>
  (await import("./endpoint/vault.ts")).open(sealed, passphrase, place);

/** New secrets of a sign-in: verifier, challenge, state. */
export const signInSecrets = async (): Promise<string[]> => (await import("./endpoint/sign-in.ts")).secrets();

/** What the browser lets one find out about an address that could not be reached, as JSON. */
export const reachClues = async (url: string): Promise<string> =>
  JSON.stringify(await (await import("./endpoint/reach.ts")).clues(url));

/** Connects to a server ahead of need. */
export const warm = async (origin: string): Promise<void> => (await import("./endpoint/warm.ts")).warm(origin);
