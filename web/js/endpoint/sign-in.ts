import { say } from "../say.ts";

/** New secrets of a sign-in by PKCE (RFC 7636): the verifier, its S256 challenge, and a state. */
export async function secrets(): Promise<string[]> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) {
    throw new Error(say("endpoint-sign-in-insecure"));
  }
  const verifier = random();
  const digest = await subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return [verifier, base64url(new Uint8Array(digest)), random()];
}

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
