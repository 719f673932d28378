/**
 * From a rig's table to the readings of its instruments: which column is the serial number, which column is which reading. The mapping is
 * kept by name and used again; a line whose instrument is not on the sheet is named and kept out, the rest is taken.
 */
import { parseUnit, printUnit, unitOne } from '@tongheng/quantity/unit';
import type { Text } from '../../../kernel/text.ts';
import type { CsvTable } from './csv.ts';
import type { RigColumn } from './rig-sheet.ts';
import { choiceValue } from './sheet.ts';

export type RigMapping = {
  readonly name: string;
  /** The head of the column with the serial numbers. */
  readonly serial: string;
  /** Head of the file → path of a reading. */
  readonly columns: Readonly<Record<string, string>>;
};

/** The head without its unit, and the unit. @example splitHead('示值（kg）') // { title: '示值', unit: 'kg' } */
export function splitHead(head: string): { readonly title: string; readonly unit: string | null } {
  const parts = /^(.*?)\s*(?:[/／]?\s*[(（[【]\s*([^()（）[\]【】]+?)\s*[)）\]】]|[/／]\s*([^/\s\d([（【][^\s]*))$/.exec(head.trim());
  const unit = parts?.[2] ?? parts?.[3];
  const canonical = unit === undefined ? undefined : canonicalUnit(unit);
  return parts === null || unit === undefined || canonical === undefined
    ? { title: head.trim(), unit: null }
    : { title: (parts[1] ?? '').trim(), unit };
}

/** One spelling of a unit; undefined for what is none, such as the number of a position. */
function canonicalUnit(text: string): string | undefined {
  if (/^[\d.,\s]*$/.test(text)) return undefined;
  try {
    const unit = parseUnit(text);
    return unit === unitOne ? undefined : printUnit(unit);
  } catch {
    return undefined;
  }
}

/** Why a column of the file cannot be this reading: its head says another unit. Values are never converted on the way. */
export function unitIssue(head: string, unit: string | null): Text | undefined {
  const written = splitHead(head).unit;
  if (written === null) return undefined;
  if (unit !== null && canonicalUnit(written) === canonicalUnit(unit)) return undefined;
  return unit === null || unit === ''
    ? [`单位“${written}”不适用：此项没有单位`, `the unit “${written}” does not fit: this value has none`]
    : [`单位“${written}”不适用：应为 ${unit}`, `the unit “${written}” does not fit: ${unit} is expected`];
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s_.,:：·-]+/g, '');
const serialHeads = [
  '出厂编号',
  '表号',
  '编号',
  '器号',
  '仪器编号',
  '资产编号',
  '条码',
  'serial',
  'serialnumber',
  'serialno',
  'sn',
  'meterno',
];

/** What a person would choose who reads the heads; whatever is in doubt is left open. */
export function suggestMapping(heads: readonly string[], columns: readonly RigColumn[], say: (text: Text) => string): RigMapping {
  const serial = serialHeads.map((word) => heads.find((head) => plain(splitHead(head).title) === word)).find((head) => head !== undefined);
  const free = new Set(heads.filter((head) => head !== serial));
  const found: Record<string, string> = {};
  for (const column of columns) {
    const { field, given, path, group } = column;
    const number = column.cell.row === null ? '' : String(column.cell.row + 1);
    const names = [path, say(field.label), ...field.label, field.symbol ?? ''].filter((name) => name !== '');
    const points = [...given.map(({ text }) => text), number];
    const wanted = new Set(
      [
        ...names.flatMap((name) => points.flatMap((point) => [`${name}${point}`, `${point}${name}`])),
        ...group.title.flatMap((title) =>
          names.flatMap((name) => points.flatMap((point) => [`${title}${name}${point}`, `${title}${point}${name}`])),
        ),
        ...(number === '' || columns.filter((other) => other.field.id === field.id).length === 1 ? names : []),
      ].map(plain),
    );
    const heading = [...free].find((head) => wanted.has(plain(splitHead(head).title)));
    if (heading === undefined) continue;
    found[heading] = path;
    free.delete(heading);
  }
  return { name: '', serial: serial ?? '', columns: found };
}

export type RefusedLine = { readonly line: number; readonly text: Text };
export type RigRow = {
  readonly id: string;
  readonly line: number;
  readonly values: readonly { readonly column: RigColumn; readonly text: string }[];
};
export type RigImport = {
  readonly rows: readonly RigRow[];
  readonly refused: readonly RefusedLine[];
  /** What is wrong with the mapping itself, by the head of the file's column. */
  readonly issues: ReadonlyMap<string, Text>;
};

type Instrument = { readonly id: string; readonly serial: string };

function whyUnknown(serial: string, instruments: readonly Instrument[]): Text {
  if (serial === '') return ['没有出厂编号', 'no serial number'];
  const bare = (text: string): string => text.replace(/^0+/, '').toLowerCase();
  const near = instruments.filter((one) => bare(one.serial) === bare(serial));
  const [only] = near;
  return only !== undefined && near.length === 1
    ? [
        `表中没有编号“${serial}”；是否为“${only.serial}”（前面的零丢失）`,
        `no instrument “${serial}” on the sheet; “${only.serial}” is meant where leading zeros were lost`,
      ]
    : [`表中没有编号“${serial}”`, `no instrument “${serial}” on the sheet`];
}

/**
 * Reads the mapped columns of a table for the instruments of the sheet. Values stay as written, digit by digit; an empty cell is no
 * value. Columns whose unit does not fit are left out as a whole, as is an instrument that stands on two lines.
 */
export function readRigFile(
  table: CsvTable,
  mapping: RigMapping,
  columns: readonly RigColumn[],
  instruments: readonly Instrument[],
  unitOf: (column: RigColumn) => string | null,
): RigImport {
  const heads = table.head.cells;
  const issues = new Map<string, Text>();
  const serialAt = heads.indexOf(mapping.serial);
  if (serialAt < 0) return { rows: [], refused: [], issues: new Map([[mapping.serial, ['没有这一列', 'there is no such column']]]) };
  const taken: { readonly at: number; readonly column: RigColumn }[] = [];
  for (const [head, path] of Object.entries(mapping.columns)) {
    const at = heads.indexOf(head);
    const column = columns.find((one) => one.path === path);
    const issue: Text | undefined =
      at < 0
        ? ['没有这一列', 'there is no such column']
        : column === undefined
          ? ['本表没有这一项', 'the sheet has no such reading']
          : taken.some((other) => other.column === column)
            ? ['两列对应同一项', 'two columns stand for one reading']
            : unitIssue(head, unitOf(column));
    if (issue !== undefined) issues.set(head, issue);
    else if (column !== undefined) taken.push({ at, column });
  }
  const bySerial = new Map(instruments.map((one) => [one.serial, one]));
  const lines = new Map<string, number[]>();
  for (const { line, cells } of table.lines) lines.set(cells[serialAt] ?? '', [...(lines.get(cells[serialAt] ?? '') ?? []), line]);
  const rows: RigRow[] = [];
  const refused: RefusedLine[] = [...table.broken];
  for (const { line, cells } of table.lines) {
    const serial = cells[serialAt] ?? '';
    const instrument = bySerial.get(serial);
    const same = lines.get(serial) ?? [];
    if (instrument === undefined) refused.push({ line, text: whyUnknown(serial, instruments) });
    else if (same.length > 1)
      refused.push({ line, text: [`编号“${serial}”在第 ${same.join('、')} 行重复`, `“${serial}” stands on lines ${same.join(', ')}`] });
    else {
      const values = taken
        .map(({ at, column }) => ({ column, text: choiceValue(column.field, cells[at] ?? '') }))
        .filter(({ text }) => text !== '');
      rows.push({ id: instrument.id, line, values });
    }
  }
  return { rows, refused: refused.sort((a, b) => a.line - b.line), issues };
}
