import type { Text } from '../../../kernel/text.ts';
import type { Group } from './model.ts';
import type { Reasons } from './reason.ts';
import { interims, options, type Interim, type Option, type Target } from './scenario.ts';

/** What counties and items are called. */
export type Names = { readonly region: (code: string) => Text; readonly item: (id: string) => Text };

const lists = {
  basic: ['13 项基本能力', 'the 13 basic items'],
  enhanced: ['9 项提升能力', 'the 9 enhanced items'],
  demand: ['按在用器具加权的配置到位率', 'the share of instruments whose item is in place'],
} as const satisfies Record<Target['list'], Text>;

/** @example yuanWords(125000) // ['12.5 万元', '125,000 yuan'] */
export function yuanWords(yuan: number): Text {
  const rounded = Math.round(yuan);
  const grouped = String(rounded).replace(/\B(?=(\d{3})+$)/g, ',');
  return [Math.abs(rounded) >= 10_000 ? `${Number((rounded / 10_000).toFixed(2))} 万元` : `${grouped} 元`, `${grouped} yuan`];
}

export function groupWords(group: Group, names: Names): Text {
  switch (group.kind) {
    case 'target':
      return [
        `${group.target.month} 前${lists[group.target.list][0]}达到 ${group.target.percent}%`,
        `${group.target.percent} % of ${lists[group.target.list][1]} by ${group.target.month}`,
      ];
    case 'budget':
      return [`${group.year} 年预算`, `the budget of ${group.year}`];
    case 'people':
      return [`${names.region(group.region)[0]}同时可投入的人员`, `the people of ${names.region(group.region)[1]}`];
    case 'examinations':
      return ['每月可安排的建标考核数', 'the examinations of a month'];
    case 'visits':
      return ['流动实验室每月可出行次数', 'the mobile laboratory’s visits of a month'];
    case 'forced':
      return [
        `指定${names.region(group.region)[0]}${names.item(group.item)[0]}的方式`,
        `the option forced on ${names.region(group.region)[1]}, ${names.item(group.item)[1]}`,
      ];
  }
}

const joined = (groups: readonly Group[], names: Names): Text => {
  const words = groups.map((group) => groupWords(group, names));
  return [words.map(([zh]) => zh).join('、'), words.map(([, en]) => en).join(', ')];
};

type Chosen = {
  readonly option: Option | null;
  readonly begins: string | null;
  readonly inPlace: string | null;
  readonly interim: readonly { readonly kind: Interim; readonly by: string | null; readonly from: string; readonly until: string }[];
  /** With the month of its name in the calendar. */
  readonly reasons: Omit<Reasons, 'mobileFull'> & { readonly mobileFull: string | null };
};

const absences = {
  'not-authorisable': ['没有可授权的机构', 'no body is known that could be authorised'],
  forbidden: ['本情景已排除', 'this scenario excludes it'],
  'too-long': ['所需时间超出方案期限', 'it takes longer than the plan lasts'],
} as const satisfies Record<string, Text>;

/** Why this choice: what the next best would have cost more, what it would have broken, and why not earlier or not at all. */
export function reasonSentences({ option, begins, reasons }: Chosen, names: Names): Text[] {
  const sentences: Text[] = [];
  if (option === null)
    sentences.push([
      '没有目标要求在期限内配置，且配置比过渡安排更贵。',
      'No target asks for it, and closing it costs more than covering it.',
    ]);
  else if (reasons.neededFor.length > 0) {
    const [zh, en] = joined(reasons.neededFor, names);
    sentences.push([`不配置则达不到：${zh}。`, `Left open it would miss: ${en}.`]);
  } else if (reasons.openCosts !== null) {
    const [zh, en] = yuanWords(reasons.openCosts);
    sentences.push([`一直靠过渡安排要多花 ${zh}。`, `Covering it all along would cost ${en} more.`]);
  }
  for (const other of reasons.others) {
    const [name, nameEn] = options[other.option];
    if (other.more !== null) {
      const [zh, en] = yuanWords(other.more);
      sentences.push([`改为${name}要多花 ${zh}（其余安排不变）。`, `${nameEn} would cost ${en} more, all else as it is.`]);
    } else if (other.absent !== null)
      sentences.push([`不能${name}：${absences[other.absent][0]}。`, `${nameEn}: ${absences[other.absent][1]}.`]);
    else if (other.breaks.length > 0) {
      const [zh, en] = joined(other.breaks, names);
      sentences.push([`改为${name}不能同时满足：${zh}。`, `${nameEn} could not meet: ${en}.`]);
    }
  }
  if (reasons.notEarlier.length > 0) {
    const [zh, en] = joined(reasons.notEarlier, names);
    sentences.push([`不能早于 ${begins} 开始：受限于${zh}。`, `It cannot begin before ${begins}: limited by ${en}.`]);
  } else if (reasons.earlierCosts !== null) {
    const [zh, en] = yuanWords(reasons.earlierCosts);
    sentences.push([`早一个月开始要多花 ${zh}。`, `A month earlier would cost ${en} more.`]);
  } else if (option !== null) sentences.push(['从方案第一个月即开始。', 'It begins with the first month of the plan.']);
  return sentences;
}

/** Who serves until it is in place, one after the other; such cover does not count. */
export function interimSentence({ interim, reasons }: Chosen, names: Names): Text {
  if (interim.length === 0) return ['没有需要过渡的月份', 'Nothing has to be covered'];
  const parts = interim.map(({ kind, by, from, until }): Text => {
    const [name, nameEn] = interims[kind];
    const [zh, en] = by === null ? ['', ''] : [`（${names.region(by)[0]}）`, ` (${names.region(by)[1]})`];
    return [`${name}${zh}，${from} 至 ${until}`, `${nameEn}${en}, ${from} to ${until}`];
  });
  const [full, fullEn] =
    reasons.mobileFull === null
      ? ['', '']
      : [
          `；流动实验室更省，但 ${reasons.mobileFull} 的出行次数已用完`,
          `; the mobile laboratory would cost less but has no visit left in ${reasons.mobileFull}`,
        ];
  return [
    `${parts.map(([zh]) => zh).join('；')}，不计入配置到位${full}`,
    `${parts.map(([, en]) => en).join('; ')}; it does not count${fullEn}`,
  ];
}

/** How far one constraint alone would have to give way. */
export function reliefWords(group: Group, relief: number | null): Text {
  if (relief === null) return ['单独放宽这一项不够', 'giving way here alone is not enough'];
  if (relief === 0) return ['去掉这一项即可', 'without it there is a plan'];
  switch (group.kind) {
    case 'target':
      return group.target.list === 'demand'
        ? [`少算 ${relief} 台（件）即可`, `${relief} instruments fewer would do`]
        : [`届时少 ${relief} 格即可`, `${relief} cells fewer by then would do`];
    case 'budget':
      return [`增加 ${yuanWords(relief)[0]}即可`, `${yuanWords(relief)[1]} more would do`];
    case 'people':
      return [`增加 ${relief} 人即可`, `${relief} people more would do`];
    case 'examinations':
      return [`每月增加 ${relief} 次即可`, `${relief} more a month would do`];
    case 'visits':
      return [`每月增加 ${relief} 次出行即可`, `${relief} visits more a month would do`];
    case 'forced':
      return ['取消该指定即可', 'without it there is a plan'];
  }
}
