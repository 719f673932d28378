import type { Text } from '../../../kernel/text.ts';
import { isCreditCode } from '../../organization/rules.ts';
import type { Cell, Cells, Choice, Field, Remark } from './field.ts';
import { readDay, readMonth } from './day.ts';
import { kindsOf, kindWords } from './kind-words.ts';
import { isNothing, tidyCode, tidyText, wordKey } from './tidy.ts';

/** What the city knows of its regions; the service fills it once for a file. */
export type Lookup = {
  readonly today: string;
  /** Six digits by code and by name, such as 海安市 and 海安. */
  readonly regions: ReadonlyMap<string, string>;
  /** Nine digits by code and by name; a name of several townships is found with its region in front, such as 320685城东镇. */
  readonly townships: ReadonlyMap<string, string>;
};

/** A field as it was read: the value, or none, and what is to be said of it. */
type Reading = { readonly value?: string; readonly remark?: Remark };

const refuse = (field: Field, text: Text): Reading => ({ remark: { field: field.id, refuses: true, text } });
const warn = (field: Field, value: string, text: Text): Reading => ({ value, remark: { field: field.id, refuses: false, text } });
const label = ({ label: [zh, en] }: Field, zhRest: string, enRest: string): Text => [`${zh}${zhRest}`, `${en} ${enRest}`];

/** The digits of a number as a spreadsheet keeps it. @example plainNumber('1.0E+15') // '1000000000000000' */
export function plainNumber(text: string): string {
  const [, sign = '', whole = '', part = '', power] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]\+?(-?\d+))?$/.exec(text) ?? [];
  if (whole === '') return text;
  const shift = Number(power ?? '0');
  if (shift < 0 || shift > 40) return text;
  const digits = `${whole}${part.padEnd(shift, '0')}`;
  const at = whole.length + shift;
  const rest = digits.slice(at).replace(/0+$/, '');
  return `${sign}${digits.slice(0, at).replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}

function readCode(field: Field, cell: Cell): Reading {
  if (cell.as === 'day')
    return refuse(
      field,
      label(
        field,
        `已被表格软件改成日期（${cell.text}），请以文本格式重新填写`,
        `was turned into a date (${cell.text}); write it again as text`,
      ),
    );
  if (cell.as === 'number') {
    const value = plainNumber(cell.text);
    if (value.length < 12) return { value };
    return warn(
      field,
      value,
      label(
        field,
        '是数字格式，超过 15 位的数字和前导零可能已被表格软件丢失，请核对',
        'is a number of the spreadsheet: digits after the 15th and leading zeros may be lost; check it',
      ),
    );
  }
  const value = tidyCode(cell.text);
  if (/^\d(\.\d+)?E\+\d+$/i.test(value))
    return refuse(
      field,
      label(
        field,
        '已被表格软件改成科学计数，末位数字已丢失，请以文本格式重新填写',
        'was turned into scientific notation and has lost digits; write it again as text',
      ),
    );
  return { value };
}

const choiceOf = (choices: readonly Choice[], text: string): Choice | undefined => {
  const key = wordKey(text);
  return choices.find(({ value, text: words, synonyms = [] }) => [value, ...words, ...synonyms].some((word) => wordKey(word) === key));
};

function readChoice(field: Field, text: string): Reading {
  const choice = choiceOf(field.choices ?? [], text);
  if (choice !== undefined) return { value: choice.value };
  const words = (field.choices ?? []).map((one) => one.text);
  return refuse(
    field,
    label(
      field,
      `“${text.slice(0, 40)}”不在选项中：${words.map(([zh]) => zh).join('、')}`,
      `“${text.slice(0, 40)}” is none of: ${words.map(([, en]) => en).join(', ')}`,
    ),
  );
}

function readKind(field: Field, text: string): Reading {
  const kinds = kindsOf(text);
  const [only] = kinds;
  if (only !== undefined && kinds.length === 1) return { value: only };
  if (kinds.length === 0)
    return refuse(
      field,
      label(field, `“${text.slice(0, 40)}”不在目录中，请从下拉列表选择`, `“${text.slice(0, 40)}” is not known; choose from the list`),
    );
  const [zh, en] = kindWords(kinds);
  return refuse(
    field,
    label(field, `“${text.slice(0, 40)}”可能是 ${zh}，请在“器具种类”中选择`, `“${text.slice(0, 40)}” may be ${en}; choose the kind`),
  );
}

const dayHint = ['应写作 2026-11-26', 'is to be written 2026-11-26'] as const;

function readDayCell(field: Field, text: string, today: string, isPast: boolean): Reading {
  const read = field.type === 'month' ? readMonth(text) : { day: readDay(text), exact: true };
  const day = read?.day;
  if (day === undefined)
    return refuse(
      field,
      label(field, `“${text.slice(0, 40)}”不是能确定的日期，${dayHint[0]}`, `“${text.slice(0, 40)}” is no certain day; it ${dayHint[1]}`),
    );
  if (isPast && day > today) return refuse(field, label(field, `${day} 晚于今天`, `${day} is later than today`));
  return { value: day };
}

const digits = (text: string): string => tidyCode(text).replace(/\D/g, '');

function readRegion(field: Field, text: string, { regions }: Lookup): Reading {
  const code = regions.get(tidyCode(text)) ?? regions.get(tidyText(text)) ?? regions.get(/(\d{6})/.exec(tidyCode(text))?.[1] ?? '');
  // Names are written with the province and the city in front: the longest known name at the end is meant.
  const named =
    code ??
    [...regions]
      .filter(([name]) => name.length > 1 && tidyText(text).endsWith(name))
      .sort(([one], [other]) => other.length - one.length)[0]?.[1];
  if (named !== undefined) return { value: named };
  return refuse(field, label(field, `“${text.slice(0, 40)}”不是本市的区划代码或名称`, `“${text.slice(0, 40)}” is no region of this city`));
}

function readTownship(field: Field, text: string, region: string | undefined, { townships }: Lookup): Reading {
  const name = tidyText(text);
  const code = townships.get(digits(text).slice(0, 9)) ?? townships.get(`${region ?? ''}${name}`) ?? townships.get(name);
  if (code === undefined)
    return {
      remark: {
        field: field.id,
        refuses: false,
        text: label(
          field,
          `“${name.slice(0, 40)}”不在区划表中（或多地同名），未写入`,
          `“${name.slice(0, 40)}” is not in the table of divisions, or several have this name; not kept`,
        ),
      },
    };
  if (region !== undefined && !code.startsWith(region))
    return refuse(field, label(field, '不在所填区划内', 'does not lie in the region given'));
  return { value: code };
}

function readCreditCode(field: Field, text: string): Reading {
  const value = tidyCode(text).replace(/\s/g, '').toUpperCase();
  if (value.length !== 18)
    return refuse(field, label(field, `应为 18 位，现为 ${value.length} 位`, `has 18 characters, this one ${value.length}`));
  if (!isCreditCode(value))
    return refuse(field, label(field, '校验码不符，请逐位核对', 'has a wrong check character; compare it letter by letter'));
  return { value };
}

const past = new Set(['verifiedOn', 'manufacturedOn', 'inUseSince']);

function readField(field: Field, cell: Cell, region: string | undefined, lookup: Lookup): Reading {
  const text = tidyText(cell.text);
  if (cell.as === 'fault') return refuse(field, label(field, `单元格是错误值 ${text}`, `holds the error ${text}`));
  if (isNothing(text)) return {};
  switch (field.type) {
    case 'passive':
      return {};
    case 'text':
      return { value: cell.as === 'number' ? plainNumber(text) : text };
    case 'code':
      return readCode(field, cell);
    case 'credit-code':
      return readCreditCode(field, text);
    case 'choice':
      return readChoice(field, text);
    case 'kind':
      return readKind(field, text);
    case 'region':
      return readRegion(field, text, lookup);
    case 'township':
      return readTownship(field, text, region, lookup);
    case 'count':
      return /^[1-9]\d{0,4}$/.test(plainNumber(text))
        ? { value: plainNumber(text) }
        : refuse(field, label(field, '应为正整数', 'is to be a whole number from 1 on'));
    case 'day':
    case 'month':
      return readDayCell(field, text, lookup.today, past.has(field.id));
  }
}

const orders = new WeakMap<readonly Field[], readonly Field[]>();
/** Townships after the region in which they lie. */
function inReadingOrder(fields: readonly Field[]): readonly Field[] {
  const known = orders.get(fields) ?? [...fields].sort((one, other) => Number(one.type === 'township') - Number(other.type === 'township'));
  orders.set(fields, known);
  return known;
}

export type RowReading = { readonly said: Record<string, string>; readonly remarks: Remark[] };

/** Reads the cells of a row field by field; region before township, whichever column comes first. */
export function readCells(fields: readonly Field[], cells: Cells, lookup: Lookup): RowReading {
  const said: Record<string, string> = {};
  const remarks: Remark[] = [];
  for (const field of inReadingOrder(fields)) {
    const cell = cells[field.id];
    if (cell !== undefined) {
      const { value, remark } = readField(field, cell, said['region'], lookup);
      if (remark !== undefined) remarks.push(remark);
      if (value !== undefined && value !== '') {
        if (value.length > (field.most ?? 200))
          remarks.push({
            field: field.id,
            refuses: true,
            text: label(field, `超过 ${field.most ?? 200} 个字`, `is longer than ${field.most ?? 200} characters`),
          });
        else said[field.id] = value;
      }
      if (cell.mergedFrom !== undefined && field.type !== 'passive' && value !== undefined)
        remarks.push({
          field: field.id,
          refuses: field.id === 'serial',
          text:
            field.id === 'serial'
              ? label(
                  field,
                  `在合并单元格（${cell.mergedFrom} 起）中，几行共用一个编号，请取消合并后逐行填写`,
                  `stands in cells merged from ${cell.mergedFrom}: several rows would share one number; split them`,
                )
              : label(field, `取自合并单元格 ${cell.mergedFrom}`, `is taken from the merged cell ${cell.mergedFrom}`),
        });
    }
    if (field.required === true && said[field.id] === undefined && !remarks.some((remark) => remark.field === field.id && remark.refuses))
      remarks.push({ field: field.id, refuses: true, text: label(field, '必填', 'is required') });
  }
  return { said, remarks };
}
