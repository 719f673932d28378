import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { issueUnderKills } from '../bench/issuing-under-kills.ts';
import { makeKilledCity } from '../bench/killed-city.ts';
import { makeTestFolder, removeTestFolder } from './support/database.ts';

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
});
