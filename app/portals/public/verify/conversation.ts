import type { Examination } from '@tongheng/seal/verify/examination';
import type { Text } from '../../../kernel/text.ts';

export type Given = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** What the page asks its worker. */
export type Asked = {
  readonly files: readonly Given[];
  readonly code: string;
  readonly serial: string;
  /** The day for which it is judged, 'YYYY-MM-DD'. */
  readonly at: string;
  /** What the page has at hand itself; files that were given go before it. */
  readonly trust: string | null;
  readonly revocations: string | null;
};

/** What the worker says back. */
export type Said =
  | { readonly kind: 'examined'; readonly examination: Examination; readonly trust: 'given' | 'own' | 'none' }
  | { readonly kind: 'refused'; readonly reason: Text };
