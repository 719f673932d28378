/** Why a measurement standard does not count on a day, and what is to be looked at: two closed lists. */
import type { Text } from '../../../kernel/text.ts';

/** Each of these alone makes it ineffective on the day. */
export const findingReasons = {
  'not-examined': ['尚未考核', 'Not examined'],
  lapsed: ['证书已失效', 'The certificate has lapsed'],
  'not-yet': ['证书尚未生效', 'The certificate does not hold yet'],
  suspended: ['已封存', 'Suspended'],
  withdrawn: ['已撤销', 'Withdrawn'],
  'no-procedure': ['当日没有所依据的规程', 'No procedure on that day'],
  'no-main-equipment': ['未登记计量标准器', 'No main standard is recorded'],
  'main-equipment-out-of-service': [
    '计量标准器暂停、停用或未登记至当日',
    'A main standard is suspended, retired or not registered for the day',
  ],
  'main-equipment-out-of-date': ['计量标准器溯源证书过期', 'The certificate of a main standard has lapsed'],
  'auxiliary-equipment-out-of-date': ['配套设备溯源证书过期或停用', 'Auxiliary equipment is out of date or out of service'],
  'too-few-people': ['有资格的人员不足两名', 'Fewer than two qualified people'],
  'edition-not-adopted': ['所依据的规程版本未采用', 'The edition of the procedure is not adopted'],
  'environment-not-recorded': ['没有环境条件记录', 'No environment is recorded'],
  'environment-outside': ['最近一次环境条件超出要求', 'The latest environment was outside the requirements'],
} as const satisfies Record<string, Text>;
export type FindingReason = keyof typeof findingReasons;
export const findingReasonNames = Object.keys(findingReasons) as [FindingReason, ...FindingReason[]];

/** What does not stop it from counting. */
export const findingRemarks = {
  'examination-certificate-missing': ['未登记考核证书', 'The examination certificate is not recorded'],
  'no-range': ['未登记测量范围', 'No measuring range is recorded'],
  'no-environment-requirement': ['未登记环境条件要求', 'No requirement on the environment is recorded'],
  'documents-missing': ['文件集不齐', 'The document set is incomplete'],
  'change-open': ['有更换待批准或待考核', 'A change awaits its decision'],
  'application-due': ['应申请复查', 'A re-examination is due to be applied for'],
} as const satisfies Record<string, Text>;
export type FindingRemark = keyof typeof findingRemarks;
export const findingRemarkNames = Object.keys(findingRemarks) as [FindingRemark, ...FindingRemark[]];

/** An environment record older than this says nothing about the day. The number is a choice of this platform, not of JJF 1033. */
export const environmentRecordDays = 92;
/** JJF 1033: at least two persons for each item. */
export const leastPeople = 2;
