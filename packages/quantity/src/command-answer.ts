/**
 * What a command of the command line answers: an object for machines, a text for people in both languages, and the exit code
 * (0 done; 1 the answer is a refusal: a lot fails, a text has errors). Bad input is thrown as InvalidInput and becomes exit code 2.
 */
export type CommandAnswer<Answer extends object = object> = {
  readonly answer: Answer;
  readonly exitCode: 0 | 1;
  readonly text: readonly [zh: string, en: string];
};
