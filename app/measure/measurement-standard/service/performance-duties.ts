import { addDays } from '../../../kernel/day.ts';
import type { Context } from '../../../platform/context.ts';
import type { Duty } from '../contract/performance.ts';
import { dueOf, kindRules, performanceKinds, soonDays, type PerformanceKind } from '../rules/performance.ts';
import * as store from '../store/performance.ts';
import { sayIn } from './performance-view.ts';

const dutyOrder: readonly Duty['state'][] = ['open-finding', 'overdue', 'never-recorded', 'due-soon', 'current', 'not-periodic'];

/** What is due or not met in all measurement standards within reach, the most urgent first. */
export async function dutiesOf(ctx: Context, institute: string | undefined): Promise<Duty[]> {
  const { owners, lasts, open, plans } = await store.readDuties(ctx.db, ctx.caller.scope, institute);
  const say = sayIn(ctx.language);
  const soon = addDays(ctx.today, soonDays);
  const duties = owners
    .filter(({ state }) => state !== 'withdrawn')
    .flatMap((owner): Duty[] => {
      const measurementStandard = { id: owner.id, name: owner.name, institute: owner.institute } as Duty['measurementStandard'];
      const yearly = (['repeatability', 'stability'] as const).map((what): Duty => {
        const last = lasts
          .filter((one) => one.id === owner.id && one.kind === what)
          .reduce<string | null>((most, one) => (most === null || one.last > most ? one.last : most), null);
        const { due, state } = dueOf(last, kindRules[what].months, ctx.today, soon);
        return {
          id: `${owner.id}:${what}`,
          measurementStandard,
          what,
          subject: say(performanceKinds[what]),
          record: null,
          last,
          due,
          state,
        };
      });
      const checks = plans
        .filter((plan) => plan.measurementStandardId === owner.id)
        .map((plan): Duty => {
          const last = lasts.find((one) => one.planId === plan.id)?.last ?? null;
          const { due, state } = dueOf(last ?? plan.since, plan.months, ctx.today, soon);
          const subject = `${plan.standardName} · ${plan.quantity} ${plan.point}`;
          return { id: `${owner.id}:${plan.id}`, measurementStandard, what: 'intermediate-check', subject, record: null, last, due, state };
        });
      const findings = open
        .filter((one) => one.measurementStandardId === owner.id)
        .map((one): Duty => {
          const subject = `${say(performanceKinds[one.kind as PerformanceKind])} · ${one.quantity} ${one.point}`;
          return {
            id: `${owner.id}:${one.id}`,
            measurementStandard,
            what: 'finding',
            subject,
            record: one.id as Duty['record'],
            last: one.testedOn,
            due: null,
            state: 'open-finding',
          };
        });
      return [...findings, ...yearly, ...checks];
    });
  return duties.sort(
    (a, b) =>
      dutyOrder.indexOf(a.state) - dutyOrder.indexOf(b.state) || (a.due ?? '').localeCompare(b.due ?? '') || a.id.localeCompare(b.id),
  );
}
