/** Why a gate is closed, in one sentence with its facts. */
import type { Text } from '../../../kernel/text.ts';
import type { Found, Gate, GateName } from './gates.ts';

const listed = (value: Found[string] | undefined): string =>
  Array.isArray(value) ? value.join('；') : value === null || value === undefined ? '' : String(value);
const or = (value: Found[string] | undefined, words: Text): Text => {
  const text = listed(value);
  return text === '' ? words : [text, text];
};

const lapse = (found: Found, zh: string, en: string): Text => {
  const until = listed(found['until']);
  const document = listed(found['document']);
  if (document === '') return [`没有${zh}的登记`, `no registration to ${en} is recorded`];
  return until === ''
    ? [`${zh}资格 ${document} 当日未生效`, `the qualification ${document} to ${en} was not in force that day`]
    : [`${zh}资格 ${document} 有效至 ${until}，当日无效`, `the qualification ${document} to ${en} held until ${until}, not on that day`];
};

const reasons: Readonly<Record<GateName, (found: Found) => Text>> = {
  'instrument-recorded': ({ status, unchanged }) =>
    status !== 'in-use'
      ? ['器具已报废', 'the instrument is scrapped']
      : unchanged === true
        ? ['台账中没有该器具', 'the instrument is not in the ledger']
        : ['台账中的铭牌参数在提交之后有改动', 'the nameplate in the ledger was changed after submission'],
  'institute-designated': ({ documentNumber, from, to }) =>
    documentNumber === null
      ? ['没有指定文件', 'there is no document of designation']
      : [
          `指定文件 ${listed(documentNumber)} 适用于 ${listed(from)} 至 ${listed(to) || '今'}，不含检定日期或非本机构`,
          `the designation ${listed(documentNumber)} holds from ${listed(from)} to ${listed(to) || 'now'}: not on the day of the test, or for another institute`,
        ],
  'edition-adopted': ({ unknownLimits, holds, limitsUnchanged }) => {
    const unknown = listed(unknownLimits);
    if (holds !== true)
      return [
        '待确认，不可出证：本机构尚未按现有数据采用该规程版本',
        'not adopted by the institute with its present data: nothing can be issued',
      ];
    if (unknown !== '') return [`待确认，不可出证：未录入限值 ${unknown}`, `limits that nobody entered: ${unknown}; nothing can be issued`];
    return limitsUnchanged === true
      ? ['规程采用有误', 'the adoption is wrong']
      : ['采用时录入的限值在提交之后有改动', 'values entered at adoption were changed after submission'];
  },
  'edition-in-force': ({ used, inForce, testedOn }) => [
    `${listed(used)} 在 ${listed(testedOn)} 不适用；当日适用：${or(inForce, ['无', ''])[0]}`,
    `${listed(used)} does not hold on ${listed(testedOn)}; in force that day: ${or(inForce, ['', 'none'])[1]}`,
  ],
  'readings-complete': ({ missing }) => [`缺少或有误：${listed(missing)}`, `missing or wrong: ${listed(missing)}`],
  'environment-within': ({ outside }) => [`超出规程限值：${listed(outside)}`, `outside the limits: ${listed(outside)}`],
  'standards-present': ({ vacant }) => [`未选用登记为此用途的：${listed(vacant)}`, `no registered standard serves as: ${listed(vacant)}`],
  'standards-in-service': ({ outOfService, testedOn }) => [
    `${listed(testedOn)} 不在用：${listed(outOfService)}`,
    `not in service on ${listed(testedOn)}: ${listed(outOfService)}`,
  ],
  'standards-in-date': ({ outOfDate, testedOn }) => [
    `${listed(testedOn)} 不在有效期内：${listed(outOfDate)}`,
    `not in date on ${listed(testedOn)}: ${listed(outOfDate)}`,
  ],
  'standards-good-enough': ({ insufficient, unsaid }) => {
    const poor = listed(insufficient);
    return poor === ''
      ? [`不能按数值比较，须写明理由：${listed(unsaid)}`, `cannot be compared by numbers, a reason has to be stated: ${listed(unsaid)}`]
      : [`准确度不满足要求：${poor}`, `not good enough: ${poor}`];
  },
  'standards-in-range': ({ outside, beyond }) => {
    const out = listed(outside);
    return out === ''
      ? [
          `超出砝码组所能组成的载荷，须写明如何组成（件数或替代物）：${listed(beyond)}`,
          `more than the set of weights gives; say how the load was made up (pieces or substitution): ${listed(beyond)}`,
        ]
      : [`超出标准器的测量范围：${out}`, `outside the range of the standard: ${out}`];
  },
  'tester-qualified': (found) => lapse(found, '检定', 'test'),
  'two-on-site': () => ['现场加施或拆除了印证，未记同场第二人', 'seals were applied or removed on site and no second person is recorded'],
  'photos-unchanged': ({ changed }) => [`照片与摘要不符：${listed(changed)}`, `photos that are not the recorded ones: ${listed(changed)}`],
  'result-recomputed': ({ recordIntact }) =>
    recordIntact === true
      ? ['重新计算的结果与提交时不同', 'computed again, the result differs from the submitted one']
      : ['记录内容与提交的原始记录不符', 'the record is not what was submitted'],
  'uncertainty-stated': () => ['没有声明任何测得值的测量不确定度', 'no value is stated with its uncertainty'],
  'checker-not-tester': ({ checker }) =>
    checker === null ? ['尚未核验', 'not checked yet'] : ['核验员与检定员为同一人', 'checker and tester are one person'],
  'checker-qualified': (found) => lapse(found, '核验', 'check'),
  'network-checked': () => ['待联网核查：尚未录入核查结果编号', 'the number of the network check’s result is not entered yet'],
  'approver-not-tester': () => ['批准人与检定员为同一人', 'approver and tester are one person'],
  'approver-not-checker': () => [
    '批准人与核验员为同一人，本机构未规定可以兼任',
    'approver and checker are one person; no rule of the institute allows it',
  ],
  'approver-authorised': (found) => lapse(found, '签字', 'sign'),
};

const pending: Text = ['人员尚未确定，届时核查', 'the person is not known yet'];

/** null where the gate is open. */
export const reasonOf = ({ gate, passed, pending: waits, found }: Gate): Text | null =>
  passed ? null : waits ? pending : reasons[gate](found);
