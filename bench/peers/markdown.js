// Renderers of Markdown as it is written. `run(chunks, deadline)` has what is to be shown up to date after every
// chunk, and gives how much was told.
import { createIncremarkParser } from '@incremark/core';
import { marked } from 'marked';
import remend from 'remend';
import { parseMarkdownIntoBlocks } from 'streamdown';
import * as smd from 'streaming-markdown';

import { showMarkdown } from '../page/ours.js';

export const OURS = 'ichiban';
export const SMD = 'streaming-markdown';
export const INCREMARK = '@incremark/core';
export const STREAMDOWN = 'streamdown';

export const contenders = [
  { name: OURS, run: (chunks, deadline) => showMarkdown(chunks, false, deadline) },
  { name: 'ichiban, to HTML', run: (chunks, deadline) => showMarkdown(chunks, true, deadline) },
  {
    // It is not CommonMark.
    name: SMD,
    run(chunks, deadline) {
      let count = 0;
      const renderer = { data: null, add_token: () => (count += 1), end_token() {}, add_text: () => (count += 1), set_attr() {} };
      const parser = smd.parser(renderer);
      for (const chunk of chunks) {
        deadline.check();
        smd.parser_write(parser, chunk);
      }
      smd.parser_end(parser);
      return count;
    },
  },
  {
    name: INCREMARK,
    run(chunks, deadline) {
      const parser = createIncremarkParser({ gfm: true });
      let count = 0;
      for (const chunk of chunks) {
        deadline.check();
        count += parser.append(chunk).completed?.length ?? 0;
      }
      parser.finalize();
      return count;
    },
  },
  {
    // What its component does before React renders; the last block is parsed by a quicker parser than its own.
    name: STREAMDOWN,
    run(chunks, deadline) {
      let text = '';
      let count = 0;
      for (const chunk of chunks) {
        deadline.check();
        text += chunk;
        const blocks = parseMarkdownIntoBlocks(remend(text));
        count = blocks.length;
        if (count > 0) marked.parse(blocks[count - 1]);
      }
      return count;
    },
  },
];
