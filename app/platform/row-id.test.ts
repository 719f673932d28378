import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { openEmptyDatabase } from '../../test/support/database.ts';
import { withClient } from './postgres/database.ts';
import { idAt, newId } from './row-id.ts';

test('an id is printed as in RFC 9562, appendix A.6', () => {
  // 2022-02-22T19:22:22Z; the version that the random part had before does not stay.
  assert.equal(idAt(0x017f22e279b0, 'ffffffff-ffff-4cc3-98c4-dc0c0c07398f'), '017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('ids of later milliseconds come later, and those of one millisecond differ', () => {
  const times = [0, 1, 0xffff, 0x10000, 0xffffffff, 0x100000000, 0x017f22e279b0, 2 ** 48 - 1];
  const ids = times.map((at) => idAt(at, randomUUID()));
  assert.deepEqual(ids.toSorted(), ids);
  assert.equal(new Set(Array.from({ length: 1000 }, () => newId())).size, 1000);
});

test('PostgreSQL reads version and time from an id', async () => {
  const database = await openEmptyDatabase();
  try {
    const [before, id, after] = [Date.now(), newId(), Date.now()];
    const { rows } = await withClient(database.ownerUrl, (client) =>
      client.query<{ version: number; at: string }>(
        `SELECT uuid_extract_version($1) AS version, (extract(epoch FROM uuid_extract_timestamp($1)) * 1000)::text AS at`,
        [id],
      ),
    );
    const [read] = rows;
    assert.equal(read?.version, 7);
    const at = Number(read.at);
    assert.ok(before <= at && at <= after, `${before} ≤ ${at} ≤ ${after}`);
  } finally {
    await database.close();
  }
});
