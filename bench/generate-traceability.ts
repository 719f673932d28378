import type pg from 'pg';

/**
 * A traceability of a city as large as asked for, made inside of the database: some national standards outside, forty reference standards of the
 * city, thousands of working standards that are calibrated with them each year, and certificates that rest on the working standards. One working
 * standard of a mass verification has a twentieth of all certificates. Records are short texts: what is asked here reads none of them.
 */
export type Graph = {
  readonly certificates: number;
  readonly working: number;
  /** Text of the effects that each certificate of the busy standard keeps, as at issue. */
  readonly effects: string;
  readonly institute: string;
  readonly holder: string;
  readonly person: string;
};

export const references = 4;
export const cityStandards = 40;
export const firstDay = '2021-12-01';
export const days = 1800;
const years = 5;

/** The id of the n-th of a sort; in the order in which they are made, as ids are that begin with their time. */
export const idOf = (sort: number, n: number): string => `00000000-0000-7000-8${sort}00-${n.toString(16).padStart(12, '0')}`;
const idIn = (sort: number, n: string): string => `('00000000-0000-7000-8${sort}00-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
export const sorts = { certificate: 1, calibration: 2, standard: 3, reference: 4, instrument: 5, link: 6 } as const;

/** The calibration of a standard in a year; the city's own stand after the working ones. */
export const calibrationOf = (standard: number, year: number): string => idOf(sorts.calibration, standard * years + year);

const number = (prefix: string, n: string): string =>
  `('3206' || lpad((${n} / 1000000)::text, 2, '0') || '${prefix}2025' || lpad((${n} % 1000000)::text, 6, '0') || 'X')`;

type Steps = readonly (readonly [what: string, statement: string])[];

function steps({ certificates, working, effects, institute, holder, person }: Graph): Steps {
  const all = working + cityStandards;
  const certificate = `id, number, kind, verification_id, instrument_id, institute_id, holder_id, region, serial, model, tested_on, issued_on, valid_until,
    check_code, status, record, digest, issued_by, issued_at, format`;
  const row = (id: string, of: string, kind: string, instrument: string, serial: string, on: string, day = `(${on})`): string =>
    `${id}, ${of}, '${kind}', ${id}, ${instrument}, '${institute}', '${holder}', '320685', ${serial}, 'M', ${day}, ${day}, ${kind === 'certificate' ? `${day} + 364` : 'null'},
     'ABCDEFGH', 'valid', '{}', repeat('0', 64), '${person}', ${day}::timestamptz, 3`;
  const day = `date '${firstDay}' + ((n::bigint * 2654435761) % ${days})::int`;
  const year = `((n::bigint * 2654435761) % ${days})::int / 365`;
  // A twentieth rests on one standard; the others are spread so that some have hundreds of times more than others.
  const standardOf = (n: string): string =>
    `(case when ${n} % 20 = 0 then 0 else 1 + floor(power(((${n}::bigint * 40503) % 65536) / 65536.0, 3) * ${working - 1})::int end)`;
  return [
    [
      'levels outside',
      `insert into traceability_reference (id, institute_id, region, level, quantity, item, number, issuer, calibrated_on, person_id, recorded_at)
      select ${idIn(sorts.reference, 'n')}, '${institute}', '320685', case when n < ${references} then 'primary' else 'public-standard' end, 'mass', '质量标准装置', '上级 ' || n,
        '测试省计量科学研究院', '2020-01-01', '${person}', '2021-01-01' from generate_series(0, ${references + 9}) n;
      insert into traceability_link (id, lower_kind, lower_id, reference_id, institute_id, person_id, recorded_at)
      select ${idIn(sorts.link, 'n')}, 'reference', ${idIn(sorts.reference, 'n')}, ${idIn(sorts.reference, `n % ${references}`)}, '${institute}', '${person}', '2021-01-01'
      from generate_series(${references}, ${references + 9}) n`,
    ],
    [
      'standards',
      `insert into standard (id, institute_id, region, number, name, model, serial, range, roles, recorded_at)
      select ${idIn(sorts.standard, 'n')}, '${institute}', '320685', 'B' || n, '砝码组', 'M1', 'S' || n, '1 mg～20 kg', '{jjg-0539:weights}', '2021-01-01'
      from generate_series(0, ${all - 1}) n`,
    ],
    [
      'calibrations',
      `insert into standard_certificate (id, standard_id, kind, number, issuer, calibrated_on, valid_until, quality, value, unit, person_id, recorded_at)
      select ${idIn(sorts.calibration, `n * ${years} + y`)}, ${idIn(sorts.standard, 'n')}, 'calibration',
        case when n < ${working} then ${number('C', `(n * ${years} + y)`)} else '外 ' || n || '-' || y end, '测试省计量科学研究院',
        date '${firstDay}' + y * 365, date '${firstDay}' + y * 365 + 364, 'mpe', '0.2', 'g', '${person}', date '${firstDay}' + y * 365
      from generate_series(0, ${all - 1}) n, generate_series(0, ${years - 1}) y`,
    ],
    [
      'levels of the city’s own',
      `insert into traceability_link (id, lower_kind, lower_id, reference_id, institute_id, person_id, recorded_at)
      select ${idIn(sorts.link, `1000 + n * ${years} + y`)}, 'calibration', ${idIn(sorts.calibration, `n * ${years} + y`)}, ${idIn(sorts.reference, `${references} + n % 10`)},
        '${institute}', '${person}', '2021-01-01' from generate_series(${working}, ${all - 1}) n, generate_series(0, ${years - 1}) y`,
    ],
    [
      'certificates of calibrations',
      `insert into certificate (${certificate})
      select ${row(idIn(sorts.certificate, `n * ${years} + y`), number('C', `(n * ${years} + y)`), 'calibration', idIn(sorts.instrument, 'n'), `'S' || n`, `date '${firstDay}' + y * 365`)}
      from generate_series(0, ${working - 1}) n, generate_series(0, ${years - 1}) y;
      insert into certificate_standard (certificate_id, role, standard_id, calibration_id, institute_id, tested_on, effects)
      select ${idIn(sorts.certificate, `n * ${years} + y`)}, 'jjg-0539:weights', ${idIn(sorts.standard, `${working} + n % ${cityStandards}`)},
        ${idIn(sorts.calibration, `(${working} + n % ${cityStandards}) * ${years} + y`)}, '${institute}', date '${firstDay}' + y * 365, ''
      from generate_series(0, ${working - 1}) n, generate_series(0, ${years - 1}) y;
      insert into traceability_origin (calibration_id, certificate_id, recorded_at)
      select ${idIn(sorts.calibration, 'k')}, ${idIn(sorts.certificate, 'k')}, '2021-12-01' from generate_series(0, ${working * years - 1}) k`,
    ],
    [
      'instruments of the busy standard',
      `insert into instrument_type (id, kind, name, model, maker) overriding system value values (1, 'price-computing-scale', '电子计价秤', 'M', '制造') on conflict do nothing;
      insert into instrument (id, kind, name, model, serial, maker, holder_id, registrar_id, region, place, use, parameters, status, recorded_at, code, type_id)
      select ${idIn(sorts.instrument, 'n')}, 'price-computing-scale', '电子计价秤', 'M', 'I' || n, '制造', '${holder}', '${holder}', '320685', '摊位', 'trade', '{}', 'in-use', '2021-12-01', 'I' || n, 1
      from (select n from generate_series(0, ${certificates - 1}, 20) n union select n from generate_series(0, ${working - 1}) n) made`,
    ],
    [
      'certificates',
      `insert into certificate (${certificate})
      select ${row(idIn(sorts.certificate, 'n + 1000000'), number('A', 'n'), 'certificate', idIn(sorts.instrument, 'n'), `'I' || n`, day)}
      from generate_series(0, ${certificates - 1}) n`,
    ],
    [
      'edges',
      `insert into certificate_standard (certificate_id, role, standard_id, calibration_id, institute_id, tested_on, effects)
      select ${idIn(sorts.certificate, 'n + 1000000')}, 'jjg-0539:weights', ${idIn(sorts.standard, 's')}, ${idIn(sorts.calibration, `s * ${years} + y`)}, '${institute}', day,
        case when s = 0 then '${effects.replaceAll("'", "''")}' else '' end
      from (select n, ${standardOf('n')} as s, ${day} as day, ${year} as y from generate_series(0, ${certificates - 1}) n) made`,
    ],
    [
      'second standards',
      `insert into certificate_standard (certificate_id, role, standard_id, calibration_id, institute_id, tested_on, effects)
      select ${idIn(sorts.certificate, 'n + 1000000')}, 'jjg-0539:auxiliary', ${idIn(sorts.standard, 's')}, ${idIn(sorts.calibration, `s * ${years} + y`)}, '${institute}', day, ''
      from (select n, 1 + n % ${working - 1} as s, ${day} as day, ${year} as y from generate_series(0, ${certificates - 1}, 5) n) made`,
    ],
  ];
}

const large = ['certificate', 'certificate_standard', 'instrument'];

/** Fills a migrated database on a superuser's connection; indexes are made when the rows are there, as a restore does it. */
export async function generateTraceability(client: pg.Client, graph: Graph, tell: (step: string) => void): Promise<void> {
  await client.query(`set session_replication_role = replica; set maintenance_work_mem = '1GB'; set work_mem = '256MB'`);
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)`,
    [large],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  for (const [what, statement] of steps(graph)) {
    await client.query(statement);
    tell(what);
  }
  for (const { name, definition } of rows) {
    await client.query(definition);
    tell(`index ${name}`);
  }
  await client.query('vacuum analyze certificate; ');
  await client.query('vacuum analyze certificate_standard');
  await client.query('analyze');
  tell('analyzed');
}
