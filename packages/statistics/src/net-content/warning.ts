/** What an answer does not decide but a reader has to know, as sentences with a code. */
import { print } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import { isFar, type Contents } from './inspection.ts';
import type { Text } from './quantity-unit.ts';
import type { NetContentRule } from './rule.ts';

export type Warning = {
  readonly code: 'followed' | 'no-date' | 'not-yet' | 'not-confirmed' | 'later-edition' | 'far' | 'unread';
  readonly text: Text;
};

function laterEdition({ number, followedBy }: NetContentRule, date: string | null): readonly Warning[] {
  if (followedBy === null) return [];
  const { number: later, from, note } = followedBy;
  const [zh, en] = note;
  if (from === null) return [{ code: 'later-edition', text: [`另有 ${later}，${zh}`, `there is also ${later}; ${en}`] }];
  if (date === null) {
    return [
      {
        code: 'no-date',
        text: [
          `没有给出检验日期：自 ${from} 起施行 ${later}，${zh}`,
          `no day of inspection is given: from ${from} ${later} is in force; ${en}`,
        ],
      },
    ];
  }
  if (date < from) return [];
  return [
    {
      code: 'followed',
      text: [
        `检验日期 ${date} 时已施行 ${later}（自 ${from} 起），${zh}；本结果按 ${number} 计算，仅供参考`,
        `on ${date} ${later} is in force (from ${from}); ${en}. This answer follows ${number} and is for reference only`,
      ],
    },
  ];
}

function tooEarly({ number, inForce: { from } }: NetContentRule, date: string | null): readonly Warning[] {
  if (date === null || from === null || date >= from) return [];
  return [
    {
      code: 'not-yet',
      text: [
        `${number} 自 ${from} 起施行，检验日期 ${date} 在此之前`,
        `${number} is in force from ${from}; the inspection of ${date} lies before`,
      ],
    },
  ];
}

function farWarnings({ contents, nominal, unit }: Contents): readonly Warning[] {
  const far: number[] = [];
  contents.forEach((content: Decimal, index) => {
    if (isFar(content, nominal)) far.push(index + 1);
  });
  if (far.length === 0) return [];
  const units = `${far.slice(0, 5).join(', ')}${far.length > 5 ? ', …' : ''}`;
  return [
    {
      code: 'far',
      text: [
        `第 ${units} 件与标注净含量 ${print(nominal)} ${unit.symbol} 相差一半以上，请核对单位和皮重`,
        `unit ${units} is off by half of the declared ${print(nominal)} ${unit.symbol} or more: check its unit and tare`,
      ],
    },
  ];
}

function unreadWarnings(names: readonly string[]): readonly Warning[] {
  if (names.length === 0) return [];
  const list = names
    .slice(0, 5)
    .map((name) => name.slice(0, 40))
    .join(', ');
  return [{ code: 'unread', text: [`输入中的字段 ${list} 未被使用`, `the fields ${list} of the input were not used`] }];
}

/** The warnings of an answer; none of them changes its verdict. */
export function warningsOf(
  rule: NetContentRule,
  date: string | null,
  contents: readonly Contents[],
  unread: readonly string[],
): readonly Warning[] {
  const isConfirmed = rule.plan?.provenance.confirmed === true;
  const unconfirmed: Warning = {
    code: 'not-confirmed',
    text: [
      `${rule.number} 的抽样表和允许短缺量取自公开副本，尚未逐项与官方文本核对`,
      `sampling table and tolerable deficiencies of ${rule.number} come from public copies and have not yet been compared with the official text`,
    ],
  };
  return [
    ...tooEarly(rule, date),
    ...laterEdition(rule, date),
    ...(isConfirmed ? [] : [unconfirmed]),
    ...contents.flatMap(farWarnings),
    ...unreadWarnings(unread),
  ];
}
