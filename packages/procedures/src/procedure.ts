/**
 * Makes a procedure of an edition and its rules. One pass over the record serves the sheet while it is filled in, the submission and the
 * recomputation: a rule runs when every cell it needs is there, and a conclusion is drawn only where nothing is missing, nothing is
 * wrong and every limit is known.
 */
import { compare, parse } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Calculation, CalculationInput, InputError, Point, Procedure, ResultDocument } from './calculation.ts';
import { kinds } from './edition.ts';
import type { Kind, Limits, Text } from './edition.ts';
import type { Field, Group, Readings } from './form.ts';
import { numbersReader } from './limit.ts';
import type { Numbers } from './limit.ts';
import { readNameplate } from './nameplate.ts';
import { odditiesOf } from './oddity.ts';
import { readChoice, readEntries } from './reading.ts';
import type { Entries, Errors } from './reading.ts';
import { isBegun, readGroup, stepOf } from './record.ts';
import type { GroupValues, Reading } from './record.ts';
import { FindingsRecorder, noted } from './recorder.ts';
import type { Findings } from './recorder.ts';
import type { Definition, Rule } from './rule.ts';
import { ruleRunner } from './run.ts';

type Pass<P> = Findings & {
  readonly kind: Kind | undefined;
  readonly parameters: P | undefined;
  readonly unit: string;
  readonly numbers: Numbers;
  readonly wrong: Errors;
  readonly missing: Errors;
};

const documentOf = (kind: Kind, passes: boolean): ResultDocument =>
  kind === 'in-use' ? 'inspection-record' : passes ? 'verification-certificate' : 'notice-of-rejection';

/** The kinds for which a group must be recorded: those of its items, or of its fields where it belongs to none. */
function kindsOfGroup<P>(group: Group, rules: readonly Rule<P>[], required: ReadonlyMap<string, readonly Kind[]>): ReadonlySet<Kind> {
  const own = rules.filter((rule) => rule.group === group.id);
  if (own.length > 0) return new Set(own.flatMap(({ item }) => required.get(item) ?? []));
  return new Set([...group.fields, ...group.columns].flatMap((field) => field.required));
}

const notForIt: Text = ['此器具或此类检定没有这一项', 'this instrument or kind of verification does not have it'];

/** The procedure of an edition. Throws RangeError when a rule names a group, an item or a field that the edition does not have. */
export function defineProcedure<P, L extends Limits>(definition: Definition<P, L>): Procedure<L> {
  const { edition, rules } = definition;
  const { form } = edition;
  const readNumbers = numbersReader(edition);
  const requiredKinds = new Map(edition.items.map(({ id, required }) => [id, required.value]));
  const groupKinds = new Map(form.readings.map((group) => [group.id, kindsOfGroup(group, rules, requiredKinds)]));
  const rulesOf = new Map(form.readings.map((group) => [group.id, rules.filter((rule) => rule.group === group.id)]));
  const clauses = new Map(edition.items.map(({ id, clause }) => [id, clause.value]));
  const awaited = new Set(rules.flatMap(({ after }) => after));
  refuseStrangers(definition);

  const isFor = (group: string, parameters: P, kind: Kind): boolean => definition.applies?.(group, parameters, kind) ?? true;
  const isNeeded = (group: string, parameters: P, kind: Kind): boolean =>
    (groupKinds.get(group)?.has(kind) ?? false) && isFor(group, parameters, kind);

  function readParameters(instrument: unknown, kind: Kind, numbers: Numbers, wrong: Errors, missing: Errors): P | undefined {
    const before = wrong.length + missing.length;
    const plate = readNameplate(form.instrument, instrument, { kind, number: numbers.number, wrong, missing });
    if (plate === undefined) return undefined;
    const parameters = definition.instrument(plate);
    return wrong.length + missing.length > before ? undefined : parameters;
  }

  /** The unit of the sheet: the instrument's own, or the one chosen in the record. */
  function readUnit(parameters: P, readings: Entries, wrong: Errors, missing: Errors): string | undefined {
    const field = form.readings.find(({ id }) => id === 'sheet')?.fields.find(({ id }) => id === 'unit');
    if (field?.choices === undefined) return definition.unit?.(parameters) ?? '';
    const errors: Errors = [];
    const allowed = field.choices.map(({ value }) => value);
    const chosen = readChoice(readEntries(readings['sheet'], 'readings.sheet', errors)['unit'], 'readings.sheet.unit', allowed, errors);
    for (const error of errors) (error.reason === 'missing' ? missing : wrong).push(error);
    return chosen;
  }

  function pass(input: CalculationInput, explaining: boolean): Pass<P> {
    const [wrong, missing]: [Errors, Errors] = [[], []];
    const numbers = readNumbers(input.adopted, wrong);
    const findings: Findings = {
      values: [],
      checks: [],
      refusals: [],
      unknown: new Map(),
      awaited,
      byId: new Map(),
      explanations: explaining ? {} : null,
    };
    const kind = readChoice(input.kind, 'kind', kinds, wrong);
    const parameters = kind && readParameters(input.instrument, kind, numbers, wrong, missing);
    if (kind === undefined || parameters === undefined)
      return { ...findings, kind, parameters: undefined, unit: '', numbers, wrong, missing };
    readEnvironment(input.environment, parameters, kind, numbers, wrong, missing);
    const readings = readEntries(input.readings, 'readings', input.readings === undefined || input.readings === null ? missing : wrong);
    const unit = readUnit(parameters, readings, wrong, missing);
    if (unit !== undefined) {
      const inUnit = definition.inUnit?.(parameters, unit) ?? parameters;
      judge(inUnit, kind, unit, readings, numbers, { findings, wrong, missing });
    }
    return { ...findings, kind, parameters, unit: unit ?? '', numbers, wrong, missing };
  }

  function readEnvironment(input: unknown, parameters: P, kind: Kind, numbers: Numbers, wrong: Errors, missing: Errors): void {
    const own = definition.environment?.(parameters, kind) ?? {};
    const bounds = (field: Field) => own[field.id] ?? field.bounds;
    readGroup(form.environment, input, 'environment', {
      kind,
      number: numbers.number,
      step: (name) => stepOf(name, {}),
      bounds,
      wrong,
      missing,
    });
  }

  function judge(
    parameters: P,
    kind: Kind,
    unit: string,
    readings: Entries,
    numbers: Numbers,
    { findings, wrong, missing }: { findings: Findings; wrong: Errors; missing: Errors },
  ): void {
    const steps = definition.steps?.(parameters) ?? {};
    const reading: Reading = {
      kind,
      number: numbers.number,
      step: remembered((name) => stepOf(name, steps)),
      bounds: (field) => field.bounds,
      wrong,
      missing,
    };
    const points = definition.points?.(parameters, kind, numbers.number) ?? [];
    const given = definition.given?.(parameters, kind, numbers.number) ?? {};
    const recorder = new FindingsRecorder(clauses, numbers.missing, findings);
    const runRules = ruleRunner({ parameters, kind, unit, number: numbers.number, findings, recorder });
    for (const group of form.readings) {
      if (group.id === 'sheet') {
        readGroup({ ...group, fields: group.fields.filter(({ id }) => id !== 'unit') }, readings['sheet'] ?? {}, 'readings.sheet', reading);
        continue;
      }
      const record = readings[group.id];
      const path = `readings.${group.id}`;
      const ofGroup = points.filter((point) => point.group === group.id);
      if (!isNeeded(group.id, parameters, kind)) {
        const fixed = new Set([...ofGroup.flatMap((point) => Object.keys(point.given)), ...Object.keys(given[group.id] ?? {})]);
        if (!isBegun(record, fixed)) continue;
        if (!isFor(group.id, parameters, kind)) {
          wrong.push({ path, reason: 'not-applicable', text: notForIt });
          continue;
        }
      }
      const values = readGroup(group, record, path, reading);
      requirePoints(group, values, ofGroup, missing);
      runRules(group, path, values, rulesOf.get(group.id) ?? []);
    }
  }

  const inconclusive = (kind: Kind | undefined, errors: readonly InputError[], found?: Findings): Calculation => ({
    procedure: edition.id,
    kind: kind ?? null,
    values: found?.values ?? [],
    checks: found?.checks ?? [],
    conclusion: null,
    document: null,
    confirmed: false,
    errors,
  });

  function calculate(input: CalculationInput): Calculation {
    const found = pass(input, false);
    const { kind, wrong, missing, refusals, unknown, values, checks } = found;
    const errors = [...wrong, ...missing, ...refusals];
    if (kind === undefined || errors.length > 0) return inconclusive(kind, errors);
    if (unknown.size > 0) {
      const text = (label: Text): Text => [`限值待确认：${label[0]}`, `limit to be confirmed: ${label[1]}`];
      const errorOf = ([path, { label }]: [string, { label: Text }]): InputError => ({ path, reason: 'limit-unknown', text: text(label) });
      return inconclusive(kind, [...unknown].map(errorOf), found);
    }
    const passes = checks.every(({ verdict }) => verdict === 'pass');
    return {
      procedure: edition.id,
      kind,
      values,
      checks,
      conclusion: passes ? 'pass' : 'fail',
      document: documentOf(kind, passes),
      confirmed: checks.every(({ confirmed }) => confirmed),
      errors: [],
    };
  }

  const silent = (): [Errors, Errors] => [[], []];
  function withParameters<Answer>(
    instrument: unknown,
    kind: Kind,
    otherwise: Answer,
    then: (parameters: P, numbers: Numbers) => Answer,
  ): Answer {
    const [wrong, missing] = silent();
    const numbers = readNumbers(undefined, wrong);
    const parameters = readParameters(instrument, kind, numbers, wrong, missing);
    return parameters === undefined ? otherwise : then(parameters, numbers);
  }

  return {
    edition,
    calculate,
    progress: (input) => {
      const { values, checks, wrong, refusals } = pass(input, false);
      return { values, checks, errors: [...wrong, ...refusals] };
    },
    explain: (input) => pass(input, true).explanations ?? {},
    oddities: (input) =>
      odditiesOf(form, input.readings, (name) =>
        withParameters(input.instrument, 'initial', undefined as Decimal | undefined, (parameters) => {
          const unit = readUnit(parameters, readEntries(input.readings, '', []), [], []);
          return stepOf(
            name,
            definition.steps?.(unit === undefined ? parameters : (definition.inUnit?.(parameters, unit) ?? parameters)) ?? {},
          );
        }),
      ),
    groups: (instrument, kind) =>
      withParameters(instrument, kind, form.readings, (parameters) =>
        form.readings.filter(({ id }) => id === 'sheet' || isNeeded(id, parameters, kind)),
      ),
    points: (instrument, kind) =>
      withParameters(
        instrument,
        kind,
        [] as readonly Point[],
        (parameters, { number }) => definition.points?.(parameters, kind, number) ?? [],
      ),
    prefill: (instrument, kind) =>
      withParameters(instrument, kind, undefined as Readings | undefined, (parameters, { number }) =>
        prefilled(
          form.readings.filter(({ id }) => id === 'sheet' || isNeeded(id, parameters, kind)),
          definition.points?.(parameters, kind, number) ?? [],
          definition.given?.(parameters, kind, number) ?? {},
        ),
      ),
    validity: (instrument) =>
      withParameters(instrument, 'initial', undefined as (typeof edition.validity.rules)[number] | undefined, (parameters) => {
        const id = definition.validity?.(parameters);
        return id === undefined ? edition.validity.rules[0] : edition.validity.rules.find((rule) => rule.id === id);
      }),
    budgets: (input) => {
      const found = pass(input, false);
      const { kind, parameters, unit, checks, wrong, missing, refusals, numbers } = found;
      if (kind === undefined || parameters === undefined || wrong.length + missing.length + refusals.length > 0) return [];
      const inUnit = definition.inUnit?.(parameters, unit) ?? parameters;
      return (
        definition.budgets?.({ parameters: inUnit, kind, unit, checks, number: numbers.number, value: (id) => noted(found, id) }) ?? []
      );
    },
  };
}

/** The same answers, each looked for once. */
function remembered<Value>(find: (name: string) => Value): (name: string) => Value {
  const found = new Map<string, Value>();
  return (name) => {
    if (!found.has(name)) found.set(name, find(name));
    return found.get(name) as Value;
  };
}

/** Every mandatory point must stand in the record, as often as it is to be measured. */
function requirePoints(group: Group, values: GroupValues, points: readonly Point[], missing: Errors): void {
  const kindOf = new Map(group.columns.map(({ id, kind }) => [id, kind]));
  const count = ({ given }: Point): number => {
    const asked = Object.entries(given).map(([column, text]) => ({
      column,
      text,
      value: kindOf.get(column) === 'decimal' ? parse(text) : undefined,
    }));
    let found = 0;
    for (const row of values.rows) {
      const stands = asked.every(({ column, text, value }) => {
        const decimal = row.decimals[column];
        return value ? decimal !== undefined && compare(decimal, value) === 0 : row.texts[column] === text;
      });
      if (stands) found += 1;
    }
    return found;
  };
  for (const point of points) {
    if (!point.mandatory || count(point) >= point.times) continue;
    const named = Object.values(point.given).join(' ');
    missing.push({
      path: `readings.${group.id}.rows`,
      reason: 'missing',
      text: [`缺少测点 ${named}（${point.reason[0]}）`, `the point ${named} (${point.reason[1]}) is missing`],
    });
  }
}

/** A form with what is given filled in. */
function prefilled(
  groups: readonly Group[],
  points: readonly Point[],
  given: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Readings {
  const readings: Record<string, Record<string, string | Record<string, string>[]>> = {};
  for (const { id, fields, columns, rows } of groups) {
    const record: Record<string, string | Record<string, string>[]> = {};
    for (const field of fields) record[field.id] = given[id]?.[field.id] ?? '';
    if (rows !== null) {
      const blank = Object.fromEntries(columns.map((column) => [column.id, '']));
      const own = points
        .filter(({ group }) => group === id)
        .flatMap((point) => Array.from({ length: point.times }, () => ({ ...blank, ...point.given })));
      while (own.length < rows.least) own.push({ ...blank });
      record['rows'] = own;
    }
    readings[id] = record;
  }
  return readings;
}

/** A name that the edition does not have is a slip of its author, found when the program starts. */
function refuseStrangers<P, L extends Limits>({ edition, rules }: Definition<P, L>): void {
  const groups = new Map(edition.form.readings.map((group) => [group.id, group]));
  const items = new Set(edition.items.map(({ id }) => id));
  for (const rule of rules) {
    const group = groups.get(rule.group);
    if (!group) throw new RangeError(`${edition.id}: no group "${rule.group}"`);
    if (!items.has(rule.item)) throw new RangeError(`${edition.id}: no item "${rule.item}"`);
    const columns = new Set((group.rows === null ? group.fields : group.columns).map(({ id }) => id));
    const fields = new Set(group.fields.map(({ id }) => id));
    for (const id of rule.needs) if (!columns.has(id)) throw new RangeError(`${edition.id}: ${rule.group} has no column "${id}"`);
    for (const id of rule.fields) if (!fields.has(id)) throw new RangeError(`${edition.id}: ${rule.group} has no field "${id}"`);
  }
}
