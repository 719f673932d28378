import type { ReactElement } from 'react';
import { StatusTag, type Tone } from '../../../web/kit/StatusTag.tsx';
import { clockWords, type Clock } from '../rules/period.ts';
import { clockTone, type ClockTone } from './states.ts';

const tones: Readonly<Record<ClockTone, Tone>> = {
  none: 'ended',
  running: 'doing',
  short: 'attention',
  over: 'bad',
  stopped: 'waiting',
  ended: 'done',
};

/** 还剩 n 个工作日, 已超期 n 个工作日: in words, with a shape of its own. */
export function ClockTag({ clock }: { clock: Clock }): ReactElement {
  const text = clockWords(clock);
  return <StatusTag states={{ clock: { text, tone: tones[clockTone(clock)] } }} state="clock" />;
}
