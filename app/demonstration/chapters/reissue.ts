import { certificateEndpoints } from '../../measure/certificate/contract.ts';
import type { Stage } from '../stage.ts';
import { atBench } from './bench.ts';

/** One certificate takes the place of another: the stall moved, and the paper names the place. */
export async function reissueOne(stage: Stage): Promise<void> {
  atBench(stage, -20);
  const { items } = await stage.act('approver', certificateEndpoints.listCertificates, { query: { kind: 'certificate', q: 'CS220003' } });
  // The newest stands first, and a story that is told again finds its replacement already there.
  const number = items[items.length - 1]?.number;
  if (number === undefined) throw new Error('the story has no certificate of the third scale');
  await stage.act('approver', certificateEndpoints.replaceCertificate, {
    params: { number },
    body: { reason: '摊位调整，使用地点更正（演示）', changes: { 'instrument.place': '潮声菜市场（演示）肉类区 3 号摊' } },
  });
}
