import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { canonical } from '@tongheng/seal/canonical';
import { Problem, platformProblems, type ProblemDefinition } from '../../../kernel/problem.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { timelineOf } from '../../event/service.ts';
import { getFiles } from '../../file/service.ts';
import type { CatalogueDocument } from '../contract/catalogue-document.ts';
import { catalogueEditionProblems, type CatalogueCard, type catalogueEditionEndpoints } from '../contract/catalogue-edition.ts';
import { readCatalogueText } from '../contract/read-catalogue.ts';
import {
  allowedCatalogueActions,
  catalogueDifferences,
  countsFrom,
  holdingOn,
  type CatalogueAction,
  type CatalogueStatus,
} from '../rules/catalogue.ts';
import * as store from '../store/catalogue-edition.ts';

const catalogueFile = fileURLToPath(new URL('../../../../data/catalogue/2020.json', import.meta.url));
const digestOf = (content: CatalogueDocument): string => createHash('sha256').update(canonical(content)).digest('hex');
let read: { readonly content: CatalogueDocument; readonly digest: string } | undefined;

/** The edition that the program brings, read once; later ones are imported. */
function builtIn(): { readonly content: CatalogueDocument; readonly digest: string } {
  if (read === undefined) {
    const content = readCatalogueText(readFileSync(catalogueFile, 'utf8'));
    read = { content, digest: digestOf(content) };
  }
  return read;
}

type Known = {
  readonly id: string;
  readonly content: CatalogueDocument;
  readonly digest: string;
  readonly row: store.CatalogueEditionRow | undefined;
};

/** Every edition there is, the built-in one first; proposals and refusals are for those who import. */
async function listKnown(ctx: Context): Promise<Known[]> {
  const first: Known = { id: builtIn().content.edition, ...builtIn(), row: undefined };
  const rows = await store.listCatalogueEditions(ctx.db);
  const seen = rows.filter(({ status }) => status === 'recorded' || ctx.caller.permits.has('catalogue.import'));
  return [first, ...seen.map((row) => ({ id: row.id, content: row.content as CatalogueDocument, digest: row.digest, row }))];
}

const counting = (known: readonly Known[]): Known[] => known.filter(({ row }) => row === undefined || row.status === 'recorded');
const holdingOf = (known: readonly Known[], day: string): Known | undefined => {
  const content = holdingOn(
    counting(known).map((one) => one.content),
    day,
  );
  return known.find((one) => one.content === content);
};

const toCard = ({ id, content, digest, row }: Known, holds: boolean, ctx: Context): CatalogueCard =>
  ({
    id,
    edition: content.edition,
    title: [...content.title],
    documentNumber: content.document.number,
    published: content.document.published,
    inForceFrom: content.inForceFrom,
    numbering: content.numbering,
    complete: content.complete,
    entries: content.entries.length,
    status: row?.status ?? null,
    holds,
    digest,
    proposedBy: row?.proposerName ?? null,
    proposedAt: row?.proposedAt ?? null,
    decidedBy: row?.deciderName ?? null,
    decidedAt: row?.decidedAt ?? null,
    reason: row?.reason ?? null,
    allowed:
      row === undefined ? [] : allowedCatalogueActions({ status: row.status as CatalogueStatus, proposedBy: row.proposedBy }, ctx.caller),
  }) as CatalogueCard;

async function getKnown(ctx: Context, id: string): Promise<{ one: Known; known: readonly Known[] }> {
  const known = await listKnown(ctx);
  const one = known.find((each) => each.id === id);
  if (one === undefined) throw new Problem(platformProblems.notFound);
  return { one, known };
}

const cardOf = async (ctx: Context, id: string): Promise<CatalogueCard> => {
  const { one, known } = await getKnown(ctx, id);
  return toCard(one, holdingOf(known, ctx.today)?.id === id, ctx);
};

/** The latest edition of those that count which begins before this one. */
const followedBy = (known: readonly Known[], one: Known): Known | undefined =>
  counting(known)
    .filter((each) => each !== one && countsFrom(each.content) < countsFrom(one.content))
    .sort((a, b) => (countsFrom(a.content) < countsFrom(b.content) ? 1 : -1))[0];

function refuseOlder(known: readonly Known[], content: CatalogueDocument): void {
  const latest =
    counting(known)
      .map((one) => countsFrom(one.content))
      .sort()
      .pop() ?? '';
  if (countsFrom(content) <= latest)
    throw new Problem(catalogueEditionProblems.older, {
      detail: [
        `已记载的目录自 ${latest} 起，文件写的是 ${countsFrom(content)}`,
        `recorded from ${latest}; the file says ${countsFrom(content)}`,
      ],
    });
}

async function openFor(ctx: Context, id: string, action: CatalogueAction): Promise<Known & { row: store.CatalogueEditionRow }> {
  const { one } = await getKnown(ctx, id);
  if (one.row === undefined) throw new Problem(catalogueEditionProblems.decided);
  const status = ((await store.lockCatalogueEdition(ctx.db, id))?.status ?? one.row.status) as CatalogueStatus;
  const refusal: ProblemDefinition =
    status === 'proposed' && one.row.proposedBy === ctx.caller.personId
      ? catalogueEditionProblems.samePerson
      : catalogueEditionProblems.decided;
  if (!allowedCatalogueActions({ status, proposedBy: one.row.proposedBy }, ctx.caller).includes(action)) throw new Problem(refusal);
  return { ...one, row: one.row };
}

export const catalogueEditionService: Service<typeof catalogueEditionEndpoints> = {
  async listCatalogueEditions(_call, ctx) {
    const known = await listKnown(ctx);
    const holding = holdingOf(known, ctx.today);
    return { items: known.map((one) => toCard(one, one === holding, ctx)).reverse() };
  },

  async readCatalogueEdition({ params }, ctx) {
    const { one, known } = await getKnown(ctx, params.id);
    const before = followedBy(known, one);
    return {
      ...toCard(one, holdingOf(known, ctx.today) === one, ctx),
      content: one.content,
      follows: before === undefined ? null : { id: before.id, title: [...before.content.title] as [string, string] },
      differences: before === undefined ? [] : (catalogueDifferences(before.content.entries, one.content.entries) as never),
      timeline: one.row === undefined ? [] : await timelineOf(ctx, one.row.id),
    };
  },

  async proposeCatalogueEdition({ body }, ctx) {
    const [file] = await getFiles(ctx, [body.file]);
    if (file === undefined) throw new Problem(platformProblems.notFound);
    const content = readCatalogueText(new TextDecoder().decode(await ctx.files.read(file.digest)), ctx.language);
    if (content.inForceFrom === null)
      throw new Problem(catalogueEditionProblems.noDay, { issues: [{ path: ['inForceFrom'], message: '/' }] });
    const known = await listKnown(ctx);
    if (counting(known).some((one) => one.content.edition === content.edition)) throw new Problem(catalogueEditionProblems.recordedAlready);
    refuseOlder(known, content);
    const id = ctx.newId();
    const inserted = await store.insertCatalogueEdition(ctx.db, {
      id,
      edition: content.edition,
      content,
      digest: digestOf(content),
      fileId: file.id,
      inForceFrom: content.inForceFrom,
      proposedBy: ctx.caller.personId,
      proposedAt: ctx.now,
      demonstration: ctx.demonstration,
    });
    if (!inserted) throw new Problem(catalogueEditionProblems.proposedAlready);
    ctx.record({
      kind: 'catalogue.proposed',
      subject: id,
      detail: { edition: content.edition, file: file.id, entries: content.entries.length },
    });
    return cardOf(ctx, id);
  },

  async recordCatalogueEdition({ params }, ctx) {
    const { id, content } = await openFor(ctx, params.id, 'record');
    refuseOlder(await listKnown(ctx), content);
    await store.decideCatalogueEdition(ctx.db, id, {
      status: 'recorded',
      decidedBy: ctx.caller.personId,
      decidedAt: ctx.now,
      reason: null,
    });
    ctx.record({ kind: 'catalogue.recorded', subject: id, detail: { edition: content.edition } });
    return cardOf(ctx, id);
  },

  async refuseCatalogueEdition({ params, body }, ctx) {
    const { id } = await openFor(ctx, params.id, 'refuse');
    const decision = { status: 'refused', decidedBy: ctx.caller.personId, decidedAt: ctx.now, reason: body.reason } as const;
    await store.decideCatalogueEdition(ctx.db, id, decision);
    ctx.record({ kind: 'catalogue.refused', subject: id, reason: body.reason });
    return cardOf(ctx, id);
  },
};
