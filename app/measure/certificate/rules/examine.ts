/** What a certificate of the register is held against: its own record, computed again, and its place in the log. */
import { InvalidRecord, isOlder, readAnyRecord, type CertificateRecord, type OlderRecord } from '@tongheng/seal/record';
import { recompute } from '@tongheng/seal/verify/recompute';
import { readLeaf } from '@tongheng/seal/leaf';
import type { FindingKind } from './finding.ts';

/** A row of the register with the leaf that it names; `computedDigest`: SHA-256 of the record, computed now. */
export type Examined = {
  readonly number: string;
  readonly kind: string;
  readonly serial: string;
  readonly testedOn: string;
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly replaces: string | null;
  readonly record: string;
  readonly digest: string;
  readonly computedDigest: string;
  readonly format: number;
  /** undefined: the row names none, or the log has none of this id. */
  readonly leaf: { readonly index: number | null; readonly entry: string } | undefined;
};

export type Finding = { readonly kind: FindingKind; readonly detail: string };

const most = 12;

function leafFindings({ number, digest, leaf, format }: Examined): Finding[] {
  // What was issued before there was a log has no leaf, and says so by its format.
  if (leaf === undefined) return format < 3 ? [] : [{ kind: 'leaf', detail: number }];
  const said = readLeaf(leaf.entry);
  if (said === undefined || said.number !== number || said.recordDigest !== digest)
    return [{ kind: 'leaf', detail: leaf.entry.slice(0, 500) }];
  return leaf.index === null ? [{ kind: 'pending', detail: number }] : [];
}

/** The register beside the record: whoever changes one without the other is found. */
function rowFindings(row: Examined, record: CertificateRecord | OlderRecord): Finding[] {
  const pairs: readonly (readonly [string, string | null, string | null])[] = [
    ['number', row.number, record.number],
    ['kind', row.kind, record.kind],
    ['serial', row.serial, record.instrument.serial],
    ['testedOn', row.testedOn, record.verification.testedOn],
    ['issuedOn', row.issuedOn, record.issuedOn],
    ['validUntil', row.validUntil, record.validUntil],
    ['replaces', row.replaces, isOlder(record) ? null : (record.replaces?.number ?? null)],
  ];
  const different = pairs.filter(([, kept, said]) => kept !== said);
  if (different.length === 0) return [];
  return [{ kind: 'row', detail: different.map(([name, kept, said]) => `${name}: ${kept ?? '—'} ≠ ${said ?? '—'}`).join('; ') }];
}

function resultFindings(record: CertificateRecord | OlderRecord): Finding[] {
  const { answer, differences } = recompute(record);
  if (answer.ok === true) return [];
  if (answer.ok === null) return [{ kind: 'undetermined', detail: answer.reason[0] }];
  const line = ({ place, recorded, computed }: (typeof differences)[number]): string => `${place}: ${recorded ?? '—'} → ${computed ?? '—'}`;
  const isVerdict = (place: string): boolean => place === 'verdict' || place === 'conclusion';
  const verdict = differences.filter(({ place }) => isVerdict(place));
  const rest = differences.filter(({ place }) => !isVerdict(place));
  const detailOf = (found: typeof differences): string =>
    found.slice(0, most).map(line).join('; ') + (found.length > most ? `; … (${found.length})` : '');
  return [
    ...(verdict.length === 0 ? [] : [{ kind: 'verdict' as const, detail: detailOf(verdict) }]),
    ...(rest.length === 0 ? [] : [{ kind: 'result' as const, detail: detailOf(rest) }]),
  ];
}

/** Everything that does not agree; none for a certificate that proves itself. */
export function examine(row: Examined): Finding[] {
  const found: Finding[] = [...leafFindings(row)];
  if (row.digest !== row.computedDigest) found.push({ kind: 'digest', detail: `${row.digest} ≠ ${row.computedDigest}` });
  try {
    const record = readAnyRecord(row.record);
    return [...found, ...rowFindings(row, record), ...resultFindings(record)];
  } catch (error) {
    if (!(error instanceof InvalidRecord)) throw error;
    return [...found, { kind: 'form', detail: error.message }];
  }
}
