import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Service } from '../../../platform/context.ts';
import { measurementStandardProblems as refusals } from '../contract.ts';
import type { registerEndpoints } from '../contract/register.ts';
import type { RuleConfidence, RuleTopic } from '../rules/validity.ts';
import * as certificates from '../store/certificate.ts';
import * as dossiers from '../store/dossier.ts';
import * as store from '../store/register.ts';
import { listRules, type Rule } from './card.ts';
import { addCertificate } from './certificate.ts';
import { readDetails } from './details.ts';
import { wrongPart } from './open.ts';

const levels: Readonly<Record<string, string>> = { city: 'city', province: 'province', national: 'national' };

const toRule = (row: Rule) => ({
  id: row.id,
  topic: row.topic as RuleTopic,
  months: row.months,
  holdsFrom: row.holdsFrom,
  holdsTo: row.holdsTo,
  source: row.source,
  confidence: row.confidence as RuleConfidence,
  note: row.note,
  person: row.person,
  recordedAt: row.recordedAt,
});

const names = ['listTakeableEntries', 'takeOverEntry', 'listValidityRules', 'recordValidityRule'] as const;

export const takeOverService: Pick<Service<typeof registerEndpoints>, (typeof names)[number]> = {
  async listTakeableEntries({ query }, ctx) {
    const { rows, total } = await store.listTakeable(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    const mayManage = ctx.caller.permits.has('measurement-standard.manage');
    return {
      items: items.map((row) => ({
        id: row.id,
        title: row.title,
        documentNumber: row.documentNumber,
        organization: row.organization,
        keeper: row.payload['keeper'] ?? null,
        since: row.since,
        until: row.until,
        mayTakeOver: mayManage,
      })),
      next: rows.length > query.limit && last ? last.id : null,
      total,
    };
  },

  async takeOverEntry({ params, body }, ctx) {
    const keeper = await dossiers.findKeeper(ctx.db, ctx.caller.organizationId);
    if (keeper === undefined) throw new Problem(refusals.notAnInstitute);
    await dossiers.lockNumbers(ctx.db);
    const entry = await store.findTakeable(ctx.db, ctx.caller.scope, params.id);
    if (entry === undefined) {
      if (!(await store.isEntryWithin(ctx.db, ctx.caller.scope, params.id))) throw new Problem(platformProblems.notFound);
      throw new Problem(refusals.notAcceptedEntry);
    }
    if (entry.until === null || body.kind !== 'public') throw new Problem(refusals.notAcceptedEntry);
    const id = ctx.newId();
    await dossiers.insertDossier(ctx.db, {
      id,
      instituteId: keeper.id,
      // The figure stands where the entry had it; the take-over moves nothing.
      region: entry.region,
      kind: 'public',
      level: levels[entry.level ?? ''] ?? null,
      top: null,
      name: entry.title,
      code: null,
      quantity: body.quantity,
      place: null,
      entryId: entry.id,
      demonstration: ctx.demonstration,
      recordedAt: ctx.now,
    });
    await addCertificate(
      ctx,
      id,
      [],
      'public',
      {
        number: entry.documentNumber,
        issuer: entry.issuer,
        issuedOn: entry.since,
        validFrom: entry.since,
        validUntil: entry.until,
      },
      { replaces: false, basis: 'entry', opening: entry.opening, files: entry.files },
    );
    await dossiers.insertState(ctx.db, {
      id: ctx.newId(),
      measurementStandardId: id,
      state: 'in-force',
      since: entry.since,
      documentNumber: entry.documentNumber,
      reason: null,
      personId: ctx.caller.personId,
      at: ctx.now,
    });
    ctx.record({ kind: 'measurementStandard.takenOver', subject: id, detail: { entry: entry.id, number: entry.documentNumber } });
    return readDetails(ctx, id);
  },

  async listValidityRules(_call, ctx) {
    return { items: (await listRules(ctx)).map(toRule), mayRecord: ctx.caller.permits.has('measurement-standard.examine') };
  },

  async recordValidityRule({ body }, ctx) {
    const { reason, ...rule } = body;
    if (rule.holdsFrom !== null && rule.holdsTo !== null && rule.holdsTo < rule.holdsFrom)
      throw wrongPart(ctx, 'holdsTo', ['早于起始日', 'before it begins']);
    const id = ctx.newId();
    await certificates.insertRule(ctx.db, { ...rule, id, personId: ctx.caller.personId, recordedAt: ctx.now });
    ctx.record({ kind: 'measurementStandard.ruleRecorded', subject: id, reason, detail: { topic: rule.topic, months: rule.months } });
    const kept = (await listRules(ctx)).find((one) => one.id === id);
    if (kept === undefined) throw new Problem(platformProblems.notFound);
    return toRule(kept);
  },
};
