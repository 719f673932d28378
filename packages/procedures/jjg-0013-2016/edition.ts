/** JJG 13-2016 Analogue Indicating Weighing Instruments, classes III and IIII, as data. See README.md for what is missing. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { AnalogueLimits } from './limits.ts';

const listing = 'chinesestandard.net, listing of JJG 13-2016 (AQSIQ announcement 26 of 2016)';
const family = 'own knowledge of the JJG 13, 14 and 539 family';

export const edition: Edition<AnalogueLimits> = {
  id: 'jjg-0013-2016',
  regulation: 'jjg-0013',
  number: 'JJG 13-2016',
  title: ['模拟指示秤检定规程', 'Verification Regulation of Analogue Indicating Weighing Instruments'],
  status: {
    issued: sourced('2016-03-03', listing, 'found'),
    inForceFrom: sourced('2016-09-03', listing, 'found'),
    supersedes: sourced('JJG 13-1997', listing, 'found'),
  },
  applies: [
    {
      instrument: 'analogue-indicating-scale',
      title: ['模拟指示秤', 'Analogue indicating scale'],
      from: sourced('2016-09-03', listing, 'found'),
      to: sourced(null, listing, 'found'),
    },
  ],
  catalogue: sourced(['非自动衡器'], '市场监管总局公告 2020 年第 42 号附件, first-level entry', 'found'),
  annexItems: [{ list: 'basic', number: 2, title: ['衡器', 'Weighing instruments'] }],
  items: [
    testItem('appearance', ['外观', 'Visual inspection']),
    testItem('zero', ['零点误差', 'Error at zero']),
    testItem('repeatability', ['重复性', 'Repeatability']),
    testItem('eccentricity', ['偏载', 'Eccentric loading']),
    testItem('weighing', ['称量', 'Weighing']),
    testItem('discrimination', ['鉴别阈', 'Discrimination']),
  ],
  standards: [
    {
      id: 'weights',
      title: ['标准砝码', 'Standard weights'],
      requirement: sourced<Text>(
        ['误差不超过被检载荷最大允许误差的 1/3', 'error of at most one third of the maximum permissible error at the load'],
        family,
        'high',
      ),
      ratio: sourced('1/3', family, 'high'),
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'periodic',
        title: ['周期检定', 'Periodic verification'],
        form: 'periodic',
        months: sourced(12, `${family}: one year at most`, 'high'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['悬挂式承载器（吊秤）的偏载', 'Eccentric loading of a hanging load receptor'],
    ['双面度盘两侧示值之差', 'The difference of the two sides of a double dial'],
    ['除皮装置、半自行指示秤的换挡', 'Tare devices, and the ranges of semi-self-indicating scales'],
    ['标准砝码不足时的替代法', 'Substitution of standard weights'],
  ],
  calculationRevision: 1,
};
