/**
 * `npm run bench -- service [seconds] [clients]`: 64 clients ask for verification, accept, book and receive over plain HTTP for 60 s, with
 * calls that are given up and sent again and keys that are sent twice at once. Prints throughput, latencies and refusals; afterwards the
 * database is counted again by SQL of its own. Exit code 1 when anything is doubled, lost, miscounted or left unanswered.
 */
import pg from 'pg';
import { scheduleEndpoints } from '../app/serve/schedule/contract.ts';
import { custodyEndpoints } from '../app/serve/custody/contract.ts';
import { requestEndpoints } from '../app/measure/request/contract.ts';
import { addDays } from '../app/kernel/day.ts';
import { isWorkingDay } from '../app/register/calendar/rules.ts';
import { openCity, type City } from '../test/support/city.ts';
import type { PersonName } from '../test/support/story.ts';
import { designate, equip } from '../test/support/thread.ts';
import { recountService } from './recount-service.ts';
import { openClient, openLog, printLog, type Client } from './service-client.ts';

const seconds = Number(process.argv[2] ?? 60);
const clients = Number(process.argv[3] ?? 64);
const instruments = 12_000;
const started = performance.now();
const tell = (step: string): void => console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${step}`);

/** The same draws in every run; the clients' turns differ, since nobody waits for anybody. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Instruments of both holders, all within the reach of one institute. */
async function generate(owner: pg.Client, city: City): Promise<Record<'holder' | 'farHolder', string[]>> {
  const of = async (who: 'holder' | 'farHolder', region: string, n: number): Promise<string[]> => {
    const { rows } = await owner.query<{ id: string }>(
      `INSERT INTO instrument (id, code, kind, name, model, serial, maker, holder_id, registrar_id, region, place, use, parameters, status, recorded_at)
       SELECT gen_random_uuid(), instrument_code_of($2, nextval('instrument_number')), 'price-computing-scale', '电子计价秤', 'ACS-15', $3 || n, '测试衡器厂', $1, $1, $2,
         n || ' 号摊', 'trade', '{}', 'in-use', '2026-01-01T00:00:00Z' FROM generate_series(1, $4::int) n RETURNING id`,
      [city.ids[who].organization, region, who === 'holder' ? 'A' : 'B', n],
    );
    return rows.map(({ id }) => id);
  };
  return { holder: await of('holder', '320685', (instruments * 2) / 3), farHolder: await of('farHolder', '320682', instruments / 3) };
}

const city = await openCity();
const url = await city.app.listen({ port: 0, host: '127.0.0.1' });
const owner = new pg.Client({ connectionString: city.ownerUrl });
await owner.connect();
let failed = false;
try {
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await designate(city, 'cityRegulator', '320682', 'instituteManager');
  await equip(city);
  const manager = city.as('instituteManager');
  const benches: string[] = [];
  for (const load of [5, 10, 20, 40])
    benches.push((await manager.call(scheduleEndpoints.recordResource, { body: { kind: 'bench', name: `台位 ${load}`, load } })).id);
  const vans: string[] = [];
  for (const name of ['车一', '车二'])
    vans.push((await manager.call(scheduleEndpoints.recordResource, { body: { kind: 'van', name } })).id);
  const pools = await generate(owner, city);
  await owner.query('ANALYZE');
  const days = Array.from({ length: 60 }, (_, index) => addDays('2026-11-23', index)).filter(
    (day) => isWorkingDay(day, new Map()) && day < '2026-12-31',
  );
  tell(
    `${instruments} instruments, ${benches.length} benches, ${days.length} days; ${clients} clients for ${seconds} s at a listening server`,
  );

  const log = openLog();
  const until = performance.now() + seconds * 1000;
  const persons = (['technician', 'checker', 'allRounder'] as const).map((name) => city.ids[name].person);

  type Turn = (client: Client, random: () => number) => Promise<void>;
  const pick = <Item>(items: readonly Item[], random: () => number): Item => items[Math.floor(random() * items.length)] as Item;
  const some = <Item>(items: readonly Item[], most: number, random: () => number): Item[] => {
    const from = Math.floor(random() * items.length);
    return items.slice(from, from + 1 + Math.floor(random() * most));
  };

  const asking =
    (who: 'holder' | 'farHolder'): Turn =>
    async (client, random) => {
      // Neighbours overlap on purpose: the same instrument is asked for by several at once.
      const wanted = some(pools[who], 5, random);
      const ecqsNumber = random() < 0.2 ? `CQS-${Math.floor(random() * 400)}` : null;
      const request = await client.call('submit', requestEndpoints.submitRequest, {
        body: {
          instruments: wanted as never,
          verificationKind: 'subsequent',
          whereDone: random() < 0.5 ? 'institute' : 'on-site',
          ecqsNumber,
        },
      });
      if (request !== undefined && random() < 0.1)
        await client.call('withdraw', requestEndpoints.withdrawRequest, { params: { id: request.id }, body: { reason: '暂不检定' } });
    };

  const accepting: Turn = async (client, random) => {
    const list = await client.call('list requests', requestEndpoints.listRequests, { query: { status: 'submitted', limit: 50 } });
    if (list === undefined || list.items.length === 0) return;
    const { id } = pick(list.items, random);
    if (random() < 0.06) await client.call('refuse', requestEndpoints.refuseRequest, { params: { id }, body: { reason: '暂无能力' } });
    else if (random() < 0.3)
      await client.call('accept several', requestEndpoints.acceptRequests, {
        body: { requests: some(list.items, 10, random).map((one) => one.id) },
      });
    else await client.call('accept', requestEndpoints.acceptRequest, { params: { id } });
  };

  const bookings: string[] = [];
  const booking: Turn = async (client, random) => {
    const chance = random();
    const id = pick(bookings, random) as never;
    if (bookings.length > 0 && chance < 0.1) {
      const body = { days: [pick(days, random)], bench: pick(benches, random) as never, reason: '设备检修' };
      await client.call('move booking', scheduleEndpoints.moveBooking, { params: { id }, body });
      return;
    }
    if (bookings.length > 0 && chance < 0.2) {
      await client.call('cancel booking', scheduleEndpoints.cancelBooking, { params: { id }, body: { reason: '使用单位停业' } });
      return;
    }
    const waiting = await client.call('list waiting', scheduleEndpoints.listWaitingToSchedule, { query: { limit: 200 } });
    if (waiting === undefined || waiting.items.length === 0) return;
    const items = some(waiting.items, 6, random).map((item) => item.id);
    const day = pick(days, random);
    if (random() < 0.7) {
      const body = { items, days: [day], bench: pick(benches, random) as never, persons: random() < 0.3 ? [persons[0] as never] : [] };
      const made = await client.call('book bench', scheduleEndpoints.bookInstruments, { body });
      if (made !== undefined) bookings.push(made.id);
      return;
    }
    const pair = random() < 0.5 ? [persons[0], persons[1]] : [persons[1], persons[2]];
    const visit = { address: '测试甲县惠民菜市场', contactName: '王秀兰', contactPhone: '13900000000' };
    const half = pick(['whole', 'morning', 'afternoon'] as const, random);
    const body = { items, days: [day], half, van: random() < 0.5 ? (pick(vans, random) as never) : null, persons: pair as never, visit };
    const made = await client.call('book visit', scheduleEndpoints.bookInstruments, { body });
    if (made !== undefined) bookings.push(made.id);
  };

  const receiving: Turn = async (client, random) => {
    const waiting = await client.call('list waiting', scheduleEndpoints.listWaitingToSchedule, { query: { limit: 200 } });
    const open = (waiting?.items ?? []).filter(({ step }) => step === 'accepted');
    if (open.length === 0) return;
    const first = pick(open, random);
    const items = some(open, 4, random).filter(({ holder }) => holder.id === first.holder.id);
    const chosen = items.length === 0 ? [first] : items;
    await client.call('receive', custodyEndpoints.receiveInstruments, {
      body: { items: chosen.map((one) => ({ item: one.id, condition: 'sound' as const })), broughtBy: '李小红' },
    });
  };

  const roles: readonly (readonly [who: PersonName, turn: Turn])[] = [
    ['holder', asking('holder')],
    ['farHolder', asking('farHolder')],
    ['holder', asking('holder')],
    ['instituteManager', accepting],
    ['allRounder', accepting],
    ['instituteManager', booking],
    ['allRounder', booking],
    ['technician', receiving],
  ];
  await Promise.all(
    Array.from({ length: clients }, async (_, index) => {
      const [who, turn] = roles[index % roles.length] as (typeof roles)[number];
      const random = drawing(index + 1);
      const client = openClient(url, city.cookieOf(who), log, random);
      while (performance.now() < until) {
        await turn(client, random);
        await new Promise((done) => setTimeout(done, random() * 20));
      }
    }),
  );
  tell('the clients have gone home');
  printLog(log, seconds);

  const { rows } = await owner.query<{ deadlocks: string }>(`SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`);
  console.log(`${rows[0]?.deadlocks ?? '?'} dead-locks were broken by the database; each of their calls was answered`);
  const findings = [...log.findings, ...(await recountService(owner, log.made))];
  for (const finding of findings.slice(0, 50)) console.log(`FOUND  ${finding}`);
  console.log(
    findings.length === 0 ? 'verdict: nothing doubled, lost, miscounted or left unanswered' : `verdict: ${findings.length} findings`,
  );
  failed = findings.length > 0;
} finally {
  await owner.end();
  await city.close();
}
process.exit(failed ? 1 : 0);
