/** JJG 1148-2022 (for trial implementation) AC Charge Spots for Electric Vehicles, as data. See README.md for what is open. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { ChargerLimits } from './limits.ts';

const listing = 'chinesestandard.net, listing and contents of JJG 1148-2022';

export const edition: Edition<ChargerLimits> = {
  id: 'jjg-1148-2022',
  regulation: 'jjg-1148',
  number: 'JJG 1148-2022',
  title: [
    '电动汽车交流充电桩检定规程（试行）',
    'Verification Regulation of AC Charge Spots for Electric Vehicles (for Trial Implementation)',
  ],
  status: {
    issued: sourced('2022-06-28', listing, 'found'),
    inForceFrom: sourced('2022-12-28', listing, 'found'),
    supersedes: sourced('JJG 1148-2018', 'chinesestandard.net, listing of JJG 1148', 'found'),
  },
  applies: [
    {
      instrument: 'ac-charger',
      title: ['交流充电桩', 'AC charging spot'],
      from: sourced('2022-12-28', listing, 'found'),
      to: sourced(null, listing, 'found'),
    },
  ],
  catalogue: sourced(
    ['电动汽车充电桩'],
    'announcement on chargers under compulsory verification from 2023-01-01, as mirrored by jndp.com 471804',
    'found',
  ),
  annexItems: [{ list: 'enhanced', number: 9, title: ['电动汽车交（直）流充电桩', 'AC and DC chargers for electric vehicles'] }],
  items: [
    testItem('appearance', ['外观与标志', 'Appearance and markings']),
    testItem('step', ['最小电能变量', 'Smallest step of energy']),
    testItem('error', ['工作误差', 'Working error'], { clause: sourced('5.1', listing, 'found') }),
    testItem('clock', ['时钟时刻误差', 'Error of the clock'], { clause: sourced('5.2', listing, 'found') }),
  ],
  standards: [
    {
      id: 'charger-calibrator',
      title: ['交流充电桩检定装置', 'Calibrator for AC charging spots'],
      requirement: sourced<Text>(
        ['符合规程的要求；装置自身按 JJG 1192-2023', 'as the regulation asks; the calibrator itself by JJG 1192-2023'],
        'chinesestandard.net has the titles of JJG 1192-2023 and JJG 1193-2023; the accuracy that is asked for was not found',
        'unknown',
      ),
    },
    {
      id: 'clock',
      title: ['标准时钟', 'Standard clock'],
      requirement: sourced<Text>(['用于时钟时刻误差', 'for the error of the clock'], 'own knowledge of JJG 1148', 'medium'),
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'periodic',
        title: ['周期检定', 'Periodic verification'],
        form: 'periodic',
        months: sourced(36, 'own knowledge of JJG 1148: 检定周期一般不超过 3 年', 'medium'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['绝缘电阻等安全试验', 'Insulation and other tests of safety'],
    ['电压、功率因数和纹波对误差的影响', 'Influence of voltage, power factor and ripple on the error'],
    ['付费金额误差（2018 版的项目）', 'Error of the amount to pay (an item of the 2018 edition)'],
  ],
  calculationRevision: 1,
};
