// What a page does with the tool that it shows: here, it lists what the tool says.
const tool = document.querySelector("ichiban-tool");
const log = document.querySelector("#log");
globalThis.said = [];

for (const type of ["ready", "change", "artifact", "diagnostic", "resize", "error"]) {
  tool?.addEventListener(type, ({ detail }) => {
    globalThis.said.push(detail);
    const item = document.createElement("li");
    item.textContent = JSON.stringify(detail).slice(0, 160);
    log?.append(item);
  });
}
