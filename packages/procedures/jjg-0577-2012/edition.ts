/** JJG 577-2012 Diaphragm Gas Meters as data. See README.md for what is missing. */
import type { Edition, Kind, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { DiaphragmLimits } from './limits.ts';

const family = 'own knowledge of JJG 577-2012';
const sister =
  'own knowledge of JJG 577-2012; its type outline JJF 1354-2012 is of 2012-09-03 and in force from 2013-03-03 (csres.com 227825)';
const county = 'psx.gov.cn t20260316, quoting JJG 577-2012 and JJG 1190-2022: 以天然气为介质的燃气表使用年限一般不超过 10 年';

export const edition: Edition<DiaphragmLimits> = {
  id: 'jjg-0577-2012',
  regulation: 'jjg-0577',
  number: 'JJG 577-2012',
  title: ['膜式燃气表检定规程', 'Verification Regulation of Diaphragm Gas Meters'],
  status: {
    issued: sourced('2012-09-03', sister, 'medium'),
    inForceFrom: sourced('2013-03-03', sister, 'medium'),
    supersedes: sourced('JJG 577-2005', 'csres.com 227825, on JJF 1354-2012: 对 JJG 577-2005 附录 A 进行修订', 'found'),
  },
  applies: [
    {
      instrument: 'diaphragm-gas-meter',
      title: ['膜式燃气表', 'Diaphragm gas meter'],
      from: sourced('2013-03-03', sister, 'medium'),
      to: sourced(null, 'ybzhan.cn 113369: a revision was drafted; no successor in force was found', 'unknown'),
    },
  ],
  catalogue: sourced(['燃气表'], 'own knowledge of 市场监管总局公告 2020 年第 42 号附件, first-level entry', 'high'),
  annexItems: [{ list: 'basic', number: 5, title: ['膜式燃气表', 'Diaphragm gas meters'] }],
  items: [
    testItem('appearance', ['外观与功能', 'Appearance and functions']),
    testItem('tightness', ['密封性', 'Tightness']),
    testItem('pressureLoss', ['压力损失', 'Loss of pressure'], {
      required: sourced<readonly Kind[]>(['initial'], `${family}: the loss of pressure is one of initial verification`, 'medium'),
    }),
    testItem('error', ['示值误差', 'Error of indication']),
  ],
  standards: [
    {
      id: 'gas-meter-equipment',
      title: [
        '燃气表检定装置（钟罩式、标准表法或活塞式）',
        'Gas meter verification equipment (bell prover, master meter or piston prover)',
      ],
      range: sourced<Text>(['覆盖被检表的 qmin 至 qmax', 'from qmin to qmax of the meter'], family, 'high'),
      requirement: sourced<Text>(
        ['扩展不确定度不大于最大允许误差绝对值的 1/3', 'expanded uncertainty of at most one third of the MPE'],
        family,
        'high',
      ),
      ratio: sourced('1/3', family, 'high'),
      items: ['error', 'pressureLoss'],
    },
    {
      id: 'tightness-tester',
      title: ['密封性试验装置', 'Tightness tester'],
      requirement: sourced<Text>(['满足试验压力要求', 'able to give the test pressure'], family, 'medium'),
      items: ['tightness'],
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'rotation-natural',
        title: [
          'qmax ≤ 10 m³/h，天然气：首次检定，使用期限不超过 10 年，到期轮换',
          'qmax up to 10 m³/h, natural gas: verified once, used for 10 years at most',
        ],
        form: 'limited-use',
        months: sourced(120, county, 'found'),
      },
      {
        id: 'rotation-other',
        title: [
          'qmax ≤ 10 m³/h，其他燃气：首次检定，使用期限不超过 6 年，到期轮换',
          'qmax up to 10 m³/h, other gas: verified once, used for 6 years at most',
        ],
        form: 'limited-use',
        months: sourced(72, `${family}: 6 years for other gases`, 'medium'),
      },
      {
        id: 'periodic',
        title: ['qmax ≥ 16 m³/h：检定周期不超过 3 年', 'qmax from 16 m³/h: every 3 years at most'],
        form: 'periodic',
        months: sourced(36, `${family}: 3 years from qmax 16 m³/h`, 'medium'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['密封性试验的压力与时间', 'Pressure and duration of the tightness test'],
    ['附加装置的具体功能（控制阀、预付费、欠压等）', 'The functions of attached devices one by one'],
    ['内置温度补偿的膜式燃气表', 'Meters with built-in temperature compensation'],
  ],
  calculationRevision: 1,
};
