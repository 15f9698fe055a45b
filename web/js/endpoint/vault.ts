/**
 * A key, encrypted with a passphrase: AES-256-GCM under what PBKDF2 makes of the passphrase.
 *
 * What is written is JSON with a version, so that a later one may be made otherwise. The address that
 * the key belongs to is authenticated with it: whoever changes where requests go cannot have the key
 * sent there.
 */
import { say } from "../say.ts";

interface Sealed {
  version: 1;
  kdf: "PBKDF2-HMAC-SHA-256";
  iterations: number;
  /** As everything below in base64. */
  salt: string;
  iv: string;
  sealed: string;
}

/** What OWASP asks of PBKDF2 with HMAC-SHA-256 at least. */
const ITERATIONS = 600_000;
/** More than this is none of ours, and would keep the browser busy for minutes. */
const MOST_ITERATIONS = 10_000_000;

export async function seal(key: string, passphrase: string, place: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const lock = await lockOf(passphrase, salt, ITERATIONS);
  const sealed = await crypto.subtle.encrypt(parameters(iv, place), lock, bytesOf(key));
  const written: Sealed = {
    version: 1,
    kdf: "PBKDF2-HMAC-SHA-256",
    iterations: ITERATIONS,
    salt: base64(salt),
    iv: base64(iv),
    sealed: base64(new Uint8Array(sealed)),
  };
  return JSON.stringify(written);
}

export async function open(written: string, passphrase: string, place: string): Promise<string> {
  const { salt, iv, sealed, iterations } = read(written);
  const lock = await lockOf(passphrase, fromBase64(salt), iterations);
  let opened: ArrayBuffer;
  try {
    opened = await crypto.subtle.decrypt(parameters(fromBase64(iv), place), lock, fromBase64(sealed));
  } catch {
    // The cipher cannot tell a wrong passphrase from an address that was changed.
    throw new Error(say("endpoint-vault-wrong-passphrase"));
  }
  return new TextDecoder().decode(opened);
}

function read(written: string): Sealed {
  let found: Partial<Sealed>;
  try {
    found = JSON.parse(written) as Partial<Sealed>;
  } catch {
    found = {};
  }
  if (found.version !== undefined && (found.version as number) > 1) {
    throw new Error(say("endpoint-vault-later-version"));
  }
  const { version, kdf, iterations = 0 } = found;
  const isOurs = version === 1 && kdf === "PBKDF2-HMAC-SHA-256" && [found.salt, found.iv, found.sealed].every(isText);
  if (!isOurs || iterations < ITERATIONS || iterations > MOST_ITERATIONS) {
    throw new Error(say("endpoint-vault-unreadable"));
  }
  return found as Sealed;
}

async function lockOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  // Two ways to write the same letter are the same passphrase.
  const raw = bytesOf(passphrase.normalize("NFC"));
  const base = await subtle().importKey("raw", raw, "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return subtle().deriveKey(derivation, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function subtle(): SubtleCrypto {
  // Absent where the page came over http from elsewhere, whatever the types say.
  const found = crypto.subtle as SubtleCrypto | undefined;
  if (found === undefined) {
    throw new Error(say("endpoint-vault-insecure"));
  }
  return found;
}

const parameters = (iv: Uint8Array<ArrayBuffer>, place: string) => ({
  name: "AES-GCM",
  iv,
  additionalData: bytesOf(place),
});

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const isText = (value: unknown) => typeof value === "string";
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
};
