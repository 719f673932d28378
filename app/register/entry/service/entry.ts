import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { reaches } from '../../../kernel/scope.ts';
import type { Context } from '../../../platform/context.ts';
import { timelineOf } from '../../event/service.ts';
import type { FileCard } from '../../file/contract.ts';
import { cardsOf } from '../../file/service.ts';
import { entryProblems } from '../contract.ts';
import type { EntryDetails, EntryItem, EntryVersion } from '../contract/shapes.ts';
import { isRefusedDuplicate, type Known } from '../rules/duplicates.ts';
import type { Content, Level, PhaseStep } from '../rules/kind.ts';
import { kindOf, type EntryKind } from '../rules/kinds.ts';
import { allowedActions, refusalOf, shownStatus, type Action, type Standing, type Status } from '../rules/life-cycle.ts';
import * as store from '../store/entry.ts';
import * as proposals from '../store/proposal.ts';
import { findStock } from '../store/stock.ts';

export type Entry = {
  readonly row: store.EntryRow;
  readonly kind: EntryKind;
  readonly content: Content;
  readonly standing: Standing;
  readonly stock: { readonly id: string; readonly title: string } | null;
};

type Said = Pick<store.EntryRow, 'level' | 'region' | 'title' | 'documentNumber' | 'issuer' | 'since' | 'until' | 'payload' | 'phases'>;

export const contentOf = (row: Said): Content => ({
  level: row.level as Level | null,
  region: row.region,
  title: row.title,
  documentNumber: row.documentNumber,
  issuer: row.issuer,
  since: row.since,
  until: row.until,
  payload: row.payload as Record<string, string>,
  phases: row.phases as unknown as PhaseStep[],
});

export const knownOf = (row: Omit<Known, 'level'> & { level: string | null }): Known => ({ ...row, level: row.level as Level | null });

export function toItem(row: store.EntryRow, today: string): EntryItem {
  const phases = row.phases as unknown as PhaseStep[];
  return {
    id: row.id as EntryItem['id'],
    kind: row.kind as EntryKind,
    version: row.version,
    title: row.title,
    level: row.level as Level | null,
    status: shownStatus(row.status as Status, row.countsTo, today),
    region: row.region,
    organization: { id: row.organizationId as EntryItem['organization']['id'], name: row.organizationName },
    documentNumber: row.documentNumber,
    since: row.since,
    until: row.until,
    countsFrom: row.countsFrom,
    countsTo: row.countsTo,
    opening: row.opening,
    phase: phases[phases.length - 1]?.phase ?? null,
    submittedAt: row.submittedAt,
    demonstration: row.demonstration,
  };
}

async function load(ctx: Context, id: string): Promise<Entry> {
  const row = await store.findEntry(ctx.db, id);
  if (row === undefined || !reaches(ctx.caller.scope, { organizations: [row.organizationId], region: row.region })) {
    throw new Problem(platformProblems.notFound);
  }
  const [proposal, stock] = await Promise.all([
    proposals.findOpenProposal(ctx.db, id),
    row.stockId === null ? undefined : findStock(ctx.db, row.stockId),
  ]);
  const kind = row.kind as EntryKind;
  const standing: Standing = {
    kind,
    status: row.status as Status,
    organizationId: row.organizationId,
    submittedBy: row.submittedBy,
    reviewedBy: row.reviewedBy,
    stockPending: stock?.status === 'submitted',
    proposedBy: proposal?.proposedBy ?? null,
  };
  return { row, kind, content: contentOf(row), standing, stock: stock === undefined ? null : { id: stock.id, title: stock.title } };
}

/** The entry locked for an action that the caller may do with it now. */
export async function getEntryFor(ctx: Context, id: string, action: Action): Promise<Entry> {
  await store.lockEntry(ctx.db, id);
  const entry = await load(ctx, id);
  const refusal = refusalOf(entry.standing, action, ctx.caller);
  if (refusal === 'state') throw new Problem(entryProblems.notNow);
  if (refusal === 'person') throw new Problem(isInvolved(entry, ctx) ? entryProblems.samePerson : platformProblems.forbidden);
  return entry;
}

const isInvolved = ({ standing }: Entry, { caller }: Context): boolean =>
  [standing.submittedBy, standing.reviewedBy, standing.proposedBy].includes(caller.personId);

/** Saves the next version of an entry: what is not named stays as it was. */
export async function saveNext(
  ctx: Context,
  entry: Entry,
  action: Action,
  change: Partial<store.NewVersion> & { reason: string | null },
): Promise<void> {
  const { row } = entry;
  await store.saveVersion(ctx.db, {
    entryId: row.id,
    version: row.version + 1,
    recordedAt: ctx.now,
    action,
    personId: ctx.caller.personId,
    status: row.status as Status,
    kind: entry.kind,
    subjectKey: row.subjectKey,
    organizationId: row.organizationId,
    content: entry.content,
    countsFrom: row.countsFrom,
    countsTo: row.countsTo,
    opening: row.opening,
    files: row.files,
    submittedBy: row.submittedBy,
    reviewedBy: row.reviewedBy,
    acceptedBy: row.acceptedBy,
    ...change,
  });
}

const namesOf = async (ctx: Context, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await store.listNames(
    ctx.db,
    ids.filter((id) => id !== null),
  );
  return new Map(rows.map((row) => [row.personId, row.name]));
};

async function duplicatesOf(ctx: Context, entry: Entry): Promise<EntryDetails['duplicates']> {
  const { row, kind } = entry;
  if (row.status === 'rejected' || row.status === 'withdrawn') return [];
  const others = await store.listSameSubject(ctx.db, kind, row.subjectKey, row.id);
  return others.map((other) => {
    const visible = reaches(ctx.caller.scope, { organizations: [other.organizationId], region: other.region });
    return {
      id: visible ? (other.id as EntryItem['id']) : null,
      title: visible ? other.title : null,
      documentNumber: visible ? other.documentNumber : null,
      level: other.level as Level | null,
      status: shownStatus(other.status as Status, other.countsTo, ctx.today),
      blocking: isRefusedDuplicate(kindOf(kind), knownOf(row), knownOf(other)),
    };
  });
}

/** Everything a page shows of an entry that the caller may see. */
export async function detailsOf(ctx: Context, id: string): Promise<EntryDetails> {
  const entry = await load(ctx, id);
  const { row, standing } = entry;
  const [versions, proposed, duplicates, timeline] = await Promise.all([
    store.listVersions(ctx.db, id),
    proposals.listProposals(ctx.db, id),
    duplicatesOf(ctx, entry),
    timelineOf(ctx, ...(row.stockId === null ? [id] : [id, row.stockId])),
  ]);
  const fileIds = new Set([...versions, ...proposed].flatMap((it) => it.files));
  const cards = new Map((await cardsOf(ctx, [...fileIds])).map((card) => [card.id as string, card]));
  const filesOf = (ids: readonly string[]): FileCard[] => ids.flatMap((file) => cards.get(file) ?? []);
  const names = await namesOf(ctx, [row.submittedBy, row.reviewedBy, row.acceptedBy]);
  const named = (person: string | null) => (person === null ? null : { id: person, name: names.get(person) ?? '' });
  return {
    ...toItem(row, ctx.today),
    content: contentOf(row) as EntryDetails['content'],
    submittedBy: { id: row.submittedBy, name: names.get(row.submittedBy) ?? '' },
    reviewedBy: named(row.reviewedBy),
    acceptedBy: named(row.acceptedBy),
    versions: versions.map((version): EntryVersion => ({
      version: version.version,
      recordedAt: version.recordedAt,
      supersededAt: version.supersededAt,
      action: version.action,
      person: version.personName ?? '',
      reason: version.reason,
      status: version.status as Status,
      content: contentOf(version) as EntryVersion['content'],
      countsFrom: version.countsFrom,
      countsTo: version.countsTo,
      opening: version.opening,
      files: filesOf(version.files),
    })),
    proposals: proposed.map((proposal) => ({
      id: proposal.id as EntryDetails['proposals'][number]['id'],
      type: proposal.type as 'correction' | 'phase',
      content: proposal.content as unknown as EntryDetails['content'],
      reason: proposal.reason,
      documentNumber: proposal.documentNumber,
      files: filesOf(proposal.files),
      status: proposal.status as 'proposed' | 'approved' | 'refused',
      proposedBy: proposal.proposerName ?? '',
      proposedAt: proposal.proposedAt,
      decidedBy: proposal.deciderName,
      decidedAt: proposal.decidedAt,
      decisionReason: proposal.decisionReason,
    })),
    duplicates,
    actions: allowedActions(standing, ctx.caller),
    stock: entry.stock as EntryDetails['stock'],
    timeline,
  };
}
