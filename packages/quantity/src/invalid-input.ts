/**
 * Input that cannot be used: the place in it, and what is wrong there in both languages.
 * The place names a path in the file (`inputs.ls.dof`) and, in a formula, the column (`outputs.l, column 14`); '' is the whole input.
 * @example new InvalidInput('inputs.d.dof', ['自由度必须大于 0', 'degrees of freedom must be greater than 0']).message
 * // 'inputs.d.dof: degrees of freedom must be greater than 0'
 */
export class InvalidInput extends Error {
  readonly place: string;
  /** Whole sentences with the place in front. */
  readonly text: readonly [zh: string, en: string];
  constructor(place: string, [zh, en]: readonly [zh: string, en: string]) {
    super(place === '' ? en : `${place}: ${en}`);
    this.name = 'InvalidInput';
    this.place = place;
    this.text = place === '' ? [zh, en] : [`${place}：${zh}`, `${place}: ${en}`];
  }
}
