/** `tongheng round VALUE INTERVAL` and `tongheng round VALUE --uncertainty U`. */
import type { CommandAnswer } from './command-answer.ts';
import { DecimalError } from './decimal.ts';
import { InvalidInput } from './invalid-input.ts';
import { printPlusMinus, roundResult } from './result.ts';
import type { UncertaintyRounding } from './result.ts';
import { round } from './rounding.ts';

/** To the nearest multiple of an interval (GB/T 8170-2008). Throws InvalidInput. @example roundToInterval('1.15', '0.1').answer // { value: '1.2' } */
export function roundToInterval(value: string, interval: string): CommandAnswer<{ readonly value: string }> {
  try {
    const rounded = round(value, interval);
    return { answer: { value: rounded }, exitCode: 0, text: [rounded, rounded] };
  } catch (error) {
    if (error instanceof DecimalError) throw new InvalidInput('', error.text);
    if (error instanceof RangeError) throw new InvalidInput('INTERVAL', ['修约间隔必须大于 0', 'the rounding interval is greater than 0']);
    throw error;
  }
}

export type RoundingOptions = { readonly digits?: string | undefined; readonly rounding?: string | undefined };
export type RoundedAnswer = { readonly value: string; readonly uncertainty: string; readonly concise: string };

const ways: readonly UncertaintyRounding[] = ['half-even', 'up', 'up-beyond-5-percent'];

/** To the uncertainty (JCGM 100:2008, 7.2.6). Throws InvalidInput. @example roundToUncertainty('10.05762', '0.027').answer.concise // '10.058(27)' */
export function roundToUncertainty(value: string, uncertainty: string, options: RoundingOptions = {}): CommandAnswer<RoundedAnswer> {
  const { digits = '2', rounding = 'half-even' } = options;
  const way = ways.find((own) => own === rounding);
  if (way === undefined) throw new InvalidInput('rounding', [`应为 ${ways.join('、')} 之一`, `one of ${ways.join(', ')} is expected`]);
  if (digits !== '1' && digits !== '2') throw new InvalidInput('digits', ['应为 1 或 2', '1 or 2 is expected']);
  const result = roundResult(value, uncertainty, { digits: digits === '1' ? 1 : 2, rounding: way });
  const [zh, en] = printPlusMinus(result);
  const { concise } = result;
  return {
    answer: { value: result.value, uncertainty: result.uncertainty, concise },
    exitCode: 0,
    text: [`${zh}\n${concise}`, `${en}\n${concise}`],
  };
}
