/** JJG 14-2016 Non-self-indicating Weighing Instruments, classes III and IIII, as data. See README.md for what is missing. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { BeamLimits } from './limits.ts';

const listing = 'chinesestandard.net, listing of JJG 14-2016 (AQSIQ announcement 26 of 2016)';
const family = 'own knowledge of the JJG 13, 14 and 539 family';

export const edition: Edition<BeamLimits> = {
  id: 'jjg-0014-2016',
  regulation: 'jjg-0014',
  number: 'JJG 14-2016',
  title: ['非自行指示秤检定规程', 'Verification Regulation of Non-self-indicating Weighing Instruments'],
  status: {
    issued: sourced('2016-03-03', listing, 'found'),
    inForceFrom: sourced('2016-09-03', listing, 'found'),
    supersedes: sourced('JJG 14-1997', listing, 'found'),
  },
  applies: [
    {
      instrument: 'non-self-indicating-scale',
      title: ['非自行指示秤', 'Non-self-indicating scale'],
      from: sourced('2016-09-03', listing, 'found'),
      to: sourced(null, listing, 'found'),
    },
  ],
  catalogue: sourced(['非自动衡器'], '市场监管总局公告 2020 年第 42 号附件, first-level entry', 'found'),
  annexItems: [{ list: 'basic', number: 2, title: ['衡器', 'Weighing instruments'] }],
  items: [
    testItem('appearance', ['外观', 'Visual inspection']),
    testItem('zero', ['零点', 'Zero']),
    testItem('sensitivity', ['灵敏度', 'Sensitivity']),
    testItem('repeatability', ['重复性', 'Repeatability']),
    testItem('eccentricity', ['偏载', 'Eccentric loading']),
    testItem('weighing', ['称量', 'Weighing']),
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
    ['单个增砣的质量与臂比误差', 'The mass of each counterpoise by itself and the error of the lever ratio'],
    ['标尺各段与多标尺的逐段检定', 'The parts of a weighbeam, and scales with several beams, part by part'],
    ['鉴别阈（相当于 0.4 倍最大允许误差的可见位移）', 'Discrimination (a visible displacement by 0.4 of the MPE)'],
    ['标准砝码不足时的替代法', 'Substitution of standard weights'],
  ],
  calculationRevision: 1,
};
