import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { codeOf } from '../app/register/instrument/rules/code.ts';
import { addDays } from '../app/kernel/day.ts';
import { brand, kinds, pick, randomOf, regions, serialOf, townshipName, trades, zipfOf } from './invented-ledger.ts';

export type Size = { readonly instruments: number; readonly holders: number; readonly types: number; readonly institutes: number };
export type Told = (step: string) => void;
type Settled = { readonly institute: string; readonly holder: string; readonly person: string; readonly county: string };

export const today = '2026-11-26';
/** Every third instrument has its events; a verification belongs to its thread. */
export const timelineShare = 3;

// Ids in the order of their rows fill an index from one end.
export const idOf = (kind: number, n: number): string => `0000000${kind}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const nothing = '\\N';

/** Rows as COPY reads them, made while the database takes them. */
async function copy(client: pg.Client, into: string, rows: Iterable<readonly (string | number)[]>): Promise<void> {
  function* chunks(): Generator<string> {
    let lines: string[] = [];
    for (const row of rows) {
      lines.push(row.join('\t'));
      if (lines.length === 2000) {
        yield `${lines.join('\n')}\n`;
        lines = [];
      }
    }
    if (lines.length > 0) yield `${lines.join('\n')}\n`;
  }
  await pipeline(Readable.from(chunks()), client.query(copyFrom(`COPY ${into} FROM STDIN`)));
}

type Statement = { readonly take: string; readonly give: string };

/** What would be kept row by row is taken off before millions of rows and given back afterwards; references are not checked again. */
async function takeOff(client: pg.Client, tables: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<Statement>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS take,
            format('ALTER TABLE %s ADD CONSTRAINT %I %s NOT VALID', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS give, 3 AS at
     FROM pg_constraint WHERE contype = 'f' AND (conrelid = ANY($1::regclass[]) OR confrelid = ANY($1::regclass[]))
     UNION ALL
     SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)), 2
     FROM pg_constraint WHERE contype IN ('p', 'u') AND conrelid = ANY($1::regclass[])
     UNION ALL
     SELECT format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid), 1
     FROM pg_index WHERE indrelid = ANY($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
     UNION ALL
     SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname), format('ALTER TABLE %s ENABLE TRIGGER %I', tgrelid::regclass, tgname), 4
     FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = ANY($1::regclass[])
     ORDER BY at DESC`,
    [tables],
  );
  for (const { take } of rows) await client.query(take);
  return rows.map(({ give }) => give).toReversed();
}

const townshipCode = (region: string, n: number): string => `${region}${String(100 + n)}`;
export const regionsWithTownships = regions.map(({ code, townships }) => ({
  code,
  townships: Array.from({ length: townships }, (_, n) => townshipCode(code, n)),
}));

type Township = { readonly code: string; readonly region: string };

function* divisions(random: () => number): Generator<Township & { readonly name: string }> {
  for (const { code, townships } of regions)
    for (let n = 0; n < townships; n += 1) yield { code: townshipCode(code, n), region: code, name: townshipName(random, n) };
}

/** Kinds with their share as a running sum, so that a random number finds one. */
const shares = (() => {
  let sum = 0;
  return kinds.map(([kind, share, names, models, validity, use]) => ({ kind, upTo: (sum += share), names, models, validity, use }));
})();

type Type = { readonly kind: (typeof shares)[number]; readonly name: string; readonly model: string; readonly maker: string };

function typesOf(count: number, random: () => number): Type[] {
  const makers = Array.from(
    { length: 320 },
    (_, n) =>
      `${pick(regions, random).name}${brand(random)}${pick(['衡器', '仪表', '电子', '医疗器械', '自动化'], random)}${n % 3 === 0 ? '有限公司' : '厂'}`,
  );
  const types = new Map<string, Type>();
  const whole = shares[shares.length - 1]?.upTo ?? 0;
  for (let n = 0; types.size < count; n += 1) {
    // Every kind has some; the rest by share.
    const at = random() * whole;
    const kind = (n < shares.length * 8 ? shares[n % shares.length] : shares.find(({ upTo }) => upTo >= at)) ?? shares[0];
    if (kind === undefined) break;
    const model = `${pick(kind.models, random)}${pick(['-', '', '/'], random)}${Math.floor(random() * 90 + 1)}${pick(['', 'A', 'B', 'P', 'ZN'], random)}`;
    const type = { kind, name: pick(kind.names, random), model, maker: pick(makers, random) };
    types.set(`${type.name}|${model}|${type.maker}`, type);
  }
  return [...types.values()];
}

function* holders(size: Size, townships: readonly Township[], random: () => number): Generator<(string | number)[]> {
  const wheel = trades.flatMap((trade) => Array.from({ length: trade[2] }, () => trade));
  for (let n = 0; n < size.holders; n += 1) {
    const region = townships[n % townships.length]?.region ?? '320685';
    const [trade, ending] = pick(wheel, random);
    const home = regions.find(({ code }) => code === region)?.name ?? '';
    yield [
      idOf(1, n),
      'enterprise',
      `${home}${n % 5 === 0 ? '市' : ''}${brand(random)}${brand(random)}${trade}${ending}`,
      nothing,
      region,
      'true',
      '2023-01-01T00:00:00Z',
    ];
  }
}

function* formerNames(size: Size, random: () => number): Generator<(string | number)[]> {
  for (let n = 0; n < size.holders; n += 20)
    yield [idOf(1, n), `${brand(random)}${brand(random)}${pick(trades, random)[0]}老店`, '2024-06-30', '2024-07-01T00:00:00Z'];
}

const placeKinds = ['market', 'village-clinic', 'supermarket', 'fuel-station', 'meter-lot'] as const;
const placeCount = 8000;

function* places(townships: readonly Township[], settled: Settled, random: () => number): Generator<(string | number)[]> {
  for (let n = 0; n < placeCount; n += 1) {
    const township = townships[n % townships.length];
    yield [
      idOf(2, n),
      placeKinds[n % placeKinds.length] ?? 'other',
      `${brand(random)}${['市场', '卫生室', '超市', '加油站', '小区'][n % 5] ?? ''}${n}`,
      township?.region ?? '',
      township?.code ?? nothing,
      settled.county,
      '2023-01-01T00:00:00Z',
    ];
  }
}

/** Columns of `instruments`. */
const columns = `id, code, type_id, kind, name, model, serial, maker, holder_id, registrar_id, region, township, place, place_id, parent_id, use, parameters, status,
  validity, verdict, verified_on, due_on, certificate_number, verified_by, old_number, ecqs_number, measuring_range, accuracy_class, recorded_at`;

function* instruments(
  size: Size,
  types: readonly Type[],
  typeIds: readonly number[],
  townships: readonly Township[],
  settled: Settled,
): Generator<(string | number)[]> {
  const random = randomOf(7);
  const byKind = new Map<string, number[]>();
  types.forEach(({ kind }, at) => byKind.set(kind.kind, [...(byKind.get(kind.kind) ?? []), at]));
  const draws = new Map([...byKind].map(([kind, list]) => [kind, { list, draw: zipfOf(list.length, 1.1) }]));
  const whole = shares[shares.length - 1]?.upTo ?? 0;
  const holderOf = zipfOf(size.holders, 0.35);
  for (let n = 0; n < size.instruments; n += 1) {
    const at = random() * whole;
    const share = shares.find(({ upTo }) => upTo >= at) ?? shares[0];
    const drawn = draws.get(share?.kind ?? '');
    const typeAt = drawn?.list[drawn.draw(random)] ?? 0;
    const type = types[typeAt];
    if (share === undefined || type === undefined) return;
    // The holder of the story has a shop's ledger of its own.
    const holderAt = holderOf(random);
    const township = townships[holderAt % townships.length];
    const isSettled = n % Math.ceil(size.instruments / 60) === 0;
    const status = n % 100 < 92 ? 'in-use' : n % 100 < 95 ? 'sealed' : n % 100 < 96 ? 'in-repair' : n % 100 < 97 ? 'lost' : 'scrapped';
    const fate = random();
    const verdict = fate < 0.05 ? nothing : fate < 0.08 ? 'fail' : 'pass';
    const verified = fate < 0.047 ? nothing : addDays(today, -Math.floor(random() * 1000) - 1);
    const hasEnd = verdict === 'pass' && share.validity !== 'first-only';
    const due = hasEnd ? addDays(today, Math.floor(random() ** 1.3 * 1095) - 330) : nothing;
    yield [
      idOf(3, n),
      codeOf(isSettled ? '320685' : (township?.region ?? '320685'), n + 1),
      typeIds[typeAt] ?? 0,
      share.kind,
      type.name,
      type.model,
      serialOf(random, n),
      type.maker,
      isSettled ? settled.holder : idOf(1, holderAt),
      n % 3 === 0 ? settled.county : isSettled ? settled.holder : idOf(1, holderAt),
      isSettled ? '320685' : (township?.region ?? '320685'),
      isSettled || n % 50 === 0 ? nothing : (township?.code ?? nothing),
      `${Math.floor(random() * 40) + 1}号${pick(['摊位', '柜', '车间', '楼', '机房'], random)}`,
      n % 4 === 0 ? idOf(2, holderAt % placeCount) : nothing,
      n % 100 === 1 ? idOf(3, n - 1) : nothing,
      share.use,
      '{"max": "15 kg"}',
      status,
      share.validity,
      verdict,
      verified,
      due,
      verdict === nothing ? nothing : `JD${n}`,
      verdict === nothing ? nothing : '测试甲县计量检定测试所',
      n % 10 < 3 ? `旧${100000 + ((n * 7919) % 9_000_000)}` : nothing,
      n % 10 < 4 ? `QJ${320600000000 + n}` : nothing,
      '0.1 kg ~ 15 kg',
      'III',
      `202${3 + (n % 4)}-0${1 + (n % 9)}-1${n % 10}T08:00:00Z`,
    ];
  }
}

function* events(size: Size): Generator<(string | number)[]> {
  for (let n = 0; n < size.instruments; n += timelineShare) {
    yield ['2023-05-01T08:00:00Z', 'instrument.registered', idOf(3, n), '{}'];
    yield ['2024-05-01T08:00:00Z', 'instrument.moved', idOf(3, n), '{"from": "1号摊位", "to": "2号摊位"}'];
    yield ['2025-05-01T08:00:00Z', 'certificate.issued', `JD${n}`, '{}'];
  }
}

async function designate(client: pg.Client, size: Size, settled: Settled): Promise<void> {
  await copy(
    client,
    'organization (id, kind, name, region, recorded_at)',
    (function* () {
      for (let n = 0; n < size.institutes; n += 1)
        yield [idOf(4, n), 'institute', `第${n + 1}计量检定机构`, regions[n % regions.length]?.code ?? '', '2023-01-01T00:00:00Z'];
    })(),
  );
  let n = 0;
  await copy(
    client,
    'designation (id, region, instrument_kind, institute_id, document_number, valid_from, authority_id, person_id, recorded_at)',
    (function* () {
      for (const { code } of regions) {
        for (const [kind] of kinds) {
          // The institute of the story has two counties; the others share the rest, most of them with one kind.
          const institute = code === '320685' || code === '320682' ? settled.institute : idOf(4, n % size.institutes);
          yield [
            idOf(5, (n += 1)),
            code,
            kind,
            institute,
            `测〔2023〕${n}号`,
            '2023-01-01',
            settled.county,
            settled.person,
            '2023-01-01T00:00:00Z',
          ];
        }
      }
    })(),
  );
}

/** Fills a migrated and settled database on the owner's login. Counters are counted afterwards, as after a restore. */
export async function generateLedger(client: pg.Client, size: Size, settled: Settled, tell: Told): Promise<void> {
  const random = randomOf(1);
  const townships = [...divisions(random)];
  await copy(
    client,
    'division (code, region, level, name, source, recorded_at)',
    townships.map(({ code, region, name }) => [code, region, 'township', name, '生成', '2023-01-01T00:00:00Z']),
  );
  const governments = regions.filter(({ code }) => code !== '320600' && code !== '320671');
  await copy(
    client,
    'organization (id, kind, name, region, recorded_at)',
    governments.map(({ code, name }, n) => [idOf(6, n), 'government', `${name}市人民政府`, code, '2023-01-01T00:00:00Z']),
  );
  await designate(client, size, settled);
  tell(`${size.holders} holders`);
  const giveBack = await takeOff(client, ['organization', 'organization_name', 'instrument', 'event', 'instrument_thread']);
  await copy(client, 'organization (id, kind, name, short_name, region, demonstration, recorded_at)', holders(size, townships, random));
  await copy(client, 'organization_name (organization_id, name, valid_to, recorded_at)', formerNames(size, random));
  await copy(client, 'place (id, kind, name, region, township, registrar_id, recorded_at)', places(townships, settled, random));
  const types = typesOf(size.types, random);
  await copy(
    client,
    'instrument_type (kind, name, model, maker)',
    types.map(({ kind, name, model, maker }) => [kind.kind, name, model, maker]),
  );
  const { rows } = await client.query<{ id: number }>('SELECT id FROM instrument_type ORDER BY id');
  tell(`${size.instruments} instruments by COPY`);
  await copy(
    client,
    `instrument (${columns})`,
    instruments(
      size,
      types,
      rows.map(({ id }) => Number(id)),
      townships,
      settled,
    ),
  );
  tell(`events of every ${timelineShare}rd instrument`);
  await copy(client, 'event (at, kind, subject, detail)', events(size));
  await client.query(
    `INSERT INTO instrument_thread (instrument_id, subject) SELECT id, certificate_number FROM instrument WHERE certificate_number IS NOT NULL AND ('x' || right(id::text, 12))::bit(48)::bigint % ${timelineShare} = 0`,
  );
  await client.query(`SELECT setval('instrument_number', $1)`, [size.instruments + 1]);
  await client.query(`SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 1`);
  for (const statement of giveBack) {
    const begun = performance.now();
    await client.query(statement);
    const seconds = (performance.now() - begun) / 1000;
    if (seconds > 5) tell(`${statement.slice(0, 100)}: ${seconds.toFixed(0)} s`);
  }
  tell('counters');
  await client.query('SELECT instrument_recount_tally()');
  tell('VACUUM ANALYZE');
  await client.query('VACUUM ANALYZE');
}
