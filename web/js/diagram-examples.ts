/** The texts of the examples of diagrams, by their paths. */
export const texts = import.meta.glob<string>("../examples/diagram/**/*", { query: "?raw", import: "default", eager: true });
