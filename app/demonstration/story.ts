import type { Text } from '../kernel/text.ts';
import type { Database } from '../platform/database.ts';
import type { FileStore } from '../platform/files.ts';
import type { PlanDocument } from '../steer/plan/contract/document.ts';

export type Account = { readonly account: string; readonly password: string; readonly name: string; readonly role: Text };

export type StoryOptions = {
  readonly database: Database;
  readonly files: FileStore;
  readonly plan: PlanDocument;
  readonly progress: (text: Text) => void;
};

/** Tells the demonstration story to a new data folder, once; answers the accounts to sign in with. */
export async function tellStory(_options: StoryOptions): Promise<readonly Account[]> {
  return [];
}
