/**
 * Makes a procedure of an edition and its rules. One pass over the record serves the sheet while it is filled in, the submission and the
 * recomputation: a rule runs when every cell it needs is there, and a conclusion is drawn only where nothing is missing, nothing is
 * wrong and every limit is known.
 */
import type { Calculation, CalculationInput, InputError, Procedure, ResultDocument } from './calculation.ts';
import { kinds, kindsOf } from './edition.ts';
import type { Kind, Limits, Text } from './edition.ts';
import type { Field, Resolution } from './form.ts';
import { numbersReader } from './limit.ts';
import type { Numbers } from './limit.ts';
import { odditiesOf } from './oddity.ts';
import { prefilled, requirePoints } from './prefill.ts';
import { preparer } from './preparation.ts';
import type { Prepared, Sheet } from './preparation.ts';
import { readChoice, readEntries } from './reading.ts';
import type { Entries, Errors } from './reading.ts';
import { isBegun, readGroup, refuseStrangeGroups, stepOf } from './record.ts';
import { FindingsRecorder, noted } from './recorder.ts';
import type { Findings } from './recorder.ts';
import type { Definition } from './rule.ts';
import { ruleRunner } from './run.ts';

type Pass<P> = Findings & {
  readonly kind: Kind | undefined;
  readonly sheet: Sheet<P> | undefined;
  readonly numbers: Numbers;
  readonly wrong: Errors;
  readonly missing: Errors;
};

const documentOf = (kind: Kind, passes: boolean): ResultDocument =>
  kind === 'in-use' ? 'inspection-record' : passes ? 'verification-certificate' : 'notice-of-rejection';

const notForIt: Text = ['此器具或此类检定没有这一项', 'this instrument or kind of verification does not have it'];
const noSuchKind: Text = ['本规程没有这一类检定', 'this regulation does not have this kind of verification'];
const noSteps = (resolution: Resolution) => stepOf(resolution, {});

/** The procedure of an edition. Throws RangeError when a rule names a group, an item or a field that the edition does not have. */
export function defineProcedure<P, L extends Limits>(definition: Definition<P, L>): Procedure<L> {
  const { edition, rules } = definition;
  const { form } = edition;
  refuseStrangers(definition);
  const readNumbers = numbersReader(edition);
  const ownKinds = kindsOf(edition);
  const prepare = preparer(definition);
  const clauses = new Map(edition.items.map(({ id, clause }) => [id, clause.value]));
  const awaited = new Set(rules.flatMap(({ after }) => after.map((id) => id.split('.')[0] ?? '')));
  const sheetGroup = form.readings.find(({ id }) => id === 'sheet');
  const units = sheetGroup?.fields.find(({ id }) => id === 'unit')?.choices?.map(({ value }) => value);
  const beside = sheetGroup && { ...sheetGroup, fields: sheetGroup.fields.filter(({ id }) => id !== 'unit') };

  /** The unit of the sheet: the instrument's own, or the one chosen in the record. */
  function readUnit(parameters: P, readings: Entries, wrong: Errors, missing: Errors): string | undefined {
    if (units === undefined) return definition.unit?.(parameters) ?? '';
    const errors: Errors = [];
    const chosen = readChoice(readEntries(readings['sheet'], 'readings.sheet', errors)['unit'], 'readings.sheet.unit', units, errors);
    for (const error of errors) (error.reason === 'missing' ? missing : wrong).push(error);
    return chosen;
  }

  function pass(input: CalculationInput, explaining: boolean): Pass<P> {
    const [wrong, missing]: [Errors, Errors] = [[], []];
    const numbers = readNumbers(input.adopted, wrong);
    const explanations = explaining ? {} : null;
    const findings: Findings = { values: [], checks: [], refusals: [], unknown: new Map(), awaited, byId: new Map(), explanations };
    const kind = readChoice(input.kind, 'kind', kinds, wrong);
    if (kind && !ownKinds.includes(kind)) wrong.push({ path: 'kind', reason: 'not-applicable', text: noSuchKind });
    const prepared = kind && prepare(input, kind, numbers, { wrong, missing });
    if (kind === undefined || prepared === undefined) return { ...findings, kind, sheet: undefined, numbers, wrong, missing };
    readEnvironment(input.environment, prepared.parameters, kind, numbers, wrong, missing);
    const readings = readEntries(input.readings, 'readings', input.readings === undefined || input.readings === null ? missing : wrong);
    const unit = readUnit(prepared.parameters, readings, wrong, missing);
    const sheet = unit === undefined ? undefined : prepared.sheet(unit);
    refuseStrangeGroups(form.readings, readings, wrong);
    if (sheet) judge(sheet, kind, readings, numbers, { findings, wrong, missing });
    return { ...findings, kind, sheet, numbers, wrong, missing };
  }

  function readEnvironment(input: unknown, parameters: P, kind: Kind, { number }: Numbers, wrong: Errors, missing: Errors): void {
    const own = definition.environment?.(parameters, kind) ?? {};
    const bounds = (field: Field) => own[field.id] ?? field.bounds;
    readGroup(form.environment, input, 'environment', { kind, number, step: noSteps, bounds, refuseStrangers: true, wrong, missing });
  }

  function judge(
    { parameters, unit, step, groups }: Sheet<P>,
    kind: Kind,
    readings: Entries,
    { number, missing: missingNumber }: Numbers,
    { findings, wrong, missing }: { findings: Findings; wrong: Errors; missing: Errors },
  ): void {
    const reading = { kind, number, step, bounds: (field: Field) => field.bounds, refuseStrangers: true, wrong, missing };
    const recorder = new FindingsRecorder(clauses, missingNumber, findings);
    const runRules = ruleRunner({ parameters, kind, unit, number, findings, recorder });
    if (beside && beside.fields.length > 0) readGroup(beside, readings['sheet'] ?? {}, 'readings.sheet', reading);
    for (const { group, path, needed, applies, mandatory, given, rules: own } of groups) {
      const record = readings[group.id];
      if (!needed && !isBegun(record, given)) continue;
      if (!applies) {
        wrong.push({ path, reason: 'not-applicable', text: notForIt });
        continue;
      }
      const values = readGroup(group, record, path, reading);
      requirePoints(values, path, mandatory, missing);
      runRules(group, path, values, own);
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

  /** What was prepared for a nameplate by itself; undefined when it is refused. */
  const preparedFor = (instrument: unknown, kind: Kind): Prepared<P> | undefined =>
    prepare({ instrument }, kind, readNumbers(undefined, []), { wrong: [], missing: [] });

  const unitOf = (prepared: Prepared<P> | undefined, readings: unknown): string | undefined =>
    prepared && readUnit(prepared.parameters, readEntries(readings, 'readings', []), [], []);

  /** The groups that a kind of verification of this instrument needs. */
  function groupsFor({ parameters, sheet }: Prepared<P>) {
    const { groups } = sheet(definition.unit?.(parameters) ?? units?.[0] ?? '');
    const needed = new Map(groups.filter((plan) => plan.needed).map(({ group }) => [group.id, group]));
    return form.readings.flatMap((group) => (group.id === 'sheet' ? [group] : (needed.get(group.id) ?? [])));
  }

  return {
    edition,
    calculate,
    progress: (input) => {
      const { values, checks, wrong, refusals } = pass(input, false);
      return { values, checks, errors: [...wrong, ...refusals] };
    },
    explain: (input) => pass(input, true).explanations ?? {},
    oddities: (input) => {
      const prepared = preparedFor(input.instrument, 'initial');
      const unit = unitOf(prepared, input.readings);
      return odditiesOf(form, input.readings, prepared && unit !== undefined ? prepared.sheet(unit).step : noSteps);
    },
    unit: ({ instrument, readings }) => unitOf(preparedFor(instrument, 'initial'), readings) ?? '',
    groups: (instrument, kind) => {
      const prepared = preparedFor(instrument, kind);
      return prepared ? groupsFor(prepared) : form.readings;
    },
    points: (instrument, kind) => preparedFor(instrument, kind)?.points ?? [],
    prefill: (instrument, kind) => {
      const prepared = preparedFor(instrument, kind);
      return prepared && prefilled(groupsFor(prepared), prepared.points, prepared.given);
    },
    validity: (instrument) => {
      const prepared = preparedFor(instrument, 'initial');
      if (prepared === undefined) return undefined;
      const id = definition.validity?.(prepared.parameters);
      return id === undefined ? edition.validity.rules[0] : edition.validity.rules.find((rule) => rule.id === id);
    },
    budgets: (input) => {
      const found = pass(input, false);
      const { kind, sheet, checks, wrong, missing, refusals, numbers } = found;
      if (kind === undefined || sheet === undefined || wrong.length + missing.length + refusals.length > 0) return [];
      const { parameters, unit } = sheet;
      return definition.budgets?.({ parameters, kind, unit, checks, number: numbers.number, value: (id) => noted(found, id) }) ?? [];
    },
  };
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
