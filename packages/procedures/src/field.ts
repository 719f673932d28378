/** The usual fields and groups of a record's form, so that an edition says only what is its own. */
import type { Kind, Text } from './edition.ts';
import { kinds } from './edition.ts';
import type { Bounds, Choice, ComputedColumn, Field, Group, Resolution } from './form.ts';

type Options = {
  readonly symbol?: string;
  readonly bounds?: Bounds;
  readonly resolution?: Resolution | null;
  /** The kinds that need it; all unless said. */
  readonly required?: readonly Kind[];
  readonly near?: string;
};

const field = (id: string, label: Text, help: Text, kind: Field['kind'], unit: string | null, options: Options): Field => {
  const { resolution = null, required = kinds, ...rest } = options;
  return { id, label, help, kind, unit, resolution, required, ...rest };
};

/** A number that is read or given. `unit` 'sheet' is the unit of the record. */
export const decimalField = (id: string, label: Text, unit: string | null, help: Text, options: Options = {}): Field =>
  field(id, label, help, 'decimal', unit, options);

/** Words, such as the number of a mark. */
export const textField = (id: string, label: Text, help: Text, options: Options = {}): Field =>
  field(id, label, help, 'text', null, options);

/** A mass with its unit, as on a nameplate: '15 kg'. */
export const massField = (id: string, label: Text, help: Text, options: Options = {}): Field =>
  field(id, label, help, 'mass', null, options);

/** One of several values. */
export const choiceField = (id: string, label: Text, help: Text, choices: readonly Choice[], options: Options = {}): Field => ({
  ...field(id, label, help, 'choice', null, options),
  choices,
});

/** Choices whose value is their label in both languages. @example plainChoices(['III', 'IIII'])[0]?.label // ['III', 'III'] */
export const plainChoices = (values: readonly string[]): readonly Choice[] => values.map((value) => ({ value, label: [value, value] }));

const examined: readonly Choice[] = [
  { value: 'ok', label: ['符合', 'Met'] },
  { value: 'not-ok', label: ['不符合', 'Not met'] },
];
const examinedWhereFitted: readonly Choice[] = [...examined, { value: 'none', label: ['不适用', 'Not applicable'] }];

/** A feature that a person looks at and states: met or not met; with `optional`, or that the instrument does not have it. */
export const examinedField = (id: string, label: Text, help: Text, options: Options & { readonly optional?: true } = {}): Field => {
  const { optional, ...rest } = options;
  return choiceField(id, label, help, optional ? examinedWhereFitted : examined, rest);
};

/** A block of fields without rows. */
export const fieldGroup = (
  id: string,
  title: Text,
  help: Text,
  fields: readonly Field[],
  computed: readonly ComputedColumn[] = [],
): Group => ({ id, title, help, fields, columns: [], rows: null, computed });

/** A block of rows, with fields that hold for all of them. */
export const rowGroup = (
  id: string,
  title: Text,
  help: Text,
  rows: { readonly least: number; readonly most: number },
  columns: readonly Field[],
  more: { readonly fields?: readonly Field[]; readonly computed?: readonly ComputedColumn[] } = {},
): Group => ({ id, title, help, fields: more.fields ?? [], columns, rows, computed: more.computed ?? [] });

/** The nameplate of an instrument. */
export const instrumentGroup = (fields: readonly Field[], help: Text = ['按铭牌填写', 'As on the nameplate']): Group =>
  fieldGroup('instrument', ['计量器具参数', 'Parameters of the instrument'], help, fields);

/**
 * The conditions of the place: temperature in °C and relative humidity in %, with the regulation's bounds, and whatever else it asks for.
 */
export const environmentGroup = (bounds: { temperature: Bounds; humidity: Bounds }, more: readonly Field[] = []): Group =>
  fieldGroup(
    'environment',
    ['环境条件', 'Environment'],
    ['检定时的环境', 'During the verification'],
    [
      decimalField('temperature', ['温度', 'Temperature'], '°C', ['检定现场的温度', 'Where the test is done'], {
        bounds: bounds.temperature,
      }),
      decimalField('humidity', ['相对湿度', 'Relative humidity'], '%', ['0 至 100', '0 to 100'], { bounds: bounds.humidity }),
      ...more,
    ],
  );
