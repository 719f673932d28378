/** Why a document is not read. */
export type InvalidXmlCode =
  | 'too-large'
  | 'encoding'
  | 'doctype'
  | 'too-deep'
  | 'too-many'
  | 'tag-too-long'
  | 'text-too-long'
  | 'not-well-formed'
  | 'not-dcc'
  | 'version'
  | 'incomplete';

/**
 * A document that is not read: the place in it and what is wrong there, in both languages. `place` is 'line 12, column 3' in the text, or a
 * path of elements such as '/digitalCalibrationCertificate/administrativeData'; '' is the whole document.
 *
 * @example new InvalidXml('doctype', 'line 2, column 1', ['不读取文档类型声明', 'a document type declaration is not read']).message
 * // 'line 2, column 1: a document type declaration is not read'
 */
export class InvalidXml extends Error {
  readonly code: InvalidXmlCode;
  readonly place: string;
  readonly text: readonly [zh: string, en: string];
  constructor(code: InvalidXmlCode, place: string, [zh, en]: readonly [zh: string, en: string]) {
    super(place === '' ? en : `${place}: ${en}`);
    this.name = 'InvalidXml';
    this.code = code;
    this.place = place;
    this.text = place === '' ? [zh, en] : [`${place}：${zh}`, `${place}: ${en}`];
  }
}
