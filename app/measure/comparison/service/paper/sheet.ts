import { inLanguage, type Language, type Text } from '../../../../kernel/text.ts';
import type { Comparison, Protocol } from '../../contract.ts';
import type { StoredEvaluation } from '../evaluation.ts';
import { comparisonStates, duties } from '../../rules.ts';
import type { EvaluatedPoint } from '../../rules/evaluate.ts';
import { notes, referenceKinds, results, scoreKinds } from '../../rules/method.ts';
import { resultFaults, resultRemarks } from '../../rules/result.ts';
import { routeKinds } from '../../rules/route.ts';

export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
export type Section = { readonly heading: string; readonly lines: readonly string[]; readonly tables: readonly Table[] };
/** What a report says, whatever it is printed as. */
export type Sheet = {
  readonly title: string;
  readonly status: string;
  readonly author: string;
  readonly language: Language;
  readonly mark: string | null;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly sections: readonly Section[];
};

export type ReportInput = {
  readonly comparison: Comparison;
  readonly aim: string;
  readonly protocol: Protocol;
  readonly evaluation: StoredEvaluation;
  /** Name of a number where the reader may know it. */
  readonly nameOf: (code: number) => string | null;
  readonly handovers: readonly { readonly artefact: string; readonly plannedOn: string; readonly arrival: string | null }[];
  readonly comments: readonly { readonly code: number | null; readonly text: string; readonly answer: string | null }[];
  readonly commitmentsDigest: string | null;
  readonly language: Language;
};

const instant = (text: string | null): string => (text === null ? '' : `${text.slice(0, 16).replace('T', ' ')} UTC`);

/** En and z with two decimals, as reports give them; the export has all digits. */
const rounded = (text: string): string => Number(text).toFixed(2);

/** The report of a comparison: method, reference values, scores and what is said of them; laboratories by number. */
export function sheetOf(input: ReportInput): Sheet {
  const { comparison, protocol, evaluation, language } = input;
  const say = (text: Text): string => inLanguage(text, language);
  const laboratory = (code: number): string => {
    const name = input.nameOf(code);
    return name === null ? String(code) : `${code} ${name}`;
  };
  const pointOf = (id: string) => protocol.points.find((point) => point.id === id);
  const verdict = (result: EvaluatedPoint['results'][number]): string => (result.verdict === null ? '' : say(results[result.verdict]));
  const isDraft = comparison.state === 'opened' || comparison.state === 'commenting';
  const [head] = protocol.method.scores;
  const pointSections = evaluation.outcome.points.map((point): Section => {
    const { name = '', unit = '' } = pointOf(point.point) ?? {};
    const { reference } = point;
    return {
      heading: `${say(['测量点', 'Point'])} ${point.point} ${name}`,
      lines: [
        ...(reference === null
          ? []
          : [
              say([
                `参考值 ${reference.value} ${unit}，标准不确定度 ${reference.u} ${unit}，由实验室 ${reference.contributors.join('、')} 的结果得出。`,
                `Reference value ${reference.value} ${unit}, standard uncertainty ${reference.u} ${unit}, from laboratories ${reference.contributors.join(', ')}.`,
              ]),
            ]),
        ...(reference === null || reference.chiSquare === null
          ? []
          : [
              say([
                `一致性检验：χ² = ${reference.chiSquare}，P = ${reference.p ?? ''}，Birge 比 ${reference.birge ?? ''}。`,
                `Consistency: χ² = ${reference.chiSquare}, P = ${reference.p ?? ''}, Birge ratio ${reference.birge ?? ''}.`,
              ]),
            ]),
        ...point.notes.map((note) => say(notes[note])),
      ],
      tables:
        point.results.length === 0
          ? []
          : [
              {
                head: [
                  say(['实验室', 'Laboratory']),
                  `${say(['测量结果', 'Result'])} / ${unit}`,
                  `U / ${unit}`,
                  'k',
                  `${say(['与参考值之差', 'Difference'])} / ${unit}`,
                  ...protocol.method.scores.map((kind) => say(scoreKinds[kind])),
                  say(['评价', 'Verdict']),
                ],
                rows: point.results.map((result) => [
                  laboratory(result.code),
                  result.value,
                  result.U,
                  result.k,
                  result.difference,
                  ...protocol.method.scores.map((kind) => {
                    const score = result.scores.find((one) => one.kind === kind);
                    return score === undefined ? '' : rounded(score.value);
                  }),
                  verdict(result),
                ]),
              },
            ],
    };
  });
  const remarked = evaluation.outcome.laboratories.filter(({ faults, remarks }) => faults.length + remarks.length > 0);
  return {
    title: say(['计量比对报告', 'Report of a comparison']),
    status: `${comparison.title} · ${isDraft ? say(['征求意见稿', 'draft for comments']) : say(comparisonStates[comparison.state])}`,
    author: comparison.pilot?.name ?? comparison.organizer.name,
    language,
    mark: comparison.demonstration ? say(['演示 · 无效', 'DEMONSTRATION']) : isDraft ? say(['征求意见稿', 'DRAFT']) : null,
    facts: [
      [say(['组织方', 'Organiser']), comparison.organizer.name],
      [say(['主导实验室', 'Pilot laboratory']), comparison.pilot?.name ?? ''],
      [say(['依据文件', 'Based on']), comparison.documentNumber],
      [say(['参加要求', 'Duty']), say(duties[comparison.duty])],
      [say(['参量', 'Quantity']), comparison.quantity],
      [say(['目的', 'Aim']), input.aim],
      [
        say(['传递标准', 'Travelling standard']),
        `${protocol.artefact.name} ${protocol.artefact.model} ${protocol.artefact.serials.join('、')}`,
      ],
      [say(['路线', 'Route']), say(routeKinds[protocol.route])],
      [say(['提交截止', 'Sealed until']), instant(comparison.commitUntil)],
      [say(['揭示期限', 'Revealed until']), instant(comparison.revealUntil)],
      [say(['承诺清单摘要', 'Digest of commitments']), input.commitmentsDigest ?? ''],
    ],
    sections: [
      {
        heading: say(['评价方法', 'Method']),
        lines: [
          say([
            `参考值：${referenceKinds[protocol.method.reference][0]}。评价以 ${head === undefined ? '' : scoreKinds[head][0]} 为准，包含因子 k = ${protocol.method.k}（JJF 1117-2010，GB/T 28043 / ISO 13528）。`,
            `Reference: ${referenceKinds[protocol.method.reference][1]}. Verdicts by ${head === undefined ? '' : scoreKinds[head][1]}, coverage factor k = ${protocol.method.k} (JJF 1117-2010, ISO 13528).`,
          ]),
          ...(evaluation.note === '' ? [] : [evaluation.note]),
          ...evaluation.exclusions.map(({ code, point, reason }) =>
            say([
              `未计入参考值：实验室 ${code}${point === null ? '' : `（${point}）`}，理由：${reason}`,
              `Left out of the reference value: laboratory ${code}${point === null ? '' : ` (${point})`}, reason: ${reason}`,
            ]),
          ),
        ],
        tables: [],
      },
      {
        heading: say(['传递标准的交接', 'Hand-overs']),
        lines: [],
        tables: [
          {
            head: [say(['序', 'No.']), say(['编号', 'Serial']), say(['计划日期', 'Planned']), say(['到达状态', 'On arrival'])],
            rows: input.handovers.map(({ artefact, plannedOn, arrival }, index) => [
              String(index + 1),
              artefact,
              plannedOn,
              arrival ?? say(['未登记', 'not recorded']),
            ]),
          },
        ],
      },
      {
        heading: say(['总结论', 'Results']),
        lines: [],
        tables: [
          {
            head: [say(['实验室', 'Laboratory']), say(['结论', 'Result'])],
            rows: evaluation.outcome.laboratories.map(({ code, result }) => [laboratory(code), say(results[result])]),
          },
        ],
      },
      ...pointSections,
      ...(remarked.length === 0
        ? []
        : [
            {
              heading: say(['结果的问题与提示', 'Remarks on results']),
              lines: remarked.flatMap(({ code, faults, remarks }) => [
                ...faults.map(({ point, fault }) => `${laboratory(code)} · ${point}: ${say(resultFaults[fault])}`),
                ...remarks.map(({ point, remark }) => `${laboratory(code)} · ${point}: ${say(resultRemarks[remark])}`),
              ]),
              tables: [],
            },
          ]),
      ...(input.comments.length === 0
        ? []
        : [
            {
              heading: say(['意见与答复', 'Comments and answers']),
              lines: [],
              tables: [
                {
                  head: [say(['实验室', 'Laboratory']), say(['意见', 'Comment']), say(['答复', 'Answer'])],
                  rows: input.comments.map(({ code, text, answer }) => [code === null ? '' : laboratory(code), text, answer ?? '']),
                },
              ],
            },
          ]),
      {
        heading: say(['核对', 'Verification']),
        lines: [
          say([
            '结果在截止前以 SHA-256 摘要提交，截止后揭示并逐一核对。任何人可用平台导出的完整记录执行“tongheng comparison verify”复算本报告的数值。',
            'Results were committed by their SHA-256 before the deadline and revealed afterwards. With the export of the round anybody can compute the figures of this report again: tongheng comparison verify.',
          ]),
        ],
        tables: [],
      },
    ],
  };
}
