/** What the nameplate of a kind must say, by the form of the edition that holds for it. */
import type { InputError } from '@tongheng/procedures/calculation';
import type { Field, Group } from '@tongheng/procedures/form';
import { editionFor, findProcedure } from '@tongheng/procedures/registry';
import type { Text } from '../../../kernel/text.ts';
import { editionsOf, type InstrumentKind } from '../../catalogue/rules/kinds.ts';

export type Parameters = Readonly<Record<string, string>>;

/** The nameplate of a kind as a form, by the edition that holds on a day; undefined where no procedure holds for it. */
export const nameplateForm = (kind: InstrumentKind, day: string): Group | undefined => editionFor(kind, day)?.form.instrument;

/** What a kind alone already says of its nameplate, by field: that a taximeter in a vehicle is an installed one. */
export const saidByKind = (kind: InstrumentKind, day: string): Parameters =>
  editionFor(kind, day)?.applies.find(({ instrument }) => instrument === kind)?.nameplate ?? {};

/** Every field that a nameplate of this kind may have by any of its editions, the newest first: what was written once stays readable. */
export function nameplateFields(kind: InstrumentKind): readonly Field[] {
  const fields = new Map<string, Field>();
  for (const { form } of editionsOf(kind))
    for (const field of form.instrument.fields) if (!fields.has(field.id)) fields.set(field.id, field);
  return [...fields.values()];
}

/** What is wrong with a nameplate, by the procedure that holds for its kind on a day; paths are names of the form's fields. */
export function nameplateErrors(kind: InstrumentKind, parameters: Parameters, day: string): InputError[] {
  const known = new Set(nameplateFields(kind).map(({ id }) => id));
  const strangers = Object.keys(parameters).filter((name) => !known.has(name));
  const edition = editionFor(kind, day);
  const said = saidByKind(kind, day);
  const contradicted = Object.keys(said).filter((name) => parameters[name] !== undefined && parameters[name] !== said[name]);
  const calculation = (edition === undefined ? undefined : findProcedure(edition.id))?.calculate({
    kind: 'initial',
    instrument: { ...parameters, ...said },
    environment: {},
    readings: {},
  });
  return [
    ...strangers.map((path): InputError => ({ path, reason: 'unknown', text: ['没有这个参数', 'there is no such parameter'] })),
    ...contradicted.map((path): InputError => ({ path, reason: 'kind', text: ['与器具种类不符', 'this is another kind of instrument'] })),
    ...(calculation?.errors ?? [])
      .filter(({ path }) => path.startsWith('instrument.'))
      .map((error) => ({ ...error, path: error.path.slice('instrument.'.length) })),
  ];
}

/** The value of a field as it is read: the words of a choice, a number with its unit, which the nameplate may itself give. */
export function nameplateValue(field: Field, parameters: Parameters): Text {
  const value = parameters[field.id] ?? '';
  const choice = field.choices?.find((each) => each.value === value);
  if (choice !== undefined) return choice.label;
  const unit = field.unit === 'sheet' ? parameters['unit'] : field.unit;
  const text = unit === null || unit === undefined || value === '' ? value : `${value}\u00A0${unit}`;
  return [text, text];
}

// Max and Min stand on a nameplate without a sign of equality (JJG 539, OIML R 76-1).
const isWord = (symbol: string): boolean => symbol === 'Max' || symbol === 'Min';
const isClass = ({ id }: Field): boolean => /class$/i.test(id);
const asClass = ([zh, en]: Text): Text => (/^[\d.]+$/.test(zh) ? [`${zh} 级`, `class ${en}`] : [zh, en]);

/**
 * A nameplate in one line: what has a symbol, and the class, in the order of the form; where there is neither, its first choices.
 * @example nameplateLine('price-computing-scale', { max: '15 kg', e: '5 g', class: 'III' }) // ['III, Max 15 kg, e = 5 g', …]
 */
export function nameplateLine(kind: InstrumentKind, parameters: Parameters): Text {
  const written = nameplateFields(kind).filter(({ id }) => (parameters[id] ?? '') !== '');
  const parts = written.flatMap((field): Text[] => {
    const [zh, en] = nameplateValue(field, parameters);
    if (field.symbol === undefined) return isClass(field) ? [asClass([zh, en])] : [];
    const sign = isWord(field.symbol) ? `${field.symbol} ` : `${field.symbol} = `;
    return [[`${sign}${zh}`, `${sign}${en}`]];
  });
  const said = parts.length > 0 ? parts : written.slice(0, 2).map((field) => nameplateValue(field, parameters));
  return [said.map(([zh]) => zh).join(', '), said.map(([, en]) => en).join(', ')];
}

/** Lower and upper end of the measuring range as the forms name them; a mass brings its own unit. */
const rangeEnds = [
  ['min', 'max'],
  ['lower', 'upper'],
  ['least', 'most'],
] as const;

/**
 * Range and class as the ledger states them, where the form of the kind has them; undefined where they have to be typed.
 * @example describedByNameplate('pressure-gauge', { unit: 'MPa', class: '1.6', lower: '0', upper: '1.6' }) // range '0～1.6 MPa', class '1.6 级'
 */
export function describedByNameplate(kind: InstrumentKind, parameters: Parameters): { measuringRange?: string; accuracyClass?: string } {
  const fields = new Map(nameplateFields(kind).map((field) => [field.id, field]));
  const written = (id: string): Field | undefined => ((parameters[id] ?? '') === '' ? undefined : fields.get(id));
  const said = (field: Field): string => nameplateValue(field, parameters)[0];
  const range = rangeEnds.flatMap(([from, to]) => {
    const [low, high] = [written(from), written(to)];
    if (high === undefined) return [];
    if (low === undefined) return [`≤ ${said(high)}`];
    return [`${low.unit === null ? said(low) : (parameters[from] ?? '')}～${said(high)}`];
  })[0];
  const found = [...fields.values()].find((field) => isClass(field) && written(field.id) !== undefined);
  return {
    ...(range === undefined ? {} : { measuringRange: range.replace(/\u00A0/g, ' ') }),
    ...(found === undefined ? {} : { accuracyClass: asClass(nameplateValue(found, parameters))[0] }),
  };
}
