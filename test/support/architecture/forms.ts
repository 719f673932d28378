import type { Source } from './imports.ts';
import { ladder, layers, placeOf } from './place.ts';

const vague = new Set('utils util helpers helper common misc manager base impl new old fix debug final temp tmp deprecated'.split(' '));
const longest = 400;

const isCode = (path: string): boolean => /\.(ts|tsx|mjs|css)$/.test(path);
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);

function nameRefusals(path: string): string[] {
  const base = path.split('/').pop() ?? '';
  if (!isCode(path)) return [];
  const [stem = ''] = base.split('.');
  const found: string[] = [];
  for (const part of path.split('/').flatMap(wordsOf)) {
    if (vague.has(part) || /^v\d+$/.test(part)) found.push(`"${part}" in a name says nothing: name the thing`);
  }
  if (path.endsWith('.tsx') ? !/^([A-Z][A-Za-z]*|main|router|routes|fields|columns)$/.test(stem) : !/^([a-z][a-z-]*|sm[23])$/.test(stem)) {
    found.push(`${base}: components are PascalCase.tsx, all else kebab-case without numbers`);
  }
  return found;
}

function layerRefusals(path: string): string[] {
  const place = placeOf(path);
  if (place?.zone !== 'slice') return [];
  const found: string[] = [];
  if (!(ladder as readonly string[]).includes(place.slice)) found.push(`${place.slice} has no rung on the ladder`);
  const isTest = path.endsWith('.test.ts');
  if (!isTest && isCode(path) && !(layers as readonly string[]).includes(place.layer)) found.push(`${place.layer} is no layer of a slice`);
  return found;
}

/** What is wrong with the name, the layer or the length of a file. */
export function checkForm({ path, text }: Source): string[] {
  const lines = text.split('\n').length - 1;
  return [
    ...nameRefusals(path),
    ...layerRefusals(path),
    ...(isCode(path) && lines > longest ? [`${lines} lines, at most ${longest}`] : []),
  ];
}

/** The first word of a slice's tables where it is not the slice's own name. */
const tableWords: Readonly<Record<string, string>> = {
  people: 'person',
  'on-site': 'on_site',
  'ledger-import': 'ledger_import',
  'signing-key': 'signing_key',
  'measurement-standard': 'measurement_standard',
};
const platformTables = ['event', 'submission'];

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const kyselyWrite = /\.(?:insertInto|updateTable|mergeInto)\(\s*'([A-Za-z]+)/g;
const sqlWrite = /\b(?:insert\s+into|merge\s+into|update)\s+([a-z_]+)\s*(?:\(|set\b|values\b|select\b|as\b|using\b)/gi;
const removal = /\.deleteFrom\(|\bdelete\s+from\b|\btruncate\b/i;

/** Writes outside a store or to another slice's tables, and any removal: endings are rows. */
export function checkWrites({ path, text }: Source): string[] {
  const place = placeOf(path);
  if (place === undefined || path.endsWith('.test.ts')) return [];
  if (!['slice', 'top', 'demonstration'].includes(place.zone) && !/^app\/platform\/[^/]+\.ts$/.test(path)) return [];
  const found = removal.test(text) ? ['nothing is deleted: an ending is a row'] : [];
  for (const [, name = ''] of [...text.matchAll(kyselyWrite), ...text.matchAll(sqlWrite)]) {
    const table = snake(name);
    if (place.zone === 'slice' && place.layer === 'store') {
      const word = tableWords[place.slice] ?? place.slice;
      if (table !== word && !table.startsWith(`${word}_`)) found.push(`the store of ${place.slice} may not write ${table}`);
    } else if (place.zone !== 'platform' || !platformTables.includes(table)) found.push(`${table} is written outside its store`);
  }
  return found;
}

// Pieces, so that this list does not find itself.
const workshop = [
  ['/work', '/main'],
  ['/work', '/shared'],
  ['/tmp', '/brief'],
  ['clau', 'de'],
  ['anthro', 'pic'],
  ['open', 'ai'],
  ['chat', 'gpt'],
  ['co', 'pilot'],
  ['npm', 'mirror'],
  ['registry.', 'npmjs'],
].map((pieces) => pieces.join(''));

/** The product names neither the machine nor the tools it was made with. */
export const checkWorkshop = ({ text }: Source): string[] =>
  workshop.filter((word) => text.toLowerCase().includes(word)).map((word) => `names the workshop: ${word}`);

/** Nobody is granted a removal. */
export const checkMigration = ({ path, text }: Source): string[] =>
  path.startsWith('db/migrations/') && /\bGRANT\b[^;]*\b(DELETE|TRUNCATE|ALL)\b/i.test(text) ? ['grants a removal'] : [];
