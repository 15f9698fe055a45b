/**
 * The models that whoever runs this site offers: `models/manifest.json`.
 *
 * ```json
 * {"models": [{
 *   "name": "Qwen2.5-Coder-0.5B-Instruct Q4_K_M", "licence": "Apache-2.0",
 *   "url": "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf", "bytes": 397808192, "sha256": "…",
 *   "chatTemplate": "chatml", "test": false
 * }]}
 * ```
 *
 * `parts` in place of `url`, `bytes` and `sha256` lists the shards of a model that llama.cpp's
 * `gguf-split` has cut, each with these three. Addresses are relative to the manifest's.
 */
import { BASE } from "../base.ts";
import { Refusal, type Model, type Part } from "./talk.ts";

/** Where it is. */
export const MANIFEST = `${BASE}models/manifest.json`;

/** The models of the manifest; none where there is no manifest. */
export async function offered(): Promise<Model[]> {
  const address = new URL(MANIFEST, location.href);
  let response: Response;
  try {
    response = await fetch(address);
  } catch {
    // Without a network there is nothing to offer but what is here already.
    return [];
  }
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  if (!response.ok || !isJson) return [];
  return read(await response.json(), address);
}

/** Reads a manifest. What is wrong with it is told with its place. */
export function read(manifest: unknown, address: URL): Model[] {
  const { models } = record(manifest, "it");
  if (!Array.isArray(models)) throw new Refusal("This site’s list of models is not one: “models” is missing");
  return models.map((entry, at) => {
    const place = `model ${at + 1}`;
    const fields = record(entry, place);
    const parts = (Array.isArray(fields.parts) ? fields.parts : [fields]).map((part, at) => file(part, `${place}, part ${at + 1}`, address));
    const [first] = parts;
    if (first === undefined) throw new Refusal(`In this site’s list of models, ${place} has no files`);
    return {
      id: first.sha256.slice(0, 16),
      name: words(fields.name, `the name of ${place}`),
      licence: words(fields.licence, `the licence of ${place}`),
      bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
      from: address.host,
      isTest: fields.test === true,
      template: fields.chatTemplate === undefined ? undefined : words(fields.chatTemplate, `the chat template of ${place}`),
      parts,
    };
  });
}

function file(value: unknown, place: string, address: URL): Part {
  const { url, bytes, sha256 } = record(value, place);
  const digest = words(sha256, `the SHA-256 of ${place}`).toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new Refusal(`In this site’s list of models, the SHA-256 of ${place} is not 64 hexadecimal digits`);
  if (typeof bytes !== "number" || !Number.isSafeInteger(bytes) || bytes <= 0) {
    throw new Refusal(`In this site’s list of models, the bytes of ${place} are not a number`);
  }
  return { url: new URL(words(url, `the address of ${place}`), address).href, bytes, sha256: digest };
}

function record(value: unknown, place: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  throw new Refusal(`This site’s list of models cannot be read: ${place} is not an object`);
}

function words(value: unknown, what: string): string {
  if (typeof value === "string" && value !== "") return value;
  throw new Refusal(`This site’s list of models cannot be read: ${what} is missing`);
}
