import type pg from 'pg';

export type Size = { readonly instruments: number; readonly verifications: number; readonly entries: number };
type Ids = {
  readonly person: string;
  readonly second: string;
  readonly third: string;
  readonly institute: string;
  readonly holder: string;
};

const regions = `ARRAY['320685', '320682', '320623', '320681', '320612', '320614', '320613']`;
// Every number below follows from the row's own number, so that two runs make the same city.
const spread = (column: string, factor: number, modulus: number): string => `((${column}::bigint * ${factor}) % ${modulus})`;

// Ids in the order of their rows fill an index from one end.
const idOf = (kind: number, n: string): string => `('0000000${kind}-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** Instruments, the requests for their verification, what became of them, and the verifications, in bulk. */
async function generateThread(client: pg.Client, size: Size, ids: Ids, tell: (step: string) => void): Promise<void> {
  const { instruments, verifications } = size;
  // The rows below are made to fit together; checking every reference of millions of rows would only measure the checking.
  for (const table of ['request_item', 'request_outcome', 'verification', 'entry_version']) {
    const { rows } = await client.query<{ conname: string }>(
      `SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid = $1::regclass`,
      [table],
    );
    for (const { conname } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${conname}`);
  }
  await client.query(`DROP INDEX instrument_search`);
  await client.query(
    `INSERT INTO instrument (id, kind, name, model, serial, maker, holder_id, registrar_id, region, place, use, parameters, status, recorded_at)
     SELECT ${idOf(1, 'n')}, 'price-computing-scale', '电子计价秤', 'ACS-' || n % 40, 'S' || n, '厂' || n % 200, $2, $2, (${regions})[n % 7 + 1],
       '摊位' || n % 500, 'trade', '{}', 'in-use', '2023-01-01T00:00:00Z'::timestamptz + (n % 1000) * interval '1 day'
     FROM generate_series(1, $1::int) n`,
    [instruments, ids.holder],
  );
  await client.query('ANALYZE instrument');
  await client.query(
    `INSERT INTO designation (id, region, instrument_kind, institute_id, document_number, valid_from, authority_id, person_id, recorded_at)
     SELECT gen_random_uuid(), region, 'price-computing-scale', $1, '测〔2023〕1号', '2023-01-01', $1, $2, '2023-01-01T00:00:00Z' FROM unnest(${regions}) region`,
    [ids.institute, ids.person],
  );
  // A request for about every hundred instruments of a round.
  await client.query(
    `CREATE TEMPORARY TABLE round AS SELECT ${idOf(2, 'n')} AS id, n, (${regions})[n % 7 + 1] AS region FROM generate_series(1, $1::int) n`,
    [Math.ceil(verifications / 100)],
  );
  await client.query('ANALYZE round');
  await client.query(
    `INSERT INTO request (id, holder_id, region, instrument_kind, verification_kind, where_done, designation_id, institute_id, status, instrument_count,
       submitted_by, submitted_at)
     SELECT round.id, $1, round.region, 'price-computing-scale', 'subsequent', 'on-site', designation.id, $2, 'served', 100, $3,
       '2023-01-01T01:00:00Z'::timestamptz + (n % 1050) * interval '1 day'
     FROM round JOIN designation USING (region)`,
    [ids.holder, ids.institute, ids.person],
  );
  await client.query(
    `CREATE TEMPORARY TABLE wanted AS
     SELECT ${idOf(3, 'numbered.n')} AS item_id, ${idOf(4, 'numbered.n')} AS verification_id, ${idOf(1, '(numbered.n - 1) % $2::int + 1')} AS instrument_id, round.id AS request_id, round.region,
       numbered.n, '2023-01-02'::date + (${spread('numbered.n', 7919, 1050)})::int AS day,
       CASE WHEN numbered.n % 20 = 0 THEN 'refused' WHEN numbered.n % 50 = 0 THEN 'referred' ELSE 'accepted' END AS first
     FROM generate_series(1, $1::int) numbered (n)
     JOIN round ON round.n = (numbered.n - 1) / 100 + 1`,
    [verifications, instruments],
  );
  await client.query('ANALYZE wanted');
  await client.query('ANALYZE request');
  tell('request_item');
  await client.query(
    `INSERT INTO request_item (id, request_id, instrument_id, region, outcome, outcome_count, step, step_since, served_on)
     SELECT item_id, request_id, instrument_id, region, CASE first WHEN 'refused' THEN first ELSE 'served' END, 2,
       CASE first WHEN 'refused' THEN first ELSE 'issued' END, day + 3 + time '10:00', CASE first WHEN 'refused' THEN NULL ELSE day + 3 END FROM wanted`,
  );
  await client.query('ANALYZE request_item');
  tell('request_outcome');
  await client.query(
    `INSERT INTO request_outcome (item_id, sequence, previous, outcome, region, institute_id, day, recorded_at)
     SELECT item_id, 1, NULL, first, region, $1, day, day + time '10:00' FROM wanted`,
    [ids.institute],
  );
  await client.query(
    `INSERT INTO request_outcome (item_id, sequence, previous, outcome, region, institute_id, day, recorded_at)
     SELECT item_id, 2, 'referred', 'accepted', region, $1, day + 1, day + 1 + time '10:00' FROM wanted WHERE first = 'referred' AND n % 3 > 0`,
    [ids.institute],
  );
  await client.query(
    `INSERT INTO request_outcome (item_id, sequence, previous, outcome, region, institute_id, day, recorded_at)
     SELECT item_id, 2, 'accepted', 'served', region, $1, day + 3, day + 3 + time '10:00' FROM wanted WHERE first = 'accepted' AND n % 100 > 0`,
    [ids.institute],
  );
  tell('verification');
  await client.query(
    `INSERT INTO verification (id, item_id, instrument_id, institute_id, region, edition, kind, status, technician_id, assigned_by, begun_at, tested_on,
       nameplate, result, result_digest, conclusion, submitted_at, checker_id, checked_at, approver_id, approved_at)
     SELECT verification_id, item_id, instrument_id, $1, region, 'jjg-0539-2016', 'subsequent', 'approved', $2, $2, day + time '09:00', day, '{}', '{}',
       repeat('0', 64), CASE WHEN n % 50 = 0 THEN 'fail' ELSE 'pass' END, day + time '11:00', $3, day + time '12:00', $4, day + time '13:00' FROM wanted`,
    [ids.institute, ids.person, ids.second, ids.third],
  );
}

/** Register entries of every kind, with lapses, corrections of earlier versions, and several records of one subject. */
async function generateEntries(client: pg.Client, size: Size, ids: Ids): Promise<void> {
  await client.query(
    `CREATE TEMPORARY TABLE entered AS
     SELECT ${idOf(5, 'n')} AS id, n, kind.kind, '2022-06-01'::date + (${spread('n', 7907, 1560)})::int AS since, kind.levels[n % cardinality(kind.levels) + 1] AS level,
       kind.kind || ${spread('n', 104729, 1_000_003)} % kind.subjects AS subject, kind.facets[n / 3 % cardinality(kind.facets) + 1] AS facet, kind.field
     FROM generate_series(1, $1::int) n
     JOIN (VALUES
       (0, 59, 'service', 9000, ARRAY[NULL]::text[], 'sector', ARRAY['advanced-manufacturing', 'advanced-manufacturing', 'other']),
       (60, 87, 'commitment', 2400, ARRAY[NULL]::text[], 'trade', ARRAY['retail']),
       (88, 91, 'standard', 520, ARRAY[NULL]::text[], 'quantity', ARRAY['mass']),
       (92, 93, 'talent', 60, ARRAY['city', 'province', 'national'], 'programme', ARRAY['jianghai', 'samr-innovation']),
       (94, 94, 'project', 40, ARRAY['city', 'province'], 'programme', ARRAY['key']),
       (95, 95, 'patent', 80, ARRAY[NULL]::text[], 'field', ARRAY['intelligent-manufacturing', 'other']),
       (96, 96, 'team', 9, ARRAY['city'], 'host', ARRAY['所']),
       (97, 97, 'cultureBase', 20, ARRAY['city', 'province'], 'host', ARRAY['所']),
       (98, 98, 'park', 2, ARRAY['province'], 'operator', ARRAY['园']),
       (99, 99, 'demonstrationCounty', 2, ARRAY['province'], 'measures', ARRAY['惠民'])
     ) kind (low, high, kind, subjects, levels, field, facets) ON n % 100 BETWEEN kind.low AND kind.high`,
    [size.entries],
  );
  await client.query(
    `INSERT INTO entered SELECT gen_random_uuid(), n, kind, '2024-03-01'::date + n, level, facet, facet, 'centre'
     FROM (VALUES (1, 'centre', 'national', 'national-ship'), (2, 'centre', 'province', 'provincial-transformer'), (3, 'centre', 'national', 'data-branch'),
       (4, 'laboratory', 'province', 'a'), (5, 'laboratory', 'city', 'b'), (6, 'committee', 'province', 'c')) one (n, kind, level, facet)`,
  );
  await client.query(`INSERT INTO entry (id, kind, submitted_by, submitted_at) SELECT id, kind, $1, since + time '08:00' FROM entered`, [
    ids.person,
  ]);
  // Every seventh entry was corrected: its first version is superseded; every ninth has lapsed.
  for (const version of [1, 2]) {
    await client.query(
      `INSERT INTO entry_version (entry_id, version, recorded_at, superseded_at, action, person_id, status, kind, level, subject_key, region, organization_id,
         title, document_number, issuer, since, until, payload, counts_from, counts_to, opening, submitted_by, reviewed_by, accepted_by)
       SELECT id, $1::int, since + ($1::int * 20) + time '08:00', CASE WHEN $1::int = 1 AND n % 7 = 0 THEN since + 40 + time '08:00' END, 'accept', $2, 'accepted', kind, level,
         CASE WHEN $1::int = 1 AND n % 7 = 0 THEN subject || '错' ELSE subject END, (${regions})[n % 7 + 1], $5, subject, '测〔2024〕' || n || '号', '测试机关', since,
         CASE WHEN n % 9 = 0 THEN since + 400 END, jsonb_build_object(field, facet), since, CASE WHEN n % 9 = 0 THEN since + 401 END, n % 5 = 0, $2, $3, $4
       FROM entered WHERE $1::int = 1 OR n % 7 = 0`,
      [version, ids.person, ids.second, ids.third, ids.institute],
    );
  }
}

/** Fills a migrated database on the owner's login; the tallies come from the same triggers as in service. */
export async function generateCity(client: pg.Client, size: Size, ids: Ids, tell: (step: string) => void): Promise<void> {
  tell(`${size.instruments} instruments, ${size.verifications} verifications`);
  await generateThread(client, size, ids, tell);
  tell(`${size.entries} register records`);
  await generateEntries(client, size, ids);
  tell('VACUUM ANALYZE');
  await client.query('VACUUM ANALYZE');
}
