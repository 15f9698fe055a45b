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
import { type Message, type Model, type Part, Refusal } from "./talk.ts";

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
  const { models } = record(manifest, "endpoint-list-no-object", {});
  if (!Array.isArray(models)) throw new Refusal("endpoint-list-no-models");
  return models.map((entry, at) => {
    const place = { model: at + 1 };
    const fields = record(entry, "endpoint-list-no-model", place);
    const parts = (Array.isArray(fields.parts) ? fields.parts : [fields]).map((part, at) => file(part, { ...place, part: at + 1 }, address));
    const [first] = parts;
    if (first === undefined) throw new Refusal("endpoint-list-no-files", place);
    const text = (value: unknown, what: string) => words(value, "endpoint-list-missing-of-model", { ...place, what });
    return {
      id: first.sha256.slice(0, 16),
      name: text(fields.name, "name"),
      licence: text(fields.licence, "licence"),
      bytes: parts.reduce((sum, part) => sum + part.bytes, 0),
      from: address.host,
      isTest: fields.test === true,
      template: fields.chatTemplate === undefined ? undefined : text(fields.chatTemplate, "template"),
      parts,
    };
  });
}

function file(value: unknown, place: Message["args"], address: URL): Part {
  const { url, bytes, sha256 } = record(value, "endpoint-list-no-part", place);
  const text = (value: unknown, what: string) => words(value, "endpoint-list-missing-of-part", { ...place, what });
  const digest = text(sha256, "digest").toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new Refusal("endpoint-list-no-digest", place);
  if (typeof bytes !== "number" || !Number.isSafeInteger(bytes) || bytes <= 0) throw new Refusal("endpoint-list-no-bytes", place);
  return { url: new URL(text(url, "address"), address).href, bytes, sha256: digest };
}

/** An object; refused with this message otherwise. */
function record(value: unknown, refusal: string, place: Message["args"]): Record<string, unknown> {
  if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  throw new Refusal(refusal, place);
}

/** A text that is not empty; refused with this message otherwise. */
function words(value: unknown, refusal: string, place: Message["args"]): string {
  if (typeof value === "string" && value !== "") return value;
  throw new Refusal(refusal, place);
}
