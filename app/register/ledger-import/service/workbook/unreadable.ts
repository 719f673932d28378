import type { Text } from '../../../../kernel/text.ts';

/** Why a file cannot be read, in words for whoever sent it. */
export class Unreadable extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text[1]);
    this.text = text;
  }
}
