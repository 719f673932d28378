/**
 * `npm run bench -- certificates [records] [papers]`: certificates of a city with durable commits. First records alone, written in lots with
 * their leaves until each has its place in the log; then whole documents (record, DCC, XML signature, PDF/A-3, PDF signature, log), on one
 * core and on two, PostgreSQL and the printing threads included. Three rounds, some ten minutes; the middle of each figure counts, and the
 * exit code is 1 when one misses its limit. The log's own rates are measured by `npm run bench -- transparency-log`, the check of a label by
 * `npm run bench -- label`.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { findTool } from '../test/support/foreign-tool.ts';
import { openIssuingCity, type IssuingCity, type Processor } from './issuing-city.ts';

const [part = 'all', ...rest] = process.argv[2] === 'part' ? process.argv.slice(3) : [];
const records = Number(process.argv[2] === 'part' ? rest[0] : (process.argv[2] ?? 20_000));
const papers = Number(process.argv[2] === 'part' ? rest[1] : (process.argv[3] ?? 600));
const atOnce = 500;
const papersAtOnce = 10;
/** Documents before the first that counts: a server in service has run for long, and the engine goes on compiling for some hundred documents. */
const warming = 600;
/** Lots of each institute before the first that counts. */
const lotsWarming = 10;
const rounds = 3;
const limits = { records: 2000, papers: 30, ratio: 1.6 };

/** Milliseconds. As the job does it while leaves come in without a pause (`sequenceInTurn`). */
const betweenExtensions = 150;

const perSecond = (count: number, milliseconds: number): number => (count / milliseconds) * 1000;

/** A machine that does other things besides lengthens the time, and hardly the work. */
function tellProcessor(before: Processor | undefined, after: Processor | undefined, count: number): void {
  if (before === undefined || after === undefined) return;
  const each = (['main', 'threads', 'database'] as const).map((name) => ((after[name] - before[name]) / count) * 1000);
  const whole = each.reduce((sum, one) => sum + one, 0).toFixed(2);
  const [main, threads, database] = each.map((one) => one.toFixed(2));
  console.log(`work ${whole} ms of processor time each: program ${main}, threads beside it ${threads}, database ${database}`);
}

/** Extends the log as the jobs do, beside whatever is measured; the call that comes back ends it with everything in the log. */
function keepExtending(city: IssuingCity): () => Promise<void> {
  const stop = new AbortController();
  const extending = (async () => {
    while (!stop.signal.aborted) {
      await city.extendLog();
      await pause(betweenExtensions, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stop.abort();
    await extending;
    await city.extendLog();
  };
}

/** Lots of two institutes, those of each one after the other, while the log is extended beside them, as jobs of two servers do. */
async function recordsAlone(city: IssuingCity): Promise<number> {
  await city.addVerifications(records + 2 * lotsWarming * atOnce);
  for (let lot = 0; lot < lotsWarming; lot += 1) await Promise.all([city.writeRecords(atOnce, 0), city.writeRecords(atOnce, 1)]);
  await city.extendLog();
  await city.analyze();
  const before = city.processorSeconds();
  const begun = performance.now();
  let left = records;
  const finish = keepExtending(city);
  const lots = ([0, 1] as const).map(async (institute) => {
    while (left > 0) {
      const count = Math.min(atOnce, left);
      left -= count;
      await city.writeRecords(count, institute);
    }
  });
  await Promise.all(lots);
  await finish();
  const took = performance.now() - begun;
  tellProcessor(before, city.processorSeconds(), records);
  await city.refuseUnlogged();
  return perSecond(records, took);
}

/** Each document in a transaction of its own, by several who issue at once; their papers by two jobs beside them, as many at a time as wait, up to ten. */
async function issueAndPrint(city: IssuingCity, count: number, cores: number): Promise<void> {
  let [left, missing] = [count, count];
  const waiting: string[] = [];
  const finish = keepExtending(city);
  const writers = Array.from({ length: cores * 3 }, async () => {
    while (left > 0) {
      left -= 1;
      waiting.push(await city.writeOne());
    }
  });
  const makers = Array.from({ length: 2 }, async () => {
    while (missing > 0) {
      const numbers = waiting.splice(0, papersAtOnce);
      if (numbers.length === 0) await pause(5);
      else await city.makePapers(numbers);
      missing -= numbers.length;
    }
  });
  await Promise.all([...writers, ...makers]);
  await finish();
}

/** The time ends when every document has its paper and its place in the log. */
async function wholeDocuments(city: IssuingCity, cores: number): Promise<number> {
  await city.addVerifications(papers + warming);
  await issueAndPrint(city, warming, cores);
  await city.analyze();
  const before = city.processorSeconds();
  const begun = performance.now();
  await issueAndPrint(city, papers, cores);
  const took = performance.now() - begun;
  tellProcessor(before, city.processorSeconds(), papers);
  await city.refuseUnlogged();
  return perSecond(papers, took);
}

async function measure(): Promise<void> {
  const city = await openIssuingCity();
  try {
    const rate = part === 'records' ? await recordsAlone(city) : await wholeDocuments(city, part === 'one' ? 1 : 2);
    console.log(`rate ${rate.toFixed(1)}`);
  } finally {
    await city.close();
  }
}

/** Measures a part in a process of its own on so many cores; undefined where this system cannot hold a process to a core. */
function rateOf(name: 'records' | 'one' | 'two', cores: number): number | undefined {
  const own = [...process.execArgv, import.meta.filename, 'part', name, String(records), String(papers)];
  const pinned = ['-c', cores === 1 ? '0' : `0-${cores - 1}`, process.execPath, ...own];
  const pin = findTool('taskset');
  if (pin === undefined) return undefined;
  const run = spawnSync(pin, pinned, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const work = /^work (.*)$/m.exec(run.stdout ?? '')?.[1];
  if (work !== undefined) console.log(`  ${name}: ${work}`);
  const [, rate] = /^rate ([\d.]+)$/m.exec(run.stdout ?? '') ?? [];
  return rate === undefined ? undefined : Number(rate);
}

const middleOf = (rates: readonly number[]): number | undefined => rates.toSorted((one, other) => one - other)[rates.length >> 1];

let missed = 0;
/** The middle of the rounds: a machine changes its speed from one minute to the next. */
function tell(what: string, rates: readonly (number | undefined)[], limit: number, unit: string): void {
  const known = rates.filter((rate) => rate !== undefined);
  const rate = known.length === rates.length ? middleOf(known) : undefined;
  if (rate === undefined) {
    console.log(`${what}: not measured: this system has no taskset, or a run failed`);
    missed += 1;
    return;
  }
  const isMet = rate >= limit;
  if (!isMet) missed += 1;
  const all = known.map((one) => one.toFixed(1)).join(', ');
  console.log(
    `${what}: ${rate.toFixed(1)} ${unit} (${all}), ${(rate / limit).toFixed(2)} × the limit of ${limit}${isMet ? '' : ' — missed'}`,
  );
}

if (part === 'all') {
  const cores = Math.min(2, availableParallelism());
  console.log(`${records} records alone, ${papers} whole documents, ${rounds} rounds; commits are durable`);
  const turns = Array.from({ length: rounds }, () => {
    const [alone, one] = [rateOf('records', cores), rateOf('one', 1)];
    const two = cores < 2 ? undefined : rateOf('two', 2);
    return { alone, one, two, ratio: two === undefined || one === undefined ? undefined : two / one };
  });
  const of = (name: keyof (typeof turns)[number]): (number | undefined)[] => turns.map((turn) => turn[name]);
  tell('records with leaves, logged, two cores', of('alone'), limits.records, 'per second');
  tell('whole documents, one core', of('one'), limits.papers, 'per second');
  if (cores < 2) console.log('two cores: this machine has one');
  else {
    tell('whole documents, two cores', of('two'), limits.papers * limits.ratio, 'per second');
    tell('two cores against one', of('ratio'), limits.ratio, 'times');
  }
  process.exitCode = missed === 0 ? 0 : 1;
} else await measure();
