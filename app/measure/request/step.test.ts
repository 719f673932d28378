import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openCity, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { acceptedItem, adopt, checked, designate, issued, register, submit, submitDraft } from '../../../test/support/thread.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Context } from '../../platform/context.ts';
import { verificationEndpoints } from '../verification/contract.ts';
import { requestEndpoints } from './contract.ts';
import type { RequestStep } from './rules/step.ts';
import { findItems } from './service/outcome.ts';
import { recordSteps } from './service/step.ts';
import { submitFor, type ToSubmit } from './service/submit.ts';

let city: City;
before(async () => {
  city = await openCity();
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
});
after(() => city.close());

/** A change of a later slice, as the named person's, in a transaction of its own. */
function change<Result>(who: PersonName, part: (ctx: Context) => Promise<Result>): Promise<Result> {
  const { person, organization } = city.ids[who];
  return city.database.db.transaction().execute((db) =>
    part({
      db,
      caller: {
        personId: person,
        organizationId: organization,
        scope: { kind: 'organization', organization },
        permits: new Set(['request.decide', 'round.manage']),
      },
      now: city.clock.now.toISOString(),
      today: '2026-11-23',
      language: 'zh',
      demonstration: false,
      newId: randomUUID,
      record: () => undefined,
    } as unknown as Context),
  );
}
const step = (ids: readonly string[], to: RequestStep, note?: string) =>
  change('instituteManager', (ctx) => recordSteps(ctx, ids, to, { note }));
const stepsOf = async (request: { id: string }, who: PersonName = 'holder') => {
  const { items } = await city.as(who).call(requestEndpoints.readRequest, { params: { id: request.id as never } });
  return items[0]!.steps;
};
const refusedAs = (code: string) => (error: unknown) => error instanceof Problem && error.definition.code === code;

test('each step of a verification is written with who and when, and the record that was given back is tested again', async () => {
  const { request, id } = await checked(city, 'ST-1');
  await city.as('approver').call(verificationEndpoints.disapproveVerification, { params: { id }, body: { reason: '环境温度未填' } });
  await submitDraft(city, id);
  const steps = await stepsOf(request, 'technician');
  assert.deepEqual(
    steps.map((one) => one.step),
    ['submitted', 'accepted', 'tested', 'checked', 'returned', 'tested'],
  );
  assert.deepEqual(
    steps.map(({ person }) => person),
    [null, '钱峰', '陈立', '吴敏', '孙涛', '陈立'],
    'the holder’s person is the holder’s affair',
  );
  assert.equal(steps[4]?.note, '环境温度未填');
  assert.deepEqual((await stepsOf(request, 'countyRegulator'))[0]?.person, '王秀兰');
});

test('the document makes the instrument approved and issued, with its number, and the request served', async () => {
  const { request, document } = await issued(city, 'ST-2');
  const steps = await stepsOf(request);
  assert.deepEqual(
    steps.slice(-2).map((one) => [one.step, one.note]),
    [
      ['approved', null],
      ['issued', document.number],
    ],
  );
  const details = await city.as('holder').call(requestEndpoints.readRequest, { params: { id: request.id } });
  assert.deepEqual([details.status, details.items[0]?.clock.state, details.stepCounts], ['served', 'ended', { issued: 1 }]);
});

test('many are recorded at once; the same step again changes nothing; where one cannot take it none does', async () => {
  const items = [];
  for (const serial of ['ST-3', 'ST-4', 'ST-5']) items.push((await acceptedItem(city, serial)).item);
  assert.equal((await step(items, 'scheduled', '2026-11-25 上午')).length, 3);
  assert.deepEqual(await step(items, 'scheduled'), []);
  const waiting = await submit(city, 'holder', [(await register(city, 'holder', 'ST-6')).id]);
  const { items: open } = await city.as('holder').call(requestEndpoints.readRequest, { params: { id: waiting.id } });
  await assert.rejects(step([...items, open[0]!.id], 'visited'), refusedAs('request.stepNotPossible'));
  const now = await findItems({ db: city.database.db }, items);
  assert.deepEqual(
    now.map((item) => item.step),
    ['scheduled', 'scheduled', 'scheduled'],
  );
});

test('two who record the same at the same moment, in opposite orders, record it once', async () => {
  const items: string[] = [];
  for (let index = 0; index < 6; index += 1) items.push((await acceptedItem(city, `SX-${index}`)).item);
  const moved = await Promise.all([step(items, 'received'), step([...items].reverse(), 'received'), step(items.slice(2), 'received')]);
  assert.equal(moved.flat().length, 6);
  const rows = await city.database.db.selectFrom('requestStep').select('itemId').where('step', '=', 'received').execute();
  assert.equal(rows.filter(({ itemId }) => items.includes(itemId)).length, 6);
});

const toSubmit = (instrumentIds: string[], more: Partial<ToSubmit> = {}): ToSubmit => ({
  holderId: city.ids.holder.organization,
  instrumentIds,
  verificationKind: 'subsequent',
  whereDone: 'on-site',
  note: null,
  ecqsNumber: null,
  accepted: true,
  ...more,
});

test('the designated institute files for a holder, who sees the request and files nothing', async () => {
  const instruments = [(await register(city, 'holder', 'SF-1')).id, (await register(city, 'holder', 'SF-2')).id];
  const filed = await change('instituteManager', (ctx) => submitFor(ctx, toSubmit(instruments, { roundNote: '惠民菜市场集中检定' })));
  assert.equal(filed.itemIds.length, 2);
  const seen = await city.as('holder').call(requestEndpoints.readRequest, { params: { id: filed.requestId as never } });
  assert.deepEqual([seen.status, seen.origin, seen.note], ['accepted', 'institute-round', '惠民菜市场集中检定']);
  assert.deepEqual(
    seen.items[0]?.steps.map((one) => [one.step, one.organization]),
    [
      ['submitted', '测试甲县计量检定测试所'],
      ['accepted', '测试甲县计量检定测试所'],
    ],
  );
  await assert.rejects(
    change('instituteManager', (ctx) => submitFor(ctx, toSubmit(instruments))),
    refusedAs('request.openAlready'),
  );
});

test('an institute that is not the designated one files for nobody', async () => {
  const instruments = [(await register(city, 'holder', 'SF-3')).id];
  await assert.rejects(
    change('farInstituteManager', (ctx) => submitFor(ctx, toSubmit(instruments))),
    refusedAs('request.notYours'),
  );
  const filed = await change('instituteManager', (ctx) =>
    submitFor(ctx, toSubmit(instruments, { ecqsNumber: 'YY-2026-00017', accepted: false })),
  );
  const { status, origin } = await city.as('holder').call(requestEndpoints.readRequest, { params: { id: filed.requestId as never } });
  assert.deepEqual([status, origin], ['submitted', 'ecqs']);
  await assert.rejects(
    change('instituteManager', (ctx) => submitFor(ctx, toSubmit([...instruments], { holderId: city.ids.farHolder.organization }))),
    refusedAs('platform.notFound'),
  );
});
