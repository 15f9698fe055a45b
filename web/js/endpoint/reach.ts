/**
 * What the browser lets one find out about an address that could not be reached: it tells a page that a
 * request failed, and never why.
 */

interface Clues {
  online: boolean;
  /** Whether anything answers there at all, to a request whose answer nobody may read. */
  answers: boolean;
  /** What the person has said about this page and the network around it, where the browser asks. */
  permission: PermissionState | null;
}

/** Names of the permission: as of Chrome 145 one for this machine and one for the network, before one for both. */
const LOOPBACK = ["loopback-network", "local-network-access"];
const NETWORK = ["local-network", "local-network-access"];

/** An address of this machine. */
const LOOPBACK_ADDRESS = /^\w+:\/\/(localhost|[^/:]*\.localhost|127\.|\[::1\])/i;

/** As long as this an address is given to answer. */
const PATIENCE_MS = 6_000;

export async function clues(url: string): Promise<Clues> {
  const [answers, permission] = await Promise.all([answersAtAll(url), permissionFor(url)]);
  return { online: navigator.onLine, answers, permission };
}

async function answersAtAll(url: string): Promise<boolean> {
  try {
    // Without a key, cookies or a body: it asks whether somebody is there, and nothing else.
    await fetch(url, {
      mode: "no-cors",
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return true;
  } catch {
    return false;
  }
}

async function permissionFor(url: string): Promise<PermissionState | null> {
  const isLoopback = LOOPBACK_ADDRESS.test(url);
  for (const name of isLoopback ? LOOPBACK : NETWORK) {
    try {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      // A page that itself comes from this machine is not asked about it.
      return state === "prompt" && isLoopback && LOOPBACK_ADDRESS.test(location.origin) ? null : state;
    } catch {
      // This browser does not know that name.
    }
  }
  return null;
}
