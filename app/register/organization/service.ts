import { addDays } from '../../kernel/day.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import { reaches } from '../../kernel/scope.ts';
import { inLanguage } from '../../kernel/text.ts';
import type { Context, Service } from '../../platform/context.ts';
import { timelineOf } from '../event/service.ts';
import { organizationProblems, type Organization, type organizationEndpoints } from './contract.ts';
import { isCreditCode, regionNameOf } from './rules.ts';
import * as store from './store.ts';

const toOrganization = (row: store.OrganizationRow): Organization =>
  ({
    ...row,
    successor: row.successorId === null ? null : { id: row.successorId, name: row.successorName ?? '' },
  }) as unknown as Organization;

async function getOrganization(ctx: Context, id: string): Promise<store.OrganizationRow> {
  const row = await store.findOrganization(ctx.db, id);
  const visible =
    row !== undefined && (row.kind !== 'enterprise' || reaches(ctx.caller.scope, { organizations: [row.id], region: row.region }));
  if (!visible) throw new Problem(platformProblems.notFound);
  return row;
}

/** The organizations a fresh city starts with: recorded once, found again at every later start. */
export async function recordFirstOrganizations(
  ctx: Pick<Context, 'db' | 'now' | 'newId'>,
  first: readonly Omit<store.NewOrganization, 'id' | 'recordedAt'>[],
): Promise<number> {
  let recorded = 0;
  for (const organization of first) {
    const known =
      organization.body === undefined || organization.body === null
        ? await store.findByName(ctx.db, organization.name, organization.region)
        : await store.findBody(ctx.db, organization.body);
    if (known === undefined && (await store.insertOrganization(ctx.db, { ...organization, id: ctx.newId(), recordedAt: ctx.now })))
      recorded += 1;
  }
  return recorded;
}

/** The id of an organization that was recorded under this name. */
export const findOrganizationId = async (ctx: Pick<Context, 'db'>, name: string, region: string): Promise<string | undefined> =>
  (await store.findByName(ctx.db, name, region))?.id;

/** What the city and its divisions are called, in the language that was asked for; where no government is registered the code stands. */
export async function regionNamesOf(ctx: Context): Promise<(code: string) => string> {
  const { rows } = await store.listOrganizations(ctx.db, ctx.caller.scope, { kind: 'government', limit: 200 });
  const names = new Map(rows.map((government) => [government.region, inLanguage(regionNameOf(government), ctx.language)]));
  return (code) => names.get(code) ?? code;
}

export const organizationService: Service<typeof organizationEndpoints> = {
  async readSetting(_call, ctx) {
    const setting = await store.findSetting(ctx.db);
    if (setting === undefined) throw new Error('the city was never marked');
    const name: [string, string] = [setting.cityName, setting.cityNameEn];
    return { demonstration: ctx.demonstration, city: { code: setting.cityCode, name }, today: ctx.today };
  },

  async listOrganizations({ query }, ctx) {
    const { rows, total } = await store.listOrganizations(ctx.db, ctx.caller.scope, query);
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return { items: items.map(toOrganization), next: rows.length > query.limit && last ? `${last.name}\n${last.id}` : null, total };
  },

  async readOrganization({ params }, ctx) {
    const row = await getOrganization(ctx, params.id);
    return { ...toOrganization(row), formerNames: await store.listFormerNames(ctx.db, row.id), timeline: await timelineOf(ctx, row.id) };
  },

  async registerOrganization({ body }, ctx) {
    if (body.creditCode !== null && !isCreditCode(body.creditCode)) {
      throw new Problem(organizationProblems.creditCode, {
        issues: [{ path: ['creditCode'], message: organizationProblems.creditCode.text[ctx.language === 'zh' ? 0 : 1] }],
      });
    }
    if (!reaches(ctx.caller.scope, { organizations: [], region: body.region })) throw new Problem(platformProblems.forbidden);
    const id = ctx.newId();
    const recorded = await store.insertOrganization(ctx.db, { ...body, id, demonstration: ctx.demonstration, recordedAt: ctx.now });
    if (!recorded) throw new Problem(organizationProblems.creditCodeTaken);
    ctx.record({ kind: 'organization.registered', subject: id, detail: { kind: body.kind, region: body.region } });
    return toOrganization(await getOrganization(ctx, id));
  },

  async renameOrganization({ params, body }, ctx) {
    const row = await getOrganization(ctx, params.id);
    if (row.validTo !== null) throw new Problem(organizationProblems.ended);
    await store.renameOrganization(ctx.db, row.id, body.name, { name: row.name, validTo: addDays(body.from, -1), recordedAt: ctx.now });
    ctx.record({
      kind: 'organization.renamed',
      subject: row.id,
      reason: body.reason,
      detail: { from: row.name, to: body.name, since: body.from },
    });
    return toOrganization(await getOrganization(ctx, row.id));
  },

  async endOrganization({ params, body }, ctx) {
    const row = await getOrganization(ctx, params.id);
    if (row.validTo !== null) throw new Problem(organizationProblems.ended);
    if (body.successorId !== null) await getOrganization(ctx, body.successorId);
    await store.endOrganization(ctx.db, row.id, body.validTo, body.successorId);
    ctx.record({
      kind: 'organization.ended',
      subject: row.id,
      reason: body.reason,
      detail: { validTo: body.validTo, successor: body.successorId },
    });
    return toOrganization(await getOrganization(ctx, row.id));
  },
};
