/**
 * How an evaluation is cited: region of the institute, year, four or more digits of a series; a version adds its number.
 * Both are URL-safe ASCII and are given once. Example: UE320685-2026-0001, its second version UE320685-2026-0001.2.
 */

/** @param sequence from 1; otherwise RangeError @example evaluationCode('320685', 2026, 1) // 'UE320685-2026-0001' */
export function evaluationCode(region: string, year: number, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1) throw new RangeError(`no number of a series: ${sequence}`);
  return `UE${region}-${year}-${String(sequence).padStart(4, '0')}`;
}

/** @example citationOf('UE320685-2026-0001', 2) // 'UE320685-2026-0001.2' */
export const citationOf = (code: string, version: number): string => `${code}.${version}`;

/** The parts of a citation; undefined when it is none. */
export function readCitation(citation: string): { readonly code: string; readonly version: number } | undefined {
  const [, code, version] = /^(UE\d{6}-\d{4}-\d{4,7})\.([1-9]\d{0,3})$/.exec(citation) ?? [];
  return code === undefined || version === undefined ? undefined : { code, version: Number(version) };
}
