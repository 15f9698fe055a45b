// Runs what was generated for JavaScript's readers on the samples it was generated from.
//
// node check.mjs zod|json-schema|graphql MANIFEST
// The manifest is a JSON array of { name, sample, generated }, the latter two being paths.
// Prints a line for each failure, and then the count; fails if there was any.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [kind, manifest] = process.argv.slice(2);
const read = (path) => readFileSync(path, "utf8");

/** One validator for all: to compile what schemas have to be takes a while. */
let compiled;
async function validator() {
  if (!compiled) {
    const { Ajv2020 } = await import("ajv/dist/2020.js");
    const formats = (await import("ajv-formats")).default;
    compiled = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true });
    formats(compiled);
  }
  return compiled;
}

const checks = {
  /** The schema takes the sample and gives it back. */
  async zod({ sample, generated }) {
    const { Root } = await import(pathToFileURL(generated).href);
    const value = JSON.parse(sample);
    assert.deepStrictEqual(Root.parse(value), value);
    // What is none of the types seen is refused, unless nothing is known.
    if (Root.def.type !== "unknown") {
      assert.equal(Root.safeParse(Symbol("other")).success, false, "a symbol is accepted");
    }
  },

  /** The schema is one, and takes the sample. */
  async "json-schema"({ sample, generated }) {
    const ajv = await validator();
    const schema = JSON.parse(read(generated));
    assert.ok(ajv.validateSchema(schema), ajv.errorsText());
    const validate = ajv.compile(schema);
    assert.ok(validate(JSON.parse(sample)), ajv.errorsText(validate.errors));
  },

  /** The text is a schema definition without errors. */
  async graphql({ generated }) {
    const { buildSchema, validateSchema } = await import("graphql");
    assert.deepEqual(validateSchema(buildSchema(read(generated))), []);
  },
};

let failed = 0;
const entries = JSON.parse(read(manifest));
for (const entry of entries) {
  try {
    await checks[kind]({ ...entry, sample: read(entry.sample) });
  } catch (error) {
    failed += 1;
    console.log(`${entry.name}: ${String(error.message).slice(0, 600)}`);
  }
}
console.log(`${entries.length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
