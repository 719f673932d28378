import type { Context } from '../../../platform/context.ts';
import { momentOf, readFigures } from '../../indicator/service/figures.ts';
import { toIndicator } from '../../indicator/service/page.ts';
import { getSnapshot } from '../../indicator/service/snapshot.ts';
import { cityPlan } from '../../plan/service/city-plan.ts';
import type { FrozenFigure } from '../store/evaluation.ts';

type Figure = {
  readonly id: string;
  readonly value: number | null;
  readonly target: number;
  readonly state: string;
  readonly reachedOn: string | null;
};

const freeze = (figure: Figure, at: Pick<FrozenFigure, 'asOf' | 'knownAt' | 'snapshotId'>): FrozenFigure => ({
  indicator: figure.id,
  value: figure.value === null ? null : String(figure.value),
  target: String(figure.target),
  state: figure.state,
  reachedOn: figure.reachedOn,
  ...at,
});

/** The plan's figures as of a day, with everything known now. */
export async function figuresAsOf(ctx: Context, asOf: string): Promise<FrozenFigure[]> {
  const plan = cityPlan();
  const at = momentOf(ctx, { asOf });
  const readings = await readFigures(ctx, plan, at);
  return readings.map((reading) => freeze(toIndicator(reading, plan), { asOf, knownAt: at.knownAt, snapshotId: null }));
}

/** The figures a snapshot keeps; 404 when there is no such snapshot. */
export async function figuresOfSnapshot(ctx: Context, id: string): Promise<FrozenFigure[]> {
  const { content } = await getSnapshot(ctx, id);
  return content.figures.map((figure) => freeze(figure, { asOf: content.asOf, knownAt: content.knownAt, snapshotId: id }));
}
