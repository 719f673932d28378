import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { tellStory } from '../app/demonstration/story.ts';
import { addDays } from '../app/kernel/day.ts';
import { readCellDays } from '../app/measure/capability/service/effective.ts';
import { environmentRecordDays } from '../app/measure/measurement-standard/rules/finding.ts';
import { openDatabase } from '../app/platform/database.ts';
import { openFiles } from '../app/platform/files.ts';
import type { startCluster } from '../app/platform/postgres/cluster.ts';
import { loginOf, prepareDatabase, withClient } from '../app/platform/postgres/database.ts';
import { migrate } from '../app/platform/postgres/migrate.ts';
import { openSecrets } from '../app/platform/secret.ts';
import { markCity } from '../app/register/organization/service/setting.ts';
import { recordPlan } from '../app/steer/indicator/service/record-plan.ts';
import { cityPlan } from '../app/steer/plan/service/city-plan.ts';
import { recountEffective } from './recount-capability.ts';

const begunAt = '2026-11-23T02:00:00.000Z';
const asked = 200;

/** Milliseconds of the effective matrix on days over two years, on which cells become effective and fall; on every tenth of them it must be what a recount by plain conditions finds. */
export async function matrixTimes(
  cluster: Awaited<ReturnType<typeof startCluster>>,
  folder: string,
  tell: (step: string) => void,
): Promise<number[]> {
  const urls = await prepareDatabase(cluster, 'matrix');
  await migrate({ ownerUrl: urls.ownerUrl, appRole: loginOf(urls.appUrl) });
  const database = openDatabase(urls.appUrl, { connections: 4 });
  try {
    await markCity(database.db, { code: '320600', name: ['南通市', 'Nantong'] }, { demonstration: true, begunAt });
    await recordPlan({ db: database.db, now: begunAt }, cityPlan());
    const options = { database, files: openFiles(join(folder, 'matrix-files')), secrets: openSecrets(randomBytes(32)), begunAt };
    await tellStory({ ...options, progress: () => undefined });
    tell('the story’s registers for the matrix');
    const plan = cityPlan().id;
    const times: number[] = [];
    let [cells, inUse, effective] = [0, 0, 0];
    await withClient(urls.ownerUrl, async (client) => {
      for (let n = 0; n < asked; n += 1) {
        const at = { asOf: addDays('2025-11-23', Math.floor((n * 730) / asked)), knownAt: begunAt };
        const from = performance.now();
        const matrix = await readCellDays(database, plan, at);
        times.push(performance.now() - from);
        if (n % 10 !== 0) continue;
        const shown = matrix.filter((cell) => cell.effective === 'effective').map(({ region, item }) => `${region}/${item}`);
        const counted = await recountEffective(client, plan, at.asOf, at.knownAt, environmentRecordDays);
        if (shown.toSorted().join() !== counted.toSorted().join()) throw new Error(`the matrix of ${at.asOf} is not what a recount finds`);
        cells = matrix.length;
        inUse = Math.max(inUse, matrix.filter(({ state }) => state === 'in-use').length);
        effective = Math.max(effective, shown.length);
      }
    });
    if (effective === 0) throw new Error('no cell of the matrix is ever effective: the equality says nothing');
    console.log(
      `matrix of ${cells} cells, up to ${inUse} in use and ${effective} effective: equal to a recount on ${asked / 10} of ${asked} days`,
    );
    return times;
  } finally {
    await database.close();
  }
}
