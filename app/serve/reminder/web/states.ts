import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { messageStates, type MessageState } from '../rules.ts';

export const readTags: StateTable<'unread' | 'read'> = {
  unread: { text: ['未读', 'Unread'], tone: 'attention' },
  read: { text: ['已读', 'Read'], tone: 'ended' },
};

export const messageTags: StateTable<MessageState> = {
  queued: { text: messageStates.queued, tone: 'waiting' },
  sent: { text: messageStates.sent, tone: 'done' },
  recorded: { text: messageStates.recorded, tone: 'ended' },
  failed: { text: messageStates.failed, tone: 'bad' },
};
