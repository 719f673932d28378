/** Correlations of the inputs: given coefficients (JCGM 100 5.2), and those of simultaneous readings (JCGM 100 H.2, JCGM 102 5.3.2). */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { suggest } from '../expression/suggest.ts';
import { cholesky } from '../matrix/cholesky.ts';
import type { Assigned } from './distribution.ts';
import { readChecked, readDof, readFields, readList, readText, refuseUnknown, type Fields } from './fields.ts';

export type Copula = { readonly family: 'gaussian' } | { readonly family: 't'; readonly dof: number };
/** Inputs that depend on each other: through given coefficients, or through readings taken together. */
export type CorrelatedGroup =
  | { readonly kind: 'given'; readonly members: readonly number[]; readonly copula: Copula }
  | { readonly kind: 'simultaneous'; readonly members: readonly number[]; readonly readings: number };

export type Correlations = {
  /** Correlation coefficients of all inputs, row by row. */
  readonly matrix: Float64Array;
  readonly groups: readonly CorrelatedGroup[];
};

function indexOf(names: readonly string[], value: unknown, place: string): number {
  const name = readText(value, place);
  const index = names.indexOf(name);
  if (index >= 0) return index;
  const near = suggest(name, names);
  throw new InvalidInput(place, [
    `没有输入量“${name}”${near === undefined ? '' : `，是否为“${near}”`}`,
    `there is no input "${name}"${near === undefined ? '' : `; did you mean "${near}"?`}`,
  ]);
}

/**
 * Reads `family`, gaussian or t, and the `dof` of the latter; infinite ones make it gaussian. Throws InvalidInput with
 * the path of the field.
 */
export function readCopula(value: unknown, place: string): Copula {
  const fields = readFields(value, place);
  refuseUnknown(fields, ['family', 'dof'], place);
  if (fields['family'] === 'gaussian') return { family: 'gaussian' };
  if (fields['family'] !== 't') throw new InvalidInput(`${place}.family`, ['copula 可为 gaussian 或 t', 'a copula is gaussian or t']);
  const dof = readDof(fields, place);
  return dof === Infinity ? { family: 'gaussian' } : { family: 't', dof };
}

type Entry = { readonly a: number; readonly b: number; readonly r: number; readonly copula: Copula | undefined; readonly place: string };

function readEntry(value: unknown, place: string, names: readonly string[], inputs: readonly Assigned[]): Entry {
  const fields: Fields = readFields(value, place);
  refuseUnknown(fields, ['between', 'r', 'copula'], place);
  const pair = readList(fields['between'], `${place}.between`, 2);
  if (pair.length !== 2) throw new InvalidInput(`${place}.between`, ['相关系数需要两个输入量', 'a correlation is between two inputs']);
  const [a = 0, b = 0] = pair.map((name, index) => indexOf(names, name, `${place}.between[${index}]`));
  if (a === b)
    throw new InvalidInput(`${place}.between`, ['一个量与自身的相关系数总为 1', 'the correlation of a quantity with itself is always 1']);
  const r = readChecked(fields, 'r', place, (value_) => value_ >= -1 && value_ <= 1, [
    '相关系数应在 −1 与 1 之间',
    'a correlation coefficient lies between -1 and 1',
  ]);
  for (const index of [a, b])
    if (inputs[index]?.u === 0 && r !== 0)
      throw new InvalidInput(`${place}.between`, [
        `“${names[index]}”没有不确定度，不能相关`,
        `"${names[index]}" has no uncertainty and cannot be correlated`,
      ]);
  return { a, b, r, copula: fields['copula'] === undefined ? undefined : readCopula(fields['copula'], `${place}.copula`), place };
}

function readSimultaneous(value: unknown, place: string, names: readonly string[], inputs: readonly Assigned[]): number[] {
  const members = readList(value, place, 1000).map((name, index) => indexOf(names, name, `${place}[${index}]`));
  if (members.length < 2) throw new InvalidInput(place, ['同时读数至少涉及两个输入量', 'simultaneous readings are of two inputs or more']);
  if (new Set(members).size < members.length) throw new InvalidInput(place, ['同一输入量出现两次', 'an input is named twice']);
  const counts = members.map((index) => inputs[index]?.readings?.length);
  members.forEach((index, position) => {
    if (counts[position] === undefined)
      throw new InvalidInput(`${place}[${position}]`, [
        `“${names[index]}”不是由读数（readings）给出的`,
        `"${names[index]}" is not given by readings`,
      ]);
    if (counts[position] !== counts[0])
      throw new InvalidInput(`${place}[${position}]`, [
        `同时读数的次数应相同：“${names[index]}”有 ${counts[position]} 次，“${names[members[0] ?? 0]}”有 ${counts[0]} 次`,
        `readings taken together are equally many: "${names[index]}" has ${counts[position]}, "${names[members[0] ?? 0]}" has ${counts[0]}`,
      ]);
  });
  return members;
}

/** Correlation coefficient of two equally long lists (JCGM 100 5.2.3). */
function coefficient(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]): number => {
    const first = list[0] ?? 0;
    return first + list.reduce((sum, value) => sum + (value - first), 0) / list.length;
  };
  const [meanA, meanB] = [mean(a), mean(b)];
  let [products, squaresA, squaresB] = [0, 0, 0];
  a.forEach((value, index) => {
    const [d, e] = [value - meanA, (b[index] ?? 0) - meanB];
    products += d * e;
    squaresA += d * d;
    squaresB += e * e;
  });
  const size = Math.sqrt(squaresA) * Math.sqrt(squaresB);
  return size === 0 ? 0 : Math.max(-1, Math.min(1, products / size));
}

/** Inputs linked by coefficients other than 0, with the copula that all of their entries share. */
function connected(entries: readonly Entry[], general: Copula | undefined): CorrelatedGroup[] {
  const groups: { members: Set<number>; copula: Copula | undefined }[] = [];
  for (const { a, b, r, copula, place } of entries) {
    if (r === 0 && copula === undefined && general === undefined) continue;
    const touched = groups.filter(({ members }) => members.has(a) || members.has(b));
    const copulas = [copula, ...touched.map((group) => group.copula)].filter((one) => one !== undefined);
    if (new Set(copulas.map((one) => JSON.stringify(one))).size > 1)
      throw new InvalidInput(`${place}.copula`, ['相互关联的输入量必须使用同一个 copula', 'inputs that hang together share one copula']);
    const merged = { members: new Set([a, b, ...touched.flatMap(({ members }) => [...members])]), copula: copulas[0] };
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.map(({ members, copula }) => ({
    kind: 'given',
    members: [...members].sort((one, other) => one - other),
    copula: copula ?? general ?? { family: 'gaussian' },
  }));
}

/**
 * Reads `correlations`, `simultaneous` and `copula` of a model file.
 * @throws InvalidInput for unknown names, r outside [−1, 1], pairs given twice, and a matrix that is not positive semi-definite
 */
export function readCorrelations(file: Fields, names: readonly string[], inputs: readonly Assigned[]): Correlations {
  const n = names.length;
  const matrix = new Float64Array(n * n);
  for (let index = 0; index < n; index++) matrix[index * n + index] = 1;
  const put = (a: number, b: number, r: number): void => {
    matrix[a * n + b] = r;
    matrix[b * n + a] = r;
  };
  const entries = (file['correlations'] === undefined ? [] : readList(file['correlations'], 'correlations', 100_000)).map((value, index) =>
    readEntry(value, `correlations[${index}]`, names, inputs),
  );
  const seen = new Set<string>();
  for (const { a, b, r, place } of entries) {
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
    if (seen.has(key))
      throw new InvalidInput(`${place}.between`, ['这一对输入量的相关系数给了两次', 'the correlation of this pair is given twice']);
    seen.add(key);
    put(a, b, r);
  }
  const given = connected(entries, file['copula'] === undefined ? undefined : readCopula(file['copula'], 'copula'));
  const together = (file['simultaneous'] === undefined ? [] : readList(file['simultaneous'], 'simultaneous', 1000)).map((value, index) =>
    readSimultaneous(value, `simultaneous[${index}]`, names, inputs),
  );
  const taken = new Set(given.flatMap(({ members }) => members));
  together.forEach((members, group) => {
    members.forEach((a, position) => {
      if (taken.has(a))
        throw new InvalidInput(`simultaneous[${group}][${position}]`, [
          `“${names[a]}”的相关性已由别处给出`,
          `the correlation of "${names[a]}" is given elsewhere already`,
        ]);
      for (const b of members) if (b > a) put(a, b, coefficient(inputs[a]?.readings ?? [], inputs[b]?.readings ?? []));
    });
    for (const member of members) taken.add(member);
  });
  if (given.length + together.length > 0) cholesky(matrix, n, 'correlations', n * 1e-12);
  return {
    matrix,
    groups: [
      ...given,
      ...together.map((members): CorrelatedGroup => ({
        kind: 'simultaneous',
        members,
        readings: inputs[members[0] ?? 0]?.readings?.length ?? 0,
      })),
    ],
  };
}
