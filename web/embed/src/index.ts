/**
 * Ichiban in other pages: `<ichiban-tool tool="mermaid" value="flowchart TD; a-->b"></ichiban-tool>`.
 */
import { IchibanTool } from "./element.js";

export { IchibanTool, type ExportedFile, IchibanError } from "./element.js";
export type * from "./messages.js";

if (customElements.get("ichiban-tool") === undefined) customElements.define("ichiban-tool", IchibanTool);

declare global {
  interface HTMLElementTagNameMap {
    "ichiban-tool": IchibanTool;
  }
}
