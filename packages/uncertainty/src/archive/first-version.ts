/** Reader of version 1 of the archive format (format.ts). Never changed: archives of this version open for ever. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { optionalText, readDefinition, requireFiniteNumber, requireId } from '../uncertain/definition.ts';
import { groupedInfluences, mostMembers } from '../uncertain/group.ts';
import type { Definition, Dependence, Influence, Result } from '../uncertain/influence.ts';
import { findById, readArray, readIds, readObject, readSlopes, requireUnseen, type Fields } from './field.ts';

/** What an archive holds. */
export type Contents = { readonly saved: readonly string[]; readonly results: ReadonlyMap<string, Result> };

function readDefinitions(value: unknown): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  const seen = new Set<string>();
  readArray(value, 'influences').forEach((entry, index) => {
    const place = `influences[${index}]`;
    const fields = readObject(entry, place, ['id', 'value', 'u', 'dof'], ['label', 'unit']);
    // A number beyond the doubles reads as Infinity; infinite degrees of freedom are written null.
    if (fields['dof'] !== null) requireFiniteNumber(fields['dof'], `${place}.dof`);
    const definition = readDefinition(fields, place);
    requireUnseen(seen, definition.id, `${place}.id`);
    definitions.set(definition.id, definition);
  });
  return definitions;
}

function readReadings(fields: Fields, place: string): number {
  const readings = fields['readings'];
  if (fields['kind'] === 'given' && readings === undefined) return 0;
  if (fields['kind'] === 'simultaneous' && Number.isSafeInteger(readings) && (readings as number) >= 2) return readings as number;
  throw new InvalidInput(`${place}.kind`, [
    '应为 "given"，或 "simultaneous" 并给出不小于 2 的读数次数 readings',
    'either "given", or "simultaneous" with readings, a whole number of 2 or more',
  ]);
}

function readTriangle(value: unknown, n: number, place: string): Float64Array {
  const matrix = new Float64Array(n * n);
  const rows = readArray(value, place);
  if (rows.length !== n - 1) throw new InvalidInput(place, [`应有 ${n - 1} 行`, `${n - 1} rows are expected`]);
  matrix[0] = 1;
  rows.forEach((entry, index) => {
    const row = readArray(entry, `${place}[${index}]`);
    if (row.length !== index + 1)
      throw new InvalidInput(`${place}[${index}]`, [`应有 ${index + 1} 个系数`, `${index + 1} coefficients are expected`]);
    const at = index + 1;
    matrix[at * n + at] = 1;
    row.forEach((r, column) => {
      matrix[at * n + column] = matrix[column * n + at] = requireFiniteNumber(r, `${place}[${index}][${column}]`);
    });
  });
  return matrix;
}

function readInfluences(fields: Fields): Map<string, Influence> {
  const definitions = readDefinitions(fields['influences']);
  const influences = new Map<string, Influence>();
  for (const [id, definition] of definitions) influences.set(id, { ...definition, group: undefined, position: 0 });
  const seen = new Set<string>();
  readArray(fields['groups'], 'groups').forEach((entry, index) => {
    const place = `groups[${index}]`;
    const group = readObject(entry, place, ['kind', 'members', 'correlation'], ['readings']);
    const readings = readReadings(group, place);
    const ids = readIds(group['members'], `${place}.members`);
    if (ids.length < 2 || ids.length > mostMembers)
      throw new InvalidInput(`${place}.members`, [
        `一组相关的量有 2 到 ${mostMembers} 个`,
        `2 to ${mostMembers} quantities are correlated in one set`,
      ]);
    const members = ids.map((id, member) => {
      const here = `${place}.members[${member}]`;
      requireUnseen(seen, id, here);
      return findById(definitions, id, here);
    });
    const matrix = readTriangle(group['correlation'], ids.length, `${place}.correlation`);
    const places = { members: `${place}.members`, correlation: `${place}.correlation` };
    for (const influence of groupedInfluences(members, matrix, readings, places)) influences.set(influence.id, influence);
  });
  return influences;
}

type Written = {
  readonly id: string;
  readonly place: string;
  readonly fields: Fields;
  readonly needs: ReturnType<typeof readSlopes>;
};

function readWritten(value: unknown): Map<string, Written> {
  const written = new Map<string, Written>();
  const seen = new Set<string>();
  readArray(value, 'results').forEach((entry, index) => {
    const place = `results[${index}]`;
    const fields = readObject(entry, place, ['id', 'value', 'influences', 'results'], ['label', 'unit']);
    const id = requireId(fields['id'], `${place}.id`);
    requireUnseen(seen, id, `${place}.id`);
    written.set(id, { id, place, fields, needs: readSlopes(fields['results'], `${place}.results`) });
  });
  return written;
}

/** Results in an order in which each comes after all that it needs. @throws InvalidInput for one that depends on itself */
function inOrder(written: ReadonlyMap<string, Written>): Written[] {
  const order: Written[] = [];
  const state = new Map<string, 'open' | 'done'>();
  for (const start of written.values()) {
    if (state.has(start.id)) continue;
    const path: { readonly at: Written; next: number }[] = [{ at: start, next: 0 }];
    state.set(start.id, 'open');
    for (let top = path[path.length - 1]; top !== undefined; top = path[path.length - 1]) {
      const need = top.at.needs[top.next++];
      if (need === undefined) {
        order.push(top.at);
        state.set(top.at.id, 'done');
        path.pop();
        continue;
      }
      const [id, , place] = need;
      const next = findById(written, id, place);
      if (state.get(id) === 'open')
        throw new InvalidInput(place, [`“${id}”经由其他结果依赖于自身`, `"${id}" depends on itself through other results`]);
      if (state.has(id)) continue;
      state.set(id, 'open');
      path.push({ at: next, next: 0 });
    }
  }
  return order;
}

function dependenceOf<T extends { readonly id: string }>(
  pairs: ReturnType<typeof readSlopes>,
  known: ReadonlyMap<string, T>,
): Dependence<T> {
  return { items: pairs.map(([id, , place]) => findById(known, id, place)), slopes: Float64Array.from(pairs, ([, slope]) => slope) };
}

/** @param file the parsed JSON @throws InvalidInput naming the place */
export function readFirstVersion(file: unknown): Contents {
  const fields = readObject(file, '', ['format', 'influences', 'groups', 'results', 'saved']);
  const influences = readInfluences(fields);
  const results = new Map<string, Result>();
  for (const { id, place, fields: own, needs } of inOrder(readWritten(fields['results']))) {
    if (influences.has(id))
      throw new InvalidInput(`${place}.id`, [`“${id}”已是影响量的标识`, `"${id}" is the identifier of an influence already`]);
    results.set(id, {
      id,
      value: requireFiniteNumber(own['value'], `${place}.value`),
      label: optionalText(own['label'], `${place}.label`),
      unit: optionalText(own['unit'], `${place}.unit`),
      components: {
        influences: dependenceOf(readSlopes(own['influences'], `${place}.influences`), influences),
        results: dependenceOf(needs, results),
      },
    });
  }
  const saved = readIds(fields['saved'], 'saved');
  saved.forEach((id, index) => findById(results, id, `saved[${index}]`));
  if (saved.length === 0) throw new InvalidInput('saved', ['存档中没有结果', 'the archive holds no result']);
  return { saved, results };
}
