/** JJG 264-2008 grain test-weight instruments as data. See README.md for what is missing. */
import type { Edition, Text } from '../src/edition.ts';
import { sourced, testItem } from '../src/source.ts';
import { form } from './form.ts';
import { limits } from './limits.ts';
import type { TesterLimits } from './limits.ts';

const digest = 'gkong.com/learn 42959, technical requirements of JJG 264-2008';

export const edition: Edition<TesterLimits> = {
  id: 'jjg-0264-2008',
  regulation: 'jjg-0264',
  number: 'JJG 264-2008',
  title: ['容重器检定规程', 'Verification Regulation of Grain Test-weight Instruments'],
  status: {
    issued: sourced(null, digest, 'unknown'),
    inForceFrom: sourced('2009-07-01', 'the day was not found: the number says 2008, and half a year of notice is usual', 'low'),
    supersedes: sourced(null, digest, 'unknown'),
  },
  applies: [
    {
      instrument: 'grain-density-tester',
      title: ['谷物容重器', 'Grain test-weight instrument'],
      from: sourced('2009-07-01', 'the day was not found: the number says 2008, and half a year of notice is usual', 'low'),
      to: sourced(null, digest, 'unknown'),
    },
  ],
  catalogue: sourced(['谷物容重器'], 'own knowledge of the catalogue of 2020; the name of the entry was not seen', 'medium'),
  annexItems: [{ list: 'enhanced', number: 3, title: ['谷物容重器', 'Grain test-weight instruments'] }],
  items: [
    testItem('appearance', ['外观', 'Visual inspection']),
    testItem('zero', ['称重装置零点误差', 'Error at zero of the weighing device']),
    testItem('weighing', ['称重装置称量', 'Weighing with the weighing device']),
    testItem('density', ['容重示值误差', 'Error of the test weight']),
  ],
  standards: [
    {
      id: 'standard-tester',
      title: ['标准容重器', 'Standard test-weight instrument'],
      requirement: sourced<Text>(
        ['可溯源的标准容重器', 'a traceable standard test-weight instrument'],
        'own knowledge of how these instruments are compared; its limits were not found',
        'medium',
      ),
    },
    {
      id: 'weights',
      title: ['标准砝码', 'Standard weights'],
      requirement: sourced<Text>(
        ['误差不超过被检载荷最大允许误差的 1/3', 'error of at most one third of the maximum permissible error at the load'],
        'own knowledge of the JJG 539 family',
        'high',
      ),
      ratio: sourced('1/3', 'own knowledge of the JJG 539 family', 'high'),
    },
  ],
  limits,
  validity: {
    rules: [
      {
        id: 'periodic',
        title: ['周期检定', 'Periodic verification'],
        form: 'periodic',
        months: sourced(12, 'own knowledge: one year at most', 'medium'),
      },
    ],
    convention: sourced('minus-one-day', 'common practice; institutes differ', 'medium'),
  },
  form,
  notCovered: [
    ['容量筒的容积和各部件尺寸', 'The volume of the measuring cylinder and the dimensions of the parts'],
    ['容重测量的重复性', 'Repeatability of the test weight'],
    ['称重装置的重复性、偏载、鉴别阈或灵敏度', 'Repeatability, eccentric loading and discrimination or sensitivity of the weighing device'],
  ],
  calculationRevision: 1,
};
