/** The answers of `tongheng procedure …` as people read them, Chinese and English. */
import type { Calculation, Check, Oddity } from './calculation.ts';
import type { Edition, Kind, Text } from './edition.ts';
import type { Field } from './form.ts';
import type { UnknownLimit } from './registry.ts';
import { textTable } from './text-table.ts';

type Side = 0 | 1;
const both = (print: (side: Side) => string): Text => [print(0), print(1)];

const kindWords: Readonly<Record<Kind, Text>> = {
  initial: ['首次检定', 'initial verification'],
  subsequent: ['后续检定', 'subsequent verification'],
  'in-use': ['使用中检查', 'in-use inspection'],
};

/** What is said of an id that no edition has, with those that may have been meant. */
export function unknownText(id: string, similar: readonly string[]): Text {
  const meant = similar.join(', ');
  if (similar.length > 0)
    return [`没有规程“${id}”。是不是：${similar.join('、')}`, `There is no procedure "${id}". Did you mean ${meant}?`];
  return [
    `没有规程“${id}”。“tongheng procedure list”列出全部规程`,
    `There is no procedure "${id}". "tongheng procedure list" lists them all`,
  ];
}

/** The editions as a table. */
export const listText = (editions: readonly Edition[]): Text =>
  both((side) =>
    textTable([
      side === 0
        ? ['标识', '编号', '实施日期', '待填限值', '名称', '适用器具']
        : ['id', 'number', 'in force from', 'open limits', 'title', 'instruments'],
      ...editions.map((edition) => [
        edition.id,
        edition.number,
        edition.status.inForceFrom.value,
        String(countOpen(edition.limits)),
        edition.title[side],
        edition.applies
          .map(({ title, to }) =>
            to.value === null ? title[side] : `${title[side]}${side === 0 ? `（至 ${to.value}）` : ` (until ${to.value})`}`,
          )
          .join(side === 0 ? '、' : ', '),
      ]),
    ]),
  );

const countOpen = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  if ('confidence' in value) return 'label' in value && 'value' in value && value.value === null ? 1 : 0;
  return Object.values(value).reduce<number>((count, entry) => count + countOpen(entry), 0);
};

/** Money is the one unit whose sign is a Chinese word. */
const unitIn = (unit: string, side: Side): string => (side === 0 ? unit : unit.replace('元', 'yuan'));

const unitOf = ({ kind, unit }: Field, side: Side): string => {
  if (kind === 'mass') return side === 0 ? '随数值填写' : 'with the value';
  return unit === 'sheet' ? (side === 0 ? '全页统一' : 'of the sheet') : unitIn(unit ?? '', side);
};
const takes = ({ choices, kind }: Field, side: Side): string => {
  if (choices !== undefined)
    return choices.map(({ value, label }) => (value === label[side] ? value : `${value} ${label[side]}`)).join(' | ');
  const words: Record<Field['kind'], Text> = {
    decimal: ['十进制数', 'a decimal'],
    mass: ['质量，如 15 kg', 'a mass such as 15 kg'],
    text: ['文字', 'words'],
    choice: ['选项', 'a choice'],
  };
  return words[kind][side];
};
const needed = ({ required }: Field, side: Side): string => {
  if (required.length === 0) return side === 0 ? '选填' : 'optional';
  if (required.length === 3) return side === 0 ? '必填' : 'required';
  return required.map((kind) => kindWords[kind][side]).join(side === 0 ? '、' : ', ');
};

/** The form field by field under the paths of FILE, what the edition leaves out, and an empty FILE. */
export const formText = (edition: Edition, open: readonly UnknownLimit[], template: object): Text =>
  both((side) => {
    const { instrument, environment, readings } = edition.form;
    const head = side === 0 ? ['位置', '栏目', '符号', '单位', '填写', '必填'] : ['path', 'field', 'symbol', 'unit', 'takes', 'required'];
    const groups = [instrument, environment, ...readings].map((group) => {
      const path = group === instrument || group === environment ? group.id : `readings.${group.id}`;
      const row = (field: Field, at: string): string[] => [
        `${at}.${field.id}`,
        field.label[side],
        field.symbol ?? '',
        unitOf(field, side),
        takes(field, side),
        needed(field, side),
      ];
      const { least, most } = group.rows ?? { least: 0, most: 0 };
      const rows = group.rows === null ? '' : side === 0 ? `（${least} 至 ${most} 行）` : ` (${least} to ${most} rows)`;
      const table = textTable([
        head,
        ...group.fields.map((field) => row(field, path)),
        ...group.columns.map((field) => row(field, `${path}.rows[]`)),
      ]);
      return `${group.title[side]}${rows}\n${table}`;
    });
    const limits = open.map(
      ({ path, label, unit }) => `  adopted["${path}"]  ${label[side]}${unit === null ? '' : ` (${unitIn(unit, side)})`}`,
    );
    return [
      `${edition.number} ${edition.title[side]}`,
      ...groups,
      ...(limits.length === 0
        ? []
        : [
            [
              side === 0 ? '本系统未知、须照正式文本填写的限值' : 'Limits that are not known here and are entered from the official text',
              ...limits,
            ].join('\n'),
          ]),
      [side === 0 ? '不计算的项目' : 'Not calculated', ...edition.notCovered.map((one) => `  ${one[side]}`)].join('\n'),
      [side === 0 ? '空白的 FILE' : 'An empty FILE', JSON.stringify(template, null, 2)].join('\n'),
    ].join('\n\n');
  });

const statedWords: Readonly<Record<string, Text>> = {
  ok: ['符合', 'met'],
  'not-ok': ['不符合', 'not met'],
  none: ['不适用', 'not applicable'],
};
const verdictWords: Readonly<Record<Check['verdict'], Text>> = {
  pass: ['符合', 'pass'],
  fail: ['不符合', 'fail'],
  undetermined: ['不能判定', 'undetermined'],
};
const open: Text = ['待确认', 'to be confirmed'];

function limitOf({ comparison, limit, lower, unit }: Check, side: Side): string {
  if (comparison === 'stated') return statedWords['ok']?.[side] ?? '';
  const value = limit ?? open[side];
  const signs = { within: `± ${value}`, 'at-most': `≤ ${value}`, 'at-least': `≥ ${value}`, between: `${lower ?? open[side]} … ${value}` };
  return `${signs[comparison]} ${unitIn(unit, side)}`.trim();
}
const valueOf = ({ comparison, value, unit }: Check, side: Side): string =>
  comparison === 'stated' ? (statedWords[value]?.[side] ?? value) : `${value} ${unitIn(unit, side)}`.trim();

type Run = Omit<Calculation, 'checks'> & {
  readonly checks: readonly (Check & { readonly explanation: Text | null })[];
  readonly oddities: readonly Oddity[];
};

const documents: Readonly<Record<NonNullable<Calculation['document']>, Text>> = {
  'verification-certificate': ['检定证书', 'verification certificate'],
  'notice-of-rejection': ['检定结果通知书', 'notice of rejection'],
  'inspection-record': ['使用中检查记录，不出具检定证书', 'record of the inspection, no verification certificate'],
};

function conclusionOf({ conclusion, document, errors }: Run, side: Side): string {
  if (conclusion === null) {
    const limits = errors.every(({ reason }) => reason === 'limit-unknown') && errors.length > 0;
    if (limits)
      return side === 0 ? '结论：待确认，不可出证（限值未知）' : 'Conclusion: to be confirmed, nothing is issued (a limit is not known)';
    return side === 0 ? '结论：不能得出（记录有误或不完整）' : 'Conclusion: none (the record is wrong or incomplete)';
  }
  const word = conclusion === 'pass' ? (['合格', 'pass'] as const) : (['不合格', 'fail'] as const);
  const paper = document === null ? '' : side === 0 ? `（${documents[document][0]}）` : ` (${documents[document][1]})`;
  return side === 0 ? `结论：${word[0]}${paper}` : `Conclusion: ${word[1]}${paper}`;
}

/** A computed record: its checks as a table, what is wrong or odd, the conclusion. */
export const runText = (edition: Edition, run: Run): Text =>
  both((side) => {
    const titles = new Map(edition.items.map(({ id, title }) => [id, title[side]]));
    const head =
      side === 0
        ? ['项目', '检验', '条款', '值', '限值', '判定', '已核对', '说明']
        : ['item', 'check', 'clause', 'value', 'limit', 'verdict', 'confirmed', 'explanation'];
    const yes = (confirmed: boolean): string => (confirmed ? ['是', 'yes'] : ['否', 'no'])[side] ?? '';
    const rows = run.checks.map((check) => [
      titles.get(check.item) ?? check.item,
      check.id,
      check.clause ?? '—',
      valueOf(check, side),
      limitOf(check, side),
      verdictWords[check.verdict][side],
      yes(check.confirmed),
      check.explanation?.[side] ?? '',
    ]);
    const listed = (title: string, lines: readonly { readonly path: string; readonly text: Text }[]): string[] =>
      lines.length === 0 ? [] : [[title, ...lines.map(({ path, text }) => `  ${path}  ${text[side]}`)].join('\n')];
    return [
      `${edition.number} ${edition.title[side]}${run.kind === null ? '' : ` · ${kindWords[run.kind][side]}`}`,
      ...(rows.length === 0 ? [] : [textTable([head, ...rows])]),
      ...listed(side === 0 ? '有误或缺少' : 'Wrong or missing', run.errors),
      ...listed(side === 0 ? '请再看一眼（不影响结论）' : 'Look again (the conclusion is not affected)', run.oddities),
      conclusionOf(run, side),
      ...(run.confirmed
        ? []
        : [
            side === 0
              ? '数值未与正式文本核对，机构采用该版本之前不可据以出证。'
              : 'The numbers were not compared with the official text; nothing is issued before an institute has adopted the edition.',
          ]),
    ].join('\n\n');
  });
