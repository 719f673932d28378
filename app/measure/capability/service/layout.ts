import type { EffectiveMatrix, Matrix } from '../contract.ts';
import { effectiveStates } from '../rules/effective.ts';
import { cellStates } from '../rules/life-cycle.ts';
import { noteOf } from '../rules/matrix.ts';

/** The annex as a sheet of texts: the same rows for the workbook and for the PDF. */
export type AnnexSheet = {
  readonly title: string;
  readonly subtitle: string;
  readonly header: readonly string[];
  readonly items: string;
  readonly rows: readonly (readonly string[])[];
  readonly note: string;
  readonly cells: { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly basis: string;
};

const text = (value: number | null): string => (value === null ? '' : String(value));

/**
 * The city's row is what the document prints, since no record of its items exists; the counties' rows are recomputed and the total
 * adds both, the city's row as printed. The effective column is not the annex's own: it stands there only where it was asked for.
 */
export function layOut(matrix: Matrix, effective?: EffectiveMatrix): AnnexSheet {
  const effectiveIn = (region: string): string =>
    text(effective?.cells.filter((cell) => cell.region === region && cell.state === 'effective').length ?? null);
  const last = (words: string): string[] => (effective === undefined ? [] : [words]);
  const { city, counties } = matrix;
  const rows = counties.map((county) => [
    county.annexName,
    ...[county.effective.required, county.effective.done, county.effective.open].map(text),
    ...last(effectiveIn(county.code)),
  ]);
  const cityRow =
    city === null
      ? []
      : [[`${city.annexName}*`, text(city.printed.required), text(city.printed.done), text(city.printed.open), ...last('/')]];
  const total = (column: 'required' | 'done' | 'open'): string => text((city?.printed[column] ?? 0) + matrix.effectiveTotal[column]);
  const note = noteOf(
    counties.map((county) => ({
      name: county.annexName,
      open: county.cells.flatMap((cell) =>
        cell.state === 'in-use' ? [] : [matrix.items.find((item) => item.id === cell.item)?.name[0] ?? cell.item],
      ),
    })),
  );
  return {
    title: matrix.name[0],
    subtitle: `截至 ${matrix.asOf}`,
    header: [matrix.itemsHeader, ...matrix.header, ...last('当日有效')],
    items: matrix.items.map((item) => `${item.mark}${item.name[0]}`).join('\n'),
    rows: [
      ...cityRow,
      ...rows,
      ['合计', total('required'), total('done'), total('open'), ...last(text(effective?.totals.effective ?? null))],
    ],
    note: `注：${note}`,
    basis: `*市级为${matrix.documentNumber}所载数量（${matrix.baseline}），文件未列项目；各县（市、区）由能力记录推算，其中文件基期 ${matrix.inPlace.fromDocument} 格、记录 ${matrix.inPlace.fromRecords} 格在用。${effective === undefined ? '' : effectiveNote(effective)}`,
    cells: {
      header: ['地区', ...matrix.items.map((item) => `${item.mark}${item.name[0]}`)],
      rows: counties.map((county) => [
        county.annexName,
        ...county.cells.map((cell) => {
          const printed = cell.state === null ? '/' : cellStates[cell.state][0];
          const found = effective?.cells.find((one) => one.region === county.code && one.item === cell.item);
          return found === undefined || found.state === 'not-in-use' ? printed : `${printed}（${effectiveStates[found.state][0]}）`;
        }),
      ]),
    },
  };
}

const effectiveNote = ({ totals }: EffectiveMatrix): string =>
  `“当日有效”指当日标准、设备、授权、人员、规程、环境各项前提均有记录且满足；另有 ${totals.ineffective} 格不满足，${totals.unrecorded} 格在用但前提未接入记录，不计为有效，也不认定为无效。`;
