import type { Severity } from '@tongheng/quantity/linter/finding';
import type { LegalStatus } from '@tongheng/quantity/unit';
import type { StateTable } from '../../../web/kit/StatusTag.tsx';

export const severities: StateTable<Severity> = {
  error: { text: ['错误', 'Error'], tone: 'bad' },
  advice: { text: ['建议', 'Advice'], tone: 'attention' },
};

export const outcomes: StateTable<Severity | 'none'> = {
  ...severities,
  none: { text: ['不报', 'Not reported'], tone: 'done' },
};

export const legalStates: StateTable<LegalStatus> = {
  legal: { text: ['法定计量单位（国际单位制）', 'Legal: a unit of the SI'], tone: 'done' },
  permitted: { text: ['法定计量单位（国家选定的非国际单位制单位）', 'Legal: chosen by the state beside the SI'], tone: 'done' },
  unlisted: { text: ['法规未列，按有关标准使用', 'Not listed by the law; used as standards say'], tone: 'waiting' },
  'not-legal': { text: ['非法定计量单位', 'Not legal'], tone: 'bad' },
};
