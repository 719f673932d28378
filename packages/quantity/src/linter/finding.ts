import type { RuleId, RuleSource } from './rules.ts';

/** An error breaks a rule; advice is better practice, or a form that its trade uses and the law does not name. */
export type Severity = 'error' | 'advice';

export type Format = 'text' | 'markdown' | 'csv' | 'html';

/**
 * A unit that is forbidden or badly written, and its place in the source text.
 * Lines and columns count from 1; columns and lengths count UTF-16 code units, as editors and JavaScript strings do. A byte order
 * mark belongs to no column. `text` is the piece of the source from that place, `length` code units long.
 */
export type Finding = {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly text: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  /** What should stand there; a value is converted only where the result is exact and short. */
  readonly suggestion: string;
  readonly message: readonly [zh: string, en: string];
  readonly source: RuleSource;
};
