// Diagrams to be drawn: the corpus's where they are on this machine, else ones of our own making.
import { random } from './inputs.js';

/** A flowchart of so many nodes: a tree with cross links, labels, shapes and groups. */
export function flowchart(nodes) {
  const next = random(23);
  const lines = ['flowchart TD'];
  const shapes = [
    ['[', ']'],
    ['(', ')'],
    ['{', '}'],
    ['[(', ')]'],
  ];
  for (let node = 0; node < nodes; node += 1) {
    const [open, close] = shapes[Math.floor(next() * shapes.length)];
    lines.push(`  n${node}${open}"Step ${node} of the process"${close}`);
    if (node > 0) lines.push(`  n${Math.floor(next() * node)} -->${next() < 0.3 ? '|then|' : ''} n${node}`);
    if (next() < 0.2 && node > 2) lines.push(`  n${node} -.-> n${Math.floor(next() * node)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The diagrams to measure, by name; the corpus's are at `/diagrams`. */
export async function diagrams() {
  const found = await (await fetch('/diagrams')).json();
  if (found.length > 0) return found;
  return [10, 30, 100, 300, 1000].map((nodes) => [`flow${nodes}`, flowchart(nodes)]);
}
