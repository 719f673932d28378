import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { register } from '../../../test/support/thread.ts';
import { publicInstrumentEndpoints } from './contract/public.ts';
import { checkCharacter, codeOf } from './rules/code.ts';
import { serialEnd } from './rules/public.ts';

const { lookUpInstrument } = publicInstrumentEndpoints;

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

const lookUp = (code: string) => city.stranger().call(lookUpInstrument, { params: { code } });

/** Writes what a later slice would have written of an instrument; answers its code. */
async function standing(id: string, columns: Record<string, string | null>): Promise<string> {
  for (const [name, value] of Object.entries(columns))
    await sql`update instrument set ${sql.ref(name)} = ${value} where id = ${id}`.execute(city.database.db);
  const { code } = await city.database.db.selectFrom('instrument').select('code').where('id', '=', id).executeTakeFirstOrThrow();
  return code;
}

test('anybody sees by the code what is known, but neither the holder nor the whole serial number', async () => {
  const { id } = await register(city, 'holder', 'TH20260042');
  const code = await standing(id, {});
  const found = await lookUp(code);
  assert.deepEqual(
    [found.name, found.serialEnd, found.standing, found.origin, found.place],
    ['电子计价秤', '0042', 'never-verified', null, null],
  );
  assert.deepEqual(found.history, [{ day: '2026-11-23', event: 'instrument.registered', organization: null }]);
  const whole = JSON.stringify(found);
  for (const secret of ['惠民菜市场', '王秀兰', 'TH20260042', '蔬菜区', city.ids.holder.organization])
    assert.ok(!whole.includes(secret), secret);
});

test('a scanned address, small letters and blanks lead to the same instrument', async () => {
  const { id } = await register(city, 'holder', 'TH20260043');
  const code = await standing(id, {});
  for (const typed of [`https://example.cn/i/${code}`, code.toLowerCase(), `${code.slice(0, 6)} ${code.slice(6)}`, ` ${code} `])
    assert.equal((await lookUp(typed)).code, code);
});

test('one wrong character and two exchanged ones are told apart from a code that nobody has recorded', async () => {
  const { id } = await register(city, 'holder', 'TH20260044');
  const code = await standing(id, {});
  const other = code.startsWith('3') ? `4${code.slice(1)}` : `3${code.slice(1)}`;
  await refused(lookUp(other), 'instrument.notACode');
  const exchanged = `${code.slice(0, 4)}${code.charAt(5)}${code.charAt(4)}${code.slice(6)}`;
  if (exchanged !== code) await refused(lookUp(exchanged), 'instrument.notACode');
  for (const nonsense of ['', '0', '编码', `${code}0`, "' or 1=1", randomUUID()])
    if (nonsense !== '') await refused(lookUp(nonsense), 'instrument.notACode');
  await refused(lookUp(codeOf('320685', 999_999_999)), 'instrument.notRecorded');
  assert.equal(checkCharacter(code.slice(0, 15)), code.slice(15));
});

test('the place is named only where it is open to the public', async () => {
  const { id } = await register(city, 'holder', 'TH20260045');
  const place = async (kind: string): Promise<string> => {
    const placeId = randomUUID();
    await city.database.db
      .insertInto('place')
      .values({
        id: placeId,
        kind,
        name: `测试${kind}`,
        region: '320685',
        registrarId: city.ids.holder.organization,
        recordedAt: '2026-11-23T02:00:00Z',
      })
      .execute();
    return placeId;
  };
  const inMarket = await lookUp(await standing(id, { place_id: await place('market') }));
  assert.deepEqual(inMarket.place, { kind: 'market', name: '测试market' });
  assert.equal((await lookUp(await standing(id, { place_id: await place('meter-lot') }))).place, null);
});

test('what was issued here and what a holder reports of elsewhere are told apart; the last day counts', async () => {
  const { id } = await register(city, 'holder', 'TH20260046');
  const code = await standing(id, {
    verdict: 'pass',
    verified_on: '2025-11-24',
    due_on: '2026-11-23',
    verified_by: '测试甲县计量检定测试所',
    result_origin: 'platform',
  });
  const today = await lookUp(code);
  assert.deepEqual([today.standing, today.origin, today.validUntil], ['due-7', 'platform', '2026-11-23']);
  await standing(id, { due_on: '2026-11-22', result_origin: 'reported' });
  const over = await lookUp(code);
  assert.deepEqual([over.standing, over.origin, over.verifiedBy], ['overdue', 'reported', '测试甲县计量检定测试所']);
  await standing(id, { due_on: null, verdict: 'fail' });
  assert.equal((await lookUp(code)).standing, 'failed');
});

test('of a short serial number at most half is shown', () => {
  assert.deepEqual(['7', '12', '123', 'A1234', 'ABCDEFGHI', '编号一二三四五六'].map(serialEnd), ['', '2', '3', '34', 'FGHI', '三四五六']);
});

test('look-ups from one address are limited', async () => {
  const code = codeOf('320685', 999_999_998);
  const answers: number[] = [];
  for (let turn = 0; turn < 70; turn += 1) answers.push((await city.app.inject({ url: `/api/public/instruments/${code}` })).statusCode);
  assert.ok(answers.includes(429));
});
