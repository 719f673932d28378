/** What every reader of the log throws for bytes or text that are not in the form of their specification; Chinese and English. */
export class InvalidLog extends Error {
  override readonly name = 'InvalidLog';
  readonly text: readonly [string, string];
  constructor(text: readonly [string, string]) {
    super(text[1]);
    this.text = text;
  }
}

/** A tile or bundle that should be there and is not. */
export class MissingTile extends InvalidLog {}
