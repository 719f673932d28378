/** JJG 443-2023 Fuel Dispensers (for Trial Implementation) as data. See README.md for what is missing. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { FuelLimits } from './limits.ts';

const listing = 'chinesestandard.net, listing of JJG 443-2023';
const family = 'own knowledge of the JJG 443 family';

export const edition: Edition<FuelLimits> = {
  id: 'jjg-0443-2023',
  regulation: 'jjg-0443',
  number: 'JJG 443-2023',
  title: ['燃油加油机检定规程（试行）', 'Verification Regulation of Fuel Dispensers (for trial implementation)'],
  status: {
    issued: sourced('2023-12-21', listing, 'found'),
    inForceFrom: sourced('2024-05-01', listing, 'found'),
    supersedes: sourced('JJG 443-2015', listing, 'found'),
  },
  applies: [
    {
      instrument: 'fuel-dispenser',
      title: ['燃油加油机', 'Fuel dispenser'],
      from: sourced('2024-05-01', listing, 'found'),
      to: sourced(null, 'no successor was found', 'unknown'),
    },
  ],
  catalogue: sourced(['加油机'], 'own knowledge of 市场监管总局公告 2020 年第 42 号附件, first-level entry', 'high'),
  annexItems: [{ list: 'basic', number: 3, title: ['燃油加油机', 'Fuel dispensers'] }],
  items: [
    testItem('appearance', ['外观与结构', 'Appearance and structure']),
    testItem('functions', ['自锁功能与软件标识', 'Self-locking and software identification']),
    testItem('error', ['示值误差', 'Error of indication']),
    testItem('repeatability', ['重复性', 'Repeatability']),
    testItem('payment', ['付费金额误差', 'Error of the amount']),
  ],
  standards: [
    {
      id: 'metal-measure',
      title: ['二等标准金属量器', 'Second-class standard metal measure'],
      range: sourced<Text>(['不小于加油机最小被测量的体积', 'a volume of at least the minimum measured quantity'], family, 'medium'),
      requirement: sourced<Text>(['最大允许误差 ±0.025 %', 'maximum permissible error ±0.025 %'], 'own knowledge of JJG 259', 'high'),
      ratio: sourced('1/3', 'own knowledge of JJF 1094-2002, 5.3.1.4', 'high'),
      items: ['error', 'repeatability'],
    },
    {
      id: 'thermometer',
      title: ['温度计', 'Thermometer'],
      requirement: sourced<Text>(['分度值不大于 0.2 ℃', 'scale interval of 0.2 °C or less'], family, 'medium'),
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
        months: sourced(6, 'reports of institutes testing by JJG 443-2023: 检定有效期六个月 (Binzhou 2024)', 'found'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['最小被测量的误差与重复性', 'Error and repeatability of the minimum measured quantity'],
    ['油气回收对计量的影响', 'Influence of vapour recovery'],
    ['流量测量变换器的单独检定', 'The meter by itself'],
    ['油气分离与防爆检查', 'Gas separation and explosion protection'],
  ],
  calculationRevision: 1,
};
