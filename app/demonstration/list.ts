import { cellsOf, columnsOf, remarkColumn } from '../register/entry/rules/columns.ts';
import type { Content } from '../register/entry/rules/kind.ts';
import { kindOf, type EntryKind } from '../register/entry/rules/kinds.ts';

const central = 0x02014b50;
const endOfCentral = 0x06054b50;
/** 1980-01-01, the first day that the ZIP format knows. */
const firstDay = 0x0021;

/** A workbook carries the minute of its writing in every member; without it the same rows give the same bytes. */
function withoutTimes(bytes: Uint8Array): Uint8Array {
  const zip = Buffer.from(bytes);
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== endOfCentral) end -= 1;
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === central) {
    const local = zip.readUInt32LE(at + 42);
    for (const [time, day] of [
      [at + 12, at + 14],
      [local + 10, local + 12],
    ] as const) {
      zip.writeUInt16LE(0, time);
      zip.writeUInt16LE(firstDay, day);
    }
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return new Uint8Array(zip);
}

/** The workbook of an opening stock list in the layout of its template. */
export async function writeList(kind: EntryKind, rows: readonly Content[], day: string): Promise<Uint8Array> {
  const { default: library } = await import('exceljs');
  const book = new library.Workbook();
  book.created = new Date(`${day}T00:00:00Z`);
  book.modified = book.created;
  const columns = [...columnsOf(kindOf(kind)), remarkColumn];
  const sheet = book.addWorksheet('名单');
  sheet.addRow(columns.map((column) => column.label[0]));
  sheet.addRow(columns.map((column) => column.id));
  rows.forEach((content, index) => {
    const cells: Record<string, string> = { ...cellsOf(kindOf(kind), content, 'zh'), number: String(index + 1) };
    sheet.addRow(columns.map((column) => cells[column.id] ?? ''));
  });
  return withoutTimes(new Uint8Array(await book.xlsx.writeBuffer()));
}
