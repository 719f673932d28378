import type { Limits } from '../../rules/limits.ts';
import { Unreadable } from './unreadable.ts';
import { readXml } from './xml.ts';
import type { Archive } from './zip.ts';

export type Sheet = { readonly name: string; readonly part: string; readonly hidden: boolean };
export type Book = {
  readonly sheets: readonly Sheet[];
  readonly since1904: boolean;
  readonly dates: readonly boolean[];
  readonly strings: readonly string[];
};

const nothing = (): void => {};
const noWorkbook = (): Unreadable =>
  new Unreadable(['压缩包中没有工作簿，请上传 .xlsx 或 .csv 文件', 'There is no workbook in this archive: upload .xlsx or .csv']);

/** Relations of a part by id and by the end of their type (ECMA-376-2 9.3). */
async function relationsOf(archive: Archive, part: string): Promise<{ byId: Map<string, string>; byType: Map<string, string> }> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  await readXml(archive.read(`${folder}_rels/${part.slice(folder.length)}.rels`), {
    open(name, attribute) {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      const place = target.startsWith('/') ? target.slice(1) : normal(folder + target);
      byId.set(attribute('Id') ?? '', place);
      byType.set((attribute('Type') ?? '').split('/').pop() ?? '', place);
    },
    text: nothing,
    close: nothing,
  });
  return { byId, byType };
}

function normal(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

// Built-in formats of days (ISO/IEC 29500-1 18.8.30), with those of Chinese editions.
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);

/** True for a number format that shows a day: after quoted, escaped and bracketed parts are left out, a year or a day is shown. */
const isDateFormat = (code: string): boolean =>
  /[yd]|e(?![+-])/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/general|red/gi, ''));

async function datesOf(archive: Archive, part: string | undefined): Promise<boolean[]> {
  const custom = new Map<number, boolean>();
  const dates: boolean[] = [];
  let inCells = false;
  if (part === undefined) return dates;
  await readXml(archive.read(part), {
    open(name, attribute) {
      if (name === 'numFmt') custom.set(Number(attribute('numFmtId')), isDateFormat(attribute('formatCode') ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells || dates.length > 100_000) return;
      const id = Number(attribute('numFmtId') ?? '0');
      dates.push(custom.get(id) ?? isBuiltInDate(id));
    },
    text: nothing,
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return dates;
}

/** The shared texts, without the readings of phonetic runs. */
async function stringsOf(archive: Archive, part: string | undefined, limits: Limits): Promise<string[]> {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let [current, characters, inText, inReading] = ['', 0, false, false];
  await readXml(archive.read(part), {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 't') inText = true;
      else if (name === 'rPh') inReading = true;
    },
    text(text) {
      if (inText && !inReading && current.length <= limits.cellCharacters) current += text;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') {
        strings.push(plain(current.slice(0, limits.cellCharacters + 1)));
        characters += current.length + 8;
        if (characters > limits.sharedCharacters)
          throw new Unreadable(['工作簿中的文字过多，已停止读取，请拆分后上传', 'The workbook holds too much text; split it']);
      }
    },
  });
  return strings;
}

/** Characters that XML cannot hold are written _x000D_ (ISO/IEC 29500-1 22.9.2.19). */
export const plain = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;

/** What all sheets of a workbook share. */
export async function openBook(archive: Archive, limits: Limits): Promise<Book> {
  const root = await relationsOf(archive, '');
  const main = root.byType.get('officeDocument');
  if (main === undefined || !archive.has(main)) throw noWorkbook();
  if (main.endsWith('.bin'))
    throw new Unreadable(['这是二进制工作簿（.xlsb），请另存为 .xlsx', 'This is a binary workbook (.xlsb): save it as .xlsx']);
  const relations = await relationsOf(archive, main);
  const sheets: Sheet[] = [];
  let since1904 = false;
  await readXml(archive.read(main), {
    open(name, attribute) {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const part = relations.byId.get(attribute('id') ?? '');
      const state = attribute('state') ?? 'visible';
      if (part !== undefined && archive.has(part) && state !== 'veryHidden')
        sheets.push({ name: attribute('name') ?? '', part, hidden: state === 'hidden' });
    },
    text: nothing,
    close: nothing,
  });
  if (sheets.length === 0) throw noWorkbook();
  const dates = await datesOf(archive, relations.byType.get('styles'));
  const strings = await stringsOf(archive, relations.byType.get('sharedStrings'), limits);
  return { sheets, since1904, dates, strings };
}
