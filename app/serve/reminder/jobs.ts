import type { Jobs } from '../../platform/context.ts';
import { sendReminderMessage } from './service/send.ts';
import { remindKeepers } from './service/keeper.ts';
import { noticeEvents, remindOfDueInstruments, takeUpStranded } from './service/watch.ts';

/** What happened becomes notices soon after; due days are told each morning; a message is sent by a job of its own. */
export const reminderJobs: Jobs = {
  async noticeEvents(_payload, ctx) {
    await noticeEvents(ctx);
    await takeUpStranded(ctx);
  },
  async remindOfDueInstruments(_payload, ctx) {
    await remindOfDueInstruments(ctx);
  },
  async remindKeepers(_payload, ctx) {
    await remindKeepers(ctx);
  },
  async sendReminderMessage(payload, ctx) {
    if (typeof payload['message'] === 'string') await sendReminderMessage(ctx, payload['message'], process.env);
  },
};

/** 22:40 UTC is twenty to seven in the city's morning; a morning missed while the server was away is made up for. */
export const reminderCrontab = '* * * * * noticeEvents\n40 22 * * * remindOfDueInstruments ?fill=1d\n45 22 * * * remindKeepers ?fill=1d';
