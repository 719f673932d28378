/** The file of the command `regression`: what may stand in it, and what each part must be. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { suggest } from '../expression/suggest.ts';
import { decimalReadings, positiveNumber, type Reading } from '../type-a/readings.ts';
import type { InverseRequest } from './inverse.ts';
import { highestDegree } from './linear.ts';

type Given = Readonly<Record<string, unknown>>;

export type RegressionInput = {
  readonly model: 'polynomial' | 'linear' | 'formula';
  /** Of a formula. */
  readonly formula: string;
  readonly start: Readonly<Record<string, number>>;
  readonly degree: number;
  readonly hasIntercept: boolean;
  /** Columns by name; a plain list of x is the column `x`. */
  readonly columns: Readonly<Record<string, readonly Reading[]>>;
  readonly y: readonly Reading[];
  readonly ux?: readonly number[];
  readonly uy?: readonly number[];
  readonly cxy?: readonly number[];
  readonly weights?: readonly number[];
  readonly covarianceY?: readonly (readonly number[])[];
  /** One value for each column, in the order of the columns. */
  readonly predict: readonly (readonly number[])[];
  readonly inverse: readonly InverseRequest[];
};

const known = ['model', 'degree', 'intercept', 'start', 'x', 'y', 'ux', 'uy', 'cxy', 'weights', 'covarianceY', 'predict', 'inverse'];
/** Rows × parameters², the work of one solution; more is refused. */
const mostWork = 2e7;
const mostRows = 100_000;
const mostColumns = 50;

const isRecord = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value);
const has = (given: Given, key: string): boolean =>
  Object.prototype.hasOwnProperty.call(given, key) && given[key] !== undefined && given[key] !== null;

/** A key that nobody reads changes nothing, unless it is one of ours misspelt. */
function refuseMisspelt(given: Given): void {
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    const near = suggest(key.replace('_', ''), known);
    if (near !== undefined && key.length > 1)
      throw new InvalidInput(key, [`未知的项，是否为“${near}”`, `unknown entry; did you mean "${near}"?`]);
  }
}

function finite(value: unknown, place: string): number {
  const number = typeof value === 'string' && value.trim() !== '' && value.length <= 100 ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new InvalidInput(place, ['应为有限的数', 'a finite number is expected']);
}

function readings(value: unknown, place: string): readonly Reading[] {
  decimalReadings(value, place);
  return (value as readonly Reading[]).map((reading) => (typeof reading === 'string' ? reading.trim() : reading));
}

function readColumns(given: Given): Readonly<Record<string, readonly Reading[]>> {
  if (!has(given, 'x')) throw new InvalidInput('x', ['缺少 x', 'x is missing']);
  if (!isRecord(given['x'])) return { x: readings(given['x'], 'x') };
  const entries = Object.entries(given['x']);
  if (entries.length === 0 || entries.length > mostColumns) {
    throw new InvalidInput('x', [`应有 1 至 ${mostColumns} 列`, `between 1 and ${mostColumns} columns are expected`]);
  }
  return Object.fromEntries(entries.map(([name, values]) => [name, readings(values, `x.${name}`)]));
}

function requireLength(values: readonly unknown[], rows: number, place: string): void {
  if (values.length === rows) return;
  throw new InvalidInput(place, [
    `应与 y 一样有 ${rows} 个值，却有 ${values.length} 个`,
    `${rows} values are expected, as many as y; ${values.length} given`,
  ]);
}

/** One number for every row, or one for all. */
function perRow(given: Given, key: string, rows: number, check: (value: unknown, place: string) => number): readonly number[] | undefined {
  if (!has(given, key)) return undefined;
  const value = given[key];
  if (!Array.isArray(value)) {
    const same = check(value, key);
    return Array.from({ length: rows }, () => same);
  }
  requireLength(value, rows, key);
  return value.map((item: unknown, index) => check(item, `${key}[${index}]`));
}

const notNegative = (value: unknown, place: string): number => positiveNumber(value, place, { zeroAllowed: true });

/** Rows of a covariance matrix of y; its size is bounded because it is factored. */
const mostCorrelated = 500;

function readCovariance(value: unknown, rows: number): readonly (readonly number[])[] {
  const place = 'covarianceY';
  if (rows > mostCorrelated) {
    throw new InvalidInput(place, [
      `给出协方差矩阵时最多 ${mostCorrelated} 个点`,
      `with a covariance matrix at most ${mostCorrelated} points`,
    ]);
  }
  if (!Array.isArray(value)) throw new InvalidInput(place, ['应为方阵（行的列表）', 'a square matrix is expected, a list of rows']);
  requireLength(value, rows, place);
  return value.map((row: unknown, i) => {
    if (!Array.isArray(row)) throw new InvalidInput(`${place}[${i}]`, ['应为数值列表', 'a list of numbers is expected']);
    requireLength(row, rows, `${place}[${i}]`);
    return row.map((item: unknown, j) => finite(item, `${place}[${i}][${j}]`));
  });
}

function readUncertainties(given: Given, rows: number): Pick<RegressionInput, 'ux' | 'uy' | 'cxy' | 'weights' | 'covarianceY'> {
  const ux = perRow(given, 'ux', rows, notNegative);
  const uy = perRow(given, 'uy', rows, ux === undefined ? positiveNumber : notNegative);
  const weights = perRow(given, 'weights', rows, notNegative);
  const cxy = perRow(given, 'cxy', rows, finite);
  if (weights !== undefined && (ux !== undefined || uy !== undefined)) {
    throw new InvalidInput('weights', [
      '权与标准不确定度（ux、uy）不能同时给出',
      'give weights or standard uncertainties (ux, uy), not both',
    ]);
  }
  const covarianceY = has(given, 'covarianceY') ? readCovariance(given['covarianceY'], rows) : undefined;
  if (covarianceY !== undefined && (ux ?? uy ?? weights) !== undefined) {
    throw new InvalidInput('covarianceY', [
      '给出 y 的协方差矩阵时不能再给出 ux、uy 或权',
      'with the covariance of y give no ux, uy or weights',
    ]);
  }
  ux?.forEach((u, i) => {
    if (u === 0 && (uy?.[i] ?? 0) === 0) {
      throw new InvalidInput(`ux[${i}]`, ['该点的 ux 与 uy 都是 0', 'ux and uy of this point are both 0']);
    }
  });
  cxy?.forEach((c, i) => {
    const bound = (ux?.[i] ?? 0) * (uy?.[i] ?? 0);
    if (!(Math.abs(c) < bound) && c !== 0) {
      throw new InvalidInput(`cxy[${i}]`, ['协方差的绝对值必须小于 ux·uy', 'the covariance must be smaller in size than ux·uy']);
    }
  });
  return {
    ...(ux === undefined ? {} : { ux }),
    ...(uy === undefined ? {} : { uy }),
    ...(cxy === undefined ? {} : { cxy }),
    ...(weights === undefined ? {} : { weights }),
    ...(covarianceY === undefined ? {} : { covarianceY }),
  };
}

function readPredict(given: Given, columns: readonly string[]): readonly (readonly number[])[] {
  if (!has(given, 'predict')) return [];
  const value = given['predict'];
  const plain = columns.length === 1 && columns[0] !== undefined && !isRecord(value);
  if (plain) return (Array.isArray(value) ? value : [value]).map((item: unknown, index) => [finite(item, `predict[${index}]`)]);
  const lists = columns.map((name) => {
    const list = isRecord(value) ? value[name] : undefined;
    if (!Array.isArray(list))
      throw new InvalidInput(`predict.${name}`, ['每一列都要给出数值列表', 'a list of values is needed for each column of x']);
    return list.map((item: unknown, index) => finite(item, `predict.${name}[${index}]`));
  });
  const count = lists[0]?.length ?? 0;
  lists.forEach((list, k) => {
    if (list.length !== count) throw new InvalidInput(`predict.${columns[k] ?? ''}`, ['各列的个数不同', 'the columns differ in length']);
  });
  return Array.from({ length: count }, (_, i) => lists.map((list) => list[i] ?? NaN));
}

function readInverse(given: Given, columns: readonly string[]): readonly InverseRequest[] {
  if (!has(given, 'inverse')) return [];
  if (columns.length !== 1)
    throw new InvalidInput('inverse', ['只有一列 x 时才能反算 x', 'x can be found from y only where there is one column of x']);
  const value = given['inverse'];
  return (Array.isArray(value) ? value : [value]).map((item: unknown, index) => {
    const place = `inverse[${index}]`;
    if (!isRecord(item)) throw new InvalidInput(place, ['应为 {"y": …, "u": …}', '{"y": …, "u": …} is expected']);
    if (!has(item, 'u'))
      throw new InvalidInput(`${place}.u`, [
        '缺少 y 的标准不确定度；未知的不确定度不等于 0',
        'the standard uncertainty of y is missing; an unknown one is not 0',
      ]);
    return { y: finite(item['y'], `${place}.y`), u: notNegative(item['u'], `${place}.u`) };
  });
}

function readModel(given: Given): Pick<RegressionInput, 'model' | 'formula' | 'start' | 'degree' | 'hasIntercept'> {
  const text = given['model'];
  if (typeof text !== 'string' || text.trim() === '') {
    throw new InvalidInput('model', ['应为 "polynomial"、"linear" 或公式', '"polynomial", "linear" or a formula is expected']);
  }
  const model = text === 'polynomial' || text === 'linear' ? text : 'formula';
  const degree = model === 'polynomial' && has(given, 'degree') ? finite(given['degree'], 'degree') : 1;
  if (!Number.isInteger(degree) || degree < 0 || degree > highestDegree) {
    throw new InvalidInput('degree', [`应为 0 至 ${highestDegree} 的整数`, `an integer from 0 to ${highestDegree} is expected`]);
  }
  const intercept = has(given, 'intercept') ? given['intercept'] : true;
  if (typeof intercept !== 'boolean') throw new InvalidInput('intercept', ['应为 true 或 false', 'true or false is expected']);
  if (!intercept && model === 'polynomial' && degree === 0)
    throw new InvalidInput('degree', ['没有截距时次数至少为 1', 'without intercept the degree is at least 1']);
  if (model !== 'formula') return { model, formula: '', start: {}, degree, hasIntercept: intercept };
  const start = given['start'];
  if (!isRecord(start)) {
    throw new InvalidInput('start', [
      '公式模型需要各参数的起始值，如 {"b1": 1}',
      'a formula needs a start value for each parameter, {"b1": 1}',
    ]);
  }
  const values = Object.fromEntries(Object.entries(start).map(([name, value]) => [name, finite(value, `start.${name}`)]));
  return { model, formula: text, start: values, degree, hasIntercept: intercept };
}

/** Checks the whole file before anything is computed. Throws InvalidInput naming the place. */
export function readRegression(input: unknown): RegressionInput {
  if (!isRecord(input)) throw new InvalidInput('', ['应为一个 JSON 对象', 'a JSON object is expected']);
  refuseMisspelt(input);
  const model = readModel(input);
  if (!has(input, 'y')) throw new InvalidInput('y', ['缺少 y', 'y is missing']);
  const y = readings(input['y'], 'y');
  const columns = readColumns(input);
  const names = Object.keys(columns);
  for (const [name, values] of Object.entries(columns)) requireLength(values, y.length, isRecord(input['x']) ? `x.${name}` : 'x');
  if (model.model === 'polynomial' && names.length > 1) {
    throw new InvalidInput('x', [
      '多项式只有一列 x；多列请用 "linear" 或公式',
      'a polynomial has one column of x; for several use "linear" or a formula',
    ]);
  }
  const parameters =
    model.model === 'formula' ? Object.keys(model.start).length : model.model === 'linear' ? names.length + 1 : model.degree + 1;
  if (y.length > mostRows || y.length * parameters * parameters > mostWork) {
    throw new InvalidInput('y', [
      '数据过多：点数与参数数超出可计算的范围',
      'too many data: points and parameters are beyond what is computed here',
    ]);
  }
  const uncertainties = readUncertainties(input, y.length);
  if (uncertainties.ux !== undefined && names.length > 1) {
    throw new InvalidInput('ux', ['多列 x 时不支持 x 的不确定度', 'uncertainties of x are not supported with several columns of x']);
  }
  if (uncertainties.cxy !== undefined && uncertainties.ux === undefined) {
    throw new InvalidInput('cxy', ['给出 cxy 时需要 ux 和 uy', 'with cxy, ux and uy are needed']);
  }
  return { ...model, columns, y, ...uncertainties, predict: readPredict(input, names), inverse: readInverse(input, names) };
}
