// Makers of TypeScript from a sample. `run(text)` gives the declarations, rooted in `Root`.
import { InputData, jsonInputForTargetLanguage, quicktype } from 'quicktype-core';

import { convert } from '../page/ours.js';

export const OURS = 'ichiban';

export const contenders = [
  { name: OURS, run: (text) => convert(text, 'typescript') },
  {
    name: 'quicktype-core',
    async run(text) {
      const input = jsonInputForTargetLanguage('typescript');
      await input.addSource({ name: 'Root', samples: [text] });
      const inputData = new InputData();
      inputData.addInput(input);
      // The declarations alone, as ours: no code that checks values as they are read.
      const { lines } = await quicktype({ inputData, lang: 'typescript', rendererOptions: { 'just-types': true } });
      return lines.join('\n');
    },
  },
];
