/** Writes the current version of the archive format (format.ts); the same results give the same text on every machine. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { byId, type Dependence, type Group, type Influence, type Result } from '../uncertain/influence.ts';
import { Ledger } from '../uncertain/ledger.ts';
import { Uncertain } from '../uncertain/uncertain.ts';
import { formatName, longestArchive } from './format.ts';

/** The version that `save` writes. */
export const writtenVersion = 1;

/** Shortest text that reads back as the same double; JSON.stringify would lose the sign of −0. */
const numeral = (value: number): string => (Object.is(value, -0) ? '-0' : String(value));
const text = (value: string): string => JSON.stringify(value);
const list = (entries: readonly string[]): string => `[${entries.join(',')}]`;
const lines = (entries: readonly string[]): string => (entries.length === 0 ? '[]' : `[\n${entries.join(',\n')}\n]`);
const named = ({ label, unit }: { readonly label: string | undefined; readonly unit: string | undefined }): string =>
  `${label === undefined ? '' : `,"label":${text(label)}`}${unit === undefined ? '' : `,"unit":${text(unit)}`}`;

const influenceText = (influence: Influence): string => {
  const { id, value, u, dof } = influence;
  return `{"id":${text(id)},"value":${numeral(value)},"u":${numeral(u)},"dof":${dof === Infinity ? 'null' : numeral(dof)}${named(influence)}}`;
};

const groupText = ({ kind, members, correlation, readings }: Group): string => {
  const n = members.length;
  const rows = members.slice(1).map((_, index) => {
    const row = index + 1;
    return list(Array.from(correlation.subarray(row * n, row * n + row), numeral));
  });
  const ground = kind === 'simultaneous' ? `"kind":"simultaneous","readings":${readings}` : '"kind":"given"';
  return `{${ground},"members":${list(members.map(({ id }) => text(id)))},"correlation":${list(rows)}}`;
};

const slopesText = ({ items, slopes }: Dependence<{ readonly id: string }>): string =>
  list(items.map(({ id }, index) => `[${text(id)},${numeral(slopes[index] as number)}]`));

const resultText = (result: Result): string => {
  const { influences, results } = result.components;
  const dependence = `"influences":${slopesText(influences)},"results":${slopesText(results)}`;
  return `{"id":${text(result.id)},"value":${numeral(result.value)}${named(result)},${dependence}}`;
};

/**
 * Named results as the text of an archive, with the influences they depend on and the results they were computed from.
 * @param results made by `result`; no two of one identifier
 * @throws InvalidInput for a quantity without a name, for contradictions between them, and for more than an archive may hold
 * @example save([gauge]) // '{\n"format":"tongheng-uncertain/1",…'
 */
export function save(results: readonly Uncertain[]): string {
  if (!Array.isArray(results) || results.length === 0)
    throw new InvalidInput('results', ['存档至少需要一个结果', 'an archive needs one result at least']);
  const ledger = new Ledger();
  const saved = new Set<string>();
  results.forEach((quantity: unknown, index) => {
    const result = quantity instanceof Uncertain ? quantity.result : undefined;
    if (result === undefined)
      throw new InvalidInput(`results[${index}]`, [
        '只有命名的结果才能存档，请先用 result 给出标识',
        'only named results are archived; give this an identifier with result first',
      ]);
    if (saved.has(result.id))
      throw new InvalidInput(`results[${index}]`, [`标识“${result.id}”出现两次`, `the identifier "${result.id}" stands twice`]);
    saved.add(result.id);
    ledger.add(result);
  });
  const { influences } = ledger;
  const groups = new Set<Group>();
  for (const { group, position } of influences) if (group !== undefined && position === 0) groups.add(group);
  const archive = [
    '{',
    `"format":"${formatName}/${writtenVersion}",`,
    `"influences":${lines(influences.map(influenceText))},`,
    `"groups":${lines([...groups].map(groupText))},`,
    `"results":${lines(ledger.results.map(resultText))},`,
    `"saved":${list(
      [...saved]
        .map((id) => ({ id }))
        .sort(byId)
        .map(({ id }) => text(id)),
    )}`,
    '}\n',
  ].join('\n');
  if (archive.length <= longestArchive) return archive;
  throw new InvalidInput('results', [
    `存档将有 ${archive.length} 个字符，最多 ${longestArchive} 个；请分成几个存档`,
    `the archive would have ${archive.length} characters, at most ${longestArchive}; save fewer results in one`,
  ]);
}
