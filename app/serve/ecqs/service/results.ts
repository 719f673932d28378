import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { finishWorkbook, frozen, openWorkbook } from '../../../platform/workbook.ts';
import { instrumentUses, type InstrumentUse } from '../../../register/instrument/rules.ts';
import { templateFields } from '../../../register/ledger-import/service.ts';
import { fieldLabel, reservationFields, reservationOf, resultColumns } from '../rules.ts';
import type { ResultRow } from '../store.ts';

export type Format = 'xlsx' | 'csv' | 'csv-gbk';

const columns = [
  ...templateFields(reservationFields)
    .filter(({ id }) => id !== 'remark')
    .map(({ id, label }) => ({ id, label })),
  ...resultColumns,
];

/** A field that the reservation wrote goes back as it came; what it did not write is what the ledger knows. */
function cellsOf(row: ResultRow, index: number): Record<string, string> {
  const choice = (id: string, value: string | null): string => {
    const found = reservationFields.find((field) => field.id === id)?.choices?.find((one) => one.value === value);
    return found === undefined ? '' : inLanguage(found.text, 'zh');
  };
  const known: Record<string, string | null> = {
    reservation: row.requestNumber === null ? '' : reservationOf(row.requestNumber),
    holderName: row.holderName,
    creditCode: row.creditCode,
    name: row.name,
    model: row.model,
    measuringRange: row.measuringRange,
    accuracyClass: row.accuracyClass,
    serial: row.serial,
    maker: row.maker,
    place: row.place,
    region: row.region,
    count: '1',
    use: instrumentUses[row.use as InstrumentUse][0],
    whereDone: choice('whereDone', row.whereDone),
    verificationKind: choice('verificationKind', row.verificationKind),
    ecqsNumber: row.ecqsNumber,
  };
  const passed = row.documentKind === 'certificate';
  return {
    ...Object.fromEntries(Object.entries(known).map(([id, value]) => [id, value ?? ''])),
    ...row.cells,
    number: String(index + 1),
    conclusion: passed ? '合格' : '不合格',
    testedOn: row.testedOn,
    validUntil: row.validUntil ?? '/',
    certificateNumber: row.number,
    institute: row.instituteName,
  };
}

/** A spreadsheet takes what begins like a formula for one: a text is marked as text (CWE-1236). A number with a sign is a key and stays. */
const quoted = (text: string): string => {
  const safe = /^[=@\t\r]|^[+-](?![\w.\-/]*$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const linesOf = (rows: readonly ResultRow[], heading: readonly string[]): string[][] => [
  [...heading],
  ...rows.map((row, index) => {
    const cells = cellsOf(row, index);
    return columns.map(({ id }) => cells[id] ?? '');
  }),
];

/** The results in the fields of e-CQS: the reservation's own columns, then the result. Headings stay Chinese: e-CQS is. */
export async function writeResults(ctx: Context, rows: readonly ResultRow[], period: string, format: Format): Promise<Download> {
  const lines = linesOf(
    rows,
    columns.map(({ label, id }) => (label[0] === '' ? fieldLabel(id)[0] : label[0])),
  );
  const name = `${inLanguage(['e-CQS检定结果', 'e-CQS results'], ctx.language)}-${period}`;
  if (format === 'xlsx') {
    const book = await openWorkbook();
    const sheet = book.addWorksheet('检定结果', { views: [frozen(1)] });
    sheet.columns = columns.map(({ label }) => ({ width: Math.max(12, label[0].length * 2 + 4), style: { numFmt: '@' } }));
    sheet.addRows(lines);
    sheet.getRow(1).font = { bold: true };
    return finishWorkbook(book, name);
  }
  const text = lines
    .map((line) => line.map(quoted).join(','))
    .join('\r\n')
    .concat('\r\n');
  if (format === 'csv') return { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(`\ufeff${text}`) };
  const { default: iconv } = await import('iconv-lite');
  return { name: `${name}-GBK.csv`, type: 'text/csv; charset=gb18030', bytes: new Uint8Array(iconv.encode(text, 'gb18030')) };
}
