/** JJG 1190-2022 Ultrasonic Gas Meters as data. See README.md for what is missing. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { UltrasonicLimits } from './limits.ts';

const sister =
  'own knowledge: JJG 1191-2022 and the type outline JJF 2012-2022 are of 2022-12-27 and in force from 2023-06-27 (chinesestandard.net)';
const county = 'psx.gov.cn t20260316, quoting JJG 577-2012 and JJG 1190-2022: 以天然气为介质的燃气表使用年限一般不超过 10 年';
const diaphragm = 'JJG 577-2012, to which the draft of the regulation refers (shilihuiyuan.cn 1990)';

export const edition: Edition<UltrasonicLimits> = {
  id: 'jjg-1190-2022',
  regulation: 'jjg-1190',
  number: 'JJG 1190-2022',
  title: ['超声波燃气表检定规程', 'Verification Regulation of Ultrasonic Gas Meters'],
  status: {
    issued: sourced('2022-12-27', sister, 'medium'),
    inForceFrom: sourced('2023-06-27', sister, 'medium'),
    supersedes: sourced(null, 'there were regulations of provinces only before (direngena.com 32041)', 'found'),
  },
  applies: [
    {
      instrument: 'ultrasonic-gas-meter',
      title: ['超声波燃气表', 'Ultrasonic gas meter'],
      from: sourced('2023-06-27', sister, 'medium'),
      to: sourced(null, 'no successor was found', 'unknown'),
    },
  ],
  catalogue: sourced(['燃气表'], 'own knowledge of 市场监管总局公告 2020 年第 42 号附件, first-level entry', 'high'),
  annexItems: [],
  items: [
    testItem('appearance', ['外观与功能', 'Appearance and functions']),
    testItem('tightness', ['密封性', 'Tightness']),
    testItem('error', ['示值误差', 'Error of indication']),
  ],
  standards: [
    {
      id: 'gas-meter-equipment',
      title: [
        '燃气表检定装置（钟罩式、标准表法或活塞式）',
        'Gas meter verification equipment (bell prover, master meter or piston prover)',
      ],
      range: sourced<Text>(
        ['覆盖被检表的 qmin 至 qmax', 'from qmin to qmax of the meter'],
        'own knowledge of the regulations for gas meters',
        'high',
      ),
      requirement: sourced<Text>(
        ['扩展不确定度不大于最大允许误差绝对值的 1/3', 'expanded uncertainty of at most one third of the MPE'],
        'own knowledge of the regulations for gas meters',
        'high',
      ),
      ratio: sourced('1/3', 'own knowledge of the regulations for gas meters', 'high'),
      items: ['error'],
    },
    {
      id: 'tightness-tester',
      title: ['密封性试验装置', 'Tightness tester'],
      requirement: sourced<Text>(
        ['满足试验压力要求', 'able to give the test pressure'],
        'own knowledge of the regulations for gas meters',
        'medium',
      ),
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
        months: sourced(72, diaphragm, 'medium'),
      },
      {
        id: 'periodic',
        title: ['qmax ≥ 16 m³/h：检定周期不超过 3 年', 'qmax from 16 m³/h: every 3 years at most'],
        form: 'periodic',
        months: sourced(36, diaphragm, 'medium'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['密封性试验的压力与时间', 'Pressure and duration of the tightness test'],
    ['附加装置的具体功能（控制阀、预付费、欠压等）', 'The functions of attached devices one by one'],
    ['带温度转换装置的燃气表', 'Meters with temperature conversion'],
    ['压力损失（若规程要求）', 'Loss of pressure, if the regulation asks for it'],
  ],
  calculationRevision: 1,
};
