/** What a reminder says: a title, a sentence, a short text for SMS without personal data, and the page it leads to. */
import type { Text } from '../../../kernel/text.ts';
import { performanceKinds, type PerformanceKind } from '../../../measure/measurement-standard/rules/performance.ts';
import { dueTopics, topics, type DueCounts, type DueTopic, type Topic } from '../rules.ts';

export type Words = { readonly title: Text; readonly text: Text; readonly href: string };

/** Facts of an event: ids for the link, and names of organizations. */
export type Detail = {
  readonly counts?: DueCounts;
  readonly request?: string;
  readonly institute?: string;
  readonly holder?: string;
  readonly instruments?: number;
  readonly reason?: string;
  readonly day?: string;
  readonly round?: string;
  readonly title?: string;
  /** A measurement standard or a standard: its id, its name, which test or which number, the last day of its certificate. */
  readonly record?: string;
  readonly name?: string;
  readonly test?: PerformanceKind;
  readonly subject?: string;
  readonly until?: string;
  readonly late?: boolean;
};

const count = (n: number): Text => [`${n} 台（件）`, n === 1 ? '1 instrument' : `${n} instruments`];

const duePhrases: Readonly<Record<DueTopic, (n: Text) => Text>> = {
  overdue: ([zh, en]) => [`${zh}已过有效期`, `${en} overdue`],
  'due-7': ([zh, en]) => [`${zh}7 日内到期`, `${en} due within 7 days`],
  'due-15': ([zh, en]) => [`${zh}15 日内到期`, `${en} due within 15 days`],
  'due-30': ([zh, en]) => [`${zh}30 日内到期`, `${en} due within 30 days`],
  'due-90': ([zh, en]) => [`${zh}90 日内到期`, `${en} due within 90 days`],
};

/** The windows that are told, the most urgent first. */
export const windowsOf = (counts: DueCounts): DueTopic[] => dueTopics.filter((topic) => (counts[topic] ?? 0) > 0);

function dueWords(counts: DueCounts): Words {
  const windows = windowsOf(counts);
  const phrases = windows.map((topic) => duePhrases[topic](count(counts[topic] ?? 0)));
  const zh = phrases.map(([words]) => words).join('，');
  const en = phrases.map(([, words]) => words).join('; ');
  const [first] = windows;
  return {
    title: ['计量器具到期提醒', 'Instruments falling due'],
    text: [
      `贵单位有 ${zh}，请及时申请检定（不收费）。`,
      `Your organization has ${en}. Please request their verification; it is free of charge.`,
    ],
    href: windows.length === 1 && first !== undefined ? `/desk/instruments?standing=${first}` : '/desk/instruments',
  };
}

const requestHref = ({ request }: Detail): string => (request === undefined ? '/desk/requests' : `/desk/requests/${request}`);
const by = ({ institute }: Detail): Text => (institute === undefined ? ['检定机构', 'The institute'] : [institute, institute]);
const because = ({ reason }: Detail): Text => (reason === undefined || reason === '' ? ['', ''] : [`，理由：${reason}`, `: ${reason}`]);

const quoted = ({ name }: Detail): Text => (name === undefined ? ['', 'A measurement standard'] : [`“${name}”`, `“${name}”`]);

/** By when the keeper of a measurement standard has to do what. */
function keeperWords(topic: 're-examination-due' | 'performance-due' | 'calibration-due', detail: Detail): Words {
  const title = topics[topic];
  const { record, subject = '', day = '', until = '', late = false } = detail;
  const [zhName, enName] = quoted(detail);
  const page = topic === 'calibration-due' ? '/desk/standards' : '/desk/measurement-standards';
  const own = record === undefined ? page : `${page}/${record}`;
  switch (topic) {
    case 're-examination-due':
      return {
        title,
        text: late
          ? [
              `计量标准${zhName}有效期至 ${until}，申请复查的期限 ${day} 已过，请尽快申请。`,
              `${enName} is valid until ${until}; its re-examination had to be applied for by ${day}. Please apply now.`,
            ]
          : [
              `计量标准${zhName}有效期至 ${until}，请在 ${day} 前申请复查。`,
              `${enName} is valid until ${until}; please apply for its re-examination by ${day}.`,
            ],
        href: own,
      };
    case 'performance-due': {
      const test = performanceKinds[detail.test ?? 'stability'];
      const which: Text = subject === '' ? test : [`${test[0]}（${subject}）`, `${test[1]} (${subject})`];
      return {
        title,
        text: late
          ? [`计量标准${zhName}的${which[0]}应在 ${day} 前进行，已超期。`, `${enName}: ${which[1]} was due on ${day} and is overdue.`]
          : [`计量标准${zhName}的${which[0]}请在 ${day} 前进行。`, `${enName}: ${which[1]} is due by ${day}.`],
        href: record === undefined ? page : `${own}/performance`,
      };
    }
    case 'calibration-due': {
      const standard =
        detail.name === undefined ? ['标准器', 'A standard'] : [`标准器 ${detail.name} ${subject}`, `${detail.name} ${subject}`];
      return {
        title,
        text: late
          ? [
              `${standard[0] ?? ''}的溯源证书 ${until} 已到期，重新检定或校准合格前不得使用。`,
              `${standard[1] ?? ''}: its certificate ended on ${until}; it may not be used before it has been calibrated again.`,
            ]
          : [
              `${standard[0] ?? ''}的溯源证书 ${until} 到期，请安排检定或校准。`,
              `${standard[1] ?? ''}: its certificate ends on ${until}; please arrange its calibration.`,
            ],
        href: own,
      };
    }
  }
}

/** The words of a reminder from its topic and its facts. */
export function wordsOf(topic: Topic, detail: Detail): Words {
  const title = topics[topic];
  const [zhBy, enBy] = by(detail);
  const [zhCount, enCount] = count(detail.instruments ?? 0);
  switch (topic) {
    case 'overdue':
    case 'due-7':
    case 'due-15':
    case 'due-30':
    case 'due-90':
      return dueWords(detail.counts ?? {});
    case 'request-submitted':
      return {
        title,
        text: [
          `${detail.holder ?? '使用单位'}申请检定 ${zhCount}，请办理。`,
          `${detail.holder ?? 'A holder'} requests the verification of ${enCount}.`,
        ],
        href: requestHref(detail),
      };
    case 'request-accepted':
      return {
        title,
        text: [`${zhBy}已受理贵单位的检定申请，共 ${zhCount}。`, `${enBy} has accepted your request (${enCount}).`],
        href: requestHref(detail),
      };
    case 'request-refused': {
      const [zh, en] = because(detail);
      return {
        title,
        text: [`${zhBy}不予受理贵单位的检定申请${zh}。`, `${enBy} has refused your request${en}.`],
        href: requestHref(detail),
      };
    }
    case 'request-referred': {
      const [zh, en] = because(detail);
      return {
        title,
        text: [`贵单位的检定申请已转送${zhBy}${zh}。`, `Your request was passed on to ${enBy}${en}.`],
        href: requestHref(detail),
      };
    }
    case 'request-scheduled':
      return {
        title,
        text: [`${zhBy}已安排检定 ${zhCount}，日期 ${detail.day ?? ''}。`, `${enBy} has scheduled ${enCount} for ${detail.day ?? ''}.`],
        href: requestHref(detail),
      };
    case 'request-unscheduled':
      return {
        title,
        text: [
          `${zhBy}取消了 ${detail.day ?? ''} 的检定排期，涉及 ${zhCount}，将另行安排。`,
          `${enBy} has cancelled the booking of ${enCount} for ${detail.day ?? ''}; another day will be set.`,
        ],
        href: requestHref(detail),
      };
    case 'request-issued':
      return {
        title,
        text: [`${zhBy}已出具检定证书或结果通知书，可查看、领取。`, `${enBy} has issued a certificate or notice; it is ready for you.`],
        href: '/desk/certificates',
      };
    case 'round-announced':
      return {
        title,
        text: [
          `${zhBy}安排集中检定“${detail.title ?? ''}”，贵单位 ${zhCount}已列入，无需申请${detail.day === undefined ? '' : `，自 ${detail.day} 起`}。`,
          `${enBy} announces the round “${detail.title ?? ''}”; ${enCount} of yours are in it and need no request${detail.day === undefined ? '' : `, from ${detail.day}`}.`,
        ],
        href: detail.round === undefined ? '/desk/rounds' : `/desk/rounds/${detail.round}`,
      };
    case 're-examination-due':
    case 'performance-due':
    case 'calibration-due':
      return keeperWords(topic, detail);
    case 'hand-over-offered':
      return {
        title,
        text: [
          `${detail.holder ?? '其他单位'}向贵单位移交器具，请确认是否接收。`,
          `${detail.holder ?? 'Another organization'} offers to hand an instrument over to you.`,
        ],
        href: '/desk/handovers',
      };
  }
}

/** The one text of an SMS: the sentence behind the name of the house. */
export const smsText = ({ text }: Words, language: 'zh' | 'en'): string =>
  language === 'zh' ? `【通衡】${text[0]}` : `[Tongheng] ${text[1]}`;
