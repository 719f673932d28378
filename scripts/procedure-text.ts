/** Prints docs/generated/procedures.md: every edition with its dates, kinds and items, and how much of it is known and from where. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '@tongheng/procedures/edition';
import { editions, unknownLimits } from '@tongheng/procedures/registry';

const root = join(import.meta.dirname, '..');

function countSourced(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if ('confidence' in value) return 1;
  return Object.values(value).reduce<number>((count, entry) => count + countSourced(entry), 0);
}

const codeOf = ({ list, number }: Edition['annexItems'][number]): string => `${list === 'basic' ? 'B' : 'E'}${number}`;
const spanOf = (edition: Edition): string => {
  const ends = edition.applies.map(({ to }) => to.value ?? '');
  const last = ends.includes('') ? '' : ends.reduce((one, other) => (one > other ? one : other), '');
  return `${edition.status.inForceFrom.value} – ${last}`.trimEnd();
};

const row = (edition: Edition): string =>
  [
    `[${edition.number}](../../packages/procedures/${edition.id}/README.md)`,
    `${edition.title[0]} ${edition.title[1]}`,
    edition.annexItems.map(codeOf).join(' ') || '–',
    spanOf(edition),
    String(edition.items.length),
    String(countSourced(edition.limits)),
    String(unknownLimits(edition).length),
    String(readdirSync(join(root, 'packages/procedures', edition.id, 'examples')).length),
  ].join(' | ');

const openPart = (edition: Edition): string[] => {
  const open = unknownLimits(edition);
  if (open.length === 0) return [];
  return [
    `**${edition.number}**: ${open.map(({ label, unit, path }) => `${label[0]} ${label[1]}${unit === null ? '' : ` in ${unit}`} (\`${path}\`)`).join('; ')}.`,
    '',
  ];
};

/** The page of all editions, in the order of their regulations. */
export const procedurePage = (): string =>
  [
    '# Verification procedures',
    '',
    'Printed from packages/procedures. No number of any edition counts as confirmed: an institute compares them with the official text and adopts the edition before it decides.',
    '*Numbers* are those of the regulation that a verdict or a condition rests on; *open* ones are not known here and are entered at the adoption. Until then the procedure',
    'shows 待确认，不可出证. Items are those of the annex of the plan: B1–B13 basic, E1–E9 enhanced.',
    '',
    '| edition | title | items | applies | test items | numbers | open | examples |',
    '|---|---|---|---|---|---|---|---|',
    ...editions.map((edition) => `| ${row(edition)} |`),
    '',
    '## What has to be entered at the adoption',
    '',
    ...editions.flatMap(openPart),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
