/** Reminders 提醒: about what, by which way, when it is quiet, and how a message that did not leave is tried again. */
import { toDayNumber, type Day } from '../../kernel/day.ts';
import type { Text } from '../../kernel/text.ts';

export const topics = {
  overdue: ['已过有效期', 'Overdue'],
  'due-7': ['7 日内到期', 'Due within 7 days'],
  'due-15': ['15 日内到期', 'Due within 15 days'],
  'due-30': ['30 日内到期', 'Due within 30 days'],
  'due-90': ['90 日内到期', 'Due within 90 days'],
  'request-submitted': ['收到强检申请', 'A request came in'],
  'request-accepted': ['申请已受理', 'Request accepted'],
  'request-refused': ['申请不予受理', 'Request refused'],
  'request-referred': ['申请已转送', 'Request passed on'],
  'request-scheduled': ['已排期', 'Scheduled'],
  'request-unscheduled': ['排期已取消', 'Booking cancelled'],
  'request-issued': ['已出具证书或通知书', 'Certificate or notice issued'],
  'round-announced': ['集中检定公告', 'Round announced'],
  'hand-over-offered': ['有器具移交待接收', 'A hand-over was offered'],
  're-examination-due': ['计量标准应申请复查', 'Re-examination of a measurement standard due'],
  'performance-due': ['计量标准性能考核或期间核查到期', 'Test or check of a measurement standard due'],
  'calibration-due': ['标准器检定或校准到期', 'Calibration of a standard due'],
} as const satisfies Record<string, Text>;
export type Topic = keyof typeof topics;
export const topicNames = Object.keys(topics) as [Topic, ...Topic[]];

/** What the keeper of a measurement standard is told once for each term. */
export const keeperTopics = {
  're-examination': 're-examination-due',
  performance: 'performance-due',
  calibration: 'calibration-due',
} as const satisfies Record<string, Topic>;

/** The windows of a due day, the most urgent first. */
export const dueTopics = ['overdue', 'due-7', 'due-15', 'due-30', 'due-90'] as const satisfies readonly Topic[];
export type DueTopic = (typeof dueTopics)[number];
export type DueCounts = Readonly<Partial<Record<DueTopic, number>>>;

export const channels = {
  app: ['应用内', 'In the application'],
  email: ['电子邮件', 'E-mail'],
  sms: ['短信', 'SMS'],
} as const satisfies Record<string, Text>;
export type Channel = keyof typeof channels;
export const channelNames = Object.keys(channels) as [Channel, ...Channel[]];
export const sentChannelNames = ['email', 'sms'] as const satisfies readonly Channel[];
export type SentChannel = (typeof sentChannelNames)[number];

export const messageStates = {
  queued: ['待发送', 'Queued'],
  sent: ['已发送', 'Sent'],
  recorded: ['记入测试收件箱', 'In the test inbox'],
  failed: ['发送失败', 'Failed'],
} as const satisfies Record<string, Text>;
export type MessageState = keyof typeof messageStates;
export const messageStateNames = Object.keys(messageStates) as [MessageState, ...MessageState[]];

/** `record` takes the place of `send` where no way out is configured. */
export const messageLifeCycle = {
  queued: { send: 'sent', record: 'recorded', fail: 'failed' },
  failed: { retry: 'queued' },
  sent: {},
  recorded: {},
} as const satisfies Record<MessageState, Partial<Record<'send' | 'record' | 'fail' | 'retry', MessageState>>>;

export type Choice = {
  readonly language: 'zh' | 'en';
  /** A topic that is not named is told in the application. */
  readonly channels: Readonly<Partial<Record<Topic, readonly Channel[]>>>;
  /** HH:MM of the city; the same twice: never quiet. */
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly pausedUntil: Day | null;
};

export const defaultChoice: Choice = { language: 'zh', channels: {}, quietFrom: '21:00', quietTo: '08:00', pausedUntil: null };

export const channelsFor = (choice: Choice, topic: Topic): readonly Channel[] => choice.channels[topic] ?? ['app'];

/** The city's clock is eight hours ahead of UTC all the year. */
const cityMinutes = 8 * 60;
const dayMinutes = 24 * 60;
const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/**
 * When a message may leave: now, or when it is quiet no more. Instants are milliseconds since 1970.
 * @example notBefore(defaultChoice, Date.parse('2026-11-23T14:30:00Z')) // Date.parse('2026-11-24T00:00:00Z')
 */
export function notBefore({ quietFrom, quietTo, pausedUntil }: Choice, now: number): number {
  let at = now / 60_000 + cityMinutes;
  if (pausedUntil !== null && Math.floor(at / dayMinutes) <= toDayNumber(pausedUntil)) at = (toDayNumber(pausedUntil) + 1) * dayMinutes;
  const [from, to] = [minuteOf(quietFrom), minuteOf(quietTo)];
  const clock = at - Math.floor(at / dayMinutes) * dayMinutes;
  const isQuiet = from < to ? clock >= from && clock < to : from > to && (clock >= from || clock < to);
  if (isQuiet) at += (clock < to ? to : to + dayMinutes) - clock;
  return (at - cityMinutes) * 60_000;
}

/** Minutes to wait after each failed try; after the last one it is given up. */
const waits = [1, 5, 30, 120, 720] as const;
export const mostAttempts = waits.length + 1;

/** When it is tried again after so many failed tries, in milliseconds since 1970; undefined when it is given up. */
export function nextTry(attempts: number, now: number): number | undefined {
  const wait = waits[attempts - 1];
  return wait === undefined ? undefined : now + wait * 60_000;
}
