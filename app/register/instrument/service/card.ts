import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import type { Instrument } from '../contract/shapes.ts';
import { describedByNameplate, nameplateErrors, saidByKind, validityOf, type InstrumentKind, type Parameters } from '../rules.ts';
import { instrumentProblems } from '../contract/problems.ts';
import * as store from '../store.ts';
import { reachOf } from './reach.ts';

/** Degrees without the zeros that the column adds. */
const degrees = (text: string | null): string | null => (text === null || !text.includes('.') ? text : text.replace(/\.?0+$/, ''));

export const toInstrument = (row: store.InstrumentRow): Instrument =>
  ({
    id: row.id,
    code: row.code,
    kind: row.kind,
    name: row.name,
    model: row.model,
    serial: row.serial,
    maker: row.maker,
    holder: { id: row.holderId, name: row.holderName },
    region: row.region,
    township: row.township,
    townshipName: row.townshipName,
    village: row.village,
    villageName: row.villageName,
    place: row.place,
    placeId: row.placeId,
    placeName: row.placeName,
    longitude: degrees(row.longitude),
    latitude: degrees(row.latitude),
    use: row.use,
    parameters: row.parameters as Record<string, string>,
    measuringRange: row.measuringRange,
    accuracyClass: row.accuracyClass,
    typeApproval: row.typeApproval,
    identificationCode: row.identificationCode,
    oldNumber: row.oldNumber,
    ecqsNumber: row.ecqsNumber,
    manufacturedOn: row.manufacturedOn,
    inUseSince: row.inUseSince,
    parentId: row.parentId,
    photoId: row.photoId,
    status: row.status,
    validity: row.validity,
    verdict: row.verdict,
    verifiedOn: row.verifiedOn,
    certificateNumber: row.certificateNumber,
    verifiedBy: row.verifiedBy,
    dueOn: row.dueOn,
    resultOrigin: row.resultOrigin,
    version: row.version,
    demonstration: row.demonstration,
    recordedAt: row.recordedAt,
  }) as Instrument;

export async function getRow(ctx: Context, id: string): Promise<store.InstrumentRow> {
  const row = await store.findWithin(ctx.db, await reachOf(ctx), id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

/** An instrument for a later step of its own history, whoever the caller is; undefined when it was never recorded. */
export async function findInstrument(ctx: Pick<Context, 'db'>, id: string): Promise<Instrument | undefined> {
  const row = await store.findInstrument(ctx.db, id);
  return row && toInstrument(row);
}

/** The instruments of these ids in the order of the ids, whoever the caller is; those that were never recorded are left out. */
export async function findInstruments(ctx: Pick<Context, 'db'>, ids: readonly string[]): Promise<Instrument[]> {
  if (ids.length === 0) return [];
  const known = new Map((await store.listByIds(ctx.db, ids)).map((row) => [row.id, toInstrument(row)]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

/** The nameplate with what its kind says of it, or a refusal with what is wrong. */
export function checkedNameplate(ctx: Context, kind: InstrumentKind, parameters: Parameters): Record<string, string> {
  const errors = nameplateErrors(kind, parameters, ctx.today);
  if (errors.length === 0) return { ...parameters, ...saidByKind(kind, ctx.today) };
  throw new Problem(instrumentProblems.nameplate, {
    issues: errors.map(({ path, text }) => ({ path: ['parameters', path], message: text[ctx.language === 'zh' ? 0 : 1] })),
  });
}

/** What follows from the nameplate: range and class where its form has them, and how the instrument is verified. */
export function derived(
  kind: InstrumentKind,
  typed: { readonly parameters: Parameters; readonly measuringRange: string | null; readonly accuracyClass: string | null },
  today: string,
) {
  const said = describedByNameplate(kind, typed.parameters);
  return {
    measuringRange: said.measuringRange ?? typed.measuringRange,
    accuracyClass: said.accuracyClass ?? typed.accuracyClass,
    validity: validityOf(kind, typed.parameters, today),
  };
}

export function refuseFuture(ctx: Context, day: string, field = 'onDay'): void {
  if (day > ctx.today)
    throw new Problem(platformProblems.invalid, {
      issues: [{ path: [field], message: ctx.language === 'zh' ? '不能晚于今天' : 'not later than today' }],
    });
}
