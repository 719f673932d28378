/** A relative deviation in percent, held against limits of the regulation; and the refusal of what cannot divide. */
import { print } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Limit } from './edition.ts';
import { signed } from './print.ts';
import { percentError, writtenTo } from './relative-error.ts';
import type { At, Judged, Recorder } from './rule.ts';

/** Refuses every value that is not greater than zero at its own column or field; whether all are. */
export function allPositive(values: Readonly<Record<string, Decimal>>, to: Recorder): boolean {
  const wrong = Object.keys(values).filter((id) => (values[id]?.digits ?? 0n) <= 0n);
  for (const id of wrong) to.refuse(id, 'too-small', ['必须大于零', 'must be greater than zero']);
  return wrong.length === 0;
}

type Asked = Pick<Judged, 'comparison' | 'id'> & { readonly low?: Limit; readonly high: Limit };

/**
 * δ = (value − reference) / reference × 100 %, noted as δ and judged; written to 0.01, or finer where a limit needs it.
 * The reference must be greater than 0, see `allPositive`.
 * @param asked the limits in percent; `low` for 'between' only
 */
export function judgeDeviation<P>(value: Decimal, reference: Decimal, at: At<P>, to: Recorder, { low, high, ...asked }: Asked): void {
  const limit = at.number(high);
  const lower = low && at.number(low);
  const percent = writtenTo(percentError(value, reference), 2, limit, lower);
  to.note(asked.id === undefined ? 'δ' : `δ ${asked.id}`, percent, '%');
  const text = `δ = (${print(value)} − ${print(reference)}) / ${print(reference)} × 100 % = ${signed(percent)} %`;
  to.check({
    ...asked,
    symbol: 'δ',
    value: percent,
    limit,
    ...(lower ? { lower } : {}),
    unit: '%',
    numbers: low ? [low, high] : [high],
    how: () => [text, text],
  });
}
