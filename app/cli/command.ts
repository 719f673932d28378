import type { Language, Text } from '../kernel/text.ts';

export type Io = {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
  /** The text of a file, or of standard input for `-`. */
  readonly read: (file: string) => Promise<string>;
  /** The bytes of a file, or of standard input for `-`, which is left once more than `most` bytes have come. */
  readonly readBytes: (file: string, most?: number) => Promise<Uint8Array>;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

export type Call = {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly language: Language;
  readonly json: boolean;
  readonly io: Io;
};

/** 0 done, 1 the answer is a refusal, 2 bad input. */
export type ExitCode = 0 | 1 | 2;

export type Command = {
  /** The words after `tongheng`. */
  readonly name: string;
  readonly usage: string;
  readonly summary: Text;
  readonly options?: Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: true; readonly text: Text }>>;
  readonly run: (call: Call) => Promise<ExitCode>;
};

/** Bad input: printed as one line, exit code 2. */
export class BadInput extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text[1]);
    this.text = text;
  }
}
