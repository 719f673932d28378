import { editions } from '@tongheng/procedures/registry';
import { addDays, type Day } from '../../../kernel/day.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { instrumentKindNames, instrumentKinds, type InstrumentKind } from '../../../register/catalogue/rules/kinds.ts';
import { digestOfEdition } from '../../../register/catalogue/service.ts';
import { environmentRecordDays } from '../../measurement-standard/rules/finding.ts';
import { capabilityProblems, type EffectiveCell, type EffectiveMatrix } from '../contract.ts';
import type { CellState } from '../rules/life-cycle.ts';
import { BodyDays, type Applied, type Body, type EffectiveState, type MeasurementStandard, type Reason } from '../rules/effective.ts';
import { holdsOn, intersection, never, spanOn, union, type Span, type Spans } from '../rules/span.ts';
import * as store from '../store/matrix.ts';
import { listNominal, listPreconditions, type NominalRow, type PreconditionRow } from '../store/precondition.ts';
import type { At } from './matrix.ts';

/** The kinds of instruments that an item of the annex names. */
export const kindsOfItem = (item: string): InstrumentKind[] =>
  instrumentKindNames.filter((kind) => (instrumentKinds[kind].items as readonly string[]).includes(item));

/** Every edition of the program, from its first to its last day for each kind. */
export const appliedEditions: readonly Applied[] = editions.flatMap((edition) =>
  edition.applies.map(({ instrument, from, to }) => ({
    kind: instrument,
    regulation: edition.regulation,
    edition: edition.id,
    from: from.value,
    to: to.value === null ? never : addDays(to.value, 1),
  })),
);

const span = ({ from, to }: { from: Day; to: Day | null }): Span => ({ from, to: to ?? never });

/** The rows of one answer of the store, put together by body. */
function toBodies(rows: readonly PreconditionRow[]): ReadonlyMap<string, Body> {
  const groups = new Map<string, PreconditionRow[]>();
  for (const row of rows) {
    const isOfBody = row.topic === 'designation' || row.topic === 'qualification' || row.topic === 'adoption';
    const key = `${row.topic} ${isOfBody ? row.institute : row.subject}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const rowsOf = (topic: PreconditionRow['topic'], key: string): readonly PreconditionRow[] => groups.get(`${topic} ${key}`) ?? [];
  const spansOf = (topic: PreconditionRow['topic'], key: string): Spans => union(rowsOf(topic, key).map(span));
  const dossiers = new Map(
    rows.flatMap((row) => (row.topic === 'standard' || row.topic === 'procedure' ? [[row.subject, row] as const] : [])),
  );
  const toStandard = (id: string, name: string): MeasurementStandard => ({
    id,
    name,
    valid: spansOf('standard', id),
    procedures: rowsOf('procedure', id).map((row) => ({ ...span(row), regulation: row.detail ?? '' })),
    equipment: rowsOf('equipment', id).map((row) => ({
      ...span(row),
      standardId: row.more ?? '',
      name: row.name ?? '',
      role: row.detail === 'main' ? 'main' : 'auxiliary',
      inService: spansOf('service', row.more ?? ''),
      inDate: spansOf('calibration', row.more ?? ''),
    })),
    environment: rowsOf('requirement', id).map((row) => {
      const records = rowsOf('record', row.detail ?? '');
      return {
        ...span(row),
        recorded: union(records.map(span)),
        within: union(records.filter(({ detail }) => detail === 'true').map(span)),
      };
    }),
  });
  const institutes = new Set(rows.flatMap(({ institute }) => (institute === null ? [] : [institute])));
  return new Map(
    [...institutes].map((institute) => [
      institute,
      {
        designations: rowsOf('designation', institute).map((row) => ({ ...span(row), region: row.detail ?? '', kind: row.more ?? '' })),
        adoptions: rowsOf('adoption', institute)
          .filter((row) => row.more === digestOfEdition(row.detail ?? ''))
          .map((row) => ({ ...span(row), edition: row.detail ?? '' })),
        people: rowsOf('qualification', institute).map((row) => ({
          ...span(row),
          personId: row.subject,
          activities: row.activities ?? [],
          regulations: row.regulations ?? [],
        })),
        standards: [...dossiers]
          .filter(([, row]) => row.institute === institute)
          .map(([id, row]) => toStandard(id, row.name ?? ''))
          .sort((one, other) => (one.id < other.id ? -1 : 1)),
      },
    ]),
  );
}

export type CellDays = {
  readonly region: string;
  readonly item: string;
  readonly list: string;
  readonly state: CellState | null;
  readonly basis: 'document' | 'record' | null;
  readonly body: string | null;
  readonly effective: EffectiveState;
  /** The days from the day asked for on which it is effective. */
  readonly days: Spans;
  readonly answer: BodyDays | null;
};

/** A standard taken out of service from a day on, as a supposition. */
export type Without = { readonly standardId: string; readonly from: Day };

const supposed = (rows: readonly PreconditionRow[], without: Without | undefined): readonly PreconditionRow[] =>
  without === undefined
    ? rows
    : rows.flatMap((row) => {
        if (row.topic !== 'service' || row.subject !== without.standardId) return [row];
        return row.from >= without.from ? [] : [{ ...row, to: row.to !== null && row.to < without.from ? row.to : without.from }];
      });

/** Every cell of the plan with its effective days from a day on, as known at an instant; or as they would be without a standard. */
export async function readCellDays(ctx: Pick<Context, 'db'>, plan: string, at: At, without?: Without): Promise<CellDays[]> {
  const [states, nominal] = await Promise.all([store.listStates(ctx.db, plan, at), listNominal(ctx.db, plan, at.asOf, at.knownAt)]);
  const inUse = nominal.filter(({ state, bodyId }) => state === 'in-use' && bodyId !== null);
  const institutes = [...new Set(inUse.map(({ bodyId }) => bodyId ?? ''))].sort();
  const rows = await listPreconditions(ctx.db, { institutes, from: at.asOf, knownAt: at.knownAt, recordDays: environmentRecordDays });
  const bodies = toBodies(supposed(rows, without));
  const answers = new Map([...bodies].map(([id, body]) => [id, new BodyDays(body, appliedEditions)]));
  const byCell = new Map<string, NominalRow[]>();
  for (const row of inUse) byCell.set(`${row.region}/${row.item}`, [...(byCell.get(`${row.region}/${row.item}`) ?? []), row]);
  return states.map((state) => {
    const spans = byCell.get(`${state.region}/${state.item}`) ?? [];
    const kinds = kindsOfItem(state.item);
    const days = union(
      spans.flatMap((row) => intersection([span(row)], answers.get(row.bodyId ?? '')?.effectiveDays(state.region, kinds) ?? [])),
    );
    const answer = state.bodyId === null ? undefined : answers.get(state.bodyId);
    const effective: EffectiveState =
      state.state !== 'in-use'
        ? 'not-in-use'
        : holdsOn(days, at.asOf)
          ? 'effective'
          : state.basis === 'document' || answer === undefined || !answer.isRecorded
            ? 'unrecorded'
            : 'ineffective';
    const { region, item, list, basis, body } = state;
    return { region, item, list, state: state.state, basis, body, effective, days, answer: answer ?? null };
  });
}

const words = (text: Text): [string, string] => [text[0], text[1]];

function toReasons(reasons: readonly Reason[]): EffectiveCell['reasons'] {
  return reasons.map(({ reason, kind, regulation, record }) => ({
    reason,
    kind: { id: kind, name: words(instrumentKinds[kind as InstrumentKind].text) },
    regulation,
    record: { ...record },
  }));
}

/** The cell on the day; where it is effective and falls, the day of the fall and what will be missing on it. */
export function toEffectiveCell(cell: CellDays, asOf: Day): EffectiveCell {
  const kinds = kindsOfItem(cell.item);
  const { answer } = cell;
  const end = spanOn(cell.days, asOf)?.to ?? null;
  const falls = cell.effective === 'effective' && end !== null && end < never ? end : null;
  return {
    region: cell.region,
    item: cell.item,
    state: cell.effective,
    body: cell.body,
    kinds: kinds.map((kind) => ({
      id: kind,
      name: words(instrumentKinds[kind].text),
      inScope: answer?.kindsOn(cell.region, [kind], asOf).length === 1,
    })),
    reasons: cell.effective === 'ineffective' && answer !== null ? toReasons(answer.reasonsOn(cell.region, kinds, asOf)) : [],
    falls: falls === null || answer === null ? null : { day: falls, reasons: toReasons(answer.reasonsOn(cell.region, kinds, falls)) },
  };
}

/** How many cells are effective from each day on which that number changes. */
export function forecastOf(cells: readonly { readonly days: Spans }[], from: Day, until: Day): { day: Day; effective: number }[] {
  const steps = cells.flatMap(({ days }) => days.flatMap((one) => [one.from, one.to]));
  const days = [from, ...[...new Set(steps)].filter((day) => day > from && day <= until).sort()];
  const counted = days.map((day) => ({ day, effective: cells.filter((cell) => holdsOn(cell.days, day)).length }));
  return counted.filter((one, index) => index === 0 || one.effective !== counted[index - 1]?.effective);
}

/** How far the forecast looks: what nobody renews within two years has fallen long before. */
const forecastDays = 730;

export async function readEffectiveAt(ctx: Pick<Context, 'db'>, name: string, at: At): Promise<EffectiveMatrix> {
  const list = await store.findList(ctx.db, name);
  if (list === undefined) throw new Problem(capabilityProblems.notRecorded);
  const cells = (await readCellDays(ctx, list.planId, at)).filter((cell) => cell.list === list.list);
  const count = (state: EffectiveState): number => cells.filter(({ effective }) => effective === state).length;
  return {
    plan: list.planId,
    list: list.list,
    ...at,
    totals: {
      nominal: cells.filter(({ state }) => state === 'in-use').length,
      effective: count('effective'),
      ineffective: count('ineffective'),
      unrecorded: count('unrecorded'),
    },
    cells: cells.map((cell) => toEffectiveCell(cell, at.asOf)),
    forecast: forecastOf(cells, at.asOf, addDays(at.asOf, forecastDays)),
  };
}
