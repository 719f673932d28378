import { both } from '../../../kernel/text.ts';

export const texts = both({
  trail: ['审计轨迹', 'Audit trail'],
  lead: [
    '每次变更与其事件同时写入，只增不改；不含个人信息',
    'Every change is written together with its event, which is never altered and holds no personal data',
  ],
  system: ['系统或公众', 'the system or the public'],
  facts: ['内容', 'Facts'],
});
