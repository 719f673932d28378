import type Excel from 'exceljs';
import type { Download } from '../../../kernel/endpoint.ts';
import type { Language, Text } from '../../../kernel/text.ts';
import { finishWorkbook, landscape, openWorkbook } from '../../../platform/workbook.ts';
import { densitiesOf, expectedShares } from '../rules/curve.ts';
import type { OutputAnswer } from '../rules/record.ts';
import { budgetColumns, layOutModel, layOutOutputs } from './layout.ts';
import { factsOf, markOf, type Standing } from './report.ts';

const label = ([chinese, english]: Text): string => `${chinese} ${english}`;

/** A name of a sheet as the format allows it: at most 31 characters and none of []:*?/\, given once. */
function sheetName(book: Excel.Workbook, wanted: string): string {
  const plain = wanted.replace(/[[\]:*?/\\]/g, '_').slice(0, 28);
  let name = plain;
  for (let copy = 2; book.getWorksheet(name) !== undefined; copy += 1) name = `${plain}~${copy}`;
  return name;
}

function addSheet(book: Excel.Workbook, name: string, mark: string | undefined, widths: readonly number[]): Excel.Worksheet {
  const sheet = book.addWorksheet(sheetName(book, name), {
    pageSetup: landscape,
  });
  sheet.columns = widths.map((width) => ({ width }));
  if (mark !== undefined) sheet.addRow([mark]).font = { bold: true, size: 14, color: { argb: 'FFA32020' } };
  return sheet;
}

const head = (sheet: Excel.Worksheet, cells: readonly string[]): void => {
  sheet.addRow([...cells]).font = { bold: true };
};

/** Budget with its numbers in full, so that a reader may compute on. */
function addBudget(sheet: Excel.Worksheet, { gum }: OutputAnswer): void {
  head(
    sheet,
    budgetColumns.map(({ title }) => label(title)),
  );
  for (const row of gum.budget) sheet.addRow([row.input, row.value, row.u, row.dof ?? '∞', row.sensitivity, row.contribution, row.share]);
  sheet.addRow([]);
}

function addDistribution(sheet: Excel.Worksheet, { gum, monteCarlo }: OutputAnswer): void {
  const histogram = monteCarlo?.histogram;
  if (histogram === undefined) return;
  head(sheet, ['组下限 From', '组上限 To', '次数 Count', '密度 Density', 'GUM概率 GUM share', 'GUM密度 GUM density']);
  const densities = densitiesOf(histogram, monteCarlo?.trials ?? 0);
  const expected = expectedShares(gum, histogram.edges);
  histogram.counts.forEach((count, index) => {
    const [from = 0, to = 0] = [histogram.edges[index], histogram.edges[index + 1]];
    const share = expected[index] ?? 0;
    sheet.addRow([from, to, count, densities[index] ?? 0, share, to > from ? share / (to - from) : 0]);
  });
}

/** Results, budget, distribution data and the model itself, one sheet each; numbers in full. */
export async function toWorkbook(standing: Standing, language: Language): Promise<Download> {
  const { record } = standing;
  const mark = markOf(standing);
  const book = await openWorkbook();
  book.created = new Date(record.at);
  const cover = addSheet(book, '评定 Evaluation', mark, [34, 80]);
  for (const [words, value] of factsOf(standing)) cover.addRow([label(words), value]);
  cover.addRow([]);
  for (const sheet of layOutOutputs(record, language)) {
    cover.addRow([sheet.name, sheet.statement]).font = { bold: true };
    for (const remark of sheet.remarks) cover.addRow(['', label(remark)]);
  }
  cover.eachRow((row) => row.eachCell((cell) => (cell.alignment = { wrapText: true, vertical: 'top' })));

  const results = addSheet(book, '结果 Results', mark, [16, 18, 18, 14, 14, 18, 20, 20, 18, 18, 20, 20, 14, 12, 14]);
  head(results, [
    '输出量 Output',
    '估计值 Value',
    'u',
    '自由度 dof',
    'k',
    'U',
    'GUM下限 low',
    'GUM上限 high',
    'MC估计值 value',
    'MC u',
    'MC下限 low',
    'MC上限 high',
    '抽样次数 Trials',
    '种子 Seed',
    '验证 Validated',
  ]);
  for (const [name, { gum, monteCarlo, validated }] of Object.entries(record.answer.outputs)) {
    const drawn = monteCarlo ?? undefined;
    results.addRow([
      name,
      gum.value,
      gum.u,
      gum.dof ?? '∞',
      gum.k,
      gum.U,
      ...gum.interval,
      drawn?.value ?? '',
      drawn?.u ?? '',
      ...(drawn?.interval ?? ['', '']),
      drawn?.trials ?? '',
      drawn?.seed ?? '',
      validated === undefined || validated === null ? '' : validated.ok ? '是 yes' : '否 no',
    ]);
  }

  const budget = addSheet(book, '分量 Budget', mark, [20, 22, 20, 14, 22, 22, 14]);
  const inputs = addSheet(book, '输入量 Inputs', mark, [18, 26, 60, 14]);
  const model = layOutModel(record.model, language);
  head(
    inputs,
    model.inputs.columns.map(({ title }) => label(title)),
  );
  for (const row of model.inputs.rows) inputs.addRow([...row]);
  for (const [name, answer] of Object.entries(record.answer.outputs)) {
    budget.addRow([name]).font = { bold: true };
    addBudget(budget, answer);
    if (answer.monteCarlo?.histogram !== undefined) addDistribution(addSheet(book, `分布 ${name}`, mark, [20, 20, 14, 20, 20, 20]), answer);
  }

  const text = addSheet(book, '模型 Model', mark, [120]);
  for (const line of record.model.split(/\r\n|\r|\n/)) text.addRow([line.slice(0, 32_000)]);
  return finishWorkbook(book, `${record.citation}`);
}
