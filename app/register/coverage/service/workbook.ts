import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { finishWorkbook, frozen, openWorkbook } from '../../../platform/workbook.ts';
import { instrumentKinds } from '../../catalogue/rules/kinds.ts';
import type { Coverage, CoverageRow } from '../contract.ts';
import { coverageColumnNames, coverageColumns } from '../rules.ts';

/** The table as it is shown, with how each column is counted below it. */
export async function writeCoverage(coverage: Coverage, { language }: Pick<Context, 'language'>): Promise<Download> {
  const say = (text: Text): string => inLanguage(text, language);
  const book = await openWorkbook();
  const title = say(['检定覆盖', 'Coverage of verification']);
  const sheet = book.addWorksheet(title, { views: [frozen(2)] });
  sheet.columns = [{ width: 12 }, { width: 22 }, { width: 28 }, ...coverageColumnNames.map(() => ({ width: 14 })), { width: 14 }];
  sheet.addRow([say([`${title} ${coverage.region} 截至${coverage.asOf}`, `${title} ${coverage.region} as of ${coverage.asOf}`])]).font = {
    bold: true,
    size: 14,
  };
  sheet.addRow([
    ...(
      [
        ['区划代码', 'Region'],
        ['乡镇（街道）', 'Township'],
        ['器具种类', 'Kind'],
      ] as const
    ).map(say),
    ...coverageColumnNames.map((column) => say(coverageColumns[column].text)),
    say(['检定覆盖率（%）', 'Rate (%)']),
  ]).font = { bold: true };
  const write = (row: Omit<CoverageRow, 'ended'>): void => {
    const township = row.township === 'none' ? say(['未注明乡镇', 'township not known']) : (row.townshipName ?? row.township ?? '');
    const kind = row.kind === null ? '' : say(instrumentKinds[row.kind].text);
    const rate = row.rate === null ? say(['无应检', 'none']) : Number(row.rate);
    const added = sheet.addRow([row.region ?? '', township, kind, ...coverageColumnNames.map((column) => row[column]), rate]);
    added.getCell(4 + coverageColumnNames.length).numFmt = '0.0';
  };
  for (const row of coverage.rows) write(row);
  write({ region: null, township: null, townshipName: say(['合计', 'Total']), kind: null, ...coverage.total });
  sheet.addRow([]);
  for (const column of coverageColumnNames) sheet.addRow([`${say(coverageColumns[column].text)}：${say(coverageColumns[column].note)}`]);
  sheet.addRow([say(['检定覆盖率：已检有效 ÷ 应检，舍去一位小数以后', 'Rate: verified and valid ÷ to be verified, cut after one digit'])]);
  return finishWorkbook(book, `${title}-${coverage.region}-${coverage.asOf}`);
}
