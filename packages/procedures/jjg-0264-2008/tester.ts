/** A grain test-weight instrument: its weighing device as a scale, digital or with a weighbeam. */
import { scalesOf } from '../src/weighing/scale.ts';
import type { Scale } from '../src/weighing/scale.ts';
import { limits } from './limits.ts';

export type Tester = Scale & { readonly digital: boolean };

export const scales = scalesOf(limits);
