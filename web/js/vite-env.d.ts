/// <reference types="vite/client" />

// What wasm-bindgen writes for a module compiled with `--target web`.
declare module "@wasm/*.js" {
  export default function init(options: { module_or_path: string }): Promise<unknown>;
}
