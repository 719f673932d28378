import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { adopt, designate, issued } from '../../../test/support/thread.ts';
import { standardEndpoints } from '../../measure/standard/contract.ts';
import { traceabilityEndpoints } from '../../measure/traceability/contract.ts';
import { instrumentEndpoints } from '../../register/instrument/contract.ts';
import { roundEndpoints } from './contract.ts';
import { Demand } from './contract/shapes.ts';

const { announceRound, collectRound, listRoundItems, openRound, readRound } = roundEndpoints;

let city: City;
const manager = () => city.as('instituteManager');
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
});
after(() => city.close());

test('what a failed standard sends to be verified again is the scope of a round, due or not, and follows its decisions', async () => {
  const done = [];
  for (const serial of ['F-01', 'F-02', 'F-03']) done.push(await issued(city, serial));
  const finder = city.as('technicalManager');
  const { items: standards } = await finder.call(standardEndpoints.listStandards, { query: { role: 'jjg-0539:weights' } });
  const { id: finding } = await finder.call(traceabilityEndpoints.recordFinding, {
    params: { id: standards[0]?.id ?? '' },
    body: {
      evidence: 'intermediate-check',
      foundOn: '2026-11-23',
      unit: 'g',
      errorUnit: 'g',
      span: 'interpolated',
      growth: 'constant',
      points: [
        { at: '0', error: '0' },
        { at: '20000', error: '20', tolerance: '0.3' },
      ],
      words: '期间核查发现砝码超差',
    },
  });
  await finder.call(traceabilityEndpoints.evaluateFinding, { params: { id: finding } });
  await city.finishJobs();
  const { items: impacts } = await manager().call(traceabilityEndpoints.listImpacts, { params: { id: finding }, query: {} });
  const decide = (decision: 'reverify' | 'revoke' | 'no-action', serials: readonly string[]) =>
    manager().call(traceabilityEndpoints.decideImpacts, {
      params: { id: finding },
      body: {
        decision,
        reason: '砝码超差',
        certificates: impacts.filter((one) => serials.includes(one.instrument.serial)).map((one) => one.id),
        filter: null,
      },
    });
  await decide('reverify', ['F-01', 'F-02']);
  await decide('no-action', ['F-03']);
  await city.as('holder').call(instrumentEndpoints.changeStatus, {
    params: { id: done[1]?.instrument.id as never },
    body: { change: 'scrap', onDay: '2026-11-23', reason: '已更换' },
  });

  await refused(
    city
      .as('farInstituteManager')
      .call(openRound, { body: { name: '别处的处置', way: 'on-site', demand: Demand.parse({ finding, dueBy: '2026-12-31' }) } }),
    'platform.notFound',
  );
  const { id, progress } = await manager().call(openRound, {
    body: { name: '砝码超差复检', way: 'on-site', demand: Demand.parse({ finding, dueBy: '2026-12-31' }) },
  });
  assert.deepEqual([progress.planned, progress.leftOut], [1, 1]);
  const items = async (state: 'in' | 'left-out') => (await manager().call(listRoundItems, { params: { id }, query: { state } })).items;
  const details = () => manager().call(readRound, { params: { id } });
  const serialsOf = async (state: 'in' | 'left-out') => (await items(state)).map(({ instrument: { serial } }) => serial);
  assert.deepEqual([await serialsOf('in'), await serialsOf('left-out')], [['F-01'], ['F-02']]);
  assert.match((await items('left-out'))[0]?.leftOut?.reason ?? '', /报废/);
  // The decisions are changed: collected anew, the round follows them.
  await decide('no-action', ['F-01']);
  await decide('revoke', ['F-03']);
  const { version, demand: kept } = await details();
  await manager().call(collectRound, { params: { id }, body: { name: '砝码超差复检', demand: kept, version } });
  assert.deepEqual(await serialsOf('in'), ['F-03']);
  const announced = await manager().call(announceRound, { params: { id }, body: { version: (await details()).version } });
  assert.deepEqual([announced.state, announced.progress.planned], ['announced', 1]);
});
