/** A measurement model read from the model file, checked and compiled: what both methods evaluate. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { compile, type Formula, type Program } from '../expression/program.ts';
import { namePattern } from '../expression/syntax.ts';
import { readCorrelations, type Correlations } from './correlation.ts';
import { readDistribution, type Assigned } from './distribution.ts';
import { has, readChecked, readFields, readNumber, readText, refuseUnknown, toNumber, type Fields } from './fields.ts';
import { checkUnits, readUnit, type UnitFinding } from './unit-check.ts';

export type MonteCarloSettings = {
  readonly trials: number | 'adaptive';
  /** 0 … 2^53 − 1. */
  readonly seed: number;
  readonly interval: 'shortest' | 'symmetric';
  /** Significant digits of u that count: for the adaptive procedure and for the validation. */
  readonly digits: number;
};

export type Model = {
  readonly title: string;
  readonly program: Program;
  readonly inputs: readonly Assigned[];
  readonly units: readonly (string | undefined)[];
  readonly correlations: Correlations;
  readonly coverage: number;
  /** Null where the file says "monteCarlo": false. */
  readonly monteCarlo: MonteCarloSettings | null;
  /** What the units say of the outputs, and what a reader should know. */
  readonly unitFindings: UnitFinding;
};

export const defaults = { coverage: 0.95, trials: 1_000_000, seed: 1, interval: 'shortest', digits: 2 } as const;
export const mostTrials = 1e10;
/** Fewer trials cannot carry a coverage interval. */
export const fewestTrials = 100;
const mostInputs = 1000;
const mostOutputs = 100;

function readFormula(name: string, value: unknown): Formula {
  const place = `outputs.${name}`;
  if (typeof value === 'string') return { name, place, text: value };
  const fields = readFields(value, place);
  refuseUnknown(fields, ['solve', 'for', 'start'], place);
  const unknown = readText(fields['for'], `${place}.for`);
  if (!namePattern.test(unknown)) throw new InvalidInput(`${place}.for`, [`“${unknown}”不能作为名称`, `"${unknown}" is no name`]);
  return {
    name,
    place,
    solve: readText(fields['solve'], `${place}.solve`),
    unknown,
    start: readNumber(fields, 'start', place),
  };
}

function readNames(fields: Fields, place: string, most: number): readonly string[] {
  const names = Object.keys(fields);
  if (names.length > most)
    throw new InvalidInput(place, [`最多 ${most} 个，却有 ${names.length} 个`, `at most ${most}, found ${names.length}`]);
  for (const name of names) {
    if (!namePattern.test(name))
      throw new InvalidInput(`${place}.${name}`, [
        `“${name}”不能作为名称：名称由字母、数字和下划线组成，不以数字开头`,
        `"${name}" is no name: names are letters, digits and _, and do not begin with a digit`,
      ]);
  }
  return names;
}

function readMonteCarlo(value: unknown): MonteCarloSettings | null {
  if (value === false || value === null) return null;
  const fields = value === undefined ? {} : readFields(value, 'monteCarlo');
  refuseUnknown(fields, ['trials', 'seed', 'interval', 'digits'], 'monteCarlo');
  const given = (name: string): boolean => has(fields, name);
  const trials = (): number | 'adaptive' => {
    if (!given('trials')) return defaults.trials;
    if (fields['trials'] === 'adaptive') return 'adaptive';
    return readChecked(fields, 'trials', 'monteCarlo', (count) => Number.isInteger(count) && count >= fewestTrials && count <= mostTrials, [
      `试验次数应为 ${fewestTrials} 到 10¹⁰ 的整数，或 "adaptive"`,
      `the number of trials is a whole number from ${fewestTrials} to 10^10, or "adaptive"`,
    ]);
  };
  const interval = given('interval') ? fields['interval'] : defaults.interval;
  if (interval !== 'shortest' && interval !== 'symmetric')
    throw new InvalidInput('monteCarlo.interval', ['包含区间可为 shortest 或 symmetric', 'the interval is shortest or symmetric']);
  return {
    trials: trials(),
    seed: given('seed')
      ? readChecked(fields, 'seed', 'monteCarlo', (seed) => Number.isSafeInteger(seed) && seed >= 0, [
          '随机数种子应为非负整数',
          'the seed is a whole number, 0 or more',
        ])
      : defaults.seed,
    interval,
    digits: given('digits')
      ? readChecked(fields, 'digits', 'monteCarlo', (digits) => digits === 1 || digits === 2, [
          '有效数字位数可为 1 或 2',
          'digits is 1 or 2',
        ])
      : defaults.digits,
  };
}

const known = [
  'title',
  'description',
  'outputs',
  'inputs',
  'constants',
  'correlations',
  'simultaneous',
  'copula',
  'coverage',
  'monteCarlo',
];

/**
 * Reads a model file.
 * @param file the parsed JSON
 * @throws InvalidInput naming the place: `outputs.l, column 14`, `inputs.d.dof`
 */
export function readModel(file: unknown): Model {
  const fields = readFields(file, '');
  refuseUnknown(fields, known, '');
  for (const name of ['outputs', 'inputs']) if (!has(fields, name)) throw new InvalidInput(name, [`缺少“${name}”`, `"${name}" is missing`]);
  const title = has(fields, 'title') ? readText(fields['title'], 'title') : '';
  const inputFields = readFields(fields['inputs'], 'inputs');
  const names = readNames(inputFields, 'inputs', mostInputs);
  const outputFields = readFields(fields['outputs'], 'outputs');
  const outputs = readNames(outputFields, 'outputs', mostOutputs);
  if (outputs.length === 0) throw new InvalidInput('outputs', ['至少需要一个输出量', 'one output is needed at least']);
  const constantFields = has(fields, 'constants') ? readFields(fields['constants'], 'constants') : {};
  const constants = new Map(
    readNames(constantFields, 'constants', mostInputs).map((name) => [name, toNumber(constantFields[name], `constants.${name}`)]),
  );
  for (const name of constants.keys())
    if (names.includes(name)) throw new InvalidInput(`constants.${name}`, [`“${name}”已是输入量`, `"${name}" is an input already`]);
  for (const name of outputs)
    if (names.includes(name) || constants.has(name))
      throw new InvalidInput(`outputs.${name}`, [`“${name}”已是输入量或常数`, `"${name}" is an input or a constant already`]);
  const inputs = names.map((name) => readDistribution(readFields(inputFields[name], `inputs.${name}`), `inputs.${name}`));
  const units = names.map((name) => {
    const unit = (inputFields[name] as Fields)['unit'];
    return unit === undefined ? undefined : readText(unit, `inputs.${name}.unit`);
  });
  const formulas = outputs.map((name) => readFormula(name, outputFields[name]));
  const program = compile(names, formulas, constants);
  return {
    title,
    program,
    inputs,
    units,
    correlations: readCorrelations(fields, names, inputs),
    coverage: has(fields, 'coverage')
      ? readChecked(fields, 'coverage', '', (p) => p > 0 && p < 1, [
          '包含概率应大于 0 且小于 1',
          'the coverage probability lies between 0 and 1',
        ])
      : defaults.coverage,
    monteCarlo: readMonteCarlo(fields['monteCarlo']),
    unitFindings: checkUnits(
      formulas,
      new Map(names.map((name, index) => [name, units[index] === undefined ? undefined : readUnit(units[index], `inputs.${name}.unit`)])),
      constants,
    ),
  };
}
