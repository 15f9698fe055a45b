/// <reference types="vite/client" />

// What wasm-bindgen writes for a module compiled with `--target web`.
declare module "@wasm/*.js" {
  export default function init(options: { module_or_path: string }): Promise<unknown>;
}

// Where each tool's part of the page's module is, in one file (`vite/parts.ts`).
declare module "virtual:packs" {
  const packs: Record<string, string | undefined>;
  export default packs;
}

// The languages of the page, and where its catalogues are (`vite/words.ts`).
declare module "virtual:words" {
  export const languages: string[];
  export const folder: string;
}

// What `vite/llama.ts` makes of `@wllama/wllama`.
declare module "virtual:llama-worker" {
  export function prepare(options: object): void;
  export function heed(event: MessageEvent): Promise<void>;
}
declare module "virtual:llama-threads" {
  const address: string | undefined;
  export default address;
}
