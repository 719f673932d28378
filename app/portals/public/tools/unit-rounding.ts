/** Rounding to an interval (GB/T 8170-2008) or to an uncertainty, as far as the form is filled in. */
import { DecimalError, divideExactly, parse, print } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { printPlusMinus, roundResult } from '@tongheng/quantity/result';
import { roundTo } from '@tongheng/quantity/rounding';
import type { Text } from '../../../kernel/text.ts';
import type { Entry } from './unit-entry.ts';

export type RoundingField = 'number' | 'interval' | 'uncertainty' | 'k';
type Faults = Partial<Record<RoundingField, Text>>;

export type RoundedReading = {
  readonly faults: Faults;
  readonly answer:
    | null
    | { readonly to: 'interval'; readonly value: string; readonly interval: string; readonly multiple: string }
    | {
        readonly to: 'uncertainty';
        readonly value: string;
        readonly uncertainty: string;
        readonly concise: string;
        readonly statement: Text;
      };
};

function attempt<Result>(faults: Faults, field: RoundingField, work: () => Result): Result | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof DecimalError) faults[field] ??= error.text;
    else if (error instanceof InvalidInput) {
      const own: RoundingField = error.place === 'value' ? 'number' : error.place === 'uncertainty' ? 'uncertainty' : field;
      const { place, text } = error;
      faults[own] ??= [text[0].replace(`${place}：`, ''), text[1].replace(`${place}: `, '')];
    } else throw error;
    return null;
  }
}

function toInterval({ number, interval }: Entry): RoundedReading {
  const faults: Faults = {};
  const value = number.trim() === '' ? null : attempt(faults, 'number', () => parse(number.trim()));
  const step = interval.trim() === '' ? null : attempt(faults, 'interval', () => parse(interval.trim()));
  if (step !== null && step.digits <= 0n) faults.interval = ['修约间隔必须大于 0', 'The rounding interval is greater than 0'];
  if (value === null || step === null || step.digits <= 0n) return { faults, answer: null };
  const rounded = roundTo(value, step);
  const multiple = divideExactly(rounded, step);
  return {
    faults,
    answer: { to: 'interval', value: print(rounded), interval: print(step), multiple: multiple === undefined ? '' : print(multiple) },
  };
}

function toUncertainty({ number, uncertainty, digits, rounding, symbol, k }: Entry): RoundedReading {
  const faults: Faults = {};
  const has = (text: string): boolean => text.trim() !== '';
  if (has(number)) attempt(faults, 'number', () => parse(number.trim(), { exponent: true }));
  if (has(uncertainty)) attempt(faults, 'uncertainty', () => parse(uncertainty.trim(), { exponent: true }));
  const factor = has(k) ? attempt(faults, 'k', () => parse(k.trim())) : null;
  if (factor !== null && factor.digits <= 0n) faults.k = ['包含因子必须大于 0', 'A coverage factor is greater than 0'];
  if (!has(number) || !has(uncertainty) || Object.keys(faults).length > 0) return { faults, answer: null };
  const result = attempt(faults, 'number', () =>
    roundResult(number.trim(), uncertainty.trim(), { digits: digits === '1' ? 1 : 2, rounding }),
  );
  if (result === null) return { faults, answer: null };
  const statement = printPlusMinus(result, {
    ...(has(symbol) ? { unit: symbol.trim() } : {}),
    ...(has(k) ? { k: k.trim() } : {}),
  });
  return {
    faults,
    answer: { to: 'uncertainty', value: result.value, uncertainty: result.uncertainty, concise: result.concise, statement },
  };
}

export const readRounding = (entry: Entry): RoundedReading => (entry.to === 'interval' ? toInterval(entry) : toUncertainty(entry));
