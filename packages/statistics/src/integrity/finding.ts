/**
 * What a test of readings answers. It never accuses: it says what was seen, how often chance alone gives that, on which assumptions,
 * and that it is a hint for review and no proof. A test that cannot tell says so and has no p-value.
 */
export type Text = readonly [zh: string, en: string];

export type TestId =
  | 'terminal-digit'
  | 'terminal-digit-peers'
  | 'digit-repeats'
  | 'repeated-set'
  | 'close-agreement'
  | 'small-errors'
  | 'short-duration'
  | 'overlapping-work'
  | 'capacity'
  | 'limit-heaping';

export type Finding = {
  readonly test: TestId;
  /** False where the data cannot answer; `reason` says why, and p and effect are null. */
  readonly applicable: boolean;
  readonly reason: Text | null;
  /** Probability of what was seen, or more, without any cause; valid under the assumptions. */
  readonly p: number | null;
  /** How large the deviation is; `measure` names it. p says nothing of the size. */
  readonly effect: number | null;
  readonly measure: Text;
  /** Readings, records or days the test rests on. */
  readonly n: number;
  readonly explanation: Text;
  readonly assumptions: readonly Text[];
};

const hint: Text = ['仅为核查线索，不作结论。', 'This is a hint for review and no proof.'];

/** @example chanceOf(0.0004) // ['约每 2500 次有 1 次', 'about 1 in 2500 cases'] */
export function chanceOf(p: number): Text {
  if (p >= 0.01) return [`约为 ${Number((p * 100).toPrecision(2))} %`, `about ${Number((p * 100).toPrecision(2))} % of cases`];
  if (p < 1e-9) return ['不足十亿分之一', 'less than 1 in 1000000000 cases'];
  const every = Number((1 / p).toPrecision(2));
  return [`约每 ${every} 次有 1 次`, `about 1 in ${every} cases`];
}

/**
 * The answer of a test that could be made: `seen` is what was observed, 0 ≤ p ≤ 1 how often chance alone gives as much, `n` the readings
 * or pairs that were counted. The sentence says p as a frequency.
 */
export function finding(
  test: TestId,
  seen: Text,
  { p, effect, n, measure, assumptions }: { p: number; effect: number; n: number; measure: Text; assumptions: readonly Text[] },
): Finding {
  const [zh, en] = chanceOf(p);
  return {
    test,
    applicable: true,
    reason: null,
    p: Math.min(1, Math.max(0, p)),
    effect,
    measure,
    n,
    explanation: [
      `${seen[0]}。如无特殊原因，偶然出现这种或更明显情形的概率${zh}。${hint[0]}`,
      `${seen[1]}. Without a particular cause, chance gives this or more in ${en}. ${hint[1]}`,
    ],
    assumptions,
  };
}

/** The answer of a test that cannot tell from these readings, with the reason; p and effect are null. */
export const notApplicable = (test: TestId, n: number, reason: Text, measure: Text, assumptions: readonly Text[]): Finding => ({
  test,
  applicable: false,
  reason,
  p: null,
  effect: null,
  measure,
  n,
  explanation: [`不适用：${reason[0]}。`, `Not applicable: ${reason[1]}.`],
  assumptions,
});
