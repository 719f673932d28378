import type { Text } from '../../../kernel/text.ts';
import { cellStates, type CellState } from '../../../measure/capability/rules/life-cycle.ts';
import type { ScenarioPage } from '../contract/shapes.ts';
import { figureConfidences, generalParameters, itemParameters } from '../rules/assumption.ts';
import { progressStates, verdicts } from '../rules/life-cycle.ts';
import { options } from '../rules/scenario.ts';
import { groupWords, interimSentence, reasonSentences, reliefWords, yuanWords, type Names } from '../rules/words.ts';

export const namesOf = (page: Pick<ScenarioPage, 'items' | 'counties'>): Names => ({
  region: (code) => page.counties.find((county) => county.code === code)?.name ?? [code, code],
  item: (id) => page.items.find((item) => item.id === id)?.name ?? [id, id],
});

export const orderHeader = [
  '序号',
  '地区',
  '项目',
  '方式',
  '开始',
  '到位',
  '一次性投入（元）',
  '期内运行（元）',
  '在用器具',
  '过渡安排',
  '理由',
  '目前状态',
  '进度',
];

/** The order of a plan as rows of texts: what the workbook and the paper print. */
export function orderRows(page: ScenarioPage): string[][] {
  const names = namesOf(page);
  const sorted = [...page.choices].sort((one, other) =>
    (one.begins ?? '9') < (other.begins ?? '9') ? -1 : (one.begins ?? '9') > (other.begins ?? '9') ? 1 : 0,
  );
  return sorted.map((choice, index) => [
    String(index + 1),
    names.region(choice.region)[0],
    `${choice.item} ${names.item(choice.item)[0]}`,
    choice.option === null ? '不配置' : options[choice.option][0],
    choice.begins ?? '/',
    choice.inPlace ?? '/',
    String(Math.round(choice.capital)),
    String(Math.round(choice.running)),
    choice.instruments === null ? '未接入记录' : String(choice.instruments),
    interimSentence(choice, names)[0],
    reasonSentences(choice, names)
      .map(([zh]) => zh)
      .join(''),
    choice.stateNow === null ? '未知' : cellStates[choice.stateNow as CellState][0],
    progressStates[choice.progress][0],
  ]);
}

export function summaryLines(page: ScenarioPage): string[] {
  const { version } = page;
  const names = namesOf(page);
  const conflicts = (page.conflict?.groups ?? []).map(
    ({ group, relief }) => `${groupWords(group, names)[0]}（${reliefWords(group, relief)[0]}）`,
  );
  return [
    `情景 ${page.name}，第 ${version.number} 版，缺口 ${page.gapCount} 格。`,
    ...(version.yuan === null
      ? []
      : [
          `期内费用 ${yuanWords(version.yuan)[0]}，群众往返约 ${Math.round(version.kilometres ?? 0)} 千米（直线距离乘以 1.3 估算，未查询路网）。`,
          version.gap === 0 ? '已证明在所列条件下费用最低。' : `与可能的最优相差不超过 ${((version.gap ?? 0) * 100).toFixed(2)}%。`,
        ]),
    ...(conflicts.length === 0 ? [] : [`条件不能同时满足：${conflicts.join('；')}。没有放宽任何条件。`]),
    ...(page.assumed.length === 0 ? [] : [`${page.assumed.length} 项费用或周期仍是假设，未经确认。`]),
    ...supposedLines(page),
    ...(page.unrecordedDemand === 0 ? [] : [`${page.unrecordedDemand} 格的在用器具未接入记录，需求按未知处理，不计费用。`]),
    ...(page.assumedDistances ? ['部分县（市、区）没有带坐标的场所，位置用县城大致坐标代替（假设）。'] : []),
    '过渡安排（委托、共享、流动实验室）不计入配置到位；采用方案不改变任何能力格。',
    ...page.adoptions
      .filter((decision) => decision.version === version.number)
      .map(
        ({ verdict, documentNumber, reason, supposedReason, person, recordedAt }) =>
          `${verdicts[verdict][0]}：${documentNumber}，${recordedAt.slice(0, 10)}，${person ?? ''}。理由：${reason}。${
            supposedReason === null ? '' : `采用非登记数据的理由：${supposedReason}。`
          }`,
      ),
  ];
}

const parameters: Readonly<Record<string, { readonly text: Text; readonly unit: Text }>> = { ...itemParameters, ...generalParameters };

/** What a plan supposes instead of what is recorded, figure by figure. */
function supposedLines(page: ScenarioPage): string[] {
  const names = namesOf(page);
  const costs = page.supposed.costs.map(
    ({ item, parameter, amount, recorded, confidence }) =>
      `${item ?? '通用'} ${parameters[parameter]?.text[0] ?? parameter} ${amount} ${parameters[parameter]?.unit[0] ?? ''}（${
        confidence === 'assumption' ? '程序假设' : '登记'
      } ${recorded}）`,
  );
  const demand = page.supposed.demand.map(
    ({ region, item, instruments, recorded }) =>
      `${names.region(region)[0]} ${item} 在用器具 ${instruments} 台（件）（${recorded === null ? '未接入记录' : `台账 ${recorded}`}）`,
  );
  const all = [...costs, ...demand];
  return all.length === 0 ? [] : [`本版有 ${all.length} 项假定数据，不是登记数据：${all.join('；')}。`];
}

export const costHeader = ['项目', '参数', '数值', '单位', '来源', '把握程度'];
export const costRows = (page: Pick<ScenarioPage, 'assumed'>): string[][] =>
  page.assumed.map(({ item, parameter, amount, source, confidence }) => [
    item ?? '通用',
    parameters[parameter]?.text[0] ?? parameter,
    String(amount),
    parameters[parameter]?.unit[0] ?? '',
    source,
    figureConfidences[confidence][0],
  ]);
