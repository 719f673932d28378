/** JJG 580-2005 Focimeters, as data. See README.md for what is open. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { FocimeterLimits } from './limits.ts';

const cited = 'biao-zhun.cn 119292: JJG 579-2010 cites JJG 580-2005 焦度计检定规程';
const from = sourced(
  '2006-07-01',
  'the year of issue is that of the number, the day is not known: the middle of the next year is taken',
  'low',
);

export const edition: Edition<FocimeterLimits> = {
  id: 'jjg-0580-2005',
  regulation: 'jjg-0580',
  number: 'JJG 580-2005',
  title: ['焦度计检定规程', 'Verification Regulation of Focimeters'],
  status: {
    issued: sourced(null, cited, 'unknown'),
    inForceFrom: from,
    supersedes: sourced('JJG 580-1996', 'own knowledge', 'medium'),
  },
  applies: [{ instrument: 'focimeter', title: ['焦度计', 'Focimeter'], from, to: sourced(null, cited, 'medium') }],
  catalogue: sourced(['焦度计'], 'own knowledge of the catalogue under mandatory management, 2020', 'medium'),
  annexItems: [],
  items: [
    testItem('appearance', ['外观', 'Appearance']),
    testItem('zero', ['零位与残余棱镜度', 'Zero and residual prism']),
    testItem('sphere', ['球镜度示值误差', 'Error of sphere']),
    testItem('cylinder', ['柱镜度示值误差', 'Error of cylinder']),
    testItem('axis', ['柱镜轴位示值误差', 'Error of the cylinder axis']),
    testItem('prism', ['棱镜度示值误差', 'Error of prism']),
  ],
  standards: [
    {
      id: 'standard-lenses',
      title: ['顶焦度标准镜片', 'Standard lenses of vertex power'],
      requirement: sourced<Text>(
        ['按 JJG 2090-1994 溯源的标准镜片组，含球镜、柱镜和棱镜', 'a set traceable by JJG 2090-1994 with spheres, cylinders and prisms'],
        'cornels-photography.com 240405404, JJG 2090-1994; the uncertainty that is asked for was not found',
        'unknown',
      ),
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'periodic',
        title: ['周期检定', 'Periodic verification'],
        form: 'periodic',
        months: sourced(12, 'own knowledge of JJG 580: 检定周期一般不超过 1 年', 'medium'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['接触镜测量功能', 'Measurement of contact lenses'],
    ['光学中心打印偏差', 'Deviation of the marked optical centre'],
    ['目视式的视差', 'Parallax of instruments with an eyepiece'],
  ],
  calculationRevision: 1,
};
