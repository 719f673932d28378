import type { Content, Field as EntryField, Kind, Level } from '../rules/kind.ts';
import { levels } from '../rules/kind.ts';
import type { Field } from '../../../web/kit/FormField.tsx';
import type { Option } from '../../../web/kit/FilterBar.tsx';

export type Values = Readonly<Record<string, unknown>>;
export type FormedField = { readonly field: Field; readonly required: boolean };

const kindOfControl = {
  text: 'text',
  longText: 'long',
  day: 'day',
  choice: 'choice',
  decimal: 'decimal',
  creditCode: 'text',
  identity: 'text',
} as const;

const toField = (field: EntryField): FormedField => ({
  required: field.required,
  field: {
    name: `payload.${field.id}`,
    label: field.label,
    kind: kindOfControl[field.type],
    ...(field.unit === undefined ? {} : { unit: field.unit }),
    ...(field.help === undefined ? {} : { hint: field.help }),
    ...(field.choices === undefined ? {} : { options: field.choices.map(({ value, text }) => ({ value, label: text })) }),
  },
});

/** The form of a kind: its head, then its own fields, in the order of the workbook. */
export function fieldsOf(kind: Kind, regions: readonly Option[]): FormedField[] {
  const { head } = kind;
  const plain = (name: string, label: Field['label'], more: Partial<Field> = {}): FormedField => ({
    field: { name, label, ...more },
    required: true,
  });
  return [
    plain('title', head.title),
    ...(kind.levels.length === 0
      ? []
      : [plain('level', ['级别', 'Level'], { kind: 'choice', options: kind.levels.map((value) => ({ value, label: levels[value] })) })]),
    plain('documentNumber', head.documentNumber),
    plain('issuer', head.issuer),
    plain('since', head.since, { kind: 'day' }),
    ...(head.until === undefined
      ? []
      : [{ field: { name: 'until', label: head.until.label, kind: 'day' as const }, required: head.until.required }]),
    plain('region', ['行政区划', 'Region'], {
      kind: 'choice',
      options: regions,
    }),
    ...kind.fields.map(toField),
  ];
}

export const toValues = (content: Content): Values => ({
  ...content,
  ...Object.fromEntries(Object.entries(content.payload).map(([id, value]) => [`payload.${id}`, value])),
});

const textAt = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

export function toContent(kind: Kind, values: Values, phases: Content['phases']): Content {
  return {
    title: textAt(values, 'title'),
    level: textAt(values, 'level') === '' ? null : (textAt(values, 'level') as Level),
    documentNumber: textAt(values, 'documentNumber'),
    issuer: textAt(values, 'issuer'),
    since: textAt(values, 'since'),
    until: textAt(values, 'until') === '' ? null : textAt(values, 'until'),
    region: textAt(values, 'region'),
    payload: Object.fromEntries(
      kind.fields.map((field) => [field.id, textAt(values, `payload.${field.id}`)]).filter(([, value]) => value !== ''),
    ),
    phases,
  };
}
