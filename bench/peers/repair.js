// Menders of broken JSON. `run(text)` gives the mended text.
import { jsonrepair } from 'jsonrepair';

import { repair } from '../page/ours.js';

export const OURS = 'ichiban';

export const contenders = [
  { name: OURS, run: repair },
  { name: 'jsonrepair', run: (text) => jsonrepair(text) },
];
