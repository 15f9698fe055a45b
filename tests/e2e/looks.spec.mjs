// Every state at three widths, in both themes: nothing that a checker of accessibility objects to, nothing that scrolls
// sideways, and a picture for a person to look at (tests/e2e/screenshots). A state is arranged once, where there is the
// least room, and the window is then made wider: what does not follow the window shows, too.
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { serveHost } from "./host/serve.mjs";
import { showWidget, tell, until } from "./host/show.mjs";
import { connect, drop, fillEditor, source } from "./page.mjs";
import { startReplay } from "./replay.mjs";

const SIZES = [
  { width: 390, height: 844 },
  { width: 800, height: 1000 },
  { width: 1440, height: 900 },
];

/** States that would be over before they are seen at every width: they are arranged anew for each. */
const MOVING = new Set(["streaming", "diagram-asking", "diagram-explaining", "docs-refining", "docs-sections", "docs-answering"]);
const site = (process.env.ICHIBAN_SITE ?? "http://127.0.0.1:8080").replace(/\/$/, "");

let model;
let host;
test.beforeAll(async () => {
  // It may have to be compiled first.
  test.setTimeout(600_000);
  model = await startReplay();
  host = await serveHost(site);
  await mkdir("screenshots", { recursive: true });
});
test.afterAll(async () => {
  await model?.close();
  await host?.close();
});

const example = (page) => page.getByRole("button", { name: /i18next/ }).click();
const into = async (page, ...names) => {
  await page.getByRole("button", { name: names[0] }).click();
  for (const name of names.slice(1)) {
    await page.getByRole("button", { name: "+ locale" }).click();
    await page.getByRole("combobox", { name: "Search locales" }).fill(name);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
  }
};

/** A translation of the catalogue beside it: something is missing, stale, wrong and left over. */
const existing = async (page) => {
  await drop(page, "en.json", source);
  await expect(page.locator(".source .what")).toContainText("7 values");
  const french = JSON.parse(source);
  french.checkout.title = "Votre commande";
  french.checkout.eta = "Arrivée le {{date}}";
  french.checkout.pay = "Payer maintenant";
  french.checkout.terms = "En payant, vous acceptez les <0>conditions</0>.";
  french.account.greeting = "Bonjour, {{name}}.";
  french.account.signOut = "Se déconnecter";
  french.account.legacy = "Ce compte n’est plus pris en charge.";
  french.account.trial = "Essai gratuit";
  delete french.offline;
  await drop(page, "fr.json", JSON.stringify(french, null, 2));
  await page.getByRole("dialog").getByRole("button", { name: "Use as translation" }).click();
  await expect(page.locator(".differences")).toContainText("1 missing");
  await fillEditor(page, "Source JSON", source.replace("Your order", "Your purchases"));
  await expect(page.locator("td.stale-cell")).toBeVisible();
};

/** What a person has accepted before, by a file of another program and by the glossary. */
const remember = async (page) => {
  await page.getByRole("button", { name: "Memory" }).click();
  const unit = (source, target) =>
    `<tu><tuv xml:lang="en"><seg>${source}</seg></tuv><tuv xml:lang="fr"><seg>${target}</seg></tuv></tu>`;
  const tmx = `<tmx version="1.4"><header srclang="en"/><body>${unit("Your purchase", "Votre achat")}${unit("Your purchases", "Vos achats")}${unit("Sign out", "Se déconnecter")}</body></tmx>`;
  await page.getByLabel("Translation memory as TMX").setInputFiles({ name: "team.tmx", mimeType: "application/xml", buffer: Buffer.from(tmx) });
  await expect(page.getByRole("dialog")).toContainText("3 translations taken over.");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Glossary" }).click();
  await page.getByLabel("Glossary as CSV").setInputFiles({ name: "terms.csv", mimeType: "text/csv", buffer: Buffer.from("term,keep,fr\npurchases,,achats\n") });
  await expect(page.getByRole("dialog")).toContainText("1 term read.");
  await page.getByRole("button", { name: "Save" }).click();
};

const STATES = {
  empty: async () => {},
  draft: async (page) => {
    await example(page);
    await expect(page.locator(".cm-content")).toBeVisible();
    await expect(page.locator("tbody .key").first()).toBeVisible();
  },
  streaming: async (page) => {
    await connect(page, model.root("look,delay=70"), "gpt-oss-120b");
    await example(page);
    await into(page, "Français", "Deutsch", "日本語");
    await page.keyboard.press("Control+Enter");
    await expect(page.locator("td.done").nth(2)).toBeVisible({ timeout: 30_000 });
  },
  attention: async (page) => {
    await connect(page, model.root("look,model=drop-placeholder"), "gpt-oss-120b");
    await example(page);
    await into(page, "Français", "العربية");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("button", { name: /need.* attention/ })).toBeVisible({ timeout: 30_000 });
  },
  error: async (page) => {
    await connect(page, model.root("look,key=right"), "gpt-oss-120b");
    await example(page);
    await into(page, "Français", "Deutsch");
    await page.keyboard.press("Control+Enter");
    await expect(page.locator(".banner")).toBeVisible();
  },
  invalid: async (page) => {
    await drop(page, "en.json", '{\n  "title": "Your order",\n  "pay": "Pay {{amount}} now"\n}\n');
    await page.getByRole("button", { name: "Français" }).click();
    await page.locator(".cm-line", { hasText: "title" }).click();
    await page.keyboard.press("End");
    await page.keyboard.press("Backspace");
    await expect(page.locator(".problem")).toBeVisible();
  },
  done: async (page) => {
    await connect(page, model.root("look"), "gpt-oss-120b");
    await example(page);
    await into(page, "Deutsch", "Svenska");
    await page.keyboard.press("Control+Enter");
    await expect(page.locator(".status")).toContainText("All checks pass", { timeout: 30_000 });
  },
  existing: async (page) => {
    await existing(page);
    await page.locator(".findings-head").click();
  },
  orphaned: async (page) => {
    await existing(page);
    await page.getByRole("group", { name: "Show" }).getByRole("button", { name: /Orphaned/ }).click();
    await page.getByRole("button", { name: /^Remove account/ }).first().click();
  },
  review: async (page) => {
    await existing(page);
    await remember(page);
    await page.getByRole("button", { name: "Review" }).click();
    await page.keyboard.press("s");
    await page.keyboard.press("s");
    await expect(page.locator(".review-findings")).toBeVisible();
  },
  "review-hits": async (page) => {
    await existing(page);
    await remember(page);
    await page.getByRole("button", { name: "Review" }).click();
    await expect(page.locator(".review-similar")).toBeVisible();
  },
  memory: async (page) => {
    await existing(page);
    await remember(page);
    await page.getByRole("button", { name: "Memory" }).click();
    await expect(page.locator(".memory-list li").first()).toBeVisible();
  },
  glossary: async (page) => {
    await existing(page);
    await page.getByRole("button", { name: "Glossary" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Glossary as CSV").setInputFiles({
      name: "terms.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("term,keep,fr,de\nIchiban,yes,,\norder,,commande,Bestellung\nboard,,tableau,\n"),
    });
    await expect(dialog).toContainText("3 terms read.");
  },
  settings: async (page) => {
    await page.locator(".chip").click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
  "built-in": async (page) => {
    await page.evaluate(() => {
      globalThis.Translator = { availability: async () => "available" };
      globalThis.LanguageModel = { availability: async () => "downloadable" };
    });
    await page.locator(".chip").click();
    await page.getByRole("button", { name: "Chrome’s translator" }).click();
    await expect(page.getByRole("dialog")).toContainText("Nothing leaves this device");
  },
  "local-models": async (page) => {
    const models = [
      { name: "SmolLM2-135M-Instruct Q4_1", licence: "Apache-2.0", test: true, url: "smol.gguf", bytes: 98_362_432, sha256: "b1".repeat(32) },
      { name: "Qwen2.5-Coder-1.5B-Instruct Q4_K_M", licence: "Apache-2.0", url: "qwen.gguf", bytes: 986_048_000, sha256: "c2".repeat(32) },
    ];
    await page.route("**/models/manifest.json", (route) => route.fulfill({ json: { models } }));
    await page.route("**/models/qwen.gguf", (route) => route.fulfill({ status: 503 }));
    await page.locator(".chip").click();
    await page.getByRole("button", { name: "A model in this page" }).click();
    const region = page.getByRole("region", { name: "Models in this page" });
    await region.getByRole("button", { name: "Download" }).last().click();
    await expect(region.getByRole("alert").filter({ hasText: "answered 503" })).toBeVisible();
  },
  locales: async (page) => {
    await example(page);
    await page.getByRole("button", { name: "+ locale" }).click();
    await page.getByRole("combobox", { name: "Search locales" }).fill("por");
    await expect(page.getByRole("option").first()).toBeVisible();
  },
};

const converted = async (page, name) => {
  await page.getByRole("button", { name }).click();
  await expect(page.locator(".status")).toContainText("Converted");
  await expect(page.locator('.cm-content[aria-label="Output"] .cm-line').nth(3)).toBeVisible();
};

const CONVERT_STATES = {
  empty: async (page) => {
    await expect(page.locator(".dropzone")).toBeVisible();
  },
  types: async (page) => {
    await converted(page, /API response/);
  },
  samples: async (page) => {
    await converted(page, /Two webhooks/);
  },
  query: async (page) => {
    await converted(page, /JSON Lines/);
  },
  targets: async (page) => {
    await converted(page, /API response/);
    await page.getByRole("button", { name: /^Target:/ }).click();
    await expect(page.locator("#targets").getByRole("option")).toHaveCount(25);
  },
  broken: async (page) => {
    await converted(page, /API response/);
    await fillEditor(page, "Input", '[\n  {\n    "id": 1804,\n    "title": "Retry uploads",\n    labels: []\n  }\n]\n');
    await expect(page.locator(".problem")).toBeVisible();
  },
  "query-fails": async (page) => {
    await converted(page, /API response/);
    await page.getByLabel(/jq expression/).fill(".[] | .author.name.first |");
    await expect(page.locator(".query .fault")).not.toBeEmpty();
  },
  large: async (page) => {
    await drop(page, "orders.json", JSON.stringify(Array.from({ length: 12_000 }, (_, id) => ({ id, note: "Order" }))));
    await page.getByRole("button", { name: /^Target:/ }).click();
    await page.getByRole("combobox", { name: "Search targets" }).fill("yaml");
    await page.keyboard.press("Enter");
    await expect(page.locator(".cut")).toBeVisible();
  },
};

const SHELL_STATES = {
  palette: async (page) => {
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("option").first()).toBeVisible();
  },
  "palette-searched": async (page) => {
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search commands" }).fill("link");
    await expect(page.locator("#palette-list mark").first()).toBeVisible();
  },
  keys: async (page) => {
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toContainText("Everywhere");
  },
  limits: async (page) => {
    await page.getByRole("button", { name: "Settings" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Limits", { exact: true }).click();
    await dialog.getByText("Sent from this browser").click();
    await expect(dialog.getByLabel("Most tokens a day")).toBeVisible();
  },
  "settings-file": async (page) => {
    await page.getByRole("button", { name: "Settings" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Use without a network").click();
    await dialog.getByText("Settings as a file").click();
    const settings = {
      theme: "dark",
      endpoint: { address: "https://models.example/v1", wire: "openai-chat", model: "large", key: "opaque" },
      limits: { "run-dollars": "many" },
      "translate.locales": ["de", "pt-BR"],
    };
    await dialog.getByLabel("Settings that were exported").setInputFiles({
      name: "ichiban-settings.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify({ ichiban: "settings", version: 1, settings })),
    });
    await dialog.getByRole("button", { name: "Change them" }).scrollIntoViewIfNeeded();
  },
  favourites: async (page) => {
    await page.getByRole("heading", { level: 1 }).waitFor();
    for (const tool of ["docs", "diagram"]) {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: "Search commands" }).fill(`favourites add ${tool}`);
      await page.keyboard.press("Enter");
    }
    await expect(page.locator(".rail a.tool").first()).toHaveText("Docs");
  },
  lost: async (page) => {
    await page.goto("/no-such-tool");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("nothing here");
  },
  history: async (page) => {
    await page.getByRole("button", { name: /Python dict/ }).click();
    await expect(page.locator(".status")).toContainText(/change/);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search commands" }).fill("history");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
  },
  "history-empty": async (page) => {
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search commands" }).fill("history");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toContainText("Nothing yet.");
  },
  replaced: async (page) => {
    await page.getByRole("button", { name: /Python dict/ }).click();
    await expect(page.locator(".status")).toContainText(/change/);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search commands" }).fill("hand-written");
    await page.keyboard.press("Enter");
    await expect(page.locator(".said")).toContainText("replaced");
  },
};

const REPAIR_STATES = {
  empty: async (page) => {
    await expect(page.locator(".dropzone")).toBeVisible();
  },
  repaired: async (page) => {
    await page.getByRole("button", { name: /hand-written/ }).click();
    await expect(page.locator(".changes li").first()).toBeVisible();
    await page.locator(".changes li button").nth(2).click();
  },
  valid: async (page) => {
    await drop(page, "fine.json", '{\n  "title": "Your order",\n  "items": [1, 2, 3]\n}\n');
    await expect(page.locator(".valid")).toBeVisible();
  },
  applied: async (page) => {
    await page.getByRole("button", { name: /Python/ }).click();
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page.locator(".valid")).toBeVisible();
  },
  beyond: async (page) => {
    await page.getByRole("button", { name: /Python/ }).click();
    await expect(page.locator(".changes li").first()).toBeVisible();
    await fillEditor(page, "Broken text", "// nothing here\n");
    await expect(page.locator(".problem")).toBeVisible();
  },
};

const pictured = async (page, name) => {
  await page.getByRole("button", { name: "Examples", exact: true }).click();
  await page.locator(".gallery-groups button", { hasText: name }).first().click();
  await expect(page.locator(".status")).toContainText("Drawn", { timeout: 30_000 });
  if (page.viewportSize().width >= 800) await expect(page.locator(".cm-content")).toBeVisible();
};

const connectBySettings = async (page, root, name) => {
  await page.evaluate(
    ([root, name]) => sessionStorage.setItem("ichiban.endpoint", JSON.stringify({ base_url: root, wire: "openai-chat", model: name, key: "" })),
    [root, name],
  );
  await page.reload();
};
const askForDiagram = async (page, words) => {
  await page.getByLabel("Describe a diagram, or a change").fill(words);
  await page.keyboard.press("Control+Enter");
};

/** Has a diagram explained: with as many kinds of blocks as an explanation has. */
const explained = async (page, scenario) => {
  await connectBySettings(page, model.root(scenario), "gpt-oss-120b");
  const words = [
    "A release goes from `Build` to everyone, and **back** if too much fails.",
    "## Step by step",
    "1. `Smoke tests?` decides whether it goes out at all.\n2. `Canary, 5 %` meets *few* people first.\n3. Only then comes `Everyone`.",
    "| From | To | When |\n|--|--|--|\n| `Smoke tests?` | `Canary, 5 %` | they pass |\n| `Canary, 5 %` | `Roll back` | errors rise |",
    "> Nothing leads from `Roll back` to a new build: perhaps that is missing.",
    "```yaml\nsteps: [build, smoke, canary]\n```",
  ];
  const comment = `%% Answer with: ${words.join("\n\n").replaceAll("\n", "\\n")}`;
  const flow = 'build[Build] --> smoke{Smoke tests?}\n  smoke -->|pass| canary["Canary, 5 %"]\n  smoke -->|fail| back[Roll back]\n  canary -->|errors| back\n  canary --> all[Everyone]';
  await drop(page, "release.mmd", `flowchart TD\n  ${comment}\n  ${flow}\n`);
  await expect(page.locator(".status")).toContainText("Drawn", { timeout: 30_000 });
  await page.getByRole("button", { name: "Explain", exact: true }).click();
};

const DIAGRAM_STATES = {
  empty: async (page) => {
    await expect(page.locator(".dropzone")).toBeVisible();
  },
  drawn: async (page) => {
    await pictured(page, "A release, with its decisions");
    await page.locator(".stage-picture g.node").nth(2).click();
  },
  text: async (page) => {
    await pictured(page, "Sign-in by mail");
    const side = page.getByRole("button", { name: "Text", exact: true });
    if (await side.isVisible()) await side.click();
    await expect(page.locator(".cm-content")).toBeVisible();
  },
  error: async (page) => {
    await pictured(page, "A release, with its decisions");
    const side = page.getByRole("button", { name: "Text", exact: true });
    if (await side.isVisible()) await side.click();
    await fillEditor(page, "Diagram text", "flowchart TD\n  A[Call f(x)] --> B[See “docs”]\n  B --> end\n");
    await expect(page.locator(".problem")).toBeVisible();
  },
  fixed: async (page) => {
    await pictured(page, "A release, with its decisions");
    const side = page.getByRole("button", { name: "Text", exact: true });
    if (await side.isVisible()) await side.click();
    await fillEditor(page, "Diagram text", "flowchart TD\n  A[Call f(x)] --> B[Read the docs]\n  B --> end\n");
    await page.getByRole("button", { name: /^Fix/ }).click();
    await expect(page.locator(".changes")).toBeVisible();
  },
  source: async (page) => {
    await pictured(page, "Tables, keys and cardinality");
  },
  large: async (page) => {
    const edges = Array.from({ length: 260 }, (_, at) => `  n${at % 130}[Service ${at % 130}] --> n${(at * 5 + 3) % 130}`);
    await drop(page, "large.mmd", `flowchart LR\n${edges.join("\n")}\n`);
    await expect(page.locator(".status")).toContainText("Drawn", { timeout: 30_000 });
    await page.locator(".stage").press("1");
    if (page.viewportSize().width > 1000) await expect(page.locator(".minimap")).toBeVisible();
  },
  compared: async (page) => {
    await pictured(page, "From draft to archive");
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await page.getByRole("menuitem", { name: "With an earlier version" }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("stateDiagram-v2\n  [*] --> Draft\n  Draft --> Review : send\n");
    await page.getByRole("dialog").getByRole("button", { name: "Compare" }).click();
    await expect(page.locator(".differences-list li").first()).toBeVisible();
  },
  "by-mermaid": async (page) => {
    await drop(page, "root.mmd", 'flowchart LR\n  A["$$x^2 + p x + q = 0$$"] -->|solve| B["$$x = -\\frac{p}{2} \\pm \\sqrt{\\frac{p^2}{4} - q}$$"]\n');
    await expect(page.locator(".status")).toContainText("Drawn by mermaid.js", { timeout: 30_000 });
  },
  "by-nobody": async (page) => {
    await page.route("**/assets/sequenceDiagram-*", (route) => route.abort());
    await drop(page, "half.mmd", "sequenceDiagram\n  A->>B: $$\\frac{1}{2}$$\n");
    await expect(page.locator(".status")).toContainText("Not drawn", { timeout: 30_000 });
  },
  beside: async (page) => {
    await pictured(page, "A release, with its decisions");
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await page.getByRole("menuitem", { name: "With mermaid.js" }).click();
    await expect(page.locator(".half svg")).toHaveCount(2, { timeout: 30_000 });
  },
  "beside-fails": async (page) => {
    await drop(page, "wrong.mmd", "flowchart TD\n  A[Call f(x)] --> B[Done]\n");
    await expect(page.locator(".status")).toContainText("Not a diagram yet", { timeout: 30_000 });
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await page.getByRole("menuitem", { name: "With mermaid.js" }).click();
    await expect(page.locator(".half-says.bad")).toHaveCount(2, { timeout: 30_000 });
  },
  asking: async (page) => {
    await connectBySettings(page, model.root("look-ask,delay=60,model=diagram"), "gpt-oss-120b");
    await askForDiagram(page, "How a parcel travels from the shop to my door");
    await expect(page.locator(".stage-picture g.node", { hasText: "Scan the label" })).toBeVisible({ timeout: 30_000 });
  },
  proposed: async (page) => {
    await connectBySettings(page, model.root("look-change,model=diagram"), "gpt-oss-120b");
    await pictured(page, "A release, with its decisions");
    await askForDiagram(page, "Add a node");
    await expect(page.locator(".proposed li").first()).toBeVisible({ timeout: 30_000 });
  },
  refused: async (page) => {
    await connectBySettings(page, model.root("look-key,key=right,model=diagram"), "gpt-oss-120b");
    await askForDiagram(page, "How a parcel travels from the shop to my door");
    await expect(page.locator(".ask-end.bad")).toBeVisible({ timeout: 30_000 });
  },
  explaining: async (page) => {
    await explained(page, "look-explaining,model=explanation,hang=75,delay=10,chunk=40");
    await expect(page.locator(".answer table")).toBeVisible({ timeout: 20_000 });
  },
  explained: async (page) => {
    await explained(page, "look-explained,model=explanation");
    await over(page);
  },
  "explanation-cut": async (page) => {
    await explained(page, "look-explanation-cut,model=explanation,cut=60,delay=10,chunk=40");
    await over(page);
    await expect(page.locator(".turn-says.bad")).toContainText("not the whole answer");
  },
  gallery: async (page) => {
    await page.getByRole("button", { name: "Examples", exact: true }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  },
};

const documented = async (page) => {
  await page.locator(".examples button").first().click();
  await expect(page.locator(".status .good")).toContainText(/\d operations/, { timeout: 30_000 });
};

/** Has a question answered in words: as many kinds of blocks as an answer has. */
const asked = async (page, scenario) => {
  await documented(page);
  await connect(page, model.root(scenario), "gpt-oss-120b");
  const key = (await page.locator(".op").first().innerText()).split("\n").slice(0, 2).join(" ");
  const words = [
    "## Making a label",
    `Use \`${key}\`, as [the guide][g] says:[^n]`,
    "- with the *size* of the label\n- and, if there are **several** parcels, one call for each",
    "| Field | Type | About |\n|--|--|--|\n| `format` | string | `pdf` or `png` |\n| `copies` | integer | how many |",
    "> What is not sent is taken from the account.",
    "```json\n{\n  \"format\": \"pdf\",\n  \"copies\": 2\n}\n```",
    "```mermaid\nflowchart LR\n  parcel --> label\n```",
    "[g]: https://guide.example/labels\n\n[^n]: Since version 2.",
  ];
  await page.getByLabel("Ask", { exact: true }).fill(`How do I make a label? Answer with: ${words.join("\n\n").replaceAll("\n", "\\n")}`);
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("button", { name: "Ask the model" }).click();
};
const over = (page) => expect(page.locator(".turn").first()).toHaveAttribute("data-going", "false", { timeout: 30_000 });

/** Documentation in sentences, long enough for several sections. */
const prose = async (page) => {
  const filler = "Crates stand in bays, bays in halls, and every hall has a door that is closed at night. ".repeat(70);
  const parts = ["crates", "bays", "halls", "doors", "keys", "carriers", "routes", "labels"].map(
    (name, at) => `## ${name[0].toUpperCase()}${name.slice(1)}\n\nThe address /${name}/{id} gives one of the ${name} when you get it. The switch deep (boolean, required) tells to look inside.\n\nYou post to /${name}/{id}/moves and it moves. Its field bay is a string.\n\n${at % 2 === 0 ? filler : filler.slice(0, 4_000)}\n`,
  );
  await drop(page, "depot.md", `# Depot\n\nBase URL: https://depot.example/v1\n\n## List\n\n\`GET /crates\`\n\nGives every crate of the depot.\n\n${parts.join("\n")}`);
  await expect(page.locator(".status .good")).toContainText(/\d operation/, { timeout: 30_000 });
};
const refining = async (page, scenario) => {
  await connect(page, model.root(scenario), "gpt-oss-120b");
  await prose(page);
  await page.getByRole("button", { name: "Refine with a model" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Start" }).click();
};

/** An operation whose body has fields of every kind, about to be called. */
const filling = async (page) => {
  const schema = {
    type: "object",
    required: ["name", "rank"],
    properties: {
      name: { type: "string", minLength: 2, maxLength: 12, description: "As it is called on board", example: "Ada" },
      rank: { enum: ["captain", "mate", "hand"] },
      age: { type: ["integer", "null"], minimum: 16, description: "In years; null if nobody knows" },
      sworn: { type: "boolean" },
      since: { type: "string", format: "date" },
      skills: { type: "array", items: { type: "string" }, maxItems: 3 },
      berth: { type: "object", required: ["deck"], properties: { deck: { type: "integer" }, side: { enum: ["port", "starboard"] } } },
      more: { type: "object", additionalProperties: { type: "string" } },
    },
  };
  const crew = {
    openapi: "3.1.0",
    info: { title: "Crew", version: "1" },
    servers: [{ url: "https://crew.example.com/v1" }],
    paths: {
      "/crew/{ship}": {
        post: {
          parameters: [{ name: "ship", in: "path", required: true, schema: { type: "string" } }],
          requestBody: { required: true, content: { "application/json": { schema } } },
          responses: { 201: { description: "Added" } },
        },
      },
    },
  };
  await drop(page, "crew.json", JSON.stringify(crew));
  await expect(page.locator(".status .good")).toContainText("1 operation", { timeout: 30_000 });
  await page.locator(".op").first().click();
  await page.getByRole("tab", { name: "Try it" }).click();
  await expect(page.getByRole("button", { name: "Send", exact: true })).toBeVisible();
};

const DOCS_STATES = {
  empty: async (page) => {
    await expect(page.getByRole("heading", { name: "Drop API documentation" })).toBeVisible();
  },
  read: async (page) => {
    await documented(page);
  },
  operation: async (page) => {
    await documented(page);
    await page.locator(".op").first().click();
    await expect(page.locator(".op-title")).toBeVisible();
  },
  calls: async (page) => {
    await documented(page);
    await page.locator(".op").first().click();
    await page.getByRole("tab", { name: "Calls" }).click();
    await expect(page.getByLabel("Written call")).toContainText("curl");
  },
  trial: async (page) => {
    await documented(page);
    await page.locator(".op").first().click();
    await page.getByRole("tab", { name: "Try it" }).click();
    await expect(page.getByRole("button", { name: "Send" })).toBeVisible();
  },
  "trial-form": async (page) => {
    await filling(page);
    const body = page.getByRole("group", { name: "Body", exact: true });
    await body.getByLabel("How skills is given").selectOption("given");
    await body.getByRole("button", { name: "Add to skills" }).click();
    await body.getByLabel("skills 1", { exact: true }).fill("knots");
    await body.getByLabel("How berth is given").selectOption("given");
    await body.scrollIntoViewIfNeeded();
  },
  "trial-errors": async (page) => {
    await filling(page);
    const body = page.getByRole("group", { name: "Body", exact: true });
    await body.getByLabel("name", { exact: true }).fill("a name that is too long");
    await body.getByLabel("rank", { exact: true }).selectOption("left out");
    await body.getByLabel("age", { exact: true }).fill("young");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.locator(".unfit")).toBeVisible();
  },
  "trial-json": async (page) => {
    await filling(page);
    await page.getByRole("button", { name: "JSON", exact: true }).click();
    await page.getByRole("textbox", { name: "Body" }).fill('{ "name": 1, "rank": "cook" }');
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.locator(".unfit")).toBeVisible();
  },
  error: async (page) => {
    await drop(page, "broken.pdf", "%PDF-1.4 and nothing");
    await expect(page.locator(".notice.bad")).toContainText("broken.pdf");
  },
  plan: async (page) => {
    await connect(page, model.root("look-plan,model=inventive"), "gpt-oss-120b");
    await prose(page);
    await page.getByRole("button", { name: "Refine with a model" }).click();
    await page.getByRole("dialog").getByLabel("sent").fill("0.15");
    await page.getByRole("dialog").getByLabel("back").fill("0.6");
    await page.getByRole("dialog").getByLabel("back").press("Tab");
    await expect(page.getByRole("dialog").locator(".costs")).toContainText("for about");
  },
  refining: async (page) => {
    await refining(page, "look-refining,model=inventive,delay=20,chunk=40");
    await expect(page.locator(".op", { hasText: "model" }).nth(2)).toBeVisible({ timeout: 30_000 });
  },
  sections: async (page) => {
    await refining(page, "look-sections,model=inventive,delay=20,chunk=40");
    await expect(page.locator(".op", { hasText: "model" }).nth(2)).toBeVisible({ timeout: 30_000 });
    await page.locator(".run").getByRole("button", { name: "Sections" }).click();
  },
  refined: async (page) => {
    await refining(page, "look-refined,model=inventive");
    await expect(page.locator(".run-says")).toHaveText(/^\d+ sections? read by/, { timeout: 30_000 });
    await page.locator(".reasons summary").click();
  },
  "refined-operation": async (page) => {
    await refining(page, "look-proof,model=inventive");
    await expect(page.locator(".run-says")).toHaveText(/^\d+ sections? read by/, { timeout: 30_000 });
    await page.locator(".op", { hasText: "/crates/{id}/moves" }).click();
    await expect(page.locator(".field-row .quote")).toBeVisible();
  },
  offered: async (page) => {
    await documented(page);
    await connect(page, model.root("look-offered,model=words"), "gpt-oss-120b");
    await page.getByLabel("Ask", { exact: true }).fill("How do I make a label?");
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByText("What is sent").click();
    await expect(page.locator(".contents")).toContainText("operations by name");
  },
  answering: async (page) => {
    await asked(page, "look-answering,model=words,hang=70");
    await expect(page.locator(".answer table")).toBeVisible({ timeout: 20_000 });
  },
  answered: async (page) => {
    await asked(page, "look-answered,model=words");
    await over(page);
  },
  "answer-cut": async (page) => {
    await asked(page, "look-answer-cut,model=words,cut=50,delay=10,chunk=40");
    await over(page);
    await expect(page.locator(".turn-says.bad")).toContainText("not the whole answer");
  },
  "answer-refused": async (page) => {
    await asked(page, "look-answer-locked,model=words,key=right");
    await over(page);
    await expect(page.locator(".turn-says.bad")).toBeVisible();
  },
  interrupted: async (page) => {
    await refining(page, "look-locked,key=right");
    await expect(page.locator(".run-trouble.bad")).toBeVisible();
  },
};

/** Widgets, most of them in the page of another site. */
const WIDGET_STATES = {
  alone: async (page) => {
    await expect(page.locator("main")).toBeVisible();
  },
  shown: async (page) => {
    await page.goto(host.address);
    await until(page, "artifact", (it) => it?.complete);
  },
  question: async (page) => {
    const widget = await showWidget(page, host.address, site, "translate", { value: source, name: "en.json", options: { into: "fr" } });
    await until(page, "artifact", (it) => it?.kind === "fr");
    await tell(page, { type: "run", with: "model" });
    await expect(widget.getByRole("button", { name: /^Allow http/ })).toBeEnabled();
  },
  refused: async (page) => {
    await page.route("**/embed-origins.json", (route) => route.fulfill({ json: { origins: ["https://docs.example.org"] } }));
    const widget = await showWidget(page, host.address, site, "repair", {});
    await expect(widget.getByRole("heading", { name: "This page may not show Ichiban" })).toBeVisible();
  },
};

/** Every state by its name, with the address at which it begins. */
const ALL = [
  ["/json/translate", "", STATES],
  ["/json/convert", "convert-", CONVERT_STATES],
  ["/json/repair", "shell-", SHELL_STATES],
  ["/json/repair", "repair-", REPAIR_STATES],
  ["/diagram", "diagram-", DIAGRAM_STATES],
  ["/docs", "docs-", DOCS_STATES],
  ["/embed/diagram", "widget-", WIDGET_STATES],
].flatMap(([path, prefix, states]) =>
  Object.entries(states).map(([name, arrange]) => [path, `${prefix}${name}`, arrange]),
);

/** Takes a picture when two in a row are alike: a diagram is drawn anew for another theme. */
async function picture(page, path) {
  // Nobody looks at pictures there, and they take longer than all that is checked.
  if (process.env.CI) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    return;
  }
  let last;
  // What streams never comes to rest.
  for (let tries = 0; tries < 6; tries += 1) {
    const now = await page.screenshot({ animations: "disabled" });
    if (last?.equals(now)) break;
    last = now;
    await page.waitForTimeout(50);
  }
  await writeFile(path, last);
}

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const checker = readFileSync(createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"), "utf8");

/** What a checker objects to. */
async function objections(page) {
  const violations = page.frames().length > 1 ? (await new AxeBuilder({ page }).withTags(TAGS).analyze()).violations : await violationsHere(page);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** The same of a page without frames. The builder's way takes twice as long: it reports what is well, too. */
async function violationsHere(page) {
  if (await page.evaluate(() => globalThis.axe === undefined)) await page.evaluate(checker);
  return page.evaluate(async (runOnly) => (await axe.run({ runOnly, resultTypes: ["violations"] })).violations, TAGS);
}

/** How much lies over the page: a width must not be looked at without it. */
const layers = (page) => page.locator(":is(dialog, [role=dialog], [role=listbox], [role=menu]):visible").count();

/** The themes that are taken in one go. A diagram is drawn for the theme it is opened in. */
const goes = (path) => (path === "/diagram" ? [["light"], ["dark"]] : [["light", "dark"]]);
/** The theme in which the checker looks, by turns: of what it objects to, contrast alone depends on that. */
const checked = (state, size) => (state + SIZES.indexOf(size)) % 2 === 0 ? "light" : "dark";
/** The same of widths. */
const widths = (name) => (MOVING.has(name) ? SIZES.map((size) => [size]) : [SIZES]);

test.describe("a state", () => {
  test.use({ reducedMotion: "reduce" });
  // Six pictures and three checks of a state, and some stream for half of a minute before there is anything to see.
  test.describe.configure({ timeout: 300_000 });
  for (const [state, [path, name, arrange]] of ALL.entries()) {
    for (const schemes of goes(path)) {
      for (const sizes of widths(name)) {
        test(`${name}, ${schemes.join(" and ")}, ${sizes.map(({ width }) => width).join(", ")} px`, async ({ page }) => {
          await page.setViewportSize(sizes[0]);
          await page.emulateMedia({ colorScheme: schemes[0] });
          await page.goto(path);
          await arrange(page);
          const over = await layers(page);
          for (const size of sizes) {
            await page.setViewportSize(size);
            for (const colorScheme of schemes) {
              const here = `${size.width} px, ${colorScheme}`;
              await page.emulateMedia({ colorScheme });
              await picture(page, `screenshots/${name}-${size.width}-${colorScheme}.png`);
              expect.soft(await layers(page), here).toBe(over);
              expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), here).toBeLessThanOrEqual(size.width);
              if (colorScheme === checked(state, size)) expect.soft(await objections(page), here).toEqual([]);
            }
          }
        });
      }
    }
  }
});
