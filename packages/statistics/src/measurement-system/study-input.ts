/** The input of `tongheng gauge`: readings of a gauge study, refused with their place where they cannot be used. */
import { compare, subtract, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { readSpecification } from '../capability-index/specification.ts';
import { readChoice, readDecimal, readFields, readLevel, readList, readPositive } from '../control-chart/read-input.ts';
import { numberOf } from '../sample/decimal-text.ts';
import { refuseUnknown, type Entries } from '../sample/read-input.ts';
import { gaugeConvention } from './gauge-study.ts';
import { typeOneConventions, type TypeOneConvention } from './type-one-study.ts';

export type StudyInput =
  | {
      readonly study: 'grr';
      readonly parts: readonly string[];
      readonly operators: readonly string[];
      /** values[part][operator][trial] */
      readonly values: readonly (readonly (readonly Decimal[])[])[];
      readonly tolerance?: Decimal;
      readonly poolAbove: number;
      readonly level: number;
    }
  | {
      readonly study: 'bias';
      readonly reference: Decimal;
      readonly values: readonly Decimal[];
      readonly referenceUncertainty?: Decimal;
      readonly tolerance?: Decimal;
      readonly level: number;
    }
  | {
      readonly study: 'linearity';
      readonly parts: readonly { readonly reference: Decimal; readonly values: readonly Decimal[] }[];
      readonly level: number;
    }
  | {
      readonly study: 'type-1';
      readonly reference: Decimal;
      readonly values: readonly Decimal[];
      readonly tolerance: Decimal;
      readonly resolution?: Decimal;
      readonly convention: TypeOneConvention;
      readonly level: number;
    }
  | { readonly study: 'stability'; readonly chart: Entries };

const shared = ['study', 'data', 'level'];
const known: Readonly<Record<StudyInput['study'], readonly string[]>> = {
  grr: [...shared, 'tolerance', 'specification', 'poolAbove'],
  bias: [...shared, 'reference', 'referenceUncertainty', 'tolerance', 'specification'],
  linearity: shared,
  'type-1': [...shared, 'reference', 'tolerance', 'specification', 'resolution', 'convention'],
  stability: [],
};

const studies = ['grr', 'bias', 'linearity', 'type-1', 'stability'] as const;
const mostNames = 1000;

const has = (value: unknown): boolean => value !== undefined && value !== null;

const readValues = (value: unknown, place: string, least: number): Decimal[] =>
  readList(value, place, least).map((one, index) => readDecimal(one, `${place}[${index}]`));

/** The width of the tolerance: given as such, or as a specification with both limits. */
function readTolerance(fields: Entries): Decimal | undefined {
  if (has(fields['tolerance'])) return readPositive(fields['tolerance'], 'tolerance');
  if (!has(fields['specification'])) return undefined;
  const { lower, upper } = readSpecification(fields['specification'], 'specification');
  if (lower !== undefined && upper !== undefined) return subtract(upper, lower);
  throw new InvalidInput('specification', ['需要上、下两个规范限才能得到公差', 'a tolerance needs both lower and upper']);
}

function readName(value: unknown, place: string): string {
  if ((typeof value === 'string' && value.trim() !== '' && value.length <= 100) || (typeof value === 'number' && Number.isFinite(value)))
    return String(value).trim();
  throw new InvalidInput(place, ['应为名称或编号', 'must be a name or a number']);
}

function readPoolAbove(value: unknown): number {
  if (!has(value)) return gaugeConvention.poolAbove;
  if (value === 'never') return 1;
  const read = numberOf(readDecimal(value, 'poolAbove'));
  if (read >= 0 && read <= 1) return read;
  throw new InvalidInput('poolAbove', ['应为 0 至 1 之间的 p 值或 "never"', 'must be a p-value between 0 and 1, or "never"']);
}

/** Readings by part and operator; every combination must be there equally often. */
function readCrossed(value: unknown): Pick<Extract<StudyInput, { study: 'grr' }>, 'parts' | 'operators' | 'values'> {
  const cells = new Map<string, Map<string, Decimal[]>>();
  const operators: string[] = [];
  readList(value, 'data', 1).forEach((entry, index) => {
    const fields = readFields(entry, `data[${index}]`);
    const part = readName(fields['part'], `data[${index}].part`);
    const operator = readName(fields['operator'], `data[${index}].operator`);
    const readings = has(fields['values'])
      ? readValues(fields['values'], `data[${index}].values`, 1)
      : [readDecimal(fields['value'], `data[${index}].value`)];
    if (!operators.includes(operator)) operators.push(operator);
    if (operators.length > mostNames || cells.size > mostNames)
      throw new InvalidInput('data', [`零件或操作者超过 ${mostNames}`, `more than ${mostNames} parts or operators`]);
    const row = cells.get(part) ?? new Map<string, Decimal[]>();
    const cell = row.get(operator) ?? [];
    for (const reading of readings) cell.push(reading);
    row.set(operator, cell);
    cells.set(part, row);
  });
  const parts = [...cells.keys()];
  const values = parts.map((part) => operators.map((operator) => cells.get(part)?.get(operator) ?? []));
  checkBalance(parts, operators, values);
  return { parts, operators, values };
}

function checkBalance(parts: readonly string[], operators: readonly string[], values: readonly (readonly (readonly Decimal[])[])[]): void {
  if (parts.length < 2) throw new InvalidInput('data', ['至少需要 2 个零件', 'needs at least 2 parts']);
  if (operators.length < 2) throw new InvalidInput('data', ['至少需要 2 名操作者', 'needs at least 2 operators']);
  const trials = values.flat().reduce((most, cell) => Math.max(most, cell.length), 0);
  if (trials < 2)
    throw new InvalidInput('data', ['每名操作者对每个零件至少测量 2 次', 'every operator measures every part at least twice']);
  values.forEach((row, index) => {
    row.forEach((cell, column) => {
      if (cell.length === trials) return;
      const [part, operator] = [parts[index] ?? '', operators[column] ?? ''];
      throw new InvalidInput('data', [
        `零件 ${part}、操作者 ${operator} 有 ${cell.length} 次测量，其他组合有 ${trials} 次：方差分析要求次数相同，请补测或去掉该零件`,
        `part ${part}, operator ${operator} has ${cell.length} trials where others have ${trials}: the analysis needs equal numbers; measure again or leave the part out`,
      ]);
    });
  });
}

function readParts(value: unknown): { reference: Decimal; values: Decimal[] }[] {
  const parts = readList(value, 'data', 2).map((entry, index) => {
    const fields = readFields(entry, `data[${index}]`);
    return {
      reference: readDecimal(fields['reference'], `data[${index}].reference`),
      values: readValues(fields['values'], `data[${index}].values`, 2),
    };
  });
  const [first] = parts;
  if (parts.every(({ reference }) => first !== undefined && compare(reference, first.reference) === 0))
    throw new InvalidInput('data', ['参考值全部相同，无法评定线性', 'all references are the same, there is no line']);
  return parts;
}

function readConvention(value: unknown): TypeOneConvention {
  const ids = typeOneConventions.map(({ id }) => id);
  const id = has(value) ? readChoice(value, 'convention', ids) : ids[0];
  const found = typeOneConventions.find((convention) => convention.id === id);
  if (found === undefined) throw new InvalidInput('convention', ['没有该约定', 'there is no such convention']);
  return found;
}

/** Reads the input of a gauge study; throws InvalidInput. */
export function readStudyInput(value: unknown): StudyInput {
  const fields = readFields(value, '');
  const study = readChoice(fields['study'], 'study', studies);
  if (study !== 'stability') refuseUnknown(fields, known[study], '');
  const level = readLevel(fields['level'], 'level');
  const tolerance = study === 'linearity' || study === 'stability' ? undefined : readTolerance(fields);
  const maybe = tolerance === undefined ? {} : { tolerance };
  switch (study) {
    case 'grr':
      return { study, ...readCrossed(fields['data']), ...maybe, poolAbove: readPoolAbove(fields['poolAbove']), level };
    case 'bias': {
      const uncertainty = fields['referenceUncertainty'];
      return {
        study,
        reference: readDecimal(fields['reference'], 'reference'),
        values: readValues(fields['data'], 'data', 2),
        ...(has(uncertainty) ? { referenceUncertainty: readPositive(uncertainty, 'referenceUncertainty') } : {}),
        ...maybe,
        level,
      };
    }
    case 'linearity':
      return { study, parts: readParts(fields['data']), level };
    case 'type-1': {
      if (tolerance === undefined) throw new InvalidInput('tolerance', ['缺少公差', 'the tolerance is missing']);
      const resolution = has(fields['resolution']) ? { resolution: readPositive(fields['resolution'], 'resolution') } : {};
      const reference = readDecimal(fields['reference'], 'reference');
      return {
        study,
        reference,
        values: readValues(fields['data'], 'data', 2),
        tolerance,
        ...resolution,
        convention: readConvention(fields['convention']),
        level,
      };
    }
    case 'stability': {
      const { study: _named, ...chart } = fields;
      return { study, chart: { chart: 'i-mr', ...chart } };
    }
  }
}
