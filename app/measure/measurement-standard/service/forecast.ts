import { addDays, addMonths, type Day } from '../../../kernel/day.ts';
import { Problem } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { regionNamesOf } from '../../../register/organization/service.ts';
import { measurementStandardProblems as refusals } from '../contract.ts';
import type { Ending, Forecast, forecastEndpoints } from '../contract/forecast.ts';
import { applyBy, renewalOn, renewalNames, ruleOn, type Renewal } from '../rules/validity.ts';
import * as store from '../store/forecast.ts';
import { listRules } from './card.ts';
import { writeForecast } from './workbook.ts';

type Query = {
  asOf?: Day | undefined;
  until?: Day | undefined;
  knownAt?: string | undefined;
  region?: string | undefined;
  institute?: string | undefined;
  source?: 'dossier' | 'entry' | undefined;
  renewal?: Renewal | undefined;
};

/** A caller sees the own institute, the own county, or the city. */
function choiceOf(ctx: Context, query: Query): store.Choice | undefined {
  const asked = { region: query.region ?? null, institute: query.institute ?? null, source: query.source ?? null };
  const { scope } = ctx.caller;
  switch (scope.kind) {
    case 'city':
      return asked;
    case 'region':
      if (/(00)$/.test(scope.region)) return asked;
      return asked.region !== null && asked.region !== scope.region ? undefined : { ...asked, region: scope.region };
    case 'organization':
      return asked.institute !== null && asked.institute !== scope.organization ? undefined : { ...asked, institute: scope.organization };
    case 'none':
      return undefined;
  }
}

const tally = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> => {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
  return found;
};

async function readForecast(ctx: Context, query: Query): Promise<Forecast> {
  const asOf = query.asOf ?? ctx.today;
  const until = query.until ?? addMonths(asOf, 36);
  const knownAt = query.knownAt ?? ctx.now;
  if (until < asOf || until > addMonths(asOf, 240))
    throw new Problem(refusals.partWrong, {
      issues: [
        {
          path: ['until'],
          message: inLanguage(['应在起始日之后、二十年以内', 'after the first day, and within twenty years'], ctx.language),
        },
      ],
    });
  const choice = choiceOf(ctx, query);
  const [course, spans, rules] =
    choice === undefined
      ? [[], [], []]
      : await Promise.all([store.readCourse(ctx.db, knownAt, choice), store.listSpans(ctx.db, knownAt, asOf, choice), listRules(ctx)]);
  const valueOn = (day: string): number => course.reduce((value, step) => (step.day <= day ? step.value : value), 0);
  const endings = spans.flatMap((row): Ending[] => {
    if (row.to === null) return [];
    const lastDay = addDays(row.to, -1);
    if (lastDay < asOf || lastDay > until) return [];
    const months = ruleOn(rules, 're-examination', row.from)?.months ?? 6;
    const due = applyBy(lastDay, months);
    return [
      {
        source: row.source,
        id: row.recordId,
        name: row.title,
        number: row.number,
        institute: { id: row.organizationId as never, name: row.organization },
        region: row.region,
        lastDay,
        applyBy: due,
        appliedOn: row.appliedOn,
        renewal:
          row.source === 'entry'
            ? 'unknown'
            : renewalOn(ctx.today, { lastDay, applyBy: due, renewed: row.renewed, appliedOn: row.appliedOn }),
      },
    ];
  });
  const present = spans.filter((row) => row.from <= asOf);
  const byRegion = [...tally(present, ({ region }) => region)].sort(([one], [other]) => (one < other ? -1 : 1));
  const nameOf = await regionNamesOf(ctx);
  const distinct = (rows: readonly store.EndingRow[]): number => new Set(rows.map(({ number }) => number)).size;
  return {
    asOf,
    until,
    knownAt,
    count: valueOn(asOf),
    countAtEnd: valueOn(until),
    steps: [{ day: asOf, value: valueOn(asOf) }, ...course.filter(({ day }) => day > asOf && day <= until)],
    endings: query.renewal === undefined ? endings : endings.filter(({ renewal }) => renewal === query.renewal),
    renewals: Object.fromEntries(
      renewalNames.map((name) => [name, endings.filter(({ renewal }) => renewal === name).length]),
    ) as Forecast['renewals'],
    regions: byRegion.map(([code, rows]) => ({
      code,
      name: nameOf(code),
      count: distinct(rows),
    })),
    institutes: [...tally(present, ({ organizationId }) => organizationId)].map(([id, rows]) => ({
      id: id as never,
      name: rows[0]?.organization ?? id,
      count: distinct(rows),
    })),
  };
}

export const forecastService: Service<typeof forecastEndpoints> = {
  readStandardForecast: ({ query }, ctx) => readForecast(ctx, query),
  async downloadStandardForecast({ query }, ctx) {
    return writeForecast(await readForecast(ctx, query), ctx);
  },
};
