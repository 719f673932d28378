import { readCursor } from '../../kernel/page.ts';
import { Problem, platformProblems } from '../../kernel/problem.ts';
import { inLanguage } from '../../kernel/text.ts';
import type { Context, Service } from '../../platform/context.ts';
import { provisionProblems, type provisionEndpoints } from './contract.ts';
import type { ScenarioPage, Setting } from './contract/shapes.ts';
import { generalParameterNames, itemParameterNames } from './rules/assumption.ts';
import { keyOf, monthsBetween } from './rules/scenario.ts';
import { initialSetting, readCosts, readSituation, toInput, type Input, type Situation } from './service/basis.ts';
import { toPdf } from './service/paper.ts';
import { choicesOf, toCard, toPage } from './service/page.ts';
import { settingLines } from './service/setting.ts';
import { toWorkbook } from './service/workbook.ts';
import * as store from './store.ts';

/** A figure of an item names the item, a general one names none. */
function requireScopes(costs: readonly { item: string | null; parameter: string }[]): void {
  const isRight = ({ item, parameter }: { item: string | null; parameter: string }): boolean =>
    (item === null ? (generalParameterNames as readonly string[]) : (itemParameterNames as readonly string[])).includes(parameter);
  const wrong = costs.findIndex((cost) => !isRight(cost));
  if (wrong >= 0)
    throw new Problem(provisionProblems.wrongParameter, {
      issues: [{ path: ['costs', wrong, 'parameter'], message: provisionProblems.wrongParameter.text[0] }],
    });
}

function requireSetting(setting: Setting, situation: Situation): void {
  const known = new Set(situation.cells.map(keyOf));
  if ([...setting.forced, ...setting.forbidden, ...setting.demand].some((rule) => !known.has(keyOf(rule))))
    throw new Problem(provisionProblems.unknownCell);
  const isBeyond = ({ month }: { month: string }): boolean => {
    const index = monthsBetween(setting.from, month);
    return index < 0 || index >= setting.months;
  };
  const beyond = setting.targets.findIndex(isBeyond);
  if (beyond >= 0)
    throw new Problem(provisionProblems.beyond, {
      issues: [{ path: ['setting', 'targets', beyond, 'month'], message: provisionProblems.beyond.text[0] }],
    });
  requireScopes(setting.costs);
}

async function saveVersion(ctx: Context, scenarioId: string, number: number, note: string | null, setting: Setting): Promise<string> {
  const situation = await readSituation(ctx);
  requireSetting(setting, situation);
  const book = await readCosts(
    ctx,
    situation.items.map(({ id }) => id),
  );
  const id = ctx.newId();
  await store.insertVersion(ctx.db, {
    id,
    scenarioId,
    number,
    note,
    setting,
    input: toInput(situation, book, setting, ctx.today),
    personId: ctx.caller.personId,
    recordedAt: ctx.now,
  });
  await ctx.later('solveProvision', { version: id });
  return id;
}

async function getPage(ctx: Context, scenarioId: string, number?: number): Promise<ScenarioPage> {
  const rows = await store.listVersions(ctx.db, scenarioId);
  const row = number === undefined ? rows[0] : rows.find((one) => one.number === number);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return toPage(ctx, rows, row, await readSituation(ctx));
}

async function getVersion(ctx: Context, id: string): Promise<store.VersionRow> {
  const row = await store.findVersion(ctx.db, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

const author = (ctx: Context) => ({
  personId: ctx.caller.personId,
  organizationId: ctx.caller.organizationId,
  recordedAt: ctx.now,
  demonstration: ctx.demonstration,
});

export const provisionService: Service<typeof provisionEndpoints> = {
  async readProvisionBasis(_call, ctx) {
    const situation = await readSituation(ctx);
    return {
      setting: initialSetting(ctx.today),
      items: [...situation.items],
      counties: [...situation.counties],
      gaps: situation.gaps.map(({ region, item, list, instruments, toHub }) => ({ region, item, list, instruments, toHub })),
      costs: await readCosts(
        ctx,
        situation.items.map(({ id }) => id),
      ),
      documentTargets: [...situation.dues],
      mayPlan: ctx.caller.permits.has('provision.plan'),
    };
  },

  async recordCosts({ body }, ctx) {
    requireScopes(body.costs);
    const rows = body.costs.map((cost) => ({ ...cost, ...author(ctx), id: ctx.newId() }));
    await store.insertCosts(ctx.db, rows);
    ctx.record({ kind: 'provision.costsRecorded', subject: rows[0]?.id ?? '', reason: body.reason, detail: { costs: rows.length } });
    return { recorded: rows.length };
  },

  async listScenarios({ query }, ctx) {
    const rows = await store.listScenarios(ctx.db, { q: query.q, limit: query.limit + 1, after: readCursor(query.after) });
    const shown = rows.slice(0, query.limit);
    const last = shown[shown.length - 1];
    const [latest, adoption] = await Promise.all([
      shown.length === 0
        ? []
        : store.listLatest(
            ctx.db,
            shown.map(({ id }) => id),
          ),
      store.findAdoption(ctx.db),
    ]);
    const adopted = adoption?.verdict === 'adopted' ? adoption.scenarioId : null;
    return {
      items: shown.flatMap((row) => {
        const version = latest.find(({ scenarioId }) => scenarioId === row.id);
        const { id, name, note, person, recordedAt, demonstration } = row;
        return version === undefined
          ? []
          : [
              {
                id: id as ScenarioPage['id'],
                name,
                note,
                person,
                recordedAt,
                demonstration,
                latest: toCard(version),
                adopted: adopted === id,
              },
            ];
      }),
      next: rows.length > query.limit && last !== undefined ? `${last.recordedAt} ${last.id}` : null,
      total: rows[0]?.total ?? 0,
    };
  },

  async openScenario({ body }, ctx) {
    const id = ctx.newId();
    await store.insertScenario(ctx.db, { ...author(ctx), id, name: body.name, note: body.note });
    await saveVersion(ctx, id, 1, null, body.setting);
    ctx.record({ kind: 'provision.scenarioOpened', subject: id, detail: { name: body.name } });
    return getPage(ctx, id);
  },

  async reviseScenario({ params, body }, ctx) {
    await store.lockScenario(ctx.db, params.id);
    const [last] = await store.listVersions(ctx.db, params.id);
    if (last === undefined) throw new Problem(platformProblems.notFound);
    await saveVersion(ctx, params.id, last.number + 1, body.note, body.setting);
    ctx.record({ kind: 'provision.revised', subject: params.id, detail: { version: last.number + 1 } });
    return getPage(ctx, params.id);
  },

  readScenario: ({ params, query }, ctx) => getPage(ctx, params.id, query.version),

  async compareScenarios({ query }, ctx) {
    const [one, other, situation] = await Promise.all([getVersion(ctx, query.one), getVersion(ctx, query.other), readSituation(ctx)]);
    const [some, others] = [one, other].map((row) => choicesOf(row, situation, ctx.today));
    const keys = [...new Set([...(some ?? []), ...(others ?? [])].map(keyOf))].sort();
    const lines = [one, other].map((row) => settingLines(row.setting as unknown as Setting, ctx.language));
    const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
    const core = (choice: NonNullable<typeof some>[number] | undefined) =>
      choice === undefined
        ? null
        : {
            option: choice.option,
            begins: choice.begins,
            inPlace: choice.inPlace,
            interim: choice.interim.map(({ kind, from }) => [kind, from]),
          };
    return {
      one: { ...toCard(one), scenario: one.scenarioName },
      other: { ...toCard(other), scenario: other.scenarioName },
      items: [...situation.items],
      counties: [...situation.counties],
      settings: (lines[0] ?? []).flatMap(({ name, value }, index) => {
        const second = lines[1]?.[index]?.value ?? '';
        return value === second ? [] : [{ name, one: value, other: second }];
      }),
      choices: keys.flatMap((key) => {
        const [first, second] = [some, others].map((choices) => choices?.find((choice) => keyOf(choice) === key));
        const [region = '', item = ''] = key.split('/');
        return same(core(first), core(second)) ? [] : [{ region, item, one: first ?? null, other: second ?? null }];
      }),
    };
  },

  async decideAdoption({ params, body }, ctx) {
    await store.lockAdoption(ctx.db);
    const row = await getVersion(ctx, params.id);
    const last = await store.findAdoption(ctx.db);
    const isAdopted = last?.verdict === 'adopted' && last.versionId === row.id;
    if (body.verdict === 'withdrawn' && !isAdopted) throw new Problem(provisionProblems.notAdopted);
    if (body.verdict === 'adopted') {
      if (isAdopted) throw new Problem(provisionProblems.adopted);
      if (row.state !== 'solved') throw new Problem(provisionProblems.notSolved);
      await requireFounded(ctx, row, body.supposedReason);
    }
    await store.insertAdoption(ctx.db, { ...author(ctx), ...body, id: ctx.newId(), versionId: row.id });
    const detail = { version: row.number, documentNumber: body.documentNumber, supposedReason: body.supposedReason };
    ctx.record({ kind: `provision.${body.verdict}`, subject: row.scenarioId, reason: body.reason, detail });
    return getPage(ctx, row.scenarioId, row.number);
  },

  async exportScenario({ params, query }, ctx) {
    const row = await getVersion(ctx, params.id);
    const page = await getPage(ctx, row.scenarioId, row.number);
    return query.format === 'xlsx' ? toWorkbook(page) : toPdf(page, ctx.now);
  },
};

/**
 * Every recorded figure that was used is confirmed, or stands in the book by now with the same amount and a person behind it. What the scenario
 * supposes and nobody has recorded since needs a reason of its own.
 */
async function requireFounded(ctx: Context, row: store.VersionRow, supposedReason: string | null): Promise<void> {
  const input = row.input as unknown as Input;
  const book = new Map((await readCosts(ctx, Object.keys(input.items))).map((cost) => [`${cost.item ?? ''} ${cost.parameter}`, cost]));
  const isConfirmed = (used: { item: string | null; parameter: string; amount: number }): boolean => {
    const cost = book.get(`${used.item ?? ''} ${used.parameter}`);
    return cost !== undefined && cost.confidence !== 'assumption' && cost.amount === used.amount;
  };
  if (!input.costs.every(isConfirmed)) throw new Problem(provisionProblems.assumptions);
  const isFounded = input.supposed.costs.every(isConfirmed) && input.supposed.demand.length === 0 && !input.hasAssumedDistances;
  if (!isFounded && supposedReason === null)
    throw new Problem(provisionProblems.supposed, {
      issues: [{ path: ['supposedReason'], message: inLanguage(provisionProblems.supposed.next, ctx.language) }],
    });
}
