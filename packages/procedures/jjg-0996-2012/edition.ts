/** JJG 996-2012 Compressed natural gas dispenser as data. See README.md for what is missing. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { DispenserLimits } from './limits.ts';

const national = '中国计量网 55587, 2016 年全国计量科普知识库: JJG 996-2012 issued 2012-12-03, in force 2013-06-03, quantity in kg';

export const edition: Edition<DispenserLimits> = {
  id: 'jjg-0996-2012',
  regulation: 'jjg-0996',
  number: 'JJG 996-2012',
  title: ['压缩天然气加气机检定规程', 'Verification Regulation of Compressed Natural Gas Dispensers'],
  status: {
    issued: sourced('2012-12-03', national, 'found'),
    inForceFrom: sourced('2013-06-03', national, 'found'),
    supersedes: sourced('JJG 996-2005', 'own knowledge of the JJG 996 family', 'medium'),
  },
  applies: [
    {
      instrument: 'cng-dispenser',
      title: ['压缩天然气加气机', 'Compressed natural gas dispenser'],
      from: sourced('2013-06-03', national, 'found'),
      to: sourced(null, 'no successor was found', 'unknown'),
    },
  ],
  catalogue: sourced(['加气机'], 'own knowledge of 市场监管总局公告 2020 年第 42 号附件, first-level entry', 'high'),
  annexItems: [],
  items: [
    testItem('appearance', ['外观与封印', 'Appearance and seals']),
    testItem('tightness', ['密封性', 'Tightness']),
    testItem('error', ['示值误差', 'Error of indication']),
    testItem('repeatability', ['重复性', 'Repeatability']),
    testItem('payment', ['付费金额误差', 'Error of the amount']),
  ],
  standards: [
    {
      id: 'cng-dispenser-standard',
      title: ['CNG 加气机检定装置（标准表法或称重法）', 'Standard for CNG dispensers (master meter or weighing)'],
      requirement: sourced<Text>(
        ['扩展不确定度不大于最大允许误差绝对值的 1/3', 'expanded uncertainty of at most one third of the MPE'],
        'own knowledge of JJF 1094-2002, 5.3.1.4',
        'high',
      ),
      ratio: sourced('1/3', 'own knowledge of JJF 1094-2002, 5.3.1.4', 'high'),
      items: ['error', 'repeatability'],
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'periodic',
        title: ['周期检定', 'Periodic verification'],
        form: 'periodic',
        months: sourced(6, '中国计量网, Tongchuan 2022: 天然气加气机检定周期为半年', 'found'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['以体积为单位的旧加气机', 'Older dispensers that show a volume'],
    ['高、中、低压切换与加气压力控制', 'Change of the pressure stages and the filling pressure'],
    ['防爆检查', 'Explosion protection'],
  ],
  calculationRevision: 1,
};
