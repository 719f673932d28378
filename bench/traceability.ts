/**
 * `npm run bench -- traceability [certificates]`: 10,000,000 certificates with 12,000,000 edges unless a number is given, on a cluster with the
 * settings of a city in service. Measured: the chain of one instrument (p95 against 20 ms), the certificates below a working standard with a
 * hundred thousand of them, listed whole and counted (1 s), their numerical evaluation after an error was found (10 s), and the effective matrix,
 * which must equal a slow recount (p95 against 100 ms). Records of the certificates are short texts: nothing that is asked reads them. With CITUS_URL the
 * same is made in that database, distributed as docs/operations/citus.md says. Exit code 1 when a limit is missed.
 */
import { rmSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findEdition } from '@tongheng/procedures/registry';
import { effectsOf } from '@tongheng/procedures/effect';
import { printEffects } from '@tongheng/procedures/effect-text';
import { readRecord } from '@tongheng/seal/record';
import { openDatabase } from '../app/platform/database.ts';
import { startCluster } from '../app/platform/postgres/cluster.ts';
import { loginOf, prepareDatabase, withClient } from '../app/platform/postgres/database.ts';
import { migrate } from '../app/platform/postgres/migrate.ts';
import { calibrationsBelow, chainOf } from '../app/measure/traceability/service/graph.ts';
import { affectedParts, engineFor } from '../app/measure/traceability/service/impact-evaluation.ts';
import type { Finding } from '../app/measure/traceability/rules/impact-finding.ts';
import { countCertificatesBelow, listCertificatesBelow, resolveStart } from '../app/measure/traceability/store/graph.ts';
import type { Context } from '../app/platform/context.ts';
import { makeTestFolder } from '../test/support/database.ts';
import { settle } from '../test/support/story.ts';
import { root } from '../test/support/program.ts';
import { distribute } from './citus.ts';
import { matrixTimes } from './traceability-matrix.ts';
import { calibrationOf, days, firstDay, generateTraceability, idOf, sorts } from './generate-traceability.ts';

const certificates = Number(process.argv[2] ?? 10_000_000);
const working = Math.max(60, Math.round(certificates / 1700));
const limits = { chain: 20, listed: 1000, evaluated: 10_000, matrix: 100 };
const now = '2026-11-23T02:00:00.000Z';
const pageSize = 5000;

const begun = performance.now();
const tell = (step: string): void => console.log(`${((performance.now() - begun) / 1000).toFixed(1).padStart(7)} s  ${step}`);
let missed = 0;
function judge(what: string, milliseconds: number, limit: number): void {
  if (milliseconds > limit) missed += 1;
  const ratio = (milliseconds / limit).toFixed(2);
  console.log(`${what}: ${milliseconds.toFixed(1)} ms, ${ratio} of the limit of ${limit} ms${milliseconds > limit ? ' — missed' : ''}`);
}
const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? NaN;

/** What a price-computing scale's certificate keeps of its weights. */
function effectsOfScale(): string {
  const text = readFileSync(join(root, 'packages/seal/vectors/records/price-computing-scale-pass.json'), 'utf8');
  const { procedure, instrument, verification } = readRecord(text);
  const edition = findEdition(procedure.edition);
  if (edition === undefined) throw new Error(`no edition ${procedure.edition}`);
  const roles = effectsOf(edition, { instrument: instrument.nameplate, readings: verification.readings }, verification.result);
  const weights = roles.find(({ role }) => role === 'weights');
  if (weights === undefined) throw new Error('the scale has no weights');
  return printEffects(weights);
}

async function measure(ctx: Context): Promise<void> {
  const walks: number[] = [];
  let links = 0;
  for (let n = 0; n < 2000; n += 1) {
    const instrument = idOf(sorts.instrument, Math.floor((n * certificates) / 2000));
    const from = performance.now();
    const start = await resolveStart(ctx.db, 'instrument', instrument, '2026-11-23', now);
    if (start === undefined) throw new Error(`no certificate of instrument ${n}`);
    const { edges, standing } = await chainOf(ctx, start, now);
    walks.push(performance.now() - from);
    links += edges.length;
    if (standing !== 'whole') throw new Error(`the chain of instrument ${n} is ${standing}`);
  }
  console.log(`chains of 2000 instruments, ${(links / 2000).toFixed(1)} links each: median ${percentile(walks, 0.5).toFixed(1)} ms`);
  judge('chain of one instrument, p95', percentile(walks, 0.95), limits.chain);

  // A year and some days of the busy standard: as many as the issue asks about.
  const span = { from: firstDay, to: '2026-12-31' };
  const year = { from: '2023-11-01', to: '2024-11-30' };
  const busy = calibrationOf(0, 2);
  const listing: number[] = [];
  let found = 0;
  for (let round = 0; round < 3; round += 1) {
    const from = performance.now();
    const below = await calibrationsBelow(ctx, { kind: 'calibration', id: busy }, span);
    if (!below.includes(busy)) throw new Error('a calibration is not below itself');
    found = 0;
    let after: { day: string; id: string } | undefined;
    const total = await countCertificatesBelow(ctx.db, { ...year, calibrations: below });
    do {
      const rows = await listCertificatesBelow(ctx.db, { ...year, calibrations: below, limit: pageSize, after });
      found += rows.length;
      const last = rows[rows.length - 1];
      after = rows.length < pageSize || last === undefined ? undefined : { day: last.testedOn, id: last.certificateId };
    } while (after !== undefined);
    if (total !== found) throw new Error(`${found} were listed and ${total} counted`);
    listing.push(performance.now() - from);
  }
  judge(`${found} certificates below a working standard, listed and counted`, percentile(listing, 0.5), limits.listed);

  const point = (at: string, error: string) => ({ at, error, U: '0.2', tolerance: '0.2', condition: '' });
  const finding: Finding = {
    standardId: idOf(sorts.standard, 0),
    unit: 'kg',
    errorUnit: 'g',
    span: 'interpolated',
    growth: 'linear',
    transfer: 'unknown',
    since: '2023-12-01',
    until: '2024-11-29',
    points: [point('0', '0'), point('5', '2'), point('15', '6')],
  };
  const from = performance.now();
  const engine = await engineFor(ctx, finding);
  const counts = new Map<string, number>();
  let [done, after] = [0, null as { day: string; id: string } | null];
  for (let before = -1; before !== done;) {
    before = done;
    for await (const { rows, certificates } of affectedParts(ctx, finding, after)) {
      for (const certificate of certificates) {
        const triage = engine.evaluate(certificate)?.triage ?? 'none';
        counts.set(triage, (counts.get(triage) ?? 0) + 1);
      }
      const last = rows[rows.length - 1];
      if (last) after = { day: last.testedOn, id: last.id };
      done += rows.length;
    }
  }
  const took = performance.now() - from;
  console.log(`  ${[...counts].map(([triage, n]) => `${triage} ${n}`).join(', ')}`);
  judge(`${done} certificates evaluated numerically`, took, limits.evaluated);
}

const place = makeTestFolder();
const cluster = await startCluster({ folder: place, durable: true });
try {
  const external = process.env['CITUS_URL'];
  const urls = external === undefined ? await prepareDatabase(cluster, 'traceability') : { ownerUrl: external, appUrl: external };
  await migrate({ ownerUrl: urls.ownerUrl, appRole: loginOf(urls.appUrl) });
  if (external !== undefined) await withClient(external, (client) => distribute(client, tell));
  const database = openDatabase(urls.appUrl, { connections: 4 });
  const ids = await settle(database.db, now);
  const graph = {
    certificates,
    working,
    effects: effectsOfScale(),
    institute: ids.technician.organization,
    holder: ids.holder.organization,
    person: ids.technician.person,
  };
  const superuser = external ?? { ...cluster.superuser, database: 'traceability' };
  await withClient(superuser as pg.ClientConfig, (client) => generateTraceability(client, graph, tell));
  console.log(`${certificates} certificates, ${Math.round(certificates * 1.2)} edges over ${days} days, ${working} working standards`);
  await measure({ db: database.db } as Context);
  await database.close();
  // The matrix reads registers only, never a certificate: it is asked in the city of the story, whose registers the services wrote.
  judge('effective matrix, p95', percentile(await matrixTimes(cluster, place, tell), 0.95), limits.matrix);
} finally {
  await cluster.stop();
  rmSync(place, { recursive: true, force: true });
}
process.exitCode = missed === 0 ? 0 : 1;
