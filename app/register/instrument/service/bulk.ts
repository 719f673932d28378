import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { recordEvents } from '../../event/service.ts';
import { instrumentProblems } from '../contract/problems.ts';
import type { InstrumentKind, Parameters, ResultOrigin } from '../rules.ts';
import { listByIds, lockInstruments, type Description, type InstrumentToInsert } from '../store.ts';
import * as store from '../store/bulk.ts';
import { insertResults } from '../store/result.ts';
import { derived } from './card.ts';
import { refusingDoubles } from './doubles.ts';

type Known = {
  readonly kind: InstrumentKind;
  readonly name: string;
  readonly model: string;
  readonly serial: string;
  readonly maker: string;
  readonly holderId: string;
  readonly region: string;
  readonly place: string;
  readonly use: string;
};
type Optional = Omit<Description, keyof Known | 'parameters' | 'validity'>;

/** The last result that a ledger of elsewhere states of an instrument: reported, unless it is a document of this platform. */
export type StatedResult = {
  readonly verdict: 'pass' | 'fail';
  readonly verifiedOn: string;
  readonly certificateNumber: string;
  readonly verifiedBy: string;
  readonly dueOn: string | null;
  /** reported where left out */
  readonly origin?: ResultOrigin;
};

/** A row of an import, already checked by who imports it; what is left out is not known. */
export type NewInstrument = Known &
  Partial<Optional> & {
    readonly parameters?: Parameters;
    /** the caller's organization where left out */
    readonly registrarId?: string;
    readonly result?: StatedResult | null;
  };

const blank: Optional = {
  township: null,
  village: null,
  placeId: null,
  longitude: null,
  latitude: null,
  measuringRange: null,
  accuracyClass: null,
  typeApproval: null,
  identificationCode: null,
  oldNumber: null,
  ecqsNumber: null,
  manufacturedOn: null,
  inUseSince: null,
  parentId: null,
  photoId: null,
};

const atOnce = 1000;
function* inParts<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += atOnce) yield items.slice(from, from + atOnce);
}

function toLatest(result: StatedResult | null): store.LatestResult | null {
  if (result === null) return null;
  const { origin = 'reported', ...latest } = result;
  return { ...latest, resultOrigin: origin };
}

function toRow(ctx: Context, instrument: NewInstrument): InstrumentToInsert & { readonly latest: store.LatestResult | null } {
  const { result = null, registrarId, parameters = {}, ...given } = instrument;
  const row = { ...blank, ...given, parameters };
  return {
    ...row,
    ...derived(instrument.kind, row, ctx.today),
    id: ctx.newId(),
    registrarId: registrarId ?? ctx.caller.organizationId,
    demonstration: ctx.demonstration,
    recordedAt: ctx.now,
    latest: toLatest(result),
  };
}

/**
 * Records many instruments with one event each, in the transaction of the caller, and answers their ids and codes in the order they were
 * given. One that its holder has already refuses all of them and is named.
 */
export async function registerMany(ctx: Context, instruments: readonly NewInstrument[]): Promise<{ id: string; code: string }[]> {
  const answer: { id: string; code: string }[] = [];
  for (const part of inParts(instruments)) {
    const rows = part.map((instrument) => toRow(ctx, instrument));
    const codes = await store.insertMany(ctx.db, rows);
    const refused = rows.flatMap((row, index) =>
      codes.has(row.id) ? [] : [{ path: ['rows', answer.length + index], message: `${row.maker} ${row.model} ${row.serial}` }],
    );
    if (refused.length > 0) throw new Problem(instrumentProblems.registeredAlready, { issues: refused });
    await recordStated(ctx, rows);
    await recordEvents(
      ctx,
      rows.map(({ id, kind, model, serial }) => ({
        kind: 'instrument.registered',
        subject: id,
        detail: { code: codes.get(id) ?? '', kind, model, serial, imported: true },
      })),
    );
    answer.push(...rows.map(({ id }) => ({ id, code: codes.get(id) ?? '' })));
  }
  return answer;
}

/** A row that has just been recorded has no other result: it bears this one already. */
async function recordStated(ctx: Context, rows: readonly ReturnType<typeof toRow>[]): Promise<void> {
  const known = (id: string): string | null => (id === '' ? null : id);
  const stated = rows.flatMap(({ id, validity, latest }) =>
    latest === null
      ? []
      : [
          {
            id: ctx.newId(),
            instrumentId: id,
            origin: latest.resultOrigin,
            number: latest.certificateNumber,
            verdict: latest.verdict,
            verifiedOn: latest.verifiedOn,
            validUntil: latest.dueOn,
            validity,
            institute: latest.verifiedBy,
            fileId: null,
            organizationId: known(ctx.caller.organizationId),
            personId: known(ctx.caller.personId),
            at: ctx.now,
          },
        ],
  );
  if (stated.length > 0) await insertResults(ctx.db, stated);
}

export type InstrumentChange = {
  readonly id: string;
  readonly reason: string;
  readonly set: Partial<Omit<Description, 'validity'>>;
};

/**
 * Changes many instruments, of each what is named, with an event that keeps what stood there before. One that is scrapped, or that another
 * instrument of its holder would double, refuses all of them. Who imports has checked that the caller may change them.
 */
export async function updateMany(ctx: Context, changes: readonly InstrumentChange[]): Promise<void> {
  for (const part of inParts(changes)) {
    const ids = part.map(({ id }) => id);
    await lockInstruments(ctx.db, ids);
    const rows = new Map((await listByIds(ctx.db, ids)).map((row) => [row.id, row]));
    const prepared = part.map(({ id, set, reason }) => {
      const row = rows.get(id);
      if (row === undefined) throw new Problem(platformProblems.notFound);
      if (row.status === 'scrapped')
        throw new Problem(instrumentProblems.scrapped, { detail: [`${row.name}（${row.code}）`, `${row.name} (${row.code})`] });
      const after = {
        parameters: set.parameters ?? (row.parameters as Parameters),
        measuringRange: set.measuringRange === undefined ? row.measuringRange : set.measuringRange,
        accuracyClass: set.accuracyClass === undefined ? row.accuracyClass : set.accuracyClass,
      };
      const names = Object.keys(set) as (keyof typeof set)[];
      const before = Object.fromEntries(names.map((name) => [name, row[name]]));
      return { id, reason, before, set: { ...set, ...derived(row.kind as InstrumentKind, after, ctx.today) } };
    });
    await refusingDoubles(() =>
      store.updateMany(
        ctx.db,
        prepared.map(({ id, set }) => ({ ...set, id })),
      ),
    );
    await recordEvents(
      ctx,
      prepared.map(({ id, reason, before }) => ({ kind: 'instrument.corrected', subject: id, reason, detail: { before, imported: true } })),
    );
  }
}
