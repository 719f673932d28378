import { addDays } from '../../kernel/day.ts';
import { standardEndpoints } from '../../measure/standard/contract.ts';
import { traceabilityEndpoints as it } from '../../measure/traceability/contract.ts';
import type { Stage } from '../stage.ts';

/** The weights of the scales' certificates are traced to a national primary standard; the other standards are left open, and the list says so. */
export async function traceWeights(stage: Stage): Promise<void> {
  const day = stage.at(-5);
  const { items } = await stage.act('technical', standardEndpoints.listStandards, { query: { role: 'jjg-0539:weights' } });
  const [weights] = items;
  if (weights === undefined) return;
  const { start } = await stage.act('technical', it.readChain, { params: { kind: 'standard', id: weights.id }, query: {} });
  if (start.kind !== 'calibration') return;
  const city = await stage.act('technical', it.recordReference, {
    body: {
      level: 'public-standard',
      quantity: 'mass',
      item: 'F1等级砝码标准装置（演示）',
      number: '演示量标证字第0107号',
      issuer: '江岬市计量测试院（演示）',
      calibratedOn: addDays(day, -420),
      validUntil: addDays(day, 600),
      value: '0.06',
      unit: 'g',
      coverageFactor: '2',
    },
  });
  const province = await stage.act('technical', it.recordReference, {
    body: {
      level: 'public-standard',
      quantity: 'mass',
      item: 'E2等级砝码标准装置（演示）',
      number: '演示省量标证字第0009号',
      issuer: '某省计量科学研究院（演示）',
      calibratedOn: addDays(day, -700),
      validUntil: addDays(day, 1000),
      value: '0.015',
      unit: 'g',
      coverageFactor: '2',
    },
  });
  const top = await stage.act('technical', it.recordReference, {
    body: {
      level: 'primary',
      quantity: 'mass',
      item: '质量计量基准（演示）',
      number: '演示基准0001',
      issuer: '国家计量院（演示）',
      calibratedOn: addDays(day, -1500),
    },
  });
  for (const [lower, reference] of [
    [{ kind: 'calibration', id: start.id }, city],
    [{ kind: 'reference', id: city.id }, province],
    [{ kind: 'reference', id: province.id }, top],
  ] as const)
    await stage.act('technical', it.linkReference, { body: { lower, referenceId: reference.id } });
}
