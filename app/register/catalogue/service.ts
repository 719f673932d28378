import { createHash } from 'node:crypto';
import type { Edition } from '@tongheng/procedures/edition';
import { editionText, editions, findEdition } from '@tongheng/procedures/registry';
import { printCursor } from '../../kernel/page.ts';
import { Problem, platformProblems, type ProblemDefinition } from '../../kernel/problem.ts';
import { reaches } from '../../kernel/scope.ts';
import { inLanguage } from '../../kernel/text.ts';
import type { Context, Service } from '../../platform/context.ts';
import { timelineOf } from '../event/service.ts';
import { catalogueProblems, type Adoption, type catalogueEndpoints } from './contract.ts';
import {
  adoptionText,
  allowedAdoptionActions,
  comparisonGaps,
  enteredValues,
  numbersOf,
  valueRefusals,
  type AdoptedLimits,
  type AdoptionAction,
  type AdoptionStatus,
} from './rules.ts';
import { catalogueEditionService } from './service/catalogue-edition.ts';
import { examplesOf } from './service/example.ts';
import * as store from './store.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const digests = new Map(editions.map(({ id }) => [id, sha256(editionText(id) ?? '')] as const));

/** SHA-256 of the edition's data as this program has it. */
export const digestOfEdition = (id: string): string | undefined => digests.get(id);

/** SHA-256 of an adoption: the digest of the edition's data together with the values that were entered. */
export const digestOfAdoption = (editionDigest: string, values: AdoptedLimits): string => sha256(adoptionText(editionDigest, values));

export type AdoptionFinding = {
  readonly adoption: string | null;
  readonly number: string;
  readonly adoptedDigest: string | null;
  readonly presentDigest: string;
  /** Of the data and the values entered; null before an adoption. */
  readonly contentDigest: string | null;
  readonly adoptedAt: string | null;
  readonly demonstration: boolean;
};

/** Whether an institute has adopted an edition exactly as this program calculates it. */
export async function findAdoptionOf(
  ctx: Pick<Context, 'db'>,
  instituteId: string,
  edition: string,
): Promise<AdoptionFinding & { readonly holds: boolean }> {
  const row = await store.findAdopted(ctx.db, instituteId, edition);
  const presentDigest = digests.get(edition) ?? '';
  return {
    adoption: row?.id ?? null,
    number: findEdition(edition)?.number ?? edition,
    adoptedDigest: row?.digest ?? null,
    presentDigest,
    contentDigest: row?.contentDigest ?? null,
    adoptedAt: row?.decidedAt ?? null,
    demonstration: row?.demonstration ?? false,
    holds: row !== undefined && row.digest === presentDigest,
  };
}

/** The clause that the institute wrote beside each number of an edition it has adopted; empty before. */
export async function clausesOf(ctx: Pick<Context, 'db'>, instituteId: string, edition: string): Promise<Readonly<Record<string, string>>> {
  const row = await store.findAdopted(ctx.db, instituteId, edition);
  if (row === undefined || row.digest !== digests.get(edition)) return {};
  return Object.fromEntries((await store.listConfirmations(ctx.db, row.id)).map(({ path, clause }) => [path, clause]));
}

/**
 * The values that the institute entered for the limits its edition leaves open, by path: what a calculation takes as `adopted`.
 * Empty where nothing was open, and where the edition is not adopted as this program has it.
 */
export async function adoptedLimitsOf(ctx: Pick<Context, 'db'>, instituteId: string, edition: string): Promise<AdoptedLimits> {
  const row = await store.findAdopted(ctx.db, instituteId, edition);
  if (row === undefined || row.digest !== digests.get(edition)) return {};
  return valuesOf(await store.listConfirmations(ctx.db, row.id));
}

/** What an institute may do with each edition that it has proposed or adopted; changed: adopted, with other data than this program has. */
export async function adoptionStatesOf(
  ctx: Pick<Context, 'db'>,
  instituteId: string,
): Promise<Readonly<Record<string, 'adopted' | 'proposed' | 'changed'>>> {
  const rows = await store.listLiveAdoptions(ctx.db, instituteId);
  const stateOf = (edition: string): 'adopted' | 'proposed' | 'changed' => {
    const own = rows.filter((row) => row.edition === edition);
    if (own.some(({ status, digest }) => status === 'adopted' && digest === digests.get(edition))) return 'adopted';
    return own.some(({ status }) => status === 'proposed') ? 'proposed' : 'changed';
  };
  return Object.fromEntries(rows.map(({ edition }) => [edition, stateOf(edition)]));
}

const valuesOf = (confirmations: readonly store.Confirmation[]): AdoptedLimits =>
  Object.fromEntries(confirmations.filter(({ entered }) => entered).map(({ path, value }) => [path, JSON.parse(value) as string]));

const counts = new Map(
  editions.map((edition) => {
    const numbers = numbersOf(edition);
    return [edition.id, { numberCount: numbers.length, openCount: numbers.filter(({ open }) => open).length }] as const;
  }),
);

const toCard = (edition: Edition) => ({
  id: edition.id,
  number: edition.number,
  title: [...edition.title] as [string, string],
  inForceFrom: edition.status.inForceFrom.value,
  applies: edition.applies.map(({ instrument, title, from, to }) => ({
    instrument,
    title: [...title] as [string, string],
    from: from.value,
    to: to.value,
  })),
  digest: digests.get(edition.id) ?? '',
  ...(counts.get(edition.id) ?? { numberCount: 0, openCount: 0 }),
});

const toAdoption = (row: store.AdoptionRow, ctx: Context): Adoption =>
  ({
    id: row.id,
    edition: row.edition,
    number: findEdition(row.edition)?.number ?? row.edition,
    digest: row.digest,
    contentDigest: row.contentDigest,
    current: row.digest === digests.get(row.edition),
    status: row.status as AdoptionStatus,
    institute: { id: row.instituteId, name: row.instituteName },
    source: row.source,
    proposedBy: row.proposerName,
    proposedAt: row.proposedAt,
    decidedBy: row.deciderName,
    decidedAt: row.decidedAt,
    reason: row.reason,
    demonstration: row.demonstration,
    allowed: allowedAdoptionActions({ ...row, status: row.status as AdoptionStatus }, ctx.caller),
  }) as Adoption;

async function getAdoption(ctx: Context, id: string): Promise<store.AdoptionRow> {
  const row = await store.findAdoption(ctx.db, id);
  if (row === undefined || !reaches(ctx.caller.scope, { organizations: [row.instituteId], region: row.region }))
    throw new Problem(platformProblems.notFound);
  return row;
}

function getEdition(id: string): Edition {
  const edition = findEdition(id);
  if (edition === undefined) throw new Problem(platformProblems.notFound);
  return edition;
}

/** Loads and locks an adoption for an action of this caller, or says why not. */
async function openFor(ctx: Context, id: string, action: AdoptionAction, refusal: ProblemDefinition): Promise<store.AdoptionRow> {
  const row = await getAdoption(ctx, id);
  const locked = await store.lockAdoption(ctx.db, id);
  const status = (locked?.status ?? row.status) as AdoptionStatus;
  if (!allowedAdoptionActions({ ...row, status }, ctx.caller).includes(action)) throw new Problem(refusal);
  return row;
}

const refusalFor = (row: store.AdoptionRow | undefined, ctx: Context): ProblemDefinition =>
  row?.status === 'proposed' && row.proposedBy === ctx.caller.personId ? catalogueProblems.samePerson : catalogueProblems.decided;

export const catalogueService: Service<typeof catalogueEndpoints> = {
  async listEditions() {
    return { items: editions.map(toCard) };
  },

  async readEdition({ params }) {
    const edition = getEdition(params.id);
    return { ...toCard(edition), numbers: numbersOf(edition) as never, examples: examplesOf(edition.id) };
  },

  async listAdoptions({ query }, ctx) {
    const { rows, total } = await store.listAdoptions(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => toAdoption(row, ctx)),
      next: rows.length > query.limit && last ? printCursor({ at: last.proposedAt, id: last.id }) : null,
      total,
    };
  },

  async readAdoption({ params }, ctx) {
    const row = await getAdoption(ctx, params.id);
    return {
      ...toAdoption(row, ctx),
      confirmations: await store.listConfirmations(ctx.db, row.id),
      timeline: await timelineOf(ctx, row.id),
    };
  },

  async proposeAdoption({ body }, ctx) {
    const edition = getEdition(body.edition);
    if (!(await store.isInstitute(ctx.db, ctx.caller.organizationId))) throw new Problem(catalogueProblems.notAnInstitute);
    const numbers = numbersOf(edition);
    const { missing, unknown } = comparisonGaps(numbers, body.numbers);
    if (missing.length + unknown.length > 0) {
      const message = catalogueProblems.notCompared.text[ctx.language === 'zh' ? 0 : 1];
      throw new Problem(catalogueProblems.notCompared, {
        issues: [...missing, ...unknown].map((path) => ({ path: ['numbers', path], message })),
      });
    }
    const refusals = valueRefusals(numbers, body.numbers);
    if (refusals.length > 0) {
      const issues = refusals.map(({ path, text }) => ({ path: ['numbers', path, 'value'], message: inLanguage(text, ctx.language) }));
      throw new Problem(catalogueProblems.values, { issues });
    }
    const values = enteredValues(numbers, body.numbers);
    const digest = digests.get(edition.id) ?? '';
    const contentDigest = digestOfAdoption(digest, values);
    const adopted = await store.findAdopted(ctx.db, ctx.caller.organizationId, edition.id);
    if (adopted?.digest === digest && adopted.contentDigest === contentDigest) throw new Problem(catalogueProblems.adoptedAlready);
    const clauses = new Map(body.numbers.map(({ path, clause }) => [path, clause]));
    const id = ctx.newId();
    const inserted = await store.insertAdoption(
      ctx.db,
      {
        id,
        instituteId: ctx.caller.organizationId,
        edition: edition.id,
        digest,
        contentDigest,
        source: body.source,
        proposedBy: ctx.caller.personId,
        proposedAt: ctx.now,
        demonstration: ctx.demonstration,
      },
      numbers.map(({ path, value, open }) => ({
        path,
        value: open ? JSON.stringify(values[path]) : value,
        clause: clauses.get(path) ?? '',
        entered: open,
      })),
    );
    if (!inserted) throw new Problem(catalogueProblems.proposedAlready);
    ctx.record({ kind: 'adoption.proposed', subject: id, detail: { edition: edition.id, digest, contentDigest, numbers: numbers.length } });
    return toAdoption(await getAdoption(ctx, id), ctx);
  },

  async confirmAdoption({ params }, ctx) {
    const row = await openFor(ctx, params.id, 'confirm', refusalFor(await getAdoption(ctx, params.id), ctx));
    if (row.digest !== digests.get(row.edition)) throw new Problem(catalogueProblems.dataChanged);
    const earlier = await store.findAdopted(ctx.db, row.instituteId, row.edition);
    if (earlier !== undefined) {
      const ending = { status: 'replaced', endedBy: ctx.caller.personId, endedAt: ctx.now, reason: row.id } as const;
      await store.endAdoption(ctx.db, earlier.id, ending);
      ctx.record({ kind: 'adoption.replaced', subject: earlier.id, detail: { by: row.id } });
    }
    await store.decideAdoption(ctx.db, row.id, { status: 'adopted', decidedBy: ctx.caller.personId, decidedAt: ctx.now, reason: null });
    ctx.record({
      kind: 'adoption.confirmed',
      subject: row.id,
      detail: { edition: row.edition, digest: row.digest, contentDigest: row.contentDigest },
    });
    return toAdoption(await getAdoption(ctx, row.id), ctx);
  },

  async refuseAdoption({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'refuse', refusalFor(await getAdoption(ctx, params.id), ctx));
    const decision = { status: 'refused', decidedBy: ctx.caller.personId, decidedAt: ctx.now, reason: body.reason } as const;
    await store.decideAdoption(ctx.db, row.id, decision);
    ctx.record({ kind: 'adoption.refused', subject: row.id, reason: body.reason });
    return toAdoption(await getAdoption(ctx, row.id), ctx);
  },

  async withdrawAdoption({ params, body }, ctx) {
    const row = await openFor(ctx, params.id, 'withdraw', catalogueProblems.decided);
    await store.endAdoption(ctx.db, row.id, { status: 'withdrawn', endedBy: ctx.caller.personId, endedAt: ctx.now, reason: body.reason });
    ctx.record({ kind: 'adoption.withdrawn', subject: row.id, reason: body.reason });
    return toAdoption(await getAdoption(ctx, row.id), ctx);
  },
  ...catalogueEditionService,
};
