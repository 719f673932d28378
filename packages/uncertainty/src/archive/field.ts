/** Reading an archive that anybody may have written: nothing is assumed of it, each refusal names its place. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { requireFiniteNumber, requireId, requireObject } from '../uncertain/definition.ts';

export type Fields = Readonly<Record<string, unknown>>;

const at = (place: string, name: string): string => (place === '' ? name : `${place}.${name}`);
const has = (fields: Fields, name: string): boolean => Object.prototype.hasOwnProperty.call(fields, name);

/** An object with exactly these fields, the optional ones perhaps. */
export function readObject(value: unknown, place: string, required: readonly string[], optional: readonly string[] = []): Fields {
  const fields = requireObject(value, place);
  for (const name of Object.keys(fields)) {
    if (required.includes(name) || optional.includes(name)) continue;
    throw new InvalidInput(at(place, name.slice(0, 50)), [
      `此版本的存档没有这个字段，可用的字段：${[...required, ...optional].join('、')}`,
      `this version of the archive has no such field; known fields: ${[...required, ...optional].join(', ')}`,
    ]);
  }
  for (const name of required)
    if (!has(fields, name))
      throw new InvalidInput(at(place, name), ['缺少这个字段，存档不完整', 'this field is missing; the archive is not complete']);
  return fields;
}

/** A list. @throws InvalidInput where it is none */
export function readArray(value: unknown, place: string): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  throw new InvalidInput(place, ['此处应为一个列表', 'a list is expected here']);
}

/** Identifiers, none of them twice. */
export function readIds(value: unknown, place: string): readonly string[] {
  const seen = new Set<string>();
  return readArray(value, place).map((entry, index) => {
    const id = requireId(entry, `${place}[${index}]`);
    requireUnseen(seen, id, `${place}[${index}]`);
    return id;
  });
}

/** Notes an identifier. @throws InvalidInput where it was there before */
export function requireUnseen(seen: Set<string>, id: string, place: string): void {
  if (seen.has(id)) throw new InvalidInput(place, [`标识“${id}”出现两次`, `the identifier "${id}" stands twice`]);
  seen.add(id);
}

/** What stands under an identifier. @throws InvalidInput where it refers to nothing */
export function findById<T>(known: ReadonlyMap<string, T>, id: string, place: string): T {
  const found = known.get(id);
  if (found !== undefined) return found;
  throw new InvalidInput(place, [`存档中没有“${id}”`, `there is no "${id}" in the archive`]);
}

/** Pairs of identifier and derivative, sorted by identifier. */
export function readSlopes(value: unknown, place: string): readonly (readonly [id: string, slope: number, place: string])[] {
  const seen = new Set<string>();
  const pairs = readArray(value, place).map((entry, index): readonly [string, number, string] => {
    const here = `${place}[${index}]`;
    const pair = readArray(entry, here);
    if (pair.length !== 2) throw new InvalidInput(here, ['此处应为标识与偏导数两项', 'an identifier and a derivative are expected here']);
    const id = requireId(pair[0], `${here}[0]`);
    requireUnseen(seen, id, `${here}[0]`);
    return [id, requireFiniteNumber(pair[1], `${here}[1]`), here];
  });
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
}
