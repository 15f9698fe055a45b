const METHODS = ["debug", "log", "info", "warn", "error"];

/**
 * Runs the cases of a module compiled with `wasm-bindgen-test`, in a window or a worker. The names
 * below are what the crate's runtime (the version of Cargo.lock) expects of its host.
 */
export async function run(base, cases) {
  const suite = await import(/* @vite-ignore */ `${base}/suite.js`);
  const exports = await suite.default({ module_or_path: `${base}/suite_bg.wasm` });

  self.__wbg_test_invoke = (test) => test();
  for (const method of METHODS) {
    const print = console[method].bind(console);
    const capture = suite[`__wbgtest_console_${method}`];
    console[method] = (...args) => {
      print(...args);
      capture(args);
    };
  }

  const context = new suite.WasmBindgenTestContext(false);
  context.include_ignored(false);
  context.filtered_count(0);
  await context.run(cases.map((name) => exports[name]));
}
