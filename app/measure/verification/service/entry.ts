import { kindsOf } from '@tongheng/procedures/edition';
import type { Readings } from '@tongheng/procedures/form';
import { editionFor, editionsFor, findProcedure } from '@tongheng/procedures/registry';
import { printCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { findAdoptionOf } from '../../../register/catalogue/service.ts';
import { findInstrument, openInstruments } from '../../../register/instrument/service.ts';
import { designatedFor } from '../../../register/designation/service.ts';
import { findItem } from '../../request/service/outcome.ts';
import type { verificationEndpoints } from '../contract.ts';
import { verificationProblems } from '../contract/problems.ts';
import type { Photo, Seal, StandardChoice } from '../contract/shapes.ts';
import { cellText, roleOf } from '../rules/conditions.ts';
import { keptReadings } from '../rules/kept-readings.ts';
import { networkCheckFor, type RecordKind } from '../rules/kind.ts';
import { holdsOn } from '../rules/standard-gate.ts';
import { holdsRole, worksAt } from '../store/gate.ts';
import { insertRecord, saveDraft, turnToEdition } from '../store/record.ts';
import { listWaiting, type VerificationRow } from '../store/verification.ts';
import { takeRecordNumber, takeReservedNumber } from './number.ts';
import { refusePhotos } from './photos.ts';
import { getVerification, openFor } from './record.ts';
import { toVerification } from './reply.ts';
import { refuseFuture, refuseSession } from './session.ts';
import { refuseUnknownStandards } from './standards.ts';
import { submitRecord } from './submission.ts';

export type Beginning = {
  /** A number that was reserved for the device before; without it the next one is taken. */
  readonly recordNumber?: string;
  readonly session?: string | null;
  /** The day of the test where it is known already: it chooses the edition. */
  readonly day?: string;
  /** What the client ordered; without it the record is one of a verification. */
  readonly calibration?: { readonly commission: string; readonly calibratedAt: string; readonly intervalMonths: number | null };
};

/** The edition for a day: of several that hold, the one that the institute has adopted. */
async function editionOn(ctx: Context, instrumentKind: string, instituteId: string, day: string) {
  const holding = editionsFor(instrumentKind).filter((edition) => holdsOn(edition, instrumentKind, day));
  if (holding.length > 1) {
    for (const edition of [...holding].reverse()) if ((await findAdoptionOf(ctx, instituteId, edition.id)).holds) return edition;
  }
  return editionFor(instrumentKind, day);
}

type Subject = {
  readonly itemId: string | null;
  readonly instrumentId: string;
  readonly instituteId: string;
  readonly region: string;
  readonly kind: RecordKind;
};

export async function begin(ctx: Context, subject: Subject, technicianId: string, beginning: Beginning): Promise<VerificationRow> {
  const instrument = await findInstrument(ctx, subject.instrumentId);
  const edition = instrument && (await editionOn(ctx, instrument.kind, subject.instituteId, beginning.day ?? ctx.today));
  if (instrument === undefined || edition === undefined) throw new Problem(verificationProblems.noEdition);
  if (!kindsOf(edition).includes(subject.kind)) throw new Problem(verificationProblems.noSuchKind);
  await refuseSession(ctx, beginning.session ?? null, technicianId, subject.instituteId);
  const id = ctx.newId();
  const { calibration } = beginning;
  const recordNumber =
    beginning.recordNumber === undefined
      ? await takeRecordNumber(ctx, subject.instituteId, id)
      : await takeReservedNumber(ctx, subject.instituteId, id, beginning.recordNumber);
  const inserted = await insertRecord(ctx.db, {
    ...subject,
    id,
    recordNumber,
    sessionId: beginning.session ?? null,
    edition: edition.id,
    networkCheck: calibration === undefined ? networkCheckFor(edition, subject.kind) : 'not-needed',
    purpose: calibration === undefined ? 'verification' : 'calibration',
    commission: calibration?.commission ?? null,
    calibratedAt: calibration?.calibratedAt ?? null,
    intervalMonths: calibration?.intervalMonths ?? null,
    technicianId,
    assignedBy: ctx.caller.personId,
    begunAt: ctx.now,
    readings: findProcedure(edition.id)?.prefill(instrument.parameters, subject.kind) ?? {},
    demonstration: ctx.demonstration,
  });
  if (!inserted) throw new Problem(verificationProblems.takenUp);
  const detail = { item: subject.itemId, edition: edition.id, recordNumber };
  if (calibration === undefined) ctx.record({ kind: 'verification.begun', subject: id, detail });
  else ctx.record({ kind: 'verification.calibrationBegun', subject: id, detail: { ...detail, ...calibration } });
  return getVerification(ctx, id);
}

/** An accepted instrument gets its record, in the hands of one technician. */
export async function beginRecord(ctx: Context, itemId: string, technicianId: string, beginning: Beginning = {}): Promise<VerificationRow> {
  const item = await findItem(ctx, itemId);
  if (item === undefined || item.instituteId !== ctx.caller.organizationId) throw new Problem(platformProblems.notFound);
  if (item.outcome === 'served') throw new Problem(verificationProblems.takenUp);
  if (item.outcome !== 'accepted') throw new Problem(verificationProblems.notAccepted);
  const { instrumentId, instituteId, region } = item;
  return begin(ctx, { itemId, instrumentId, instituteId, region, kind: item.verificationKind as RecordKind }, technicianId, beginning);
}

/** An in-use inspection: not requested by the holder, done by the institute that is designated for the place and the kind. */
export async function beginInspection(ctx: Context, instrumentId: string, beginning: Beginning = {}): Promise<VerificationRow> {
  const instrument = await findInstrument(ctx, instrumentId);
  if (instrument === undefined) throw new Problem(platformProblems.notFound);
  const designated = await designatedFor(ctx, instrument.region, instrument.kind, beginning.day ?? ctx.today);
  const instituteId = ctx.caller.organizationId;
  if (designated?.institute.id !== instituteId) throw new Problem(verificationProblems.notDesignated);
  await openInstruments(ctx, [instrumentId], instituteId);
  const subject: Subject = { itemId: null, instrumentId, instituteId, region: instrument.region, kind: 'in-use' };
  return begin(ctx, subject, ctx.caller.personId, beginning);
}

export type Draft = {
  readonly version: number;
  /** Left out: the record stays where it is. */
  readonly session?: string | null | undefined;
  readonly testedOn: string | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly readings: Readonly<Record<string, unknown>>;
  readonly standards: readonly StandardChoice[] | null;
  readonly remarks: string | null;
  readonly seals: readonly Seal[];
  readonly photos: readonly Photo[];
  readonly secondPerson: string | null;
};

export function refuseVersion(row: VerificationRow, version: number): void {
  if (row.version !== version) throw new Problem(platformProblems.stale);
}

/** Keeps what the technician wrote so far; answers the version that the next save has to name. */
export async function saveRecord(ctx: Context, id: string, draft: Draft): Promise<number> {
  const row = await openFor(ctx, id, 'save');
  refuseVersion(row, draft.version);
  refuseFuture(ctx, 'testedOn', draft.testedOn);
  const sessionId = draft.session === undefined ? row.sessionId : draft.session;
  if (sessionId !== row.sessionId) await refuseSession(ctx, sessionId, row.technicianId, row.instituteId);
  if (draft.standards !== null) await refuseUnknownStandards(ctx, row.instituteId, draft.standards);
  await refusePhotos(ctx, draft.photos);
  const { secondPerson } = draft;
  if (secondPerson !== null && (secondPerson === row.technicianId || !(await worksAt(ctx.db, secondPerson, row.instituteId))))
    throw new Problem(verificationProblems.notASecondPerson);
  const version = row.version + 1;
  const { testedOn, environment, readings, standards, remarks, seals, photos } = draft;
  const kept = { testedOn, environment, readings, standards, remarks, seals, photos, sessionId, secondPersonId: secondPerson, version };
  await saveDraft(ctx.db, row.id, kept);
  ctx.record({ kind: 'verification.saved', subject: row.id, detail: { version } });
  return version;
}

/** Turns a record to another edition: readings stay where the two forms agree, and all that was read stays in the event. */
async function chooseEdition(
  ctx: Context,
  id: string,
  { version, edition: wanted }: { readonly version: number; readonly edition: string },
): Promise<VerificationRow> {
  const row = await openFor(ctx, id, 'save');
  refuseVersion(row, version);
  const day = row.testedOn ?? row.sessionDay ?? ctx.today;
  const edition = editionsFor(row.instrumentKind).find((one) => one.id === wanted && holdsOn(one, row.instrumentKind, day));
  if (edition === undefined || edition.id === row.edition || !kindsOf(edition).includes(row.kind as RecordKind))
    throw new Problem(verificationProblems.notThisEdition);
  const kind = row.kind as RecordKind;
  const [former, chosen] = [findProcedure(row.edition), findProcedure(edition.id)];
  const before = { readings: row.readings as Readings, environment: row.environment as Readonly<Record<string, string>> };
  const readings = keptReadings(
    before.readings,
    former?.groups(row.parameters, kind) ?? [],
    chosen?.groups(row.parameters, kind) ?? [],
    chosen?.prefill(row.parameters, kind),
  );
  const photos = row.photos as unknown as readonly Photo[];
  const roles = edition.standards.map(({ id: role }) => roleOf(edition.regulation, role));
  const standards = ((row.standards ?? []) as unknown as readonly StandardChoice[]).filter(({ role }) => roles.includes(role));
  await turnToEdition(ctx.db, row.id, {
    edition: edition.id,
    networkCheck: row.purpose === 'calibration' ? 'not-needed' : networkCheckFor(edition, kind),
    readings,
    photos: photos.filter(
      ({ path }) => cellText(before, path) !== '' && cellText(before, path) === cellText({ ...before, readings }, path),
    ),
    standards: standards.length === 0 ? null : standards,
    version: version + 1,
  });
  ctx.record({
    kind: 'verification.editionChosen',
    subject: row.id,
    detail: { from: row.edition, to: edition.id, readings: row.readings, environment: row.environment },
  });
  return getVerification(ctx, row.id);
}

type Part = 'listWaitingItems' | 'takeUpItem' | 'assignItem' | 'beginInspection' | 'saveDraft' | 'chooseEdition' | 'submitVerification';

export const entryService: Pick<Service<typeof verificationEndpoints>, Part> = {
  async listWaitingItems({ query }, ctx) {
    const { rows, total } = await listWaiting(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => ({
        id: row.id,
        request: row.requestId,
        holder: row.holderName,
        instrumentKind: row.instrumentKind as 'price-computing-scale',
        kind: row.verificationKind as 'initial',
        whereDone: row.whereDone as 'institute',
        instrument: { id: row.instrumentId, name: row.name, model: row.model, serial: row.serial, place: row.place },
        submittedAt: row.submittedAt,
      })),
      next: rows.length > query.limit && last ? printCursor({ at: last.submittedAt, id: last.id }) : null,
      total,
    };
  },

  async takeUpItem({ body }, ctx) {
    return toVerification(ctx, await beginRecord(ctx, body.item, ctx.caller.personId, { session: body.session }));
  },

  async assignItem({ body }, ctx) {
    if (!(await holdsRole(ctx.db, body.technician, ctx.caller.organizationId, 'technician')))
      throw new Problem(verificationProblems.notATechnician);
    return toVerification(ctx, await beginRecord(ctx, body.item, body.technician));
  },

  async beginInspection({ body }, ctx) {
    return toVerification(ctx, await beginInspection(ctx, body.instrument, { session: body.session }));
  },

  async saveDraft({ params, body }, ctx) {
    return { id: params.id, version: await saveRecord(ctx, params.id, body) };
  },

  async chooseEdition({ params, body }, ctx) {
    return toVerification(ctx, await chooseEdition(ctx, params.id, body));
  },

  async submitVerification({ params, body }, ctx) {
    return toVerification(ctx, await submitRecord(ctx, params.id, body));
  },
};
