/**
 * Shapes of JSON that is read from strangers: every field is named, of one type and bounded; a field that is not named is refused as one
 * that is missing is, with the place where it stands.
 */

/** A text that is not what it claims to be; `place` says where, such as 'verification.testedOn'. */
export class InvalidRecord extends Error {
  readonly place: string;
  constructor(place: string, why: string) {
    super(`${place === '' ? 'record' : place}: ${why}`);
    this.name = 'InvalidRecord';
    this.place = place;
  }
}

/** Gives the value back when it has the shape, else throws InvalidRecord. */
export type Shape<T> = (value: unknown, place: string) => T;
export type Shaped<S> = S extends Shape<infer T> ? T : never;

const refuse = (place: string, why: string): never => {
  throw new InvalidRecord(place, why);
};

/** A text of at most so many characters; not empty unless that is said. */
export const text =
  (most: number, least = 1): Shape<string> =>
  (value, place) =>
    typeof value === 'string' && value.length <= most && value.length >= least
      ? value
      : refuse(place, `is no text of ${least} to ${most} characters`);

/** A text of one form, such as a digest. */
export const formed =
  (form: RegExp, name: string): Shape<string> =>
  (value, place) =>
    typeof value === 'string' && value.length <= 100 && form.test(value) ? value : refuse(place, `is no ${name}`);

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lastOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);

/** A day of the calendar, 'YYYY-MM-DD'. */
export const day: Shape<string> = (value, place) => {
  const [, year, month, date] = (typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null) ?? [];
  const isDay = year !== undefined && Number(date) >= 1 && Number(date) <= lastOf(Number(year), Number(month));
  return isDay ? (value as string) : refuse(place, 'is no day');
};

/** True or false. */
export const flag: Shape<boolean> = (value, place) => (typeof value === 'boolean' ? value : refuse(place, 'is neither true nor false'));

/** A count from 0 to a million; measured values are never numbers of JSON. */
export const count: Shape<number> = (value, place) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000 ? value : refuse(place, 'is no count');

/** One of a closed list of words. */
export const oneOf =
  <const Words extends readonly string[]>(...words: Words): Shape<Words[number]> =>
  (value, place) =>
    words.includes(value as string) ? (value as Words[number]) : refuse(place, `is none of ${words.join(', ')}`);

/** The shape, or null where the fact is not recorded. */
export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, place) =>
    value === null ? null : shape(value, place);

type Kinds = {
  readonly string?: Shape<unknown>;
  readonly list?: Shape<unknown>;
  readonly boolean?: Shape<unknown>;
  readonly number?: Shape<unknown>;
};

/** A value whose type of JSON says which shape it has. */
export const byType =
  <K extends Kinds>(kinds: K): Shape<Shaped<NonNullable<K[keyof K]>>> =>
  (value, place) => {
    const name = Array.isArray(value) ? 'list' : typeof value;
    const shape = (kinds as Readonly<Record<string, Shape<unknown> | undefined>>)[name];
    return (shape === undefined ? refuse(place, `is none of ${Object.keys(kinds).join(', ')}`) : shape(value, place)) as never;
  };

/** A list of at most so many of one shape. */
export const list =
  <T>(shape: Shape<T>, most: number): Shape<readonly T[]> =>
  (value, place) => {
    if (!Array.isArray(value) || value.length > most) return refuse(place, `is no list of at most ${most}`);
    value.forEach((one, index) => shape(one, `${place}.${index}`));
    return value as T[];
  };

const isPlain = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

/** An object whose names are free and whose values are of one shape. */
export const map =
  <T>(shape: Shape<T>, most: number): Shape<Readonly<Record<string, T>>> =>
  (value, place) => {
    if (!isPlain(value)) return refuse(place, 'is no object');
    const names = Object.keys(value);
    if (names.length > most) return refuse(place, `has more than ${most} fields`);
    for (const name of names) {
      if (name.length > 120 || name === '__proto__') refuse(place, 'has a name that is not allowed');
      shape(value[name], `${place}.${name}`);
    }
    return value as Record<string, T>;
  };

type Fields = { readonly [name: string]: Shape<unknown> };

/** An object with exactly these fields. */
export const fields =
  <F extends Fields>(shapes: F): Shape<{ readonly [Name in keyof F]: Shaped<F[Name]> }> =>
  (value, place) => {
    if (!isPlain(value)) return refuse(place, 'is no object');
    const under = (name: string): string => (place === '' ? name : `${place}.${name}`);
    for (const name of Object.keys(value))
      if (!Object.prototype.hasOwnProperty.call(shapes, name)) refuse(under(name.slice(0, 60)), 'is no field of this format');
    for (const name of Object.keys(shapes)) {
      if (!Object.prototype.hasOwnProperty.call(value, name)) refuse(under(name), 'is missing');
      shapes[name]?.(value[name], under(name));
    }
    return value as never;
  };
