/** The five documents, section by section. Numbers of sections are those that are known of the annexes of JJF 1033. */
import type { Text } from '../../../kernel/text.ts';
import { applicationKinds } from './application.ts';
import { changeTopics } from './change.ts';
import { documentKinds, documentStates } from './document-set.ts';
import {
  facts,
  filled,
  heading,
  note,
  prose,
  reportSections,
  sectionsOf,
  subheading,
  table,
  type Block,
  type PaperContent,
  type PaperName,
} from './document.ts';
import { seriesSvg } from './document-chart.ts';
import { holds, type PaperInput } from './document-input.ts';
import {
  content,
  environmentTable,
  equipmentTable,
  kindWord,
  memberTable,
  procedureTable,
  rangeTable,
  recordBlocks,
  recordsOf,
} from './document-parts.ts';

const certificateOf = ({ dossier, day }: PaperInput, kind: 'examination' | 'public') =>
  dossier.certificates
    .filter((one) => one.kind === kind && one.supersededAt === null && one.validFrom <= day)
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom))[0];

const responsibleOf = ({ dossier, day }: PaperInput): string | null =>
  dossier.members.find((one) => one.role === 'responsible' && holds(one, day))?.name ?? null;

function cover(input: PaperInput): readonly (readonly [string, string])[] {
  const { dossier, creditCode, day } = input;
  const certificate = certificateOf(input, 'examination');
  const rows: readonly (readonly [string, string | null])[] = [
    ['计量标准名称', dossier.name],
    ['计量标准代码', dossier.code],
    ['计量标准类别', kindWord(input)],
    ['考核证书号', certificate?.number ?? null],
    ['建标单位名称', dossier.institute.name],
    ['统一社会信用代码', creditCode],
    ['存放地点', dossier.place],
    ['计量标准负责人', responsibleOf(input)],
    ['填表日期', day],
  ];
  return rows.map(([label, value]) => [label, filled(value)] as const);
}

function application(input: PaperInput): PaperContent {
  const { dossier, sections, day } = input;
  const open = dossier.applications.filter(({ state }) => !['refused', 'granted', 'cancelled'].includes(state));
  const asked = open[open.length - 1];
  const kind =
    asked === undefined ? (certificateOf(input, 'examination') === undefined ? '新建考核' : '复查') : applicationKinds[asked.kind][0];
  return content(
    'application',
    input,
    [
      ['考核类型', kind],
      ...cover(input),
      ['申请日期', filled(asked?.appliedOn ?? null)],
      ['主持考核部门', filled(asked?.addressee ?? null)],
    ],
    [
      heading('一、计量标准的测量范围及不确定度或准确度等级或最大允许误差'),
      rangeTable(input),
      heading('二、计量标准器'),
      equipmentTable(input, 'main'),
      heading('三、主要配套设备'),
      equipmentTable(input, 'auxiliary'),
      heading('四、环境条件及设施'),
      environmentTable(input),
      subheading('设施'),
      ...prose(sections.facilities),
      heading('五、检定或校准人员'),
      memberTable(input),
      note('性别、年龄、学历、从事本项目年限：平台不采集，未列。'),
      heading('六、文件集登记'),
      table(
        [
          ['名称', 6],
          ['是否具备', 2],
          ['备注', 4],
        ],
        dossier.documents.map((one) => [documentKinds[one.document][0], documentStates[one.state][0], one.note ?? one.documentNumber]),
      ),
      heading('七、开展的检定或校准项目'),
      procedureTable(input),
      heading('八、建标单位意见'),
      ...prose(sections.opinion),
      facts([
        ['负责人签字', null],
        ['公章及日期', null],
      ]),
      heading('九、建标单位主管部门意见'),
      facts([['意见、公章及日期', null]]),
      heading('十、主持考核的计量行政部门意见'),
      facts([['意见、公章及日期', null]]),
      heading('十一、组织考核的计量行政部门意见'),
      facts([['意见、公章及日期', null]]),
      note(`截至 ${day} 的记录。`),
    ],
  );
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const section = (index: number, text: string): Block => heading(`${numerals[index - 1] ?? ''}、${text}`);

const recordsIn = (input: PaperInput, kind: 'repeatability' | 'stability' | 'verification'): Block[] => {
  const own = recordsOf(input, kind);
  return own.length === 0 ? prose(undefined) : own.flatMap(recordBlocks);
};

function evaluationBlocks({ evaluations, unreleased }: PaperInput): Block[] {
  const linked = evaluations.flatMap((one): Block[] => [
    subheading(`${one.subject}（${one.citation}）`),
    ...one.formulas.map((text): Block => ({ kind: 'paragraph', text })),
    ...one.outputs.flatMap(({ statement, budget }): Block[] => [
      table(
        budget.columns.map((label) => [label, 2] as const),
        budget.rows,
      ),
      { kind: 'paragraph', text: statement },
    ]),
    note(`取自本机构已发布的不确定度评定 ${one.citation}，数值未在此改写。`),
  ]);
  return [
    ...(linked.length === 0 ? prose(undefined) : linked),
    ...unreleased.map((subject) => note(`“${subject}”所关联的评定没有已发布的现行版本，未列。`)),
  ];
}

function report(input: PaperInput): PaperContent {
  const { sections } = input;
  return content('technical-report', input, cover(input), [
    section(1, '建立计量标准的目的'),
    ...prose(sections.purpose),
    section(2, '计量标准的工作原理及其组成'),
    ...prose(sections.principle),
    section(3, '计量标准器及主要配套设备'),
    subheading('计量标准器'),
    equipmentTable(input, 'main'),
    subheading('主要配套设备'),
    equipmentTable(input, 'auxiliary'),
    section(4, '计量标准的主要技术指标'),
    rangeTable(input),
    section(5, '环境条件'),
    environmentTable(input),
    section(6, '计量标准的量值溯源和传递框图'),
    ...prose(sections.traceability),
    table(
      [
        ['上级：检定或校准机构及证书', 5],
        ['本计量标准的计量标准器', 4],
        ['下级：所开展的项目', 4],
      ],
      chainRows(input),
    ),
    section(7, '计量标准的稳定性考核'),
    ...recordsIn(input, 'stability'),
    section(8, '检定或校准结果的重复性试验'),
    ...recordsIn(input, 'repeatability'),
    section(9, '检定或校准结果的不确定度评定'),
    ...evaluationBlocks(input),
    section(10, '检定或校准结果的验证'),
    ...recordsIn(input, 'verification'),
    section(11, '结论'),
    ...prose(sections.conclusion),
    section(12, '附加说明'),
    ...prose(sections.remarks),
  ]);
}

/** The level above, the standard, the level below; other institutes' certificates are named and not republished. */
function chainRows({ dossier, certificates, day }: PaperInput): (string | null)[][] {
  const below = dossier.procedures
    .filter((one) => holds(one, day))
    .map(({ number }) => number)
    .join('\n');
  return dossier.equipment
    .filter((one) => one.role === 'main' && holds(one, day))
    .map((one) => {
      const own = certificates.filter(({ standardId, calibratedOn }) => standardId === one.standardId && calibratedOn <= day);
      const last = own[own.length - 1];
      return [last === undefined ? null : `${last.issuer}\n${last.number}`, `${one.name} ${one.number}\n${filled(one.accuracy)}`, below];
    });
}

const records = (name: 'repeatability' | 'stability', input: PaperInput): PaperContent =>
  content(name, input, cover(input), recordsIn(input, name));

function history(input: PaperInput): PaperContent {
  const { dossier, certificates, sections } = input;
  const span = ({ since, until }: { since: string; until: string | null }): string =>
    until === null ? `${since} 起` : `${since} ～ ${until}`;
  const stability = recordsOf(input, 'stability');
  const charts = [...new Set(stability.map(({ series }) => series))].flatMap((series) => {
    const own = stability.filter((one) => one.series === series);
    const svg = seriesSvg(own);
    const [first] = own;
    return svg === null || first === undefined ? [] : [{ kind: 'chart', svg, caption: `${first.quantity} ${first.point}` } as const];
  });
  const changes = (topic: readonly string[]): Block =>
    table(
      [
        ['日期', 2],
        ['种类', 2.4],
        ['内容', 6],
        ['经办人', 1.6],
      ],
      dossier.changes
        .filter((one) => topic.includes(one.topic))
        .map((one) => [one.day, changeTopics[one.topic][0], one.description, one.person]),
    );
  return content('history', input, cover(input), [
    section(1, '计量标准基本情况记载'),
    rangeTable(input),
    section(2, '计量标准器、配套设备及设施登记'),
    table(
      [
        ['名称', 3],
        ['编号', 2],
        ['型号', 2],
        ['出厂编号', 2],
        ['用途', 2],
        ['使用期间', 3],
      ],
      dossier.equipment.map((one) => [
        one.name,
        one.number,
        one.model,
        one.serial,
        one.role === 'main' ? '计量标准器' : '配套设备',
        span(one),
      ]),
    ),
    section(3, '计量标准考核（复查）记录'),
    table(
      [
        ['证书', 4],
        ['证书号', 4],
        ['发证部门', 4],
        ['有效期', 4],
      ],
      dossier.certificates
        .filter(({ supersededAt }) => supersededAt === null)
        .map((one) => [
          one.kind === 'public' ? '社会公用计量标准证书' : '计量标准考核证书',
          one.number,
          one.issuer,
          `${one.validFrom} ～ ${one.validUntil}`,
        ]),
    ),
    section(4, '计量标准器的稳定性考核图表'),
    table(
      [
        ['日期', 2],
        ['参数及测量点', 4],
        ['变化量', 2],
        ['允许变化量', 2],
        ['结论', 2],
      ],
      stability.map((one) => [
        one.testedOn,
        `${one.quantity} ${one.point}`,
        one.answer.value,
        one.answer.limit,
        one.verdict === 'pass' ? '符合' : one.verdict === 'fail' ? '不符合' : '未判定',
      ]),
    ),
    ...charts,
    section(5, '计量标准器及主要配套设备量值溯源记录'),
    table(
      [
        ['名称及编号', 4],
        ['日期', 2],
        ['有效期至', 2],
        ['机构', 3.4],
        ['证书号', 3],
        ['结果', 3],
      ],
      certificates.map((one) => {
        const equipment = dossier.equipment.find(({ standardId }) => standardId === one.standardId);
        return [
          `${equipment?.name ?? ''} ${equipment?.number ?? ''}`,
          one.calibratedOn,
          one.validUntil,
          one.issuer,
          one.number,
          one.accuracy,
        ];
      }),
    ),
    section(6, '计量标准器及配套设备修理记录'),
    ...prose(sections.repairs),
    section(7, '计量标准更换登记'),
    changes(Object.keys(changeTopics)),
    section(8, '检定或校准人员登记'),
    table(
      [
        ['姓名', 2],
        ['职责', 3],
        ['期间', 4],
        ['理由', 4],
      ],
      dossier.members.map((one) => [one.name, one.role === 'responsible' ? '计量标准负责人' : '检定或校准人员', span(one), one.reason]),
    ),
    section(9, '规程或规范登记'),
    table(
      [
        ['规程或规范', 5],
        ['期间', 4],
        ['理由', 4],
      ],
      dossier.procedures.map((one) => [one.number, span(one), one.reason]),
    ),
    section(10, '计量标准使用记录'),
    ...prose(sections.usage),
  ]);
}

/** Lays a document out from the records. @example layOutPaper('application', input).title // '计量标准考核（复查）申请书' */
export function layOutPaper(name: PaperName, input: PaperInput): PaperContent {
  switch (name) {
    case 'application':
      return application(input);
    case 'technical-report':
      return report(input);
    case 'repeatability':
    case 'stability':
      return records(name, input);
    case 'history':
      return history(input);
  }
}

/** What the document would print as a stroke though a person could record it. */
export function gapsOf(name: PaperName, input: PaperInput): Text[] {
  const { dossier, sections, day } = input;
  const gap = (isMissing: boolean, text: Text): Text[] => (isMissing ? [text] : []);
  const isRecord = name === 'repeatability' || name === 'stability';
  const isReport = name === 'technical-report';
  const lacks = (kind: 'repeatability' | 'stability' | 'verification'): boolean => recordsOf(input, kind).length === 0;
  return [
    ...gap(!isRecord && dossier.ranges.every((one) => !holds(one, day)), ['测量范围', 'ranges']),
    ...gap(!isRecord && dossier.equipment.every((one) => one.role !== 'main' || !holds(one, day)), ['计量标准器', 'main standard']),
    ...gap(!isRecord && responsibleOf(input) === null, ['计量标准负责人', 'responsible person']),
    ...gap((name === 'repeatability' || isReport) && lacks('repeatability'), ['重复性试验记录', 'records of repeatability']),
    ...gap((name === 'stability' || name === 'history' || isReport) && lacks('stability'), ['稳定性考核记录', 'records of stability']),
    ...gap(isReport && lacks('verification'), ['检定或校准结果的验证（须经复核）', 'verification of results, confirmed']),
    ...gap(isReport && input.evaluations.length === 0, ['已发布的不确定度评定', 'a released evaluation of uncertainty']),
    ...sectionsOf[name].filter((one) => (sections[one] ?? '') === '').map((one) => reportSections[one]),
  ];
}
