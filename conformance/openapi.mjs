// Validates OpenAPI documents against the specification's own JSON Schema.
import { Validator } from "@seriousme/openapi-schema-validator";

let failed = false;
for (const path of process.argv.slice(2)) {
  const result = await new Validator().validate(path);
  if (!result.valid) {
    failed = true;
    console.error(path, JSON.stringify(result.errors, null, 1).slice(0, 2000));
  }
}
process.exit(failed ? 1 : 0);
