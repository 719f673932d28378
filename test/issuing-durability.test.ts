import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { issueUnderKills } from '../bench/issuing-under-kills.ts';
import { makeKilledCity } from '../bench/killed-city.ts';
import { makeTestFolder, removeTestFolder } from './support/database.ts';
import { tongheng } from './support/program.ts';

let folder: string;
before(() => {
  folder = makeTestFolder();
});
after(() => removeTestFolder(folder));

// 200 random moments are a bench: `npm run bench -- issuing-kills`.
test('kill -9 of the server with its database while certificates are issued: no number twice, none without its leaf, and the log verifies', async () => {
  const city = await makeKilledCity(join(folder, 'city'));
  const { faults, issued, checkpoints } = await issueUnderKills(city, { rounds: 3, within: 1500 });
  assert.deepEqual(faults, []);
  assert.ok(issued > 0 && checkpoints > 0, `${issued} documents and ${checkpoints} checkpoints`);

  // Whoever does not trust the server takes its log away and recomputes it.
  const [data, taken] = [join(folder, 'city'), join(folder, 'log')];
  const exported = await tongheng(['log', 'export', taken, '--data', data, '--json']);
  assert.equal(exported.code, 0, exported.error);
  const { size, root } = JSON.parse(exported.out) as { size: number; root: string };
  assert.ok(size >= issued, `${size} leaves`);
  const verified = await tongheng(['log', 'verify', taken, '--json']);
  assert.equal(verified.code, 0, verified.error);
  const found = JSON.parse(verified.out) as { size: number; root: string; ok: boolean };
  assert.deepEqual([found.ok, found.size, found.root], [true, size, root]);
});
