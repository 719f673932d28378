import type { Language, Text } from '../../../kernel/text.ts';
import { levels, phaseNames, phases, type Content, type Kind, type Level, type Phase, type PhaseStep } from './kind.ts';

/** One column of the opening stock workbook: its id stands in a hidden row, so that translated headings do not matter. */
export type Column = {
  readonly id: string;
  readonly label: Text;
  readonly required: boolean;
  readonly help?: Text | undefined;
  /** What may be chosen: the words are written, the value is kept. */
  readonly choices?: readonly { readonly value: string; readonly text: Text }[] | undefined;
  readonly isNumber?: boolean;
};

export const remarkColumn: Column = { id: 'remark', label: ['备注', 'Remark'], required: false };
export const numberColumn: Column = { id: 'number', label: ['序号', 'No.'], required: false };
/** Rows whose number says so are examples and are not imported. */
export const sampleMarks: readonly string[] = ['示例', 'example'];

/** The columns of a kind in their order; the same for the template, the refused rows and the export. */
export function columnsOf(kind: Kind): Column[] {
  const { head } = kind;
  const later = phaseNames.filter((phase) => phase !== 'approval').map((value) => ({ value, text: phases[value] }));
  return [
    numberColumn,
    { id: 'title', label: head.title, required: true },
    ...(kind.levels.length === 0
      ? []
      : [
          {
            id: 'level',
            label: ['级别', 'Level'] as const,
            required: true,
            choices: kind.levels.map((level) => ({ value: level, text: levels[level] })),
          },
        ]),
    { id: 'region', label: ['行政区划代码', 'Region code'], required: true, help: ['六位代码（GB/T 2260）', 'Six digits (GB/T 2260)'] },
    { id: 'documentNumber', label: head.documentNumber, required: true },
    { id: 'issuer', label: head.issuer, required: true },
    {
      id: 'since',
      label: head.since,
      required: false,
      help: ['写作 2026-01-31；不填的自名单截至日期起计入', 'Written 2026-01-31; a row without it counts from the day of the list'],
    },
    ...(head.until === undefined
      ? []
      : [
          {
            id: 'until',
            label: head.until.label,
            required: head.until.required,
            help: ['写作 2026-01-31', 'Written 2026-01-31'] as const,
          },
        ]),
    ...kind.fields.map((field): Column => ({
      id: `payload.${field.id}`,
      label: field.unit === undefined ? field.label : [`${field.label[0]}（${field.unit[0]}）`, `${field.label[1]} (${field.unit[1]})`],
      required: field.required,
      help: field.help,
      choices: field.choices,
    })),
    ...(kind.phased
      ? [
          { id: 'phase', label: ['当前阶段', 'Present phase'] as const, required: false, choices: later },
          { id: 'phaseDay', label: ['进入该阶段日期', 'In this phase since'] as const, required: false },
          { id: 'phaseDocument', label: ['该阶段文号', 'Document of this phase'] as const, required: false },
        ]
      : []),
  ];
}

/** The word that a workbook shows for a kept value. */
export const wordOf = (column: Column, value: string, language: Language): string =>
  column.choices?.find((choice) => choice.value === value)?.text[language === 'zh' ? 0 : 1] ?? value;

/** The value of a word in either language, or the text itself, which is then found wrong. */
const valueOf = (column: Column, text: string): string =>
  column.choices?.find((choice) => choice.text.includes(text) || choice.value === text)?.value ?? text;

/** The cells of an entry by column id. */
export function cellsOf(kind: Kind, content: Content, language: Language): Record<string, string> {
  const last = content.phases[content.phases.length - 1];
  const values: Record<string, string> = {
    title: content.title,
    level: content.level ?? '',
    region: content.region,
    documentNumber: content.documentNumber,
    issuer: content.issuer,
    since: content.since,
    until: content.until ?? '',
    ...Object.fromEntries(Object.entries(content.payload).map(([id, value]) => [`payload.${id}`, value])),
    ...(last === undefined || last.phase === 'approval'
      ? {}
      : { phase: last.phase, phaseDay: last.day, phaseDocument: last.documentNumber }),
  };
  return Object.fromEntries(columnsOf(kind).map((column) => [column.id, wordOf(column, values[column.id] ?? '', language)]));
}

/** A day as people type it; whatever is not one stays as it is and is found wrong. @example toDay('2024/3/1') // '2024-03-01' */
export function toDay(text: string): string {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim());
  return match === null ? text.trim() : `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}`;
}

/** What a row of the workbook says. A list of things that exist may leave out the day: they count from the day of the list. */
export function contentOfCells(kind: Kind, cells: Readonly<Record<string, string>>, asOf: string): Content {
  const columns = new Map(columnsOf(kind).map((column) => [column.id, column]));
  const at = (id: string): string => {
    const column = columns.get(id);
    const text = (cells[id] ?? '').trim();
    return column === undefined || text === '' ? '' : valueOf(column, text);
  };
  const payload = Object.fromEntries(
    kind.fields
      .map((field) => [field.id, field.type === 'day' ? toDay(at(`payload.${field.id}`)) : at(`payload.${field.id}`)] as const)
      .filter(([, value]) => value !== ''),
  );
  const phase = at('phase');
  const step: PhaseStep = { phase: phase as Phase, day: toDay(at('phaseDay')), documentNumber: at('phaseDocument') };
  return {
    level: at('level') === '' ? null : (at('level') as Level),
    region: at('region'),
    title: at('title'),
    documentNumber: at('documentNumber'),
    issuer: at('issuer'),
    since: at('since') === '' ? asOf : toDay(at('since')),
    until: at('until') === '' ? null : toDay(at('until')),
    payload,
    phases: phase === '' ? [] : [step],
  };
}
