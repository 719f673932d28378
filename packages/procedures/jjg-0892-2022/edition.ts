/** JJG 892-2022 Eye Refractometers, as data. See README.md for what is open. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { RefractometerLimits } from './limits.ts';

const listing = 'cornels-photography.com 240612496, listing of JJG 892-2022';
const eyes = 'book118.com 2025/0226 8065014066007035, requirements of the standards for refractometers';

export const edition: Edition<RefractometerLimits> = {
  id: 'jjg-0892-2022',
  regulation: 'jjg-0892',
  number: 'JJG 892-2022',
  title: ['验光仪检定规程', 'Verification Regulation of Eye Refractometers'],
  status: {
    issued: sourced('2022-06-28', listing, 'found'),
    inForceFrom: sourced('2022-12-28', listing, 'found'),
    supersedes: sourced('JJG 892-2011', listing, 'found'),
  },
  applies: [
    {
      instrument: 'eye-refractometer',
      title: ['验光仪', 'Eye refractometer'],
      from: sourced('2022-12-28', listing, 'found'),
      to: sourced(null, listing, 'found'),
    },
  ],
  catalogue: sourced(['验光仪器'], 'own knowledge of the catalogue under mandatory management, 2020', 'medium'),
  annexItems: [{ list: 'enhanced', number: 7, title: ['验光仪、综合验光仪', 'Eye refractometers and phoropters'] }],
  items: [
    testItem('appearance', ['外观与通用技术要求', 'Appearance and general requirements']),
    testItem('zero', ['零位示值误差', 'Error at zero']),
    testItem('sphere', ['球镜度示值误差', 'Error of sphere']),
    testItem('repeatability', ['球镜度测量重复性', 'Repeatability of sphere']),
    testItem('cylinder', ['柱镜度示值误差', 'Error of cylinder']),
    testItem('axis', ['柱镜轴位示值误差', 'Error of the cylinder axis']),
    testItem('pupil-distance', ['瞳距示值误差', 'Error of the pupil distance']),
    testItem('illuminance', ['出瞳光照度', 'Illuminance at the exit pupil']),
    testItem('curvature', ['角膜曲率示值误差', 'Error of corneal curvature']),
  ],
  standards: [
    {
      id: 'reference-eyes',
      title: ['标准模拟眼', 'Reference eyes'],
      requirement: sourced<Text>(
        [
          '客观式：实际值与标称值之差不超过 ±0.12 m⁻¹，U = (0.07～0.10) m⁻¹（k = 3）；主观式：±0.06 m⁻¹，U = 0.04 m⁻¹（k = 3）',
          'objective: within ±0.12 m⁻¹ of nominal, U = (0.07 to 0.10) m⁻¹ (k = 3); subjective: ±0.06 m⁻¹, U = 0.04 m⁻¹ (k = 3)',
        ],
        eyes,
        'found',
      ),
    },
    {
      id: 'cylinder-eye',
      title: ['柱镜标准器', 'Cylinder standard'],
      requirement: sourced<Text>(
        ['实际值与标称值之差不超过 ±0.12 m⁻¹，U = 0.08 m⁻¹（k = 3）', 'within ±0.12 m⁻¹ of nominal, U = 0.08 m⁻¹ (k = 3)'],
        eyes,
        'found',
      ),
    },
    {
      id: 'pupil-distance-standard',
      title: ['瞳距标准器', 'Standard of pupil distance'],
      requirement: sourced<Text>(['仅在检瞳距时需要', 'only where the pupil distance is verified'], 'own knowledge of JJG 892', 'medium'),
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'periodic',
        title: ['周期检定', 'Periodic verification'],
        form: 'periodic',
        months: sourced(12, 'own knowledge of JJG 892: 检定周期一般不超过 1 年', 'high'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['零位和重复性的计算方法（由检定员按规程得出数值）', 'How zero and repeatability are obtained; the tester enters the values'],
    ['操作者目镜的检查', 'The eyepiece of the operator'],
  ],
  calculationRevision: 1,
};
