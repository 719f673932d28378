import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import type { PersonName } from '../../../test/support/story.ts';
import { nameplate, register, scale } from '../../../test/support/thread.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Context } from '../../platform/context.ts';
import { instrumentEndpoints as i, type InstrumentId } from './contract.ts';
import { codeOf, isCode } from './rules.ts';
import { findInstruments, recordResult, registerMany, relate, updateMany, withdrawResult, type NewInstrument } from './service.ts';

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

/** A change that a later slice makes in a transaction of its own. */
function inChange<Result>(who: PersonName, part: (ctx: Context) => Promise<Result>): Promise<Result> {
  const { person, organization } = city.ids[who];
  return city.database.db.transaction().execute((db) =>
    part({
      db,
      caller: { personId: person, organizationId: organization, scope: { kind: 'organization', organization } },
      now: city.clock.now.toISOString(),
      today: '2026-11-23',
      language: 'zh',
      demonstration: false,
      newId: randomUUID,
      record: () => undefined,
    } as unknown as Context),
  );
}
const rowOf = (serial: string, more: Partial<NewInstrument> = {}): NewInstrument => ({
  kind: 'price-computing-scale',
  name: '电子计价秤',
  model: 'ACS-30',
  serial,
  maker: '测试衡器厂',
  holderId: city.ids.holder.organization,
  region: '320685',
  place: '一号库',
  use: 'trade',
  ...more,
});
const refusedInside = async (work: Promise<unknown>, code: string): Promise<Problem> => {
  const error = await work.then(
    () => assert.fail('not refused'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof Problem, String(error));
  assert.equal(error.definition.code, code);
  return error;
};

test('many are recorded at once, each with its code for life and its event, in the order they came', async () => {
  const rows = Array.from({ length: 2_300 }, (_, n) => rowOf(`IM-${n}`, n % 2 === 0 ? { parameters: nameplate } : {}));
  const made = await inChange('holder', (ctx) => registerMany(ctx, rows));
  assert.equal(new Set(made.map(({ code }) => code)).size, rows.length);
  assert.ok(made.every(({ code }) => isCode(code) && code === codeOf('320685', Number(code.slice(6, 15)))));
  const [first] = await findInstruments({ db: city.database.db }, [made[0]!.id]);
  assert.deepEqual([first?.serial, first?.measuringRange, first?.validity, first?.verdict], ['IM-0', '100 g～15 kg', 'periodic', null]);
  const order = [made[7]!.id, made[3]!.id];
  assert.deepEqual(
    (await findInstruments({ db: city.database.db }, order)).map(({ id }) => id),
    order,
  );
  const { timeline } = await city.as('holder').call(i.readInstrument, { params: { id: made[2_299]!.id as InstrumentId } });
  assert.deepEqual(
    timeline.map(({ kind }) => kind),
    ['instrument.registered'],
  );
});

test('one that its holder has already refuses all and is named', async () => {
  await register(city, 'holder', 'IM-X');
  const rows = [rowOf('IM-Y'), rowOf('IM-X', { model: scale.model, maker: scale.maker })];
  const problem = await refusedInside(
    inChange('holder', (ctx) => registerMany(ctx, rows)),
    'instrument.registeredAlready',
  );
  assert.match(problem.issues[0]!.message, /IM-X/);
  assert.equal((await city.as('holder').call(i.listInstruments, { query: { q: 'IM-Y' } })).items.length, 0);
});

test('a result that a ledger of elsewhere states is reported, not verified here', async () => {
  const result = {
    verdict: 'pass',
    verifiedOn: '2026-01-05',
    certificateNumber: '旧证 1',
    verifiedBy: '旧所',
    dueOn: '2027-01-04',
  } as const;
  const [made] = await inChange('instituteManager', (ctx) => registerMany(ctx, [rowOf('IM-R', { result })]));
  const read = await city.as('holder').call(i.readInstrument, { params: { id: made!.id as InstrumentId } });
  assert.deepEqual([read.verdict, read.dueOn, read.resultOrigin, read.reported.length], ['pass', '2027-01-04', 'reported', 1]);
  assert.equal(read.registrar, '测试甲县计量检定测试所');
});

test('changes name what they change, keep the rest and what stood before; a double and a scrapped one refuse all', async () => {
  const [one, two] = await inChange('holder', (ctx) =>
    registerMany(ctx, [rowOf('UP-1', { parameters: nameplate, oldNumber: '旧 7' }), rowOf('UP-2')]),
  );
  const set = (id: string, more: object) => inChange('holder', (ctx) => updateMany(ctx, [{ id, reason: '导入更正', set: more }]));
  await set(one!.id, { place: '二号库', oldNumber: null });
  const read = await city.as('holder').call(i.readInstrument, { params: { id: one!.id as InstrumentId } });
  assert.deepEqual(
    [read.place, read.oldNumber, read.model, read.version, read.measuringRange],
    ['二号库', null, 'ACS-30', 2, '100 g～15 kg'],
  );
  const before = read.timeline[read.timeline.length - 1]!.detail['before'];
  assert.deepEqual(before, { place: '一号库', oldNumber: '旧 7' });
  await refusedInside(set(two!.id, { serial: 'UP-1' }), 'instrument.registeredAlready');
  await city
    .as('holder')
    .call(i.changeStatus, { params: { id: two!.id as InstrumentId }, body: { change: 'scrap', onDay: '2026-11-20', reason: '损坏' } });
  await refusedInside(set(two!.id, { place: '三号库' }), 'instrument.scrapped');
});

test('of several documents the latest counts; when it falls away, the one before counts again', async () => {
  const { id } = await register(city, 'holder', 'RS-1');
  const record = (certificateNumber: string, verifiedOn: string, more: object = {}) =>
    inChange('approver', (ctx) =>
      recordResult(ctx, {
        instrumentId: id,
        verdict: 'pass',
        verifiedOn,
        certificateNumber,
        verifiedBy: '测试所',
        dueOn: `${Number(verifiedOn.slice(0, 4)) + 1}${verifiedOn.slice(4)}`,
        validity: 'periodic',
        ...more,
      }),
    );
  const state = async () => {
    const { verdict, certificateNumber, dueOn } = await city.as('holder').call(i.readInstrument, { params: { id } });
    return [verdict, certificateNumber, dueOn];
  };
  await record('证-1', '2025-03-01');
  await record('证-3', '2026-05-01', { verdict: 'fail', dueOn: null });
  assert.deepEqual(await state(), ['fail', '证-3', null]);
  // A document that is entered late does not push aside a later verification.
  await record('证-2', '2025-09-01');
  assert.deepEqual(await state(), ['fail', '证-3', null]);
  await inChange('approver', (ctx) => withdrawResult(ctx, { instrumentId: id, certificateNumber: '证-3', reason: '误出' }));
  assert.deepEqual(await state(), ['pass', '证-2', '2026-09-01']);
  await refusedInside(record('证-2', '2026-06-01'), 'instrument.reportedAlready');
});

test('a verification after a repair counts again; one before it never does', async () => {
  const { id } = await register(city, 'holder', 'RS-2');
  const record = (certificateNumber: string, verifiedOn: string) =>
    inChange('approver', (ctx) =>
      recordResult(ctx, {
        instrumentId: id,
        verdict: 'pass',
        verifiedOn,
        certificateNumber,
        verifiedBy: '测试所',
        dueOn: '2027-06-01',
        validity: 'periodic',
      }),
    );
  await record('修前', '2026-10-01');
  const change = (what: 'send' | 'return') =>
    city.as('holder').call(i.changeStatus, { params: { id }, body: { change: what, onDay: '2026-11-20', reason: '更换传感器' } });
  await change('send');
  assert.equal((await change('return')).verdict, null);
  await record('修前补录', '2026-11-10');
  const read = () => city.as('holder').call(i.readInstrument, { params: { id } });
  assert.deepEqual([(await read()).verdict, (await read()).verifiedOn], [null, '2026-11-10']);
  await record('修后', '2026-11-21');
  assert.deepEqual([(await read()).verdict, (await read()).dueOn], ['pass', '2027-06-01']);
});

test('events of a later slice belong to the history of an instrument once they are related', async () => {
  const { id } = await register(city, 'holder', 'RL-1');
  const slip = randomUUID();
  await inChange('instituteManager', async (ctx) => {
    await relate(ctx, [{ instrumentId: id, subject: slip }]);
    await relate(ctx, [{ instrumentId: id, subject: slip }]);
    await ctx.db
      .insertInto('event')
      .values({ at: ctx.now, kind: 'custody.accepted', subject: slip, personId: null, organizationId: null, reason: null, detail: '{}' })
      .execute();
  });
  const { timeline } = await city.as('holder').call(i.readInstrument, { params: { id } });
  assert.ok(timeline.some(({ kind }) => kind === 'custody.accepted'));
});

test('the code of the rules is the code of the database', async () => {
  const { code } = await register(city, 'holder', 'CD-1');
  assert.equal(code, codeOf('320685', Number(code.slice(6, 15))));
});

test('an import that would double a number of e-CQS is refused', async () => {
  const body = { ...scale, serial: 'EC-1', ecqsNumber: 'TZ-0001' };
  await city.as('holder').call(i.registerInstrument, { body });
  await refused(city.as('farHolder').call(i.registerInstrument, { body: { ...body, serial: 'EC-2' } }), 'instrument.ecqsNumberTaken');
});
