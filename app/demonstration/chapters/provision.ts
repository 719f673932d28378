import { provisionEndpoints } from '../../steer/provision/contract.ts';
import type { Stage } from '../stage.ts';

/**
 * The plan office asks how the gaps of the annex are closed at least cost. Costs are assumptions of the program, and the page says so: it
 * cannot be adopted. The solver answers in the background, soon after the first start.
 */
export async function planProvision(stage: Stage): Promise<void> {
  stage.at(-1);
  const { setting } = await stage.act('office', provisionEndpoints.readProvisionBasis, {});
  await stage.act('office', provisionEndpoints.openScenario, {
    body: { name: '缺项补齐方案（演示）', note: '费用取程序假设，仅供讨论（演示）', setting },
  });
}
