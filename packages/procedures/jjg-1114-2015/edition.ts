/** JJG 1114-2015 Liquefied natural gas dispenser as data. See README.md for what is missing. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { DispenserLimits } from './limits.ts';

const titlePage = 'bubsandbeans.com 240405019, title page and interpretation of JJG 1114-2015';

export const edition: Edition<DispenserLimits> = {
  id: 'jjg-1114-2015',
  regulation: 'jjg-1114',
  number: 'JJG 1114-2015',
  title: ['液化天然气加气机检定规程', 'Verification Regulation of Liquefied Natural Gas Dispensers'],
  status: {
    issued: sourced('2015-06-15', titlePage, 'found'),
    inForceFrom: sourced('2015-09-15', titlePage, 'found'),
    supersedes: sourced(null, 'no earlier edition is known', 'medium'),
  },
  applies: [
    {
      instrument: 'lng-dispenser',
      title: ['液化天然气加气机', 'Liquefied natural gas dispenser'],
      from: sourced('2015-09-15', titlePage, 'found'),
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
      id: 'lng-dispenser-standard',
      title: ['LNG 加气机检定装置（标准表法或称重法）', 'Standard for LNG dispensers (master meter or weighing)'],
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
        months: sourced(6, 'own knowledge of the regulations for gas dispensers: 检定周期一般不超过 6 个月', 'medium'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['以体积为单位的加气机', 'Dispensers that show a volume'],
    ['预冷与气相回收的影响', 'Influence of cooling down and of the returned vapour'],
    ['防爆检查', 'Explosion protection'],
  ],
  calculationRevision: 1,
};
