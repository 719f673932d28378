import pg from 'pg';
import { indicatorEndpoints } from '../app/steer/indicator/contract.ts';
import { cityPlan } from '../app/steer/plan/service/city-plan.ts';
import { openCity } from '../test/support/city.ts';
import { generateCity } from './generate-city.ts';
import { recount } from './recount-plan.ts';

/**
 * `npm run bench -- plan [--scale 0.01]`: the indicator page's request over a whole city. Prints median and p95 with their ratio to the
 * limit, and compares every figure with a full recount. Exit code 1 when the limit is passed or a figure differs.
 */
const limitMilliseconds = 100;
const rounds = 200;
const scaleAt = process.argv.indexOf('--scale');
const scale = scaleAt < 0 ? 1 : Number(process.argv[scaleAt + 1]);
const size = { instruments: 1_000_000 * scale, verifications: 2_000_000 * scale, entries: 100_000 * scale };

const started = performance.now();
const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1).padStart(6);
const tell = (step: string): void => console.log(`${seconds()} s  ${step}`);

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;

const city = await openCity();
const owner = new pg.Client({ connectionString: city.ownerUrl });
await owner.connect();
let failed = false;
try {
  const { technician, checker, approver, holder } = city.ids;
  const ids = {
    person: technician.person,
    second: checker.person,
    third: approver.person,
    institute: technician.organization,
    holder: holder.organization,
  };
  await generateCity(owner, size, ids, tell);

  const plan = cityPlan();
  const { items, asOf } = await city.as('planOffice').call(indicatorEndpoints.listIndicators, { query: {} });
  const expected = await recount(owner, plan, asOf);
  const wrong = items.filter((item) => item.value !== expected.get(item.id));
  for (const item of wrong) console.log(`${item.id}: ${item.value} on the page, ${expected.get(item.id)} recounted`);
  failed = wrong.length > 0;
  tell(
    `${items.length - wrong.length} of ${items.length} figures equal a full recount: ${items.map((item) => `${item.id} ${item.value ?? '–'} ${item.state}`).join(', ')}`,
  );

  const { cookie } = city.as('planOffice');
  const measure = async (address: string, times: number): Promise<void> => {
    const taken: number[] = [];
    for (let round = 0; round < times + 10; round += 1) {
      const before = performance.now();
      const answer = await city.app.inject({ method: 'GET', url: address, headers: { cookie } });
      if (answer.statusCode !== 200) throw new Error(answer.body);
      if (round >= 10) taken.push(performance.now() - before);
    }
    taken.sort((one, other) => one - other);
    const [median, p95] = [percentile(taken, 0.5), percentile(taken, 0.95)];
    const isLimited = address === '/api/plan/indicators';
    const ratio = isLimited ? `  p95 is ${(p95 / limitMilliseconds).toFixed(2)} of the limit of ${limitMilliseconds} ms` : '';
    console.log(`${address.padEnd(44)} ${times} requests  median ${median.toFixed(1)} ms  p95 ${p95.toFixed(1)} ms${ratio}`);
    if (isLimited && p95 > limitMilliseconds) failed = true;
  };
  await measure('/api/plan/indicators', rounds);
  await measure('/api/plan/indicators?asOf=2025-06-30', 30);
  await measure('/api/plan/indicators/G2-1', 30);
  await measure('/api/public/capability?list=basic', 30);
} finally {
  await owner.end();
  await city.close();
}
process.exit(failed ? 1 : 0);
