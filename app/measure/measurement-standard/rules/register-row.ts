/** A row of the register workbook 计量标准台账: what it says, what is wrong with it, and what it would change. */
import type { Text } from '../../../kernel/text.ts';
import { isDay } from '../../../register/entry/rules/content.ts';
import { code } from '../../../register/entry/rules/normalize.ts';
import { measurementStandardKinds, standardLevels, type MeasurementStandardKind, type StandardLevel } from '../rules.ts';

export const rowVerdicts = {
  fresh: ['新增', 'New'],
  changed: ['有变化', 'Changed'],
  same: ['相同', 'The same'],
  refused: ['不采用', 'Refused'],
} as const satisfies Record<string, Text>;
export type RowVerdict = keyof typeof rowVerdicts;
export const rowVerdictNames = Object.keys(rowVerdicts) as [RowVerdict, ...RowVerdict[]];

export type RegisterColumn = {
  readonly id: string;
  readonly label: Text;
  readonly required: boolean;
  readonly choices?: readonly Text[];
  readonly sample: string;
};
const words = (table: Readonly<Record<string, Text>>): Text[] => Object.values(table);

/** In the order in which people keep such a register. */
export const registerColumns: readonly RegisterColumn[] = [
  { id: 'name', label: ['计量标准名称', 'Name'], required: true, sample: 'F2等级砝码标准装置' },
  { id: 'kind', label: ['类别', 'Kind'], required: true, choices: words(measurementStandardKinds), sample: '社会公用计量标准' },
  { id: 'institute', label: ['建标单位', 'Keeper'], required: true, sample: '示例市计量检定测试所' },
  { id: 'quantity', label: ['计量参数', 'Quantity'], required: true, sample: '质量' },
  { id: 'code', label: ['计量标准代码', 'Code'], required: false, sample: '' },
  { id: 'level', label: ['级别', 'Level'], required: false, choices: words(standardLevels), sample: '市级' },
  { id: 'place', label: ['存放地点', 'Place'], required: false, sample: '' },
  {
    id: 'examinationNumber',
    label: ['考核证书号', 'Examination certificate number'],
    required: false,
    sample: '[2024]示量标力证字第001号',
  },
  {
    id: 'certificateNumber',
    label: ['社会公用计量标准证书号', 'Number of the public certificate'],
    required: false,
    sample: '[2024]示社证字第0001号',
  },
  { id: 'issuer', label: ['发证机关', 'Issued by'], required: true, sample: '示例市市场监督管理局' },
  { id: 'issuedOn', label: ['发证日期', 'Issued on'], required: true, sample: '2024-02-01' },
  { id: 'validUntil', label: ['有效期至', 'Valid until'], required: true, sample: '2029-01-31' },
];
export const sampleMark = '示例';

export type RegisterRow = {
  readonly name: string;
  readonly kind: MeasurementStandardKind;
  readonly institute: string;
  readonly quantity: string;
  readonly code: string | null;
  readonly level: StandardLevel | null;
  readonly place: string | null;
  readonly examinationNumber: string | null;
  readonly certificateNumber: string | null;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly validUntil: string;
};

const valueOf = <Name extends string>(table: Readonly<Record<Name, Text>>, text: string): Name | undefined =>
  (Object.entries(table) as [Name, Text][]).find(([name, pair]) => name === text || pair.includes(text))?.[0];

/** A day as people type it. @example typedDay('2024/3/1') // '2024-03-01' */
export function typedDay(text: string): string {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim());
  return match === null ? text.trim() : `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`;
}

/** The number by which two spellings of one certificate are the same; the same key as in the register of entries. */
export const numberKey = (number: string): string => code(number);

/** What a row says, and everything that is wrong with it by itself. */
export function readRegisterRow(cells: Readonly<Record<string, string>>): { readonly row: RegisterRow; readonly faults: Text[] } {
  const at = (id: string): string => (cells[id] ?? '').trim();
  const orNull = (id: string): string | null => (at(id) === '' ? null : at(id));
  const kind = valueOf(measurementStandardKinds, at('kind'));
  const level = valueOf(standardLevels, at('level'));
  const faults: Text[] = registerColumns
    .filter(({ id, required }) => required && at(id) === '')
    .map(({ label }) => [`未填写${label[0]}`, `${label[1]} is missing`]);
  if (at('kind') !== '' && kind === undefined) faults.push([`类别“${at('kind')}”不在列表中`, `“${at('kind')}” is not a kind of the list`]);
  if (at('level') !== '' && level === undefined)
    faults.push([`级别“${at('level')}”不在列表中`, `“${at('level')}” is not a level of the list`]);
  const row: RegisterRow = {
    name: at('name'),
    kind: kind ?? 'public',
    institute: at('institute'),
    quantity: at('quantity'),
    code: orNull('code'),
    level: level ?? null,
    place: orNull('place'),
    examinationNumber: orNull('examinationNumber'),
    certificateNumber: orNull('certificateNumber'),
    issuer: at('issuer'),
    issuedOn: typedDay(at('issuedOn')),
    validUntil: typedDay(at('validUntil')),
  };
  for (const [field, label] of [
    ['issuedOn', '发证日期'],
    ['validUntil', '有效期至'],
  ] as const)
    if (row[field] !== '' && !isDay(row[field])) faults.push([`${label}应写作 2026-01-31`, 'a day is written 2026-01-31']);
  if (isDay(row.issuedOn) && isDay(row.validUntil) && row.validUntil < row.issuedOn)
    faults.push(['有效期止于发证日期之前', 'the validity ends before it begins']);
  if (row.kind === 'public' && row.certificateNumber === null)
    faults.push(['社会公用计量标准须有社会公用计量标准证书号', 'a public measurement standard has a number of its certificate']);
  if (row.kind !== 'public' && row.examinationNumber === null)
    faults.push(['最高计量标准须有考核证书号', 'a highest measurement standard has an examination certificate number']);
  return { row, faults };
}

/** The number by which a row is found again. */
export const identifyingNumber = (row: RegisterRow): string =>
  numberKey((row.kind === 'public' ? row.certificateNumber : row.examinationNumber) ?? '');

export type Known = {
  readonly name: string;
  readonly quantity: string;
  readonly code: string | null;
  readonly level: string | null;
  readonly place: string | null;
  readonly validUntil: string;
};

/** What a row would change of a dossier that is known; a later end of validity is a renewal, an earlier one is refused elsewhere. */
export function differences(row: RegisterRow, known: Known): Text[] {
  const say = (zh: string, en: string, before: string | null, after: string | null): Text[] =>
    after === null || before === after
      ? []
      : [[`${zh}：${before ?? '未登记'} → ${after}`, `${en}: ${before ?? 'not recorded'} → ${after}`]];
  return [
    ...say('名称', 'name', known.name, row.name),
    ...say('参数', 'quantity', known.quantity, row.quantity),
    ...say('代码', 'code', known.code, row.code),
    ...say('级别', 'level', known.level, row.level),
    ...say('地点', 'place', known.place, row.place),
    ...say('有效期至', 'valid until', known.validUntil, row.validUntil),
  ];
}
