/** JJG 1097-2014 Phoropters with charts, as data. See README.md for what is open. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { PhoropterLimits } from './limits.ts';

const own = 'own knowledge: the regulation exists under this number';
const from = sourced(
  '2015-07-01',
  'the year of issue is that of the number, the day is not known: the middle of the next year is taken',
  'low',
);

export const edition: Edition<PhoropterLimits> = {
  id: 'jjg-1097-2014',
  regulation: 'jjg-1097',
  number: 'JJG 1097-2014',
  title: ['综合验光仪（含视力表）检定规程', 'Verification Regulation of Phoropters (with Visual Charts)'],
  status: {
    issued: sourced(null, own, 'unknown'),
    inForceFrom: from,
    supersedes: sourced(null, 'none is known', 'unknown'),
  },
  applies: [{ instrument: 'phoropter', title: ['综合验光仪', 'Phoropter'], from, to: sourced(null, own, 'medium') }],
  catalogue: sourced(['验光仪器'], 'own knowledge of the catalogue under mandatory management, 2020', 'medium'),
  annexItems: [{ list: 'enhanced', number: 7, title: ['验光仪、综合验光仪', 'Eye refractometers and phoropters'] }],
  items: [
    testItem('appearance', ['外观与机件', 'Appearance and mechanics']),
    testItem('sphere', ['球镜度', 'Sphere']),
    testItem('cylinder', ['柱镜度', 'Cylinder']),
    testItem('axis', ['柱镜轴位', 'Cylinder axis']),
    testItem('prism', ['棱镜度', 'Prism']),
    testItem('pupil-distance', ['瞳距', 'Pupil distance']),
    testItem('chart', ['视力表', 'Chart']),
  ],
  standards: [
    {
      id: 'reference-focimeter',
      title: ['标准焦度计', 'Reference focimeter'],
      requirement: sourced<Text>(['符合规程的要求', 'as the regulation asks'], 'the value was not found in a public source', 'unknown'),
    },
    {
      id: 'luminance-meter',
      title: ['亮度计', 'Luminance meter'],
      requirement: sourced<Text>(
        ['用于视力表亮度', 'for the luminance of the chart'],
        'own knowledge of the verification of charts',
        'medium',
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
        months: sourced(12, 'own knowledge of JJG 1097: 检定周期一般不超过 1 年', 'high'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['镜片组合的光学中心偏差', 'Decentration of combined lenses'],
    ['交叉柱镜和辅助镜片', 'Cross cylinders and auxiliary lenses'],
    ['视标尺寸的测量值', 'Measured sizes of optotypes'],
  ],
  calculationRevision: 1,
};
