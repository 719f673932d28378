import { Problem, platformProblems } from '../../../kernel/problem.ts';
import type { Text } from '../../../kernel/text.ts';
import { cellsAtStake } from '../../../measure/capability/service/at-stake.ts';
import { dossiersWithMain } from '../../../measure/measurement-standard/service.ts';
import type { Context } from '../../../platform/context.ts';
import { indicatorsOf } from '../../plan/rules/clauses.ts';
import { cityPlan } from '../../plan/service/city-plan.ts';
import type { IndicatorsAtStake } from '../contract/at-stake.ts';
import { momentOf, readFigures } from './figures.ts';

const suspension = (n: number): Text => [
  `以其为计量标准器的 ${n} 项社会公用计量标准被封存时`,
  `if the ${n} public measurement ${n === 1 ? 'standard' : 'standards'} with it as a main standard ${n === 1 ? 'is' : 'are'} suspended`,
];
const reported = (n: number): Text => [
  `${n} 个不能有效开展的能力格被上报暂停并审定时`,
  `if the ${n} ${n === 1 ? 'cell that is' : 'cells that are'} not effective without it ${n === 1 ? 'is' : 'are'} reported as suspended and this is accepted`,
];

/** Which counted figures of the plan would move, by how much, and by whose decision: a failed standard moves none of them by itself. */
export async function indicatorsAtStake(ctx: Context, findingId: string): Promise<IndicatorsAtStake> {
  if (!ctx.caller.permits.has('traceability.read')) throw new Problem(platformProblems.forbidden);
  const { standardId, cells } = await cellsAtStake(ctx, findingId);
  const dossiers = (await dossiersWithMain(ctx, standardId, ctx.today)).filter(
    ({ kind, state }) => kind === 'public' && state === 'in-force',
  );
  const plan = cityPlan();
  const moved = indicatorsOf(plan).flatMap((indicator): { id: string; by: number; condition: Text }[] => {
    const { counting, id } = indicator;
    if (counting.rule === 'measurementStandards' && dossiers.length > 0)
      return [{ id, by: dossiers.length, condition: suspension(dossiers.length) }];
    if (counting.rule !== 'cells') return [];
    const by = cells.filter(({ list }) => list === counting.list).length;
    return by === 0 ? [] : [{ id, by, condition: reported(by) }];
  });
  const at = momentOf(ctx, {});
  const indicators: IndicatorsAtStake['indicators'] = [];
  for (const { id, by, condition } of moved) {
    const [reading] = await readFigures(ctx, plan, at, id);
    if (reading === undefined) continue;
    const { title, unit, target } = reading.indicator;
    const value = reading.value?.numerator ?? null;
    indicators.push({
      id,
      title: [...title],
      unit: [...unit],
      target,
      value,
      after: value === null ? null : Math.max(0, value - by),
      condition: [condition[0], condition[1]],
    });
  }
  return { asOf: ctx.today, indicators, measurementStandards: dossiers.map(({ id, name }) => ({ id, name })) };
}
