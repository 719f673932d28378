import { addDays } from '../../kernel/day.ts';
import { roundEndpoints } from '../../serve/round/contract.ts';
import { Demand, Setting } from '../../serve/round/contract/shapes.ts';
import { scheduleEndpoints } from '../../serve/schedule/contract.ts';
import { county } from '../cast.ts';
import type { Stage } from '../stage.ts';
import { atBench } from './bench.ts';

/** The institute gathers what is due in the village clinics, has a route proposed, takes it and tells the holders. */
export async function openRoundOfClinics(stage: Stage): Promise<void> {
  atBench(stage, -3);
  const { items: vans } = await stage.act('manager', scheduleEndpoints.listResources, { query: { kind: 'van' } });
  const { id } = await stage.act('manager', roundEndpoints.openRound, {
    body: {
      name: '村卫生室血压计集中检定（演示）',
      way: 'on-site',
      demand: Demand.parse({ region: county, placeKinds: ['village-clinic'], dueBy: addDays(stage.today, 45) }),
    },
  });
  const { version } = await stage.act('manager', roundEndpoints.setRound, {
    params: { id },
    body: {
      version: 1,
      setting: Setting.parse({
        from: addDays(stage.today, 3),
        to: addDays(stage.today, 24),
        minutesPerDay: 240,
        start: { longitude: '121.320000', latitude: '32.205000', address: '县计量所（演示）' },
        teams: [{ van: vans[0]?.id ?? null, persons: [stage.personOf('technician'), stage.personOf('checker')] }],
        contactName: '陈立',
      }),
    },
  });
  const proposal = await stage.act('manager', roundEndpoints.proposeArrangement, { params: { id } });
  await stage.finishJobs();
  const applied = await stage.act('manager', roundEndpoints.applyProposal, { params: { id: proposal.id } });
  await stage.act('manager', roundEndpoints.announceRound, { params: { id }, body: { version: Math.max(version, applied.version) } });
}
