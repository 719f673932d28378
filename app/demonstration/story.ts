import type { Text } from '../kernel/text.ts';
import { listTimeline } from '../register/event/store.ts';
import { roles } from '../register/people/rules/roles.ts';
import { saveEvents } from '../platform/events.ts';
import { systemCaller } from '../platform/jobs.ts';
import { password, people } from './cast.ts';
import { chapters } from './chapters.ts';
import { openStage, type StageOptions } from './stage.ts';

export type Account = { readonly account: string; readonly password: string; readonly name: string; readonly role: Text };

const subject = 'demonstration-story';

const roleOf = (names: readonly (keyof typeof roles)[]): Text => [
  names.map((name) => roles[name].text[0]).join('、'),
  names.map((name) => roles[name].text[1]).join(', '),
];

/**
 * Tells the demonstration story to a new data folder; answers the accounts to sign in with. A story that was interrupted is
 * told again from its beginning: each step carries the key it had, so that what was played is not played twice.
 */
export async function tellStory(options: StageOptions & { readonly progress: (text: Text) => void }): Promise<readonly Account[]> {
  const { db } = options.database;
  if ((await listTimeline(db, [subject])).length === 0) {
    options.progress(['正在写入演示记录，约需半分钟…', 'Writing the demonstration records, about half a minute…']);
    const stage = await openStage(options);
    try {
      for (const { title, play } of chapters) {
        options.progress(title);
        await play(stage);
      }
    } finally {
      await stage.leave();
    }
    await saveEvents(db, [{ kind: 'demonstration.told', subject }], systemCaller, new Date().toISOString());
  }
  return Object.entries(people).map(([account, person]) => ({ account, password, name: person.name, role: roleOf(person.roles) }));
}
