/** The answer of an inspection as lines for people, in both languages. */
import type { NetContentAnswer } from './answer.ts';
import type { ContentVerdict } from './inspection.ts';
import type { LabelAnswer } from './label.ts';
import type { Text } from './quantity-unit.ts';

type Line = readonly [name: Text, value: Text];

/** A terminal draws a Chinese character two columns wide. */
const width = (text: string): number => text.length + text.replace(/[^\u2e80-\uffef]/g, '').length;
const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)));

const same = (text: string): Text => [text, text];
const yesNo = (ok: boolean | null): Text => (ok === null ? ['未判定', 'not judged'] : ok ? ['符合', 'met'] : ['不符合', 'not met']);
const verdictOf = (verdict: 'pass' | 'fail' | 'incomplete'): Text =>
  verdict === 'pass' ? ['合格', 'pass'] : verdict === 'fail' ? ['不合格', 'fail'] : ['资料不全', 'incomplete'];

function contentLines(content: ContentVerdict): readonly Line[] {
  const unit = content.unit === 'count' ? '' : ` ${content.unit}`;
  const counts = ({ found, allowed }: ContentVerdict['t1']): Text => [`${found} 件（允许 ${allowed} 件）`, `${found} (allowed ${allowed})`];
  const mean: readonly Line[] =
    content.limit === null
      ? [
          [
            ['平均实际含量判定', 'test of the mean'],
            ['全数检验，不适用', 'does not apply, every unit is inspected'],
          ],
        ]
      : [
          [['平均实际含量下限 Qn − λs', 'limit of the mean Qn − λs'], same(content.limit + unit)],
          [['平均实际含量判定', 'test of the mean'], yesNo(content.meanOk)],
        ];
  return [
    [['标注净含量 Qn', 'nominal quantity Qn'], same(content.nominal + unit)],
    [['平均实际含量', 'mean content'], same(content.mean + unit)],
    [['标准偏差 s', 'standard deviation s'], content.s === null ? ['仅一件，无', 'none, one unit'] : same(content.s + unit)],
    ...mean,
    [['允许短缺量 T', 'tolerable deficiency T'], same(content.T + unit)],
    [['短缺量大于 T 且不大于 2T', 'deficiency above T, up to 2T'], counts(content.t1)],
    [['短缺量大于 2T', 'deficiency above 2T'], counts(content.t2)],
    ...content.beyond.map(({ unit: index, content: found, deficiency, beyond }): Line => [
      [`　第 ${index} 件`, `  unit ${index}`],
      [`${found}${unit}，短缺 ${deficiency}${unit}，大于 ${beyond}`, `${found}${unit}, short by ${deficiency}${unit}, above ${beyond}`],
    ]),
  ];
}

const labelLines = ({ verdict, checks }: LabelAnswer): readonly Line[] => [
  [['标注检查', 'label'], verdictOf(verdict)],
  ...checks.map(({ required: [zh, en], ok, found }): Line => {
    const [zhOk, enOk] = yesNo(ok);
    return [
      [`　${zhOk}`, `  ${enOk}`],
      [`${zh}${found === null ? '' : `（${found}）`}`, `${en}${found === null ? '' : ` (${found})`}`],
    ];
  }),
];

function linesOf(answer: NetContentAnswer): readonly Line[] {
  const { rule, lot, n, lambda, drained, label, uncertainty, curve } = answer;
  const { number, title } = rule;
  const drainedLines: readonly Line[] =
    drained === null ? [] : [[['沥干物（固形物）', 'drained quantity'], same('')], ...contentLines(drained)];
  const uncertaintyLine: readonly Line[] =
    uncertainty === null
      ? []
      : [
          [
            ['测量不确定度 U ≤ 0.2 T', 'uncertainty U ≤ 0.2 T'],
            [
              `${uncertainty.U} ≤ ${uncertainty.limit}：${yesNo(uncertainty.ok)[0]}`,
              `${uncertainty.U} ≤ ${uncertainty.limit}: ${yesNo(uncertainty.ok)[1]}`,
            ],
          ],
        ];
  const curveLines: readonly Line[] = (curve ?? []).map(({ mean, meanTest, counts }): Line => [
    [`接收概率，均值 ${mean}`, `acceptance at mean ${mean}`],
    [`均值 ${meanTest ?? '—'}，单件 ${counts}`, `mean test ${meanTest ?? '—'}, counts ${counts}`],
  ]);
  return [
    [
      ['检验规则', 'rule'],
      [`${number} ${title[0]}`, `${number} ${title[1]}`],
    ],
    [['批量 N，样本量 n，修正因子 λ', 'lot N, sample n, factor λ'], same(`${lot}, ${n}, ${lambda ?? '—'}`)],
    ...contentLines(answer),
    ...drainedLines,
    ...uncertaintyLine,
    [['检验批结论', 'lot'], verdictOf(answer.verdict)],
    ...(label === null ? [] : labelLines(label)),
    ...curveLines,
  ];
}

/** Lines with their values aligned, the warnings below. */
export function answerText(answer: NetContentAnswer): Text {
  const lines = linesOf(answer);
  const inOne = (language: 0 | 1): string => {
    const columns = Math.max(...lines.map(([name]) => width(name[language]))) + 2;
    const table = lines.map(([name, value]) => `${padded(name[language], columns)}${value[language]}`.trimEnd());
    return [...table, ...answer.warnings.map(({ text }) => `${['注：', 'Note: '][language]}${text[language]}`)].join('\n');
  };
  return [inOne(0), inOne(1)];
}
