import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Context } from '../../../../platform/context.ts';
import type { PlanDocument } from '../../../plan/contract/document.ts';
import type { PlacedIndicator } from '../../../plan/rules/clauses.ts';
import { firstReached, monthEnds, type Step } from '../../rules/course.ts';
import { reportedOf } from '../../rules/denominator/count.ts';
import { isTallied, restsOnScopes, versionOn, type Version } from '../../rules/denominator/definition.ts';
import { share, type Fraction } from '../../rules/value.ts';
import { readDemandCourse } from '../../store/figures.ts';
import { listScopes } from '../../store/denominator.ts';
import type { Moment } from '../moment.ts';
import { countOn, readEvidence } from './count.ts';
import { readVersions } from './versions.ts';

type Db = Pick<Context, 'db'>;

/** The reported figure on each of the days, each under the version that holds then. */
async function readDays(ctx: Db, versions: readonly Version[], days: readonly Day[], at: Moment): Promise<Step[]> {
  const values = new Map<Day, Fraction | null>();
  for (const version of versions) {
    const own = days.filter((day) => versionOn(versions, day) === version);
    if (own.length === 0) continue;
    const { definition } = version;
    const evidence = await readEvidence(ctx, definition, own, at, definition.reported === 'weighted');
    for (const day of own) values.set(day, evidence.isRecorded ? reportedOf(countOn(definition, day, evidence), definition) : null);
  }
  return days.map((day) => ({ day, value: values.get(day) ?? null }));
}

/** The days on which the figure may change in between the ends of months: an authorisation or a version begins or ends. */
async function boundaries(ctx: Db, versions: readonly Version[], at: Moment): Promise<Day[]> {
  const { scopes } = await listScopes(ctx.db, at.knownAt);
  return [...scopes.flatMap(({ from, to }) => [from, to]), ...versions.map(({ holdsFrom }) => holdsFrom)].flatMap((day) => day ?? []);
}

/** Ends of months, and the days on which authorisations or versions begin or end. Demand that the tally knows is read day by day. */
async function readCourseOf(ctx: Db, plan: PlanDocument, versions: readonly Version[], at: Moment): Promise<Step[]> {
  if (versions.length === 0) return [];
  if (versions.every(({ definition }) => isTallied(definition) && definition.reported === 'weighted')) {
    return (await readDemandCourse(ctx.db, at.asOf, at.isNow ? null : at.knownAt)).map(({ day, numerator, denominator }) => ({
      day,
      value: share(numerator, denominator),
    }));
  }
  const isCoverage = versions.some(({ definition }) => definition.rule === 'catalogueCoverage');
  const more = isCoverage ? await boundaries(ctx, versions, at) : versions.flatMap(({ holdsFrom }) => holdsFrom ?? []);
  const inside = more.filter((day) => day >= plan.period.from && day <= at.asOf);
  return readDays(ctx, versions, [...new Set([...monthEnds(plan.period.from, at.asOf), ...inside])].sort(), at);
}

/** How a share went, each day under the version that held on it. */
export const readShareCourse = async (ctx: Db, plan: PlanDocument, indicator: PlacedIndicator, at: Moment): Promise<Step[]> =>
  readCourseOf(ctx, plan, await readVersions(ctx, plan, indicator, at.knownAt), at);

/**
 * The first day after the due day on which the target was reached under the version that held when it was due: another denominator reaches no
 * target afterwards. Found by months, then day by day within its month.
 */
export async function findReached(ctx: Db, plan: PlanDocument, indicator: PlacedIndicator, at: Moment): Promise<Day | null> {
  const held = versionOn(await readVersions(ctx, plan, indicator, at.knownAt), indicator.due);
  if (held === undefined) return null;
  const versions = [{ ...held, holdsFrom: null }];
  const course = await readCourseOf(ctx, plan, versions, at);
  const found = firstReached(course, indicator, indicator.due, at.asOf);
  if (found === null || restsOnScopes(held.definition) || (isTallied(held.definition) && held.definition.reported === 'weighted'))
    return found;
  const before = course.filter(({ day }) => day < found).pop()?.day ?? indicator.due;
  const days: Day[] = [];
  for (let day = addDays(before < indicator.due ? indicator.due : before, 1); day <= found; day = addDays(day, 1)) days.push(day);
  return firstReached(await readDays(ctx, versions, days, at), indicator, indicator.due, at.asOf) ?? found;
}
