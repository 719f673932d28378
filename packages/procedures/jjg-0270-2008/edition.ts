/** JJG 270-2008 Sphygmomanometers with mercury column or dial, as data. See README.md for what is missing. */
import type { Edition, Kind, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';

const quoted = 'a public program that quotes the test items of JJG 270-2008 by kind (xh3140/metrology, 2020)';
const listed = 'a public program with title and dates of JJG 270-2008 (xh3140/metrology, 2020)';
const excerpt = 'gxjzx.com/2336, an excerpt of JJG 270-2008';
const item = (id: string, title: Text, clause: string | null, ...kinds: Kind[]) =>
  testItem(id, title, {
    required: sourced<readonly Kind[]>(kinds, quoted, 'found'),
    ...(clause === null ? {} : { clause: sourced(clause, excerpt, 'found') }),
  });

export const edition: Edition<typeof limits> = {
  id: 'jjg-0270-2008',
  regulation: 'jjg-0270',
  number: 'JJG 270-2008',
  title: ['血压计和血压表检定规程', 'Verification Regulation of Sphygmomanometers'],
  status: {
    issued: sourced('2008-03-25', listed, 'found'),
    inForceFrom: sourced('2008-09-25', listed, 'found'),
    supersedes: sourced('JJG 270-1995', listed, 'found'),
  },
  applies: [
    {
      instrument: 'sphygmomanometer',
      title: ['血压计和血压表', 'Sphygmomanometer with mercury column or dial'],
      from: sourced('2008-09-25', listed, 'found'),
      to: sourced(null, 'no later edition is known; mercury ones may not be made since 2026-01-01 and remain in use', 'medium'),
    },
  ],
  catalogue: sourced(['血压计（表）'], 'own knowledge of 市场监管总局公告 2020 年第 42 号', 'medium'),
  annexItems: [{ list: 'basic', number: 7, title: ['血压计', 'Sphygmomanometers'] }],
  items: [
    item('appearance', ['外观', 'Appearance'], '5.3.2', 'initial', 'subsequent'),
    item('zero', ['零位误差', 'Error at zero'], '3.1, 5.3.3', 'initial', 'subsequent', 'in-use'),
    item('sensitivity', ['血压计的灵敏度', 'Sensitivity of the mercury column'], '3.2, 5.3.4', 'initial', 'subsequent'),
    item('leak', ['气密性', 'Air tightness'], '5.3.5', 'initial', 'subsequent', 'in-use'),
    item('error', ['示值误差', 'Error of indication'], null, 'initial', 'subsequent', 'in-use'),
    item('pointer', ['血压表指针偏转平稳性', 'Steady movement of the pointer'], null, 'initial', 'subsequent', 'in-use'),
  ],
  standards: [
    {
      id: 'pressure',
      title: ['标准压力计（血压计标准器）', 'Standard pressure gauge'],
      range: sourced<Text>(
        ['(0～40) kPa', '0 to 40 kPa'],
        'taowenge.com p-27968598, a public uncertainty example for JJG 270-1995',
        'found',
      ),
      requirement: sourced<Text>(
        ['允许误差绝对值不大于被检血压计允许误差绝对值的 1/3', 'permissible error of at most one third of that of the instrument'],
        'taowenge.com p-27968598, a public uncertainty example for JJG 270-1995',
        'found',
      ),
      ratio: sourced('1/3', 'taowenge.com p-27968598, a public uncertainty example for JJG 270-1995', 'found'),
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'periodic',
        title: ['周期检定', 'Periodic verification'],
        form: 'periodic',
        months: sourced(6, 'own knowledge: 检定周期一般不超过半年; a public hospital program has six months', 'high'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['臂带尺寸与橡皮球', 'Cuff sizes and bulb'],
    ['分度值与标尺尺寸的检查', 'Divisions and dimensions of the scale'],
  ],
  calculationRevision: 1,
};
