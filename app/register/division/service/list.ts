import { inLanguage, type Language, type Text } from '../../../kernel/text.ts';
import { levelOf, type DivisionRow } from '../rules.ts';

export type Fault = { readonly line: number; readonly text: string; readonly message: string };
export type ReadList = { readonly rows: DivisionRow[]; readonly faults: Fault[] };

const largestList = 100_000;

/** UTF-8, else GBK as office programs write it. */
async function decode(bytes: Uint8Array): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { default: iconv } = await import('iconv-lite');
    return iconv.decode(Buffer.from(bytes), 'gb18030');
  }
}

const headings: Readonly<Record<'code' | 'name' | 'region', readonly string[]>> = {
  code: ['code', '代码', '区划代码', '统计用区划代码'],
  name: ['name', '名称', '区划名称'],
  region: ['region', '所在县', '县（市、区）代码', '县(市、区)代码'],
};

/** The lines of a CSV of codes; undefined when it has no heading with code and name, or is too long. */
async function readLines(bytes: Uint8Array): Promise<{ line: number; code: string; name: string; region: string }[] | undefined> {
  const text = (await decode(bytes)).replace(/^\uFEFF/, '');
  if (text.includes('\u0000')) return undefined;
  const { parse } = await import('csv-parse/sync');
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: largestList + 2,
    }) as unknown as typeof records;
  } catch {
    return undefined;
  }
  const [head, ...body] = records;
  if (head === undefined || body.length > largestList) return undefined;
  const place = (field: keyof typeof headings): number =>
    head.record.findIndex((cell) =>
      headings[field].includes(
        cell
          .trim()
          .toLowerCase()
          .replace(/^\uFEFF/, ''),
      ),
    );
  const [code, name, region] = [place('code'), place('name'), place('region')];
  if (code < 0 || name < 0) return undefined;
  return body.map(({ record, info }) => ({
    line: info.lines,
    code: (record[code] ?? '').trim(),
    name: (record[name] ?? '').trim(),
    region: region < 0 ? '' : (record[region] ?? '').trim(),
  }));
}

/** The rows of a list, `undefined` when it is none; the county is the first six digits unless the line names one. */
export async function readList(bytes: Uint8Array): Promise<{ line: number; code: string; name: string; region: string }[] | undefined> {
  const lines = await readLines(bytes);
  return lines?.map((row) => ({ ...row, region: row.region === '' ? row.code.slice(0, 6) : row.region }));
}

type Known = { readonly cityCode: string; readonly counties: readonly string[]; readonly codes: ReadonlySet<string> };

/** Sorts the lines into what can be imported and what stands in the way. */
export function checkList(
  lines: readonly { line: number; code: string; name: string; region: string }[],
  { cityCode, counties, codes }: Known,
  language: Language,
): ReadList {
  const rows: DivisionRow[] = [];
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const townships = new Set([...codes, ...lines.map(({ code }) => code)].filter((code) => code.length === 9));
  for (const { line, ...row } of lines) {
    const message = faultOf(row);
    if (message === undefined) rows.push(row);
    else faults.push({ line, text: `${row.code} ${row.name}`.slice(0, 200), message: inLanguage(message, language) });
    seen.add(row.code);
  }
  return { rows, faults };

  function faultOf({ code, name, region }: DivisionRow): Text | undefined {
    if (levelOf(code) === undefined) return ['代码不是九位或十二位数字', 'The code has neither nine nor twelve digits'];
    if (!code.startsWith(cityCode.slice(0, 4))) return ['不属于本市', 'It lies in another city'];
    if (seen.has(code)) return ['代码在名单中重复', 'The code stands in the list twice'];
    if (name === '' || name.length > 100) return ['名称空缺或过长', 'The name is missing or too long'];
    if (!/^\d{6}$/.test(region) || region.slice(0, 4) !== cityCode.slice(0, 4))
      return ['所在县代码不正确', 'The code of the county is wrong'];
    if (!counties.includes(region))
      return [
        `${region} 不是本市已登记的县（市、区）；开发区等请在 region 列写明所在县（市、区）的代码`,
        `${region} is no county registered in this city; for a zone of the statistics name its county in the column region`,
      ];
    if (code.length === 12 && !townships.has(code.slice(0, 9)))
      return ['所属乡镇既不在名单中也未登记', 'Its township is neither in the list nor recorded'];
    return undefined;
  }
}
