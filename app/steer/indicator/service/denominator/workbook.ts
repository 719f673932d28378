import type { Download } from '../../../../kernel/endpoint.ts';
import { inLanguage, type Language, type Text } from '../../../../kernel/text.ts';
import { addFramedTable, finishWorkbook, openWorkbook } from '../../../../platform/workbook.ts';
import type { PlacedIndicator } from '../../../plan/rules/clauses.ts';
import type { DenominatorVersion, Figures } from '../../contract/denominator.ts';
import type { Counted } from '../../rules/denominator/count.ts';
import { sayDefinition } from '../../rules/denominator/definition.ts';
import { denominatorStates, itemVerdictStates, measures } from '../../rules/denominator/words.ts';
import type { Moment } from '../moment.ts';
import type { Evidence } from './count.ts';
import type { County } from './county.ts';
import { toItem } from './item.ts';
import { toFigures } from './print.ts';
import type { DecidedVersion } from './versions.ts';

type Content = {
  readonly indicator: PlacedIndicator;
  readonly at: Moment;
  readonly version: DecidedVersion;
  readonly versions: readonly DenominatorVersion[];
  readonly counted: Counted | null;
  readonly evidence: Evidence;
  readonly counties: readonly County[];
};

type Cell = string | number | null;

const unknown: Text = ['未知', 'not known'];
const sharesOf = (figures: Figures | null): Cell[] =>
  [figures?.unweighted ?? null, figures?.weighted ?? null].flatMap((share): Cell[] =>
    share === null ? ['—', '—', '—'] : [share.value, share.numerator, share.denominator],
  );

const shareHeader: readonly Text[] = [
  ['不加权（%）', 'Unweighted (%)'],
  ['分子', 'Numerator'],
  ['分母', 'Denominator'],
  ['加权（%）', 'Weighted (%)'],
  ['分子（台件）', 'Numerator (instruments)'],
  ['分母（台件）', 'Denominator (instruments)'],
];

/** The versions with the figures of the day under each, the items of one of them, and its counties. */
export async function toWorkbook(content: Content, language: Language): Promise<Download> {
  const say = (text: Text): string => inLanguage(text, language);
  const heads = (...texts: Text[]): string[] => texts.map(say);
  const { indicator, at, version, versions, counted, evidence, counties } = content;
  const book = await openWorkbook();
  const summary = book.addWorksheet(say(['口径', 'Denominator']));
  summary.columns = [{ width: 120 }];
  const figures = toFigures(counted);
  const said = (text: Text, share: Figures['unweighted']): string =>
    share === null ? `${say(text)}：—` : `${say(text)}：${share.value} %（${share.numerator}/${share.denominator}）`;
  for (const words of [
    `${indicator.id} ${say(indicator.title)}`,
    say([`数据截至 ${at.asOf}，按 ${at.knownAt} 所知`, `As of ${at.asOf}, as known at ${at.knownAt}`]),
    version.version === 0 ? say(denominatorStates['plan-method']) : say([`第 ${version.version} 版`, `Version ${version.version}`]),
    say(sayDefinition(version.definition)),
    said(measures.unweighted, figures?.unweighted ?? null),
    said(measures.weighted, figures?.weighted ?? null),
  ]) {
    summary.addRow([words]).alignment = { wrapText: true };
  }
  addFramedTable(book, {
    name: say(['沿革', 'Versions']),
    header: heads(
      ['版', 'Version'],
      ['状态', 'State'],
      ['施行起日', 'Holds from'],
      ['至', 'Until'],
      ['口径', 'Denominator'],
      ['报送', 'Reported'],
      ...shareHeader,
      ['文号', 'Document number'],
      ['理由', 'Reason'],
      ['决定人', 'Decided by'],
      ['记录时间', 'Recorded at'],
    ),
    rows: versions.map((each) => [
      each.version,
      say(denominatorStates[each.state]),
      each.holdsFrom ?? '—',
      each.holdsUntil ?? '—',
      say(each.statement),
      say(measures[each.reported]),
      ...sharesOf(each.figures),
      each.documentNumber ?? '—',
      each.reason ?? '—',
      each.person ?? '—',
      each.recordedAt ?? '—',
    ]),
    widths: [6, 18, 12, 12, 60, 14, 12, 10, 10, 12, 12, 12, 24, 40, 12, 24],
  });
  addFramedTable(book, {
    name: say(['分母各项', 'Items']),
    header: heads(
      ['序号或种类', 'Number or kind'],
      ['名称', 'Name'],
      ['所属一级', 'First-level entry'],
      ['是否计入', 'Verdict'],
      ['需求（台件）', 'Demand (instruments)'],
      ['其中已满足', 'Of those met'],
      ['凭据', 'Evidence'],
    ),
    rows: (counted?.items ?? []).map((one) => {
      const item = toItem(one, evidence);
      return [
        item.key,
        item.name === null ? '—' : say(item.name),
        item.entry === null ? '—' : say(item.entry),
        say(itemVerdictStates[item.verdict]),
        item.demand ?? say(unknown),
        item.met ?? say(unknown),
        item.evidence.map(({ title, organization }) => `${title}（${organization}）`).join('；'),
      ];
    }),
    widths: [16, 36, 24, 22, 14, 14, 60],
  });
  addFramedTable(book, {
    name: say(['分县', 'Counties']),
    header: [say(['地区', 'Region']), ...shareHeader.map(say)],
    rows: counties.map((county) => [say(county.name), ...sharesOf(toFigures(county.counted))]),
    widths: [20, 14, 12, 12, 14, 16, 16],
  });
  return finishWorkbook(book, say([`${indicator.id} 分母口径（${at.asOf}）`, `${indicator.id} denominator (${at.asOf})`]));
}
