/** Reading the fields of the model file: each refusal names the path and says what to do. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { suggest } from '../expression/suggest.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** Whether a field is there with a value of its own; undefined counts as missing. */
export const has = (fields: Fields, name: string): boolean =>
  Object.prototype.hasOwnProperty.call(fields, name) && fields[name] !== undefined;
const at = (place: string, name: string): string => (place === '' ? name : `${place}.${name}`);

/** The value as an object with fields. Throws InvalidInput at `place` for anything else. */
export function readFields(value: unknown, place: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new InvalidInput(place, ['此处应为一个 JSON 对象', 'a JSON object is expected here']);
}

/** The value as a list of at most `most` items. Throws InvalidInput at `place`. */
export function readList(value: unknown, place: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new InvalidInput(place, ['此处应为一个列表', 'a list is expected here']);
  if (value.length > most)
    throw new InvalidInput(place, [
      `列表有 ${value.length} 项，最多 ${most} 项`,
      `the list has ${value.length} items, at most ${most} are read`,
    ]);
  return value as readonly unknown[];
}

/** Refuses fields that nobody reads: a mistyped name must not be ignored in silence. */
export function refuseUnknown(fields: Fields, known: readonly string[], place: string): void {
  for (const name of Object.keys(fields)) {
    if (known.includes(name) || name.startsWith('$')) continue;
    const near = suggest(name, known);
    throw new InvalidInput(at(place, name), [
      `没有字段“${name}”${near === undefined ? `，可用的字段：${known.join('、')}` : `，是否为“${near}”`}`,
      `there is no field "${name}"${near === undefined ? `; known fields: ${known.join(', ')}` : `; did you mean "${near}"?`}`,
    ]);
  }
}

const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A finite number, given as JSON number or as decimal text. */
export function toNumber(value: unknown, place: string): number {
  const number = typeof value === 'number' ? value : typeof value === 'string' && decimal.test(value.trim()) ? Number(value) : Number.NaN;
  if (Number.isFinite(number)) return number;
  throw new InvalidInput(place, [
    `此处应为有限的数，却是 ${describe(value)}`,
    `a finite number is expected here, found ${describe(value)}`,
  ]);
}

const describe = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
};

/** The field as a finite double, from text or number. Throws InvalidInput with its path where it is missing or no number. */
export function readNumber(fields: Fields, name: string, place: string): number {
  if (has(fields, name)) return toNumber(fields[name], at(place, name));
  throw new InvalidInput(at(place, name), [`缺少“${name}”`, `"${name}" is missing`]);
}

/** A number that the rule accepts, else a refusal with its words. */
export function readChecked(
  fields: Fields,
  name: string,
  place: string,
  accepts: (value: number) => boolean,
  [zh, en]: readonly [zh: string, en: string],
): number {
  const value = readNumber(fields, name, place);
  if (accepts(value)) return value;
  throw new InvalidInput(at(place, name), [`${zh}，却是 ${value}`, `${en}, found ${value}`]);
}

/** The field as a double greater than 0. Throws InvalidInput with its path. */
export const readPositive = (fields: Fields, name: string, place: string): number =>
  readChecked(fields, name, place, (value) => value > 0, ['此值必须大于 0', 'this must be greater than 0']);

/** The field as a double of 0 or more. Throws InvalidInput with its path. */
export const readNotNegative = (fields: Fields, name: string, place: string): number =>
  readChecked(fields, name, place, (value) => value >= 0, ['此值不能为负', 'this must not be negative']);

/** Degrees of freedom: greater than 0; null and absence are infinite. */
export function readDof(fields: Fields, place: string): number {
  if (!has(fields, 'dof') || fields['dof'] === null) return Infinity;
  return readChecked(fields, 'dof', place, (value) => value > 0, ['自由度必须大于 0', 'degrees of freedom must be greater than 0']);
}

/** The value as text. Throws InvalidInput at `place` for anything else. */
export function readText(value: unknown, place: string): string {
  if (typeof value === 'string') return value;
  throw new InvalidInput(place, [`此处应为文本，却是 ${describe(value)}`, `text is expected here, found ${describe(value)}`]);
}
