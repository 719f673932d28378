import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { FindingId } from '../../../measure/traceability/contract/impact-shapes.ts';
import { IndicatorId, Words } from './shapes.ts';

export const IndicatorsAtStake = z.object({
  asOf: Day,
  indicators: z.array(
    z.object({
      id: IndicatorId,
      title: Words,
      unit: Words,
      target: z.number(),
      value: z.number().int().nullable().meta({ description: 'as the records give it today; null: not recorded' }),
      after: z.number().int().nullable().meta({ description: 'what would be left of it if people decide so; null: not recorded' }),
      condition: Words.meta({ description: 'the decision that would move it' }),
    }),
  ),
  measurementStandards: z.array(z.object({ id: z.uuid(), name: z.string() })).meta({
    description: 'public measurement standards in force whose main standard it is',
  }),
});
export type IndicatorsAtStake = z.infer<typeof IndicatorsAtStake>;

export const atStakeEndpoints = {
  readIndicatorsAtStake: endpoint({
    method: 'GET',
    path: '/findings/:id/indicators',
    permit: 'indicator.read',
    rows: 'own',
    summary: [
      '超差标准器可能牵动的规划指标（拟稿，不作决定）',
      'Indicators of the plan that a failed standard may move: a draft that decides nothing',
    ],
    params: z.object({ id: FindingId }),
    reply: IndicatorsAtStake,
  }),
};
