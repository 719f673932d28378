/** What `tongheng certificate verify` says: six answers apart, then what the certificate says of itself. */
import { answerNames, answerTexts, type Answer } from '@tongheng/seal/verify/answer';
import type { Examination } from '@tongheng/seal/verify/examination';
import { factTexts } from '@tongheng/seal/verify/facts';
import { inLanguage, type Language, type Text } from '../../kernel/text.ts';

export type VerifyAnswer = {
  readonly answer: Readonly<Record<string, unknown>>;
  /** 0 nothing is false, 1 something is. */
  readonly exitCode: 0 | 1;
  readonly text: string;
};

const marks: Readonly<Record<'true' | 'false' | 'null', Text>> = {
  true: ['相符', 'holds'],
  false: ['不符', 'does not hold'],
  null: ['无法判断', 'not judged'],
};
const headings = {
  says: ['证书所写', 'The certificate says'],
  differences: ['复算不同之处（证书所写 → 重新计算）', 'What the recomputation finds different (certificate → computed)'],
  results: ['数据结果', 'Results'],
  none: ['无', 'none'],
  apart: [
    '六项分别回答，互不代替；签名有效不等于数值可信。',
    'The six answers stand apart; a valid signature does not make a value plausible.',
  ],
} as const satisfies Record<string, Text>;
const mostLines = 40;

const reply = ({ ok, code, reason }: Answer, language: Language): Readonly<Record<string, unknown>> => ({
  ok,
  reason: inLanguage(reason, language),
  code,
});

/** The fixed answer for machines (`form` … `recomputation`) and the text for people, both in the language that was asked for. */
export function verifyAnswer({ verification, facts, differences, results }: Examination, language: Language): VerifyAnswer {
  const say = (text: string | Text): string => (typeof text === 'string' ? text : inLanguage(text, language));
  const colon = language === 'zh' ? '：' : ': ';
  const lines = answerNames.map((name) => {
    const { ok, reason } = verification[name];
    return `${say(answerTexts[name])}${colon}${say(marks[`${ok}`])}${language === 'zh' ? '。' : '. '}${say(reason)}`;
  });
  const more = [
    ...(facts.length === 0
      ? []
      : ['', say(headings.says), ...facts.map(({ name, value }) => `  ${say(factTexts[name])}${colon}${say(value)}`)]),
    ...(results.length === 0
      ? []
      : [
          '',
          say(headings.results),
          ...results
            .slice(0, mostLines)
            .map(
              ({ quantity, value, unit, uncertainty }) =>
                `  ${say(quantity)}${colon}${value} ${unit}${uncertainty === null ? '' : ` ± ${uncertainty} ${unit}`}`,
            ),
          ...(results.length > mostLines ? [`  … ${results.length}`] : []),
        ]),
    ...(differences.length === 0
      ? []
      : [
          '',
          say(headings.differences),
          ...differences
            .slice(0, mostLines)
            .map(
              ({ place, recorded, computed }) => `  ${place}${colon}${recorded ?? say(headings.none)} → ${computed ?? say(headings.none)}`,
            ),
          ...(differences.length > mostLines ? [`  … ${differences.length}`] : []),
        ]),
  ];
  const six = answerNames.map((name) => [name, reply(verification[name], language)] as const);
  const listed = differences.length === 0 ? {} : { differences };
  return {
    answer: Object.fromEntries(six.map(([name, one]) => [name, name === 'recomputation' ? { ...one, ...listed } : one])),
    exitCode: answerNames.some((name) => verification[name].ok === false) ? 1 : 0,
    text: [...lines, '', say(headings.apart), ...more].join('\n'),
  };
}
