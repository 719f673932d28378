/** `tongheng units convert VALUE TARGET`: the value in the other unit, and what the law says about both units. */
import type { CommandAnswer } from '../command-answer.ts';
import { convert, readQuantity } from '../conversion.ts';
import type { Conversion, ConversionOptions } from '../conversion.ts';
import { InvalidInput } from '../invalid-input.ts';
import { legalStatus, parseUnit, unitName } from '../unit.ts';
import type { Unit } from '../unit.ts';

const notLegal = (unit: Unit): readonly (readonly [zh: string, en: string])[] => {
  const law = legalStatus(unit);
  if (law?.status !== 'not-legal') return [];
  const name = unitName(unit);
  return [[`“${name}”不是我国法定计量单位（${law.source}）`, `“${name}” is not a legal unit in China (${law.source})`]];
};

/**
 * Throws InvalidInput with the column for what is no quantity or unit, and for units of different dimensions.
 * @example unitsConvert('12.5 kgf/cm2', 'kPa').answer // { value: '1225.83125', unit: 'kPa', exact: true }
 */
export function unitsConvert(value: string, target: string, options: ConversionOptions = {}): CommandAnswer<Conversion> {
  if (options.ratio !== undefined && !['power', 'field'].includes(options.ratio)) {
    throw new InvalidInput('ratio', ['应为 power（功率量）或 field（场量）', 'power or field is expected']);
  }
  const answer = convert(value, target, options);
  const { unit } = readQuantity(value);
  const notes = [...notLegal(unit), ...notLegal(parseUnit(target))];
  const sign = answer.exact ? '=' : '≈';
  const line = `${value.trim()} ${sign} ${answer.value} ${answer.unit}`;
  const lines = (language: 0 | 1): string =>
    [
      line + (answer.exact ? '' : (['（15 位有效数字）', ' (15 significant digits)'] as const)[language]),
      ...notes.map((note) => note[language]),
    ].join('\n');
  return { answer, exitCode: 0, text: [lines(0), lines(1)] };
}
