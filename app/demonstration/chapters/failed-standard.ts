import { standardEndpoints } from '../../measure/standard/contract.ts';
import { traceabilityEndpoints as it } from '../../measure/traceability/contract.ts';
import type { Stage } from '../stage.ts';
import { atBench } from './bench.ts';

const point = (at: string, error: string, U: string, tolerance: string) => ({ at, error, U, tolerance });

/**
 * The weights of the scales are found too light near their greatest load. What rests on them since the last check that they passed is evaluated;
 * another person sends a few scales to be verified again, the rest waits for a decision. No certificate changes by it.
 */
export async function findFailedStandard(stage: Stage): Promise<void> {
  const since = atBench(stage, -60);
  const foundOn = stage.at(-4);
  const { items } = await stage.act('technical', standardEndpoints.listStandards, { query: { role: 'jjg-0539:weights' } });
  const [weights] = items;
  if (weights === undefined) throw new Error('the story has no weights');
  const { id } = await stage.act('technical', it.recordFinding, {
    params: { id: weights.id },
    body: {
      evidence: 'intermediate-check',
      evidenceNumber: '演示核查 0004',
      foundOn,
      since,
      sinceReason: '该日期间核查各点合格，有核查记录（演示）',
      unit: 'g',
      errorUnit: 'g',
      span: 'interpolated',
      growth: 'constant',
      points: [
        point('0', '0', '0.02', '0.1'),
        point('10000', '0.3', '0.2', '0.5'),
        point('15000', '7.2', '0.35', '0.75'),
        point('20000', '7.3', '0.4', '1'),
      ],
      words: '期间核查发现砝码组合至 15 kg 时偏轻，其中一只 5 kg 砝码调整腔堵头缺失（演示）',
    },
  });
  await stage.act('technical', it.evaluateFinding, { params: { id } });
  await stage.finishJobs();
  const found = await stage.act('manager', it.listImpacts, { params: { id }, query: { triage: 'reverify', limit: 4 } });
  await stage.act('manager', it.decideImpacts, {
    params: { id },
    body: {
      decision: 'reverify',
      reason: '修正后超过最大允许误差，由本所免费复检（演示）',
      certificates: found.items.map((one) => one.id),
      filter: null,
    },
  });
  await stage.act('technical', it.draftNotices, { params: { id } });
}
