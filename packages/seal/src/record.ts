/**
 * The record of a certificate: everything that it says, in canonical JSON (RFC 8785). The record is the certificate; a DCC, a paper and a
 * label are views of it. Whatever was measured is decimal text with the digits that were written.
 */
import type { Calculation } from '@tongheng/procedures/calculation';
import { canonical } from './canonical.ts';
import {
  at,
  count,
  day,
  byType,
  fields,
  flag,
  formed,
  InvalidRecord,
  list,
  map,
  newPass,
  oneOf,
  orNull,
  text,
  type Shape,
  type Shaped,
} from './shape.ts';

export { InvalidRecord } from './shape.ts';

export const recordFormat = 'tongheng-verification-record/3';
const olderFormats = ['tongheng-verification-record/1', 'tongheng-verification-record/2'] as const;

/** No record is longer, in characters: the largest edition with all its rows has less than a tenth. */
export const longestRecord = 2_000_000;
const deepest = 24;

const number = formed(/^[0-9A-Z]{12,30}$/, 'number of a certificate');
const digest = formed(/^[0-9a-f]{64}$/, 'SHA-256 digest');
const short = text(200);
const long = text(2000);
const value = text(120, 0);
const texts = list(long, 2);
const pair: Shape<readonly [string, string]> = (given, pass) => {
  const both = texts(given, pass);
  if (both.length !== 2) throw new InvalidRecord('', 'is no pair of texts');
  return both as unknown as readonly [string, string];
};

/** What lets a person act, by which document and for which days; `until` null: no last day is named. */
const person = fields({ name: short, document: orNull(short), from: orNull(day), until: orNull(day) });

/** The certificate by which a standard was traceable on the day of the test, with what it says of its quality. */
const standardCertificate = fields({
  kind: short,
  number: short,
  issuer: short,
  calibratedOn: day,
  validUntil: day,
  /** What `value` is: 'uncertainty' with its coverage factor, 'mpe', or 'class' with `accuracyClass`. */
  quality: short,
  value: orNull(value),
  unit: orNull(value),
  coverageFactor: orNull(value),
  accuracyClass: orNull(value),
});

const standard = fields({
  /** Regulation and role, such as 'jjg-0539:weights'. */
  role: short,
  standard: short,
  statement: orNull(long),
  number: short,
  name: short,
  model: text(200, 0),
  serial: text(200, 0),
  range: text(200, 0),
  state: orNull(short),
  certificate: orNull(standardCertificate),
});

const cells = map(text(500, 0), 300);
const readings = map(map(byType({ string: text(500, 0), list: list(cells, 5000) }), 300), 300);

const computedValue = fields({ id: short, item: short, symbol: short, value, unit: value });
const inputError = fields({ path: short, reason: short, text: pair });
const checked = {
  id: short,
  item: short,
  row: short,
  symbol: short,
  clause: orNull(short),
  value,
  limit: orNull(value),
  unit: value,
  comparison: oneOf('within', 'at-most', 'at-least', 'between', 'stated'),
  verdict: oneOf('pass', 'fail', 'undetermined'),
  confirmed: flag,
};
const checkFromZero = fields(checked);
const checkBetween = fields({ ...checked, lower: value });
const check: Shape<unknown> = (given, pass) => {
  const hasLower = given !== null && typeof given === 'object' && 'lower' in given;
  return (hasLower ? checkBetween : checkFromZero)(given, pass);
};
const calculation = fields({
  procedure: short,
  kind: orNull(oneOf('initial', 'subsequent', 'in-use')),
  values: list(computedValue, 50_000),
  checks: list(check, 50_000),
  conclusion: orNull(oneOf('pass', 'fail')),
  document: orNull(oneOf('verification-certificate', 'notice-of-rejection', 'inspection-record')),
  confirmed: flag,
  errors: list(inputError, 1000),
}) as unknown as Shape<Calculation>;

/** U of one checked value where the institute states it: U = k·u, both decimal text. None is invented. */
const uncertainty = fields({ check: short, U: value, k: value, unit: value, probability: orNull(value) });

const found = orNull(byType({ string: text(4000, 0), boolean: flag, list: list(text(4000, 0), 2000), number: count }));

const record = fields({
  format: oneOf(recordFormat),
  number,
  /** certificate 检定证书 · notice 检定结果通知书 · calibration 校准证书, which concludes nothing. */
  kind: oneOf('certificate', 'notice', 'calibration'),
  issuedOn: day,
  validUntil: orNull(day),
  validity: orNull(oneOf('periodic', 'limited-use', 'first-only')),
  /** The code that the numbers of the institute begin with. */
  issuer: formed(/^[0-9A-Z]{3,10}$/, 'code of an issuer'),
  institute: fields({ name: short, nameEn: orNull(short), creditCode: orNull(short), address: orNull(short), phone: orNull(short) }),
  /** The document that lets the institute verify this kind of instrument there; null: the platform does not know it. */
  scope: orNull(fields({ document: short, item: short, region: short, from: day, validUntil: orNull(day) })),
  holder: fields({ name: short, address: orNull(short) }),
  instrument: fields({
    id: short,
    /** Its number in the ledger. */
    code: orNull(short),
    kind: short,
    name: short,
    model: text(200, 0),
    serial: text(200, 0),
    maker: text(200, 0),
    place: text(400, 0),
    nameplate: cells,
  }),
  procedure: fields({
    edition: formed(/^[a-z]{3}-\d{4}-\d{4}$/, 'edition'),
    number: short,
    title: pair,
    digest: orNull(digest),
    calculationRevision: orNull(count),
    /** Limits that the edition leaves open, as the institute entered them: path → decimal text. */
    adopted: cells,
    clauses: map(text(500, 0), 2000),
  }),
  verification: fields({
    id: short,
    recordNumber: orNull(short),
    rawRecordDigest: orNull(digest),
    kind: oneOf('initial', 'subsequent', 'in-use'),
    testedOn: day,
    whereDone: orNull(short),
    environment: cells,
    readings,
    standard: orNull(long),
    standards: list(standard, 60),
    result: calculation,
    resultDigest: orNull(digest),
    conclusion: orNull(oneOf('pass', 'fail')),
    uncertainties: list(uncertainty, 5000),
    seals: list(fields({ kind: short, action: short, number: short, position: orNull(short) }), 60),
    remarks: orNull(text(2000, 0)),
  }),
  persons: fields({ tester: person, checker: person, approver: person }),
  gates: list(fields({ gate: short, found: map(found, 60) }), 60),
  /** 换发: the document whose place it takes, why, and what of the document's data differs. */
  replaces: orNull(
    fields({
      number,
      issuedOn: day,
      reason: long,
      changes: list(fields({ field: short, from: orNull(text(400, 0)), to: orNull(text(400, 0)) }), 20),
    }),
  ),
  /** The lot 批 that it was issued with; each document has a verdict of its own. */
  lot: orNull(fields({ number: short, items: count, approvedOn: day })),
  demonstration: flag,
});

/** A record of format 3; see the fields for units and what null says. */
export type CertificateRecord = Shaped<typeof record>;
export type RecordPerson = Shaped<typeof person>;
export type RecordStandard = Shaped<typeof standard>;
export type RecordUncertainty = Shaped<typeof uncertainty>;

/**
 * The checks that a document states: all of them in a verification; in a calibration those with an uncertainty, since it states no value without one.
 *
 * @example statedChecks(readRecord(text)).map(({ id }) => id) // in a calibration: 'weighing.1', 'weighing.2'
 */
export function statedChecks({ kind, verification }: CertificateRecord): Calculation['checks'] {
  const { checks } = verification.result;
  if (kind !== 'calibration') return checks;
  const stated = new Set(verification.uncertainties.map(({ check: id }) => id));
  return checks.filter(({ id, comparison }) => comparison !== 'stated' && stated.has(id));
}

/** A record of formats 1 and 2, from before there were signed views: verified by its digest, computed again, and not sealed. */
export type OlderRecord = {
  readonly format: (typeof olderFormats)[number];
  readonly number: string;
  readonly kind: 'certificate' | 'notice';
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly institute: string;
  readonly holder: string;
  readonly instrument: Readonly<Record<string, unknown>> & {
    readonly serial: string;
    readonly nameplate: Readonly<Record<string, string>>;
  };
  readonly procedure: Readonly<Record<string, unknown>> & { readonly edition: string };
  readonly verification: Readonly<Record<string, unknown>> & { readonly kind: string; readonly testedOn: string };
  readonly persons: Readonly<Record<string, string | null>>;
  readonly demonstration: boolean;
};

/** Nesting outside texts, so that no text can exhaust the stack of what reads it. */
function depthOf(json: string): number {
  let depth = 0;
  let most = 0;
  let inText = false;
  for (let index = 0; index < json.length; index += 1) {
    const code = json.charCodeAt(index);
    if (inText) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x7b || code === 0x5b) most = Math.max(most, (depth += 1));
    else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return most;
}

function parse(json: string): unknown {
  if (json.length > longestRecord) throw new InvalidRecord('', `is longer than ${longestRecord} characters`);
  if (depthOf(json) > deepest) throw new InvalidRecord('', `is nested deeper than ${deepest}`);
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    throw new InvalidRecord('', 'is no JSON');
  }
  if (canonical(given) !== json) throw new InvalidRecord('', 'is not in canonical form (RFC 8785)');
  return given;
}

/** What a whole record promises beyond the types of its fields. */
function refuseContradictions({ kind, number: own, issuer, validUntil, replaces, verification }: CertificateRecord): void {
  if (!own.startsWith(issuer)) throw new InvalidRecord('number', 'does not begin with the code of its issuer');
  if (replaces?.number === own) throw new InvalidRecord('replaces.number', 'is its own number');
  const { conclusion, result } = verification;
  const expected = { certificate: 'pass', notice: 'fail', calibration: null }[kind];
  if (conclusion !== expected) throw new InvalidRecord('verification.conclusion', `does not belong to a ${kind}`);
  if (kind !== 'calibration' && result.conclusion !== conclusion)
    throw new InvalidRecord('verification.result.conclusion', 'is not that of the record');
  if (kind === 'notice' && validUntil !== null) throw new InvalidRecord('validUntil', 'a notice of rejection has no last day');
  if (kind === 'calibration' && validUntil !== null) throw new InvalidRecord('validUntil', 'a calibration certificate has no last day');
  if (kind === 'calibration' && verification.uncertainties.length === 0)
    throw new InvalidRecord('verification.uncertainties', 'a calibration states no value without its uncertainty');
}

/** The canonical text; throws InvalidRecord for what readRecord would refuse, so that nothing is issued that cannot be read. */
export function printRecord(value: CertificateRecord): string {
  const pass = newPass();
  const whole = record(value, pass);
  refuseContradictions(whole);
  return pass.hasOddNames ? canonical(whole) : JSON.stringify(whole);
}

/**
 * The record that the text holds; throws InvalidRecord naming the place for any other text, also for the same facts in another form.
 *
 * @example readRecord('{}') // throws InvalidRecord: format: is missing
 */
export function readRecord(json: string): CertificateRecord {
  const whole = record(parse(json), newPass());
  refuseContradictions(whole);
  return whole;
}

const older = {
  number,
  kind: oneOf('certificate', 'notice'),
  issuedOn: day,
  validUntil: orNull(day),
  institute: short,
  holder: short,
  demonstration: flag,
} as const;

/** A record of any format that was ever issued; throws InvalidRecord. */
export function readAnyRecord(json: string): CertificateRecord | OlderRecord {
  const given = parse(json);
  const format = (given as { format?: unknown } | null)?.format;
  if (!(olderFormats as readonly unknown[]).includes(format)) {
    const whole = record(given, newPass());
    refuseContradictions(whole);
    return whole;
  }
  const one = given as Record<string, Record<string, unknown>>;
  for (const [name, shape] of Object.entries(older)) at(name, shape as Shape<unknown>)(one[name]);
  for (const name of ['instrument', 'procedure', 'verification', 'persons'])
    if (one[name] === null || typeof one[name] !== 'object') throw new InvalidRecord(name, 'is missing');
  at('instrument.serial', text(200, 0))(one['instrument']?.['serial']);
  at('instrument.nameplate', cells)(one['instrument']?.['nameplate']);
  at('procedure.edition', short)(one['procedure']?.['edition']);
  at('verification.kind', short)(one['verification']?.['kind']);
  at('verification.testedOn', day)(one['verification']?.['testedOn']);
  return given as OlderRecord;
}

/** Whether a record is of a format from before the log: shown and not recomputed. */
export const isOlder = (value: CertificateRecord | OlderRecord): value is OlderRecord => value.format !== recordFormat;
