/** Tables that several documents of a measurement standard have in common. */
import { confidenceDegrees } from '../../../kernel/confidence.ts';
import { performanceVerdicts, stabilityMethods } from './performance.ts';
import { facts, filled, joined, note, papers, subheading, table, type Block, type PaperContent, type PaperName } from './document.ts';
import { holds, type PaperInput, type PaperRecord } from './document-input.ts';
import { measurementStandardKinds } from '../rules.ts';

const environmentNames: Readonly<Record<string, string>> = { temperature: '温度', humidity: '相对湿度', pressure: '大气压' };
export const environmentWord = (quantity: string): string => environmentNames[quantity] ?? quantity;
export const kindWord = ({ dossier }: PaperInput): string => measurementStandardKinds[dossier.kind][0];

const qualityWords = ({ quality, value, valueUnit, coverageFactor, accuracyClass }: PaperInput['dossier']['ranges'][number]): string => {
  if (quality === 'class') return filled(accuracyClass);
  const written = `${value ?? ''} ${valueUnit ?? ''}`.trim();
  return quality === 'mpe' ? `MPE：±${written}` : `U = ${written}${coverageFactor === null ? '' : `（k = ${coverageFactor}）`}`;
};
const spanWords = (low: string | null, high: string | null, unit: string): string =>
  low === null ? `≤ ${high ?? ''} ${unit}` : high === null ? `≥ ${low} ${unit}` : `${low === high ? low : `${low} ～ ${high}`} ${unit}`;

export const rangeTable = ({ dossier, day }: PaperInput): Block =>
  table(
    [
      ['参数', 2],
      ['测量范围', 3],
      ['不确定度或准确度等级或最大允许误差', 4],
    ],
    dossier.ranges
      .filter((one) => holds(one, day))
      .map((one) => [one.parameter, spanWords(one.low, one.high, one.unit).trim(), qualityWords(one)]),
  );

/** Main standards or auxiliary equipment, with the latest certificate up to the day. */
export function equipmentTable({ dossier, certificates, day }: PaperInput, role: 'main' | 'auxiliary'): Block {
  return table(
    [
      ['名称', 2.7],
      ['型号', 1.9],
      ['测量范围', 2.2],
      ['不确定度或准确度等级或最大允许误差', 2.6],
      ['制造厂及出厂编号', 1.9],
      ['检定周期或复校间隔', 2.3],
      ['末次检定或校准日期', 2.3],
      ['检定或校准机构及证书号', 2.9],
    ],
    dossier.equipment
      .filter((one) => one.role === role && holds(one, day))
      .map((one) => {
        const own = certificates.filter(({ standardId, calibratedOn }) => standardId === one.standardId && calibratedOn <= day);
        const last = own[own.length - 1];
        return [
          `${one.name}\n${one.number}`,
          one.model,
          one.range,
          one.accuracy,
          one.serial,
          last === undefined ? null : `至 ${last.validUntil}`,
          last?.calibratedOn ?? null,
          last === undefined ? null : `${last.issuer}\n${last.number}`,
        ];
      }),
  );
}

export const environmentTable = ({ dossier, day }: PaperInput): Block =>
  table(
    [
      ['项目', 2],
      ['要求', 3],
      ['实际情况', 3],
      ['结论', 1.6],
    ],
    dossier.requirements
      .filter((one) => holds(one, day))
      .map((one) => {
        const [last] = dossier.environment.filter((record) => record.requirement === one.id).sort((a, b) => b.day.localeCompare(a.day));
        return [
          environmentWord(one.quantity),
          spanWords(one.low, one.high, one.unit).trim(),
          last === undefined ? null : `${last.lowest} ～ ${last.highest} ${last.unit}（${last.day}）`,
          last === undefined ? null : last.within ? '符合' : '不符合',
        ];
      }),
  );

export const memberTable = ({ dossier, day }: PaperInput): Block =>
  table(
    [
      ['姓名', 1.6],
      ['职责', 2],
      ['能力证明名称及编号', 4],
      ['核准的检定或校准项目', 3],
      ['有效期至', 1.8],
    ],
    dossier.members
      .filter((one) => holds(one, day))
      .flatMap((one) => {
        const known = one.qualifications.filter(({ documentNumber }) => documentNumber !== null);
        const role = one.role === 'responsible' ? '计量标准负责人' : '检定或校准人员';
        return known.length === 0
          ? [[one.name, role, null, null, null]]
          : known.map(({ documentNumber, regulation, until }) => [
              one.name,
              role,
              documentNumber,
              regulation.toUpperCase().replace('-0', ' '),
              until,
            ]);
      }),
  );

export const procedureTable = ({ dossier, day }: PaperInput): Block =>
  table(
    [
      ['规程或规范', 4],
      ['开始使用', 2],
      ['采用情况', 2],
    ],
    dossier.procedures
      .filter((one) => holds(one, day))
      .map((one) => [
        one.number,
        one.since,
        { adopted: '已采用', proposed: '待确认', changed: '采用后有变更', none: '未采用' }[one.adoption],
      ]),
  );

const conditionWords = ({ conditions }: PaperRecord): string | null =>
  conditions.length === 0
    ? null
    : conditions.map(({ quantity, value, unit }) => `${environmentWord(quantity)} ${value} ${unit}`.trim()).join('，');

const unitWords = (unit: string): string => (unit === '' ? '' : `（${unit}）`);

/** Letters with a bar are in few faces: where one stands the words alone say what is meant. */
const hasFace = (symbol: string): boolean => !/[\u0304\u0233]/.test(symbol);

/** Readings in rows of ten, each with its group. */
function readingTable(record: PaperRecord): Block {
  const { test } = record;
  const groups =
    test.kind === 'repeatability'
      ? test.groups.map((readings) => ({ day: record.testedOn, readings }))
      : test.kind === 'stability'
        ? test.groups
        : test.kind === 'intermediate-check'
          ? [{ day: record.testedOn, readings: test.readings }]
          : [];
  const most = 10;
  const rows = groups.flatMap(({ day, readings }, index) =>
    Array.from({ length: Math.ceil(readings.length / most) }, (_, part) => [
      part === 0 ? `${index + 1}（${day}）` : '',
      ...Array.from({ length: most }, (__, at) => readings[part * most + at] ?? ''),
    ]),
  );
  return {
    kind: 'table',
    columns: [{ label: '组', width: 2.2 }, ...Array.from({ length: most }, (_, index) => ({ label: String(index + 1), width: 1.2 }))],
    rows: rows.length === 0 ? [Array.from({ length: most + 1 }, () => '/')] : rows,
  };
}

/** One test as the reference forms have it: object, conditions, readings, results, verdict, people. */
export function recordBlocks(record: PaperRecord, index: number): Block[] {
  const { test, answer } = record;
  return [
    subheading(`${index + 1}. ${record.testedOn}　${record.quantity} ${record.point}${unitWords(record.unit)}`),
    facts([
      [record.kind === 'repeatability' ? '被测对象（名称、型号、编号）' : '核查标准或被测对象（名称、型号、编号）', joined(record.object)],
      ['测量条件', conditionWords(record)],
      ...(test.kind === 'stability' ? ([['考核方法', stabilityMethods[test.method][0]]] as const) : []),
      ...(test.kind === 'stability' && test.previous !== null
        ? ([['上次平均值及来源', `${test.previous.mean}（${test.previous.day}，${test.previous.from}）`]] as const)
        : []),
      ...(test.kind === 'stability' ? ([['允许变化量及来源', joined([test.limit, test.limitFrom], '；')]] as const) : []),
      ...(test.kind === 'repeatability' && test.reported !== null
        ? ([['判据 s 及来源', joined([test.reported, test.reportedFrom], '；')]] as const)
        : []),
    ]),
    ...(test.kind === 'verification' ? [resultTable(record)] : [readingTable(record)]),
    facts([
      ...answer.figures.map(({ symbol, label, value }) => [`${label[0]} ${hasFace(symbol) ? symbol : ''}`.trim(), value] as const),
      ['结论', `${performanceVerdicts[record.verdict][0]}。${answer.sentences.map(([zh]) => zh).join('')}`],
      ...(record.settlement === null ? [] : ([['不符合项的处置', record.settlement]] as const)),
      ['备注', record.remark],
      ['试验人员', record.person],
      ['复核人员', record.confirmedBy],
    ]),
    note(`依据：${answer.clause[0]}（可信度${confidenceDegrees[answer.confidence][0]}）`),
  ];
}

function resultTable({ test }: PaperRecord): Block {
  if (test.kind !== 'verification') return note('');
  return table(
    [
      ['实验室', 4],
      ['结果 y', 2],
      [`扩展不确定度 U（k = ${test.k}）`, 3],
    ],
    [['本机构', test.own.y, test.own.U], ...test.others.map(({ laboratory, y, U }) => [laboratory, y, U])],
  );
}

export const recordsOf = ({ records }: PaperInput, kind: PaperRecord['kind']): readonly PaperRecord[] =>
  records.filter((one) => one.kind === kind);

/** What ends every document: where its sections come from, and how sure that is. */
export const sourceBlocks = (name: PaperName): Block[] => [
  note(
    `栏目依据：${papers[name].source[0]}，可信度${confidenceDegrees[papers[name].confidence][0]}，未与正式文本逐字核对；正式文本另有的栏目本文件没有列出。空栏以“/”表示：平台没有相应记录。`,
  ),
];

export const marked = ({ dossier }: PaperInput): PaperContent['mark'] => (dossier.demonstration ? ['演示·无效', 'DEMONSTRATION'] : null);

export const content = (name: PaperName, input: PaperInput, cover: PaperContent['cover'], blocks: readonly Block[]): PaperContent => ({
  title: papers[name].title[0],
  subject: input.dossier.name,
  institute: input.dossier.institute.name,
  day: input.day,
  mark: marked(input),
  cover: cover.map(([label, value]) => [label, filled(value)] as const),
  blocks: [...blocks, ...sourceBlocks(name)],
});
