import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { PersonName } from '../test/support/story.ts';
import { idOf, regionsWithTownships, timelineShare, today, type Size } from './generate-ledger.ts';
import { openLedgerCity, type LedgerCity } from './ledger-city.ts';
import { explainSlowest } from './ledger-plans.ts';
import { searchQuestions, type Question } from './ledger-questions.ts';
import { differences, recountLedger, toldBy } from './recount-ledger.ts';

/**
 * `npm run bench -- ledger [--rows 10000000] [--folder PLACE]`: a ledger of that size, searched, listed and counted through the server on
 * the application's login. Prints median and p95 of each figure beside its limit with the ratio, the sizes of the indexes, and the plans of
 * the slowest questions. With a folder the generated cluster is kept there and measured again the next time. Exit code 1 when a limit is
 * passed or a counter differs from a recount.
 */
const valueOf = (name: string): string | undefined => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const instruments = Number(valueOf('--rows') ?? 10_000_000);
const folder = valueOf('--folder');
const only = valueOf('--only');
const size: Size = {
  instruments,
  holders: Math.max(1000, Math.round(instruments * 0.03)),
  types: Math.min(5000, Math.max(500, Math.round(instruments / 200))),
  institutes: 300,
};

const started = performance.now();
const tell = (step: string): void => console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(7)} s  ${step}`);
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;

let failed = false;
type Taken = { readonly milliseconds: number; readonly question: Question };

function report(name: string, taken: readonly Taken[], limit?: number): void {
  const sorted = taken.map(({ milliseconds }) => milliseconds).toSorted((one, other) => one - other);
  const [median, p95, most] = [percentile(sorted, 0.5), percentile(sorted, 0.95), sorted[sorted.length - 1] ?? NaN];
  const ratio = limit === undefined ? '' : `  limit ${limit} ms, ratio ${(p95 / limit).toFixed(2)}`;
  console.log(
    `${name.padEnd(44)} ${String(taken.length).padStart(5)} questions  median ${median.toFixed(1).padStart(6)}  p95 ${p95.toFixed(1).padStart(6)}  most ${most.toFixed(1).padStart(7)} ms${ratio}`,
  );
  if (limit !== undefined && p95 > limit) failed = true;
}

async function ask(city: LedgerCity, questions: readonly Question[]): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (const question of questions) {
    const { status, body, milliseconds } = await city.get(question.who, question.address);
    // A search that is too broad is an answer of the contract; it counts with its time and is told.
    if (status !== 200 && !body.includes('searchTooBroad')) throw new Error(`${question.address}: ${body}`);
    if (status !== 200) console.log(`too broad for ${question.who}: ${decodeURIComponent(question.address)}`);
    taken.push({ milliseconds, question });
  }
  return taken;
}

const named = (kind: string, who: PersonName, addresses: readonly string[]): Question[] =>
  addresses.map((address) => ({ kind, who, address }));

async function sizes(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; of: string; megabytes: string }>(
    `SELECT relname AS name, CASE relkind WHEN 'i' THEN 'index' ELSE 'table' END AS of, (pg_relation_size(oid) / 1048576.0)::numeric(10, 1) AS megabytes
     FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i') AND relname ~ '^(instrument|organization|event)'
       AND pg_relation_size(oid) > 1048576 ORDER BY pg_relation_size(oid) DESC`,
  );
  for (const { name, of, megabytes } of rows) console.log(`${name.padEnd(44)} ${of}  ${megabytes.padStart(9)} MB`);
  const { rows: whole } = await client.query<{ size: string }>('SELECT pg_size_pretty(pg_database_size(current_database())) AS size');
  console.log(`the whole database ${whole[0]?.size}`);
}

const city = await openLedgerCity(size, folder, tell);
const client = new pg.Client({ connectionString: city.urls.ownerUrl });
await client.connect();
try {
  tell('open');
  const questions = (await searchQuestions(client, instruments, 200)).filter(({ kind }) => only === undefined || kind.includes(only));
  // The first questions of a kind meet a cold cache: they are asked once before, as a city in service has been asked all day.
  await ask(
    city,
    questions.filter((_, n) => n % 4 === 0),
  );
  const found = await ask(city, questions);
  for (const kind of new Set(questions.map((question) => question.kind)))
    report(
      `search: ${kind}`,
      found.filter(({ question }) => question.kind === kind),
    );
  for (const who of ['cityRegulator', 'countyRegulator', 'technician', 'holder'] as const)
    report(
      `search as ${who}`,
      found.filter(({ question }) => question.who === who),
    );
  report('search, all', found, 100);

  const dueLists = Array.from({ length: 200 }, (_, n) => `/api/instruments/due?days=${n % 100}&withoutResult=${n % 2 === 0}`);
  report('due list of an institute', await ask(city, named('due', 'technician', dueLists)), 100);
  const next = await city.get('technician', '/api/instruments/due?days=90');
  const second = `/api/instruments/due?days=90&after=${encodeURIComponent((JSON.parse(next.body) as { next: string }).next)}`;
  report(
    'its second page',
    await ask(
      city,
      named(
        'due',
        'technician',
        Array.from({ length: 50 }, () => second),
      ),
    ),
    100,
  );
  report('due list of the city', await ask(city, named('due', 'cityRegulator', dueLists.slice(0, 50))));
  const townships = regionsWithTownships.flatMap(({ townships: codes }) => codes);
  const dueInTownships = townships.map((code) => `/api/instruments/due?days=30&township=${code}`);
  report('due list of a township', await ask(city, named('due', 'cityRegulator', dueInTownships)), 100);

  const timelines = Array.from({ length: 400 }, (_, n) => {
    const row = Math.floor((n * instruments) / 400);
    return `/api/instruments/${idOf(3, row - (row % timelineShare))}/timeline`;
  });
  report('timeline of an instrument', await ask(city, named('timeline', 'cityRegulator', timelines)), 20);

  const counts = (by: string, more = ''): string[] => Array.from({ length: 200 }, () => `/api/instruments/counts?by=${by}${more}`);
  report('cockpit: regions, kinds, standings', await ask(city, named('counts', 'cityRegulator', counts('region-kind'))), 50);
  report('cockpit: regions, standings', await ask(city, named('counts', 'cityRegulator', counts('region'))), 50);
  const counties = regionsWithTownships.filter(({ code }) => !code.endsWith('00'));
  const coverage = Array.from(
    { length: 200 },
    (_, n) => `/api/instruments/counts?by=township-kind&region=${counties[n % counties.length]?.code}`,
  );
  report('coverage of a county: townships, kinds', await ask(city, named('counts', 'cityRegulator', coverage)), 50);

  tell('recount');
  const again = await recountLedger(client, today);
  for (const by of ['region', 'township'] as const) {
    const { body } = await city.get('cityRegulator', `/api/instruments/counts?by=${by}-kind`);
    const told = toldBy((JSON.parse(body) as { items: Parameters<typeof toldBy>[0] }).items, by);
    const wrong = differences(told, by === 'region' ? again.regions : again.townships);
    console.log(
      `${told.size} counters by ${by}, kind and standing: ${wrong.length === 0 ? 'equal to a recount' : `${wrong.length} differ, such as ${wrong[0]}`}`,
    );
    if (wrong.length > 0) failed = true;
  }
  await sizes(client);
  await explainSlowest(
    city,
    found.toSorted((one, other) => other.milliseconds - one.milliseconds).map(({ question }) => question),
  );
} finally {
  await client.end();
  await city.close();
}

// The import of a workbook has a bench of its own, which the whole includes.
const skip = process.argv.includes('--skip-import');
const importBench = join(import.meta.dirname, 'ledger-import.ts');
if (!skip && existsSync(importBench)) {
  const { measureLedgerImport } = (await import(importBench)) as typeof import('./ledger-import.ts');
  const { seconds, megabytes, passed } = await measureLedgerImport({ rows: 100_000, known: 200_000 }, tell);
  console.log(
    `import of 100,000 rows: ${seconds.toFixed(1)} s, limit 60 s, ratio ${(seconds / 60).toFixed(2)}; ${megabytes.toFixed(0)} MB, limit 1024, ratio ${(megabytes / 1024).toFixed(2)}`,
  );
  if (!passed) failed = true;
}
process.exit(failed ? 1 : 0);
