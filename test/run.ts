import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Counts } from './reporter.ts';
import { installForeignTools } from './support/foreign-tool.ts';

const root = join(import.meta.dirname, '..');
const tool = (name: string): string => join(root, 'node_modules/.bin', name);

type Outcome = Counts & { readonly name: string; readonly seconds: number };

/** Longer than this without an end, or without a test that has ended, and a part of the run hangs: it is ended and counts as failed. */
const patienceMilliseconds = 10 * 60 * 1000;
const lookMilliseconds = 5000;
const patienceForTest = 5 * 60 * 1000;

/** Where a part of the run says what it does: at once, or kept until another part that runs beside it has ended. */
type Told = { readonly print: (text: string) => void; readonly stdio: 'inherit' | 'pipe' };
const atOnce: Told = { print: (text) => void process.stdout.write(text), stdio: 'inherit' };

/**
 * Runs a program to its end; the answer is its exit code.
 * @param sign a file that is written whenever it has come further
 */
function run(
  program: string,
  args: readonly string[],
  told: Told = atOnce,
  environment: Readonly<Record<string, string>> = {},
  sign?: string,
): Promise<number> {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: ['inherit', told.stdio, told.stdio], env: { ...process.env, ...environment } });
    const begun = Date.now();
    const cameFurther = (): number => (sign !== undefined && existsSync(sign) ? statSync(sign).mtimeMs : begun);
    const timer = setInterval(() => {
      if (Date.now() - cameFurther() > patienceMilliseconds) child.kill('SIGKILL');
    }, lookMilliseconds);
    child.stdout?.on('data', (text: Buffer) => told.print(text.toString()));
    child.stderr?.on('data', (text: Buffer) => told.print(text.toString()));
    child.once('error', (error) => {
      told.print(`${error.message}\n`);
      clearInterval(timer);
      done(1);
    });
    child.once('close', (code) => {
      clearInterval(timer);
      done(code ?? 1);
    });
  });
}

async function timed(name: string, told: Told, work: () => Promise<Counts>): Promise<Outcome> {
  const started = performance.now();
  told.print(`\n${name}\n`);
  const counts = await work();
  const seconds = (performance.now() - started) / 1000;
  told.print(`${counts.failed === 0 ? '✔' : '✖'} ${name}: ${seconds.toFixed(1)} s\n`);
  return { name, seconds, ...counts };
}

const step = (name: string, program: string, args: readonly string[], told: Told = atOnce): Promise<Outcome> =>
  timed(name, told, async () => {
    const isGood = (await run(program, args, told)) === 0;
    return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
  });

/** Runs test files in one process, one after the other; a process that ends without its counts is a failure. */
function tests(
  name: string,
  files: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  told: Told = atOnce,
): Promise<Outcome> {
  return timed(name, told, async () => {
    if (files.length === 0) return { passed: 0, failed: 0, skipped: 0 };
    const folder = mkdtempSync(join(tmpdir(), 'tongheng-run-'));
    const summary = join(folder, 'counts.json');
    const options = ['--test-isolation=none', `--test-timeout=${patienceForTest}`, `--test-reporter=${join(root, 'test/reporter.ts')}`];
    const ending = ['--test-reporter-destination=stdout', '--test-force-exit'];
    try {
      // Decision 12: numbers are computed without the middle compiler, as the program does.
      const args = ['--no-maglev', '--test', ...options, ...ending, 'test/in-turn.ts'];
      const own = { TONGHENG_TEST_FILES: JSON.stringify(files), TONGHENG_TEST_SUMMARY: summary };
      const code = await run(process.execPath, args, told, { ...environment, ...own }, summary);
      const counts = existsSync(summary) ? (JSON.parse(readFileSync(summary, 'utf8')) as Counts) : { passed: 0, failed: 0, skipped: 0 };
      const endedWell = code === 0 || counts.failed > 0;
      return endedWell && counts.passed + counts.failed + counts.skipped > 0 ? counts : { ...counts, failed: counts.failed + 1 };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

const find = (...patterns: string[]): string[] => globSync(patterns, { cwd: root }).sort();

const pureTests = find(
  'packages/**/*.test.ts',
  'app/kernel/**/*.test.ts',
  'app/**/rules*.test.ts',
  'app/**/rules/**/*.test.ts',
  'test/architecture.test.ts',
  'test/purity.test.ts',
).filter((file) => !file.includes('node_modules'));
const journeyTests = find('test/journeys/**/*.test.ts');
/** The journeys take longer than the services: those of work on site come when only the older PostgreSQL is left, beside the rest. */
const onSiteJourneys = journeyTests.filter((file) => file.startsWith('test/journeys/on-site'));
/** Makes a cluster of its own and lets its server be killed: what a process keeps of the database of the run must not reach it. */
const killingTests = ['test/issuing-durability.test.ts'];
const otherTests = find('app/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts').filter(
  (file) => ![...pureTests, ...journeyTests, ...killingTests].includes(file),
);
/** Files run in the order of their names: test/whole-run.test.ts comes last and asks what the others have played. */
const wholeRun = { TONGHENG_WHOLE_RUN: '1' };

/**
 * What may differ between versions of PostgreSQL: migrations, functions and triggers, the plans of large registers, settings of a cluster. The
 * rest are statements that these use as well.
 */
const versionTests = find(
  'app/platform/postgres/{cluster,database,migrate}*.test.ts',
  'app/register/{instrument,coverage,entry,division}/*.test.ts',
  'app/measure/{request,certificate,transparency,capability,measurement-standard,traceability}/{service,store,life,lot,demand,tally,count,recount,graph,span}*.test.ts',
  'app/steer/{indicator,provision}/{service,store}*.test.ts',
  'test/schema.test.ts',
);

/** PostgreSQL 15 is the oldest one that a city may bring along; Debian 12 has it. */
const olderPostgres = '/usr/lib/postgresql/15/bin';

/** Begins a part of the run now; what it said is printed when it is waited for. */
function beside(work: (told: Told) => Promise<Outcome>): () => Promise<Outcome> {
  let kept = '';
  const outcome = work({ print: (text) => void (kept += text), stdio: 'pipe' });
  return async () => {
    const ended = await outcome;
    process.stdout.write(kept);
    return ended;
  };
}

/** What the compiler, the linters and the pure tests say: a minute or two, no database, no browser. */
async function check(): Promise<Outcome[]> {
  const pure = beside((told) => tests('pure tests', pureTests, {}, told));
  return [
    // Each checker of the compiler has its own types: one takes half the work of four, and a third less time beside the tests.
    await step('types', tool('tsc'), ['-b', '--checkers', '1']),
    await step('lint', tool('oxlint'), ['--type-aware']),
    await step('format', tool('oxfmt'), ['--check']),
    await step('unused', tool('knip'), []),
    await pure(),
  ];
}

/** The services on the embedded PostgreSQL. */
const services = async (): Promise<Outcome[]> => [
  await tests('services', otherTests, wholeRun),
  await tests('killed while issuing', killingTests),
];

async function servicesOnOlderPostgres(): Promise<Outcome[]> {
  if (existsSync(join(olderPostgres, 'initdb')))
    return [await tests('services on PostgreSQL 15', versionTests, { TONGHENG_TEST_POSTGRES: olderPostgres })];
  console.log('\nservices on PostgreSQL 15: left out, it is not installed here');
  return [];
}

/** A browser waits for a page and a service for its database: side by side they take two thirds of the time. */
async function everything(): Promise<Outcome[]> {
  const tools = installForeignTools();
  const outcomes = await check();
  console.log(`\n${await tools}`);
  const others = journeyTests.filter((file) => !onSiteJourneys.includes(file));
  const journeys = beside((told) => tests('journeys', others, {}, told));
  outcomes.push(...(await services()));
  const onSite = beside((told) => tests('journeys on site', onSiteJourneys, {}, told));
  outcomes.push(...(await servicesOnOlderPostgres()), await onSite());
  console.log('\nwaiting for the journeys');
  return [...outcomes, await journeys()];
}

const [verb, ...files] = process.argv.slice(2);
const outcomes =
  files.length > 0
    ? [await tests('chosen tests', files)]
    : verb === 'check'
      ? await check()
      : verb === 'journeys'
        ? [await tests('journeys', journeyTests)]
        : await everything();

const sum = (count: 'passed' | 'failed' | 'skipped'): number => outcomes.reduce((total, outcome) => total + outcome[count], 0);
console.log('');
for (const { name, seconds, failed } of outcomes) console.log(`${failed === 0 ? '✔' : '✖'} ${name} ${seconds.toFixed(1)} s`);
const skipped = sum('skipped');
for (const failure of outcomes.flatMap(({ failures }) => failures ?? [])) console.log(`\n${failure}`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
