import { isCode, plainCode } from '../../instrument/rules.ts';
import type { Cells, Remark } from './field.ts';
import { kindsOf, kindWords } from './kind-words.ts';
import { ledgerFields, resultFields } from './ledger-fields.ts';
import { readCells, type Lookup, type RowReading } from './row.ts';

/** The kind by its own column, else by the name where that is certain. */
export function settleKind({ said, remarks }: RowReading): void {
  const name = said['name'];
  if (said['kind'] !== undefined || name === undefined || remarks.some(({ field, refuses }) => field === 'kind' && refuses)) return;
  const kinds = kindsOf(name);
  const [only] = kinds;
  if (only !== undefined && kinds.length === 1) {
    said['kind'] = only;
    return;
  }
  const [zh, en] = kindWords(kinds);
  remarks.push({
    field: 'kind',
    refuses: true,
    text:
      kinds.length === 0
        ? [`“${name}”不能确定器具种类，请从下拉列表选择“器具种类”`, `The kind does not follow from “${name}”: choose it from the list`]
        : [`“${name}”可能是 ${zh}，请从下拉列表选择“器具种类”`, `“${name}” may be ${en}: choose the kind from the list`],
  });
}

/** What the holder reports of the last verification is one fact: what does not fit together is not kept. */
function settleResult({ said, remarks }: RowReading): void {
  const { verifiedOn, dueOn, verdict } = said;
  const drop = (text: Remark['text']): void => {
    remarks.push({ field: 'verifiedOn', refuses: false, text });
    for (const field of Object.keys(resultFields)) delete said[field];
  };
  if (!Object.keys(resultFields).some((field) => said[field] !== undefined)) return;
  if (verifiedOn === undefined)
    return drop(['没有上次检定日期，检定信息未写入', 'Without the day of the last verification its result is not kept']);
  if (dueOn !== undefined && dueOn < verifiedOn) {
    remarks.push({
      field: 'dueOn',
      refuses: true,
      text: [`有效期至 ${dueOn} 早于检定日期 ${verifiedOn}`, `Valid until ${dueOn} is earlier than the verification, ${verifiedOn}`],
    });
    return;
  }
  if (dueOn !== undefined && verdict === 'fail') {
    remarks.push({
      field: 'dueOn',
      refuses: true,
      text: ['不合格的器具没有有效期，请核对结论', 'What failed has no validity: check the verdict'],
    });
    return;
  }
  // A verdict against an instrument comes from a document of an institute, not from a list (计量检定印、证管理办法).
  if (verdict === 'fail')
    return drop([
      '不合格结论以检定机构的文书为准，不由导入写入',
      'A fail is taken from the document of an institute, not from a list; it is not kept',
    ]);
  if (verdict === undefined && dueOn === undefined)
    return drop(['没有检定结论或有效期，检定信息未写入', 'Without a verdict or a validity the result is not kept']);
  said['verdict'] = 'pass';
  const unsaid: string[] = [];
  if (said['certificateNumber'] === undefined) {
    unsaid.push('证书编号');
    said['certificateNumber'] = `未注明（${verifiedOn}）`;
  }
  if (said['verifiedBy'] === undefined) {
    unsaid.push('检定机构');
    said['verifiedBy'] = '未注明';
  }
  if (unsaid.length > 0)
    remarks.push({
      field: 'certificateNumber',
      refuses: false,
      text: [`没有${unsaid.join('、')}，记为“未注明”`, 'Certificate number or institute is not given and kept as not stated'],
    });
}

/** One row is one instrument, with a serial number of its own. */
export function settleCount({ said, remarks }: RowReading): void {
  if (Number(said['count'] ?? '1') > 1)
    remarks.push({
      field: 'count',
      refuses: true,
      text: ['数量大于 1，请逐台列出出厂编号，一台一行', 'More than one: list each with its serial number in a row of its own'],
    });
}

/** One row of a ledger: read cell by cell, then as a whole. */
export function readLedgerRow(cells: Cells, lookup: Lookup): RowReading {
  const row = readCells(ledgerFields, cells, lookup);
  const { said, remarks } = row;
  settleKind(row);
  settleResult(row);
  settleCount(row);
  if (said['code'] !== undefined) {
    const code = plainCode(said['code']);
    if (isCode(code)) said['code'] = code;
    else remarks.push({ field: 'code', refuses: true, text: ['器具编码的校验字符不符', 'The code for life has a wrong check character'] });
  }
  return row;
}

/** Rows whose number says so are examples and are not imported. */
const sampleMarks = ['示例', '例', '样例', 'example', 'sample'];
export const isSample = (cells: Cells): boolean => sampleMarks.includes((cells['number']?.text ?? '').trim().toLowerCase());
