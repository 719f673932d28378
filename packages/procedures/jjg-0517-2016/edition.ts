/** JJG 517-2016 Taximeters, as data: by itself (本机, clause 5.1) and in the vehicle (装车后, clause 5.2). See README.md for what is open. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { TaximeterLimits } from './limits.ts';

const title = 'duodown.com 2415492, title page and contents of JJG 517-2016';
const notes = 'jizihe.com 9391193, an article on verification by JJG 517-2016';
const clause = (number: string) => ({ clause: sourced(number, title, 'found') });
const holds = { from: sourced('2017-05-30', title, 'found'), to: sourced(null, title, 'found') };

export const edition: Edition<TaximeterLimits> = {
  id: 'jjg-0517-2016',
  regulation: 'jjg-0517',
  number: 'JJG 517-2016',
  title: ['出租汽车计价器检定规程', 'Verification Regulation of Taximeters'],
  status: {
    issued: sourced('2016-11-30', title, 'found'),
    inForceFrom: sourced('2017-05-30', title, 'found'),
    supersedes: sourced('JJG 517-2009', title, 'found'),
  },
  applies: [
    {
      instrument: 'taximeter-installed',
      title: ['出租汽车计价器（装车后）', 'Taximeter in the vehicle'],
      ...holds,
      nameplate: { state: 'installed' },
    },
    { instrument: 'taximeter', title: ['出租汽车计价器（本机）', 'Taximeter by itself'], ...holds, nameplate: { state: 'bench' } },
  ],
  catalogue: sourced(['出租汽车计价器'], 'own knowledge of the catalogue under mandatory management, 2020', 'high'),
  annexItems: [
    { list: 'basic', number: 10, title: ['出租汽车计价器（使用）', 'Taximeters in use'] },
    { list: 'basic', number: 11, title: ['出租汽车计价器（本机）', 'Taximeters by themselves'] },
  ],
  items: [
    testItem('appearance', ['外观与通用技术要求', 'Appearance and general requirements'], clause('6.1')),
    testItem('pricing', ['计价功能', 'Pricing'], clause('6.9')),
    testItem('installed-distance', ['装车后计程误差', 'Distance in the vehicle'], clause('5.2')),
    testItem('bench-distance', ['本机计程误差', 'Distance, by itself'], clause('5.1')),
    testItem('bench-time', ['本机计时误差', 'Time, by itself'], clause('5.1')),
    testItem('switching', ['切换速度及响应时间', 'Cross-over speed and response time'], clause('5.1')),
  ],
  standards: [
    {
      id: 'distance-device',
      title: ['滚轮或行车测距装置（装车后）', 'Roller or road device for distance, in the vehicle'],
      requirement: sourced<Text>(
        ['符合规程 7.2 的要求', 'as clause 7.2 of the regulation asks'],
        'the value was not found in a public source',
        'unknown',
      ),
    },
    {
      id: 'bench-device',
      title: ['计价器本机检定装置', 'Device for taximeters by themselves'],
      range: sourced<Text>(['(50～1500) r/min', '(50 to 1500) r/min'], notes, 'found'),
      requirement: sourced<Text>(
        ['转速 ±0.1 %；计数 ±(读数×0.1 %＋0.1 r)', 'speed ±0.1 %; count ±(0.1 % of reading + 0.1 r)'],
        notes,
        'found',
      ),
    },
    {
      id: 'stopwatch',
      title: ['电子秒表（本机）', 'Electronic stopwatch, by itself'],
      range: sourced<Text>(['不小于 24 h', 'at least 24 h'], notes, 'found'),
      requirement: sourced<Text>(['±0.1 s/h', '±0.1 s/h'], notes, 'found'),
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'installed',
        title: ['装车后周期检定', 'Periodic verification in the vehicle'],
        form: 'periodic',
        months: sourced(12, 'ppdoc.com ed66706: 周检时间为一年一次', 'found'),
      },
      {
        id: 'bench',
        title: ['本机检定（装车前和修理后）', 'By itself, before it is installed and after a repair'],
        form: 'first-only',
        months: sourced(null, 'own knowledge: a taximeter by itself is verified before it is installed and after a repair', 'medium'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['轮胎修正值的测量（附录 B）', 'Measurement of the correction for the tyres (annex B)'],
    [
      '里程测量传感器的适用性（附录 A）和检定卡接口（附录 C）',
      'Fitness of the distance transducer (annex A), interface of the card (annex C)',
    ],
    ['仲裁检定', 'Arbitration verification'],
  ],
  calculationRevision: 1,
};
