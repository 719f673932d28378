/** JJG 579-2010 Trial Case Lenses, as data. See README.md for what is open. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { trialLensForm } from '../src/vertex-power/trial-lens.ts';
import { limits } from './limits.ts';
import type { TrialLensNumbers } from './limits.ts';

const listing = 'biao-zhun.cn 119292, scope and terms of JJG 579-2010';
const from = sourced(
  '2011-07-01',
  'the year of issue is that of the number, the day is not known: the middle of the next year is taken',
  'low',
);

export const edition: Edition<TrialLensNumbers> = {
  id: 'jjg-0579-2010',
  regulation: 'jjg-0579',
  number: 'JJG 579-2010',
  title: ['验光镜片箱检定规程', 'Verification Regulation of Trial Case Lenses'],
  status: {
    issued: sourced(null, listing, 'unknown'),
    inForceFrom: from,
    supersedes: sourced('JJG 579-1998', 'zixin.com.cn 198015, title page of JJG 579-1998', 'medium'),
  },
  applies: [
    {
      instrument: 'trial-lens-case',
      title: ['验光镜片箱', 'Trial lens case'],
      from,
      // JJG 579-2025 is in force from 2025-08-08.
      to: sourced('2025-08-07', 'renrendoc.com 399021610, listing of JJG 579-2025', 'found'),
    },
  ],
  catalogue: sourced(['验光仪器'], 'own knowledge of the catalogue under mandatory management, 2020', 'medium'),
  annexItems: [{ list: 'enhanced', number: 6, title: ['验光镜片箱', 'Trial lens cases'] }],
  items: [
    testItem('appearance', ['外观', 'Appearance']),
    testItem('sphere', ['球镜片顶焦度与中心', 'Vertex power and centre of sphere lenses']),
    testItem('cylinder', ['柱镜片顶焦度与轴线', 'Vertex power and axis of cylinder lenses']),
    testItem('prism', ['棱镜片棱镜度', 'Prismatic power of prism lenses']),
  ],
  standards: [
    {
      id: 'reference-focimeter',
      title: ['一级标准焦度计', 'First-grade reference focimeter'],
      requirement: sourced<Text>(
        ['一级标准焦度计，分度 0.01 m⁻¹，e 谱线，阿贝数约 58', 'first grade, reading to 0.01 m⁻¹, e line, Abbe number about 58'],
        'ynkmjykj.com 63296, an article on verification by JJG 579-2010',
        'found',
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
        months: sourced(12, 'the period is not established (one or two years); the shorter one is taken', 'low'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form: trialLensForm({
    temperature: { least: limits.temperatureLeast, most: limits.temperatureMost },
    humidity: { least: limits.humidityLeast, most: limits.humidityMost },
  }),
  notCovered: [
    ['棱镜基底标记的偏差', 'Deviation of the mark of a prism base'],
    ['辅助镜片（遮盖片、针孔片、交叉柱镜等）', 'Auxiliary lenses such as occluder, pinhole, cross cylinder'],
    ['叠加使用的镜片链', 'Chains of lenses used together'],
  ],
  calculationRevision: 1,
};
