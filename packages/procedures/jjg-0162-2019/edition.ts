/** JJG 162-2019 Cold Potable Water Meters as data. See README.md for what is missing. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { WaterLimits } from './limits.ts';

const listing = 'chinesestandard.net, listing and title page of JJG 162-2019';
const periods = 'nmghzsl.com/357 and 51dongshi.com, on the verification periods of JJG 162-2019';

export const edition: Edition<WaterLimits> = {
  id: 'jjg-0162-2019',
  regulation: 'jjg-0162',
  number: 'JJG 162-2019',
  title: ['饮用冷水水表检定规程', 'Verification Regulation of Cold Potable Water Meters'],
  status: {
    issued: sourced('2019-12-31', listing, 'found'),
    inForceFrom: sourced('2020-03-31', listing, 'found'),
    supersedes: sourced('JJG 162-2009', listing, 'found'),
  },
  applies: [
    {
      instrument: 'water-meter',
      title: ['水表', 'Water meter'],
      from: sourced('2020-03-31', listing, 'found'),
      to: sourced(null, 'no successor was found', 'unknown'),
    },
  ],
  catalogue: sourced(['水表'], 'own knowledge of 市场监管总局公告 2020 年第 42 号附件, first-level entry', 'high'),
  annexItems: [{ list: 'basic', number: 4, title: ['水表', 'Water meters'] }],
  items: [
    testItem('appearance', ['外观与功能', 'Appearance and functions']),
    testItem('tightness', ['密封性', 'Tightness']),
    testItem('error', ['示值误差', 'Error of indication']),
  ],
  standards: [
    {
      id: 'water-meter-equipment',
      title: ['水表检定装置', 'Water meter verification facility'],
      range: sourced<Text>(['覆盖被检水表的 Q1 至 Q3', 'from Q1 to Q3 of the meter'], 'own knowledge of JJG 162', 'high'),
      requirement: sourced<Text>(
        ['扩展不确定度不大于最大允许误差绝对值的 1/5', 'expanded uncertainty of at most one fifth of the MPE'],
        'own knowledge of OIML R 49-2, test requirements',
        'high',
      ),
      ratio: sourced('1/5', 'own knowledge of OIML R 49-2, test requirements', 'high'),
      items: ['error'],
    },
    {
      id: 'pressure-test',
      title: ['密封性试验装置', 'Pressure test equipment'],
      requirement: sourced<Text>(['满足试验压力要求', 'able to give the test pressure'], 'own knowledge of JJG 162', 'medium'),
      items: ['tightness'],
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'rotation-6',
        title: [
          'DN ≤ 25 且 Q3 ≤ 16 m³/h：首次检定，使用期限不超过 6 年，到期轮换',
          'DN up to 25 and Q3 up to 16 m³/h: verified once, used for 6 years at most',
        ],
        form: 'limited-use',
        months: sourced(72, periods, 'found'),
      },
      {
        id: 'rotation-4',
        title: [
          '25 < DN ≤ 50 且 Q3 ≤ 16 m³/h：首次检定，使用期限不超过 4 年，到期轮换',
          'DN above 25 up to 50 and Q3 up to 16 m³/h: verified once, used for 4 years at most',
        ],
        form: 'limited-use',
        months: sourced(48, periods, 'found'),
      },
      {
        id: 'periodic',
        title: ['DN > 50 或 Q3 > 16 m³/h：检定周期不超过 2 年', 'DN above 50 or Q3 above 16 m³/h: every 2 years at most'],
        form: 'periodic',
        months: sourced(24, periods, 'found'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['密封性试验的压力与时间', 'Pressure and duration of the tightness test'],
    ['Q1、Q2、Q3 以外的流量点', 'Other flows than Q1, Q2 and Q3'],
    ['反向流、复式水表的转换流量', 'Reverse flow, change-over flow of combination meters'],
  ],
  calculationRevision: 1,
};
