import type { Download } from '../../../kernel/endpoint.ts';
import type { Language, Text } from '../../../kernel/text.ts';
import { printSignificant } from '../rules/print-number.ts';
import type { VersionRecord } from '../rules/record.ts';
import { versionStates, type VersionState } from '../rules/life-cycle.ts';
import { drawContributions, drawHistogram } from './charts.ts';
import { budgetColumns, budgetRows, layOutModel, layOutOutputs, type Table } from './layout.ts';
import { openWriter, type Writer } from './writer.ts';

/** What a report says besides what was computed: how the version stands on the day it is printed. */
export type Standing = {
  readonly record: VersionRecord;
  readonly digest: string;
  readonly state: VersionState;
  readonly released: { readonly by: string | null; readonly at: string } | null;
};

/** 演示·无效 goes before everything; what is not in force must not pass for it. */
export const markOf = ({ record, state }: Standing): string | undefined =>
  record.demonstration ? '演示·无效' : state === 'in-force' ? undefined : versionStates[state][0];

const cityDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
export const dayOf = (instant: string): string => cityDay.format(new Date(instant));

const person = (name: string | null, at: string): string => `${name ?? '–'}  ${dayOf(at)}`;

/** Who, what and when, for the head of the report and of the workbook. */
export function factsOf({ record, digest, state, released }: Standing): (readonly [Text, string])[] {
  return [
    [['引用编号', 'Citation'], record.citation],
    [['评定项目', 'Subject'], record.title],
    [['机构', 'Organization'], record.organization],
    [['状态', 'State'], `${versionStates[state][0]} ${versionStates[state][1]}`],
    [['编制', 'Written by'], person(record.writer, record.at)],
    [['发布', 'Released by'], released === null ? '' : person(released.by, released.at)],
    ...(record.note === '' ? [] : [[['说明', 'Note'], record.note] as const]),
    [['包含概率', 'Coverage probability'], String(record.coverage)],
    [['计算程序', 'Computed by'], record.engine],
    [['记录的SHA-256', 'SHA-256 of the record'], digest],
  ];
}

/** A report is read: what is longer than this stands in the workbook, whole. */
const mostRows = 100;
const mostOutputs = 20;
const mostColumns = 10;

function addTable(writer: Writer, { columns, rows }: Table): void {
  writer.table({ columns, rows: rows.slice(0, mostRows) });
  if (rows.length > mostRows)
    writer.paragraph(
      `共${rows.length}行，此处为前${mostRows}行，全部见工作簿。 ${mostRows} of ${rows.length} rows; the workbook has them all.`,
      9,
    );
}

/** The evaluation report: model, budget, results, charts, and what is needed to compute it again. */
export async function toPdf(standing: Standing, language: Language): Promise<Download> {
  const { record } = standing;
  const writer = openWriter(`${record.citation} ${record.title}`, record.at);
  writer.cover('测量不确定度评定报告', 'Evaluation of measurement uncertainty');
  writer.facts(factsOf(standing));

  const model = layOutModel(record.model, language);
  writer.heading(['测量模型', 'Measurement model']);
  for (const formula of model.formulas) writer.paragraph(formula, 10);
  if (model.constants.length > 0) writer.paragraph(`常数 Constants: ${model.constants.join('; ')}`, 9);
  if (model.correlations.length > 0) writer.paragraph(`相关系数 Correlations: ${model.correlations.join('; ')}`, 9);
  writer.heading(['输入量', 'Input quantities'], 90);
  addTable(writer, model.inputs);

  const sheets = layOutOutputs(record, language);
  for (const sheet of sheets.slice(0, mostOutputs)) {
    const { gum, monteCarlo } = sheet.answer;
    writer.heading([`结果 ${sheet.name}`, `Result ${sheet.name}`], 120);
    writer.paragraph(sheet.statement, 12);
    writer.facts(sheet.facts);
    for (const [chinese, english] of sheet.remarks) writer.paragraph(`${chinese}。${english}.`, 9);
    writer.heading([`${sheet.name} 的不确定度分量`, `Uncertainty budget of ${sheet.name}`], 120);
    addTable(writer, { columns: budgetColumns, rows: budgetRows(sheet.answer) });
    writer.chart(Math.min(12, gum.budget.length) * 16 + 6, (page, box) => drawContributions(page, box, gum));
    if (monteCarlo?.histogram === undefined) continue;
    writer.heading([`${sheet.name} 的分布`, `Distribution of ${sheet.name}`], 220);
    writer.chart(190, (page, box) => drawHistogram(page, box, gum, monteCarlo));
    writer.paragraph(
      '柱：蒙特卡洛抽样；曲线：GUM结果对应的分布；实线：蒙特卡洛包含区间；虚线：GUM包含区间。 Bars: Monte Carlo; curve: the distribution of the GUM result; full lines: Monte Carlo interval; broken lines: GUM interval.',
      8,
      '#51606f',
    );
  }

  for (const sheet of sheets.slice(mostOutputs)) writer.paragraph(sheet.statement, 10);

  const { covariance, region } = record.answer;
  if (covariance !== undefined && covariance !== null && covariance.names.length > 1 && covariance.names.length <= mostColumns) {
    const { names } = covariance;
    writer.heading(['输出量的协方差（GUM）', 'Covariance of the outputs (GUM)'], 100);
    writer.table({
      columns: [
        { title: ['输出量', 'Output'], width: 1.2 },
        ...names.map((name) => ({ title: [name, ''] as const, width: 2, isNumber: true as const })),
      ],
      rows: covariance.gum.map((row, index) => [names[index] ?? '', ...row.map((value) => printSignificant(value, 4))]),
    });
    if (region !== undefined && region !== null)
      writer.paragraph(
        `包含域的因子（JCGM 102） Coverage factors of the regions: k_p（椭球 ellipsoid）= ${region.kp === null ? '/' : printSignificant(region.kp, 4)}, k_q（长方体 box）= ${region.kq === null ? '/' : printSignificant(region.kq, 4)}`,
        9,
      );
  }
  for (const [chinese, english] of record.answer.notes ?? []) writer.paragraph(`${chinese}。${english}.`, 9);
  writer.heading(['复算', 'To compute it again'], 110);
  writer.paragraph(
    `同一模型文件和种子在任何机器上得到同样的数字：tongheng uncertainty ${record.citation}.json。模型原文随导出的JSON和工作簿一并提供。 The same model file and seed give the same digits on every machine; the file comes with the JSON and the workbook.`,
    9,
  );
  const bytes = await writer.finish({
    head: [`${record.citation}  ${record.title}`.slice(0, 60), '页 Page'],
    foot: `${record.organization} · ${record.citation} · SHA-256 ${standing.digest.slice(0, 16)}`,
    mark: markOf(standing),
  });
  return { name: `${record.citation}.pdf`, type: 'application/pdf', bytes };
}
