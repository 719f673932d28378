/** Why a PDF is not read, in words that lead on. */
export const pdfFaults = {
  'too-large': ['文件超过可读取的大小', 'The file is larger than what is read'],
  'no-pdf': ['文件开头不是 PDF', 'The file does not begin as a PDF'],
  truncated: ['文件不完整，结尾缺失', 'The file is cut off: its end is missing'],
  damaged: ['文件结构已损坏', 'The structure of the file is damaged'],
  encrypted: ['文件已加密，无法读取', 'The file is encrypted and cannot be read'],
  'too-much': ['文件展开后超过允许的数量', 'The file unfolds to more than is allowed'],
  'too-deep': ['文件内容嵌套过深或互相循环', 'The file is nested too deeply, or its parts lead in a circle'],
  filter: ['文件使用了不读取的压缩方式', 'The file uses a compression that is not read'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;
export type PdfFault = keyof typeof pdfFaults;

/** A PDF that is not read; `place` says where in the file, such as 'byte 1203'. */
export class InvalidPdf extends Error {
  readonly code: PdfFault;
  readonly place: string;
  readonly text: readonly [zh: string, en: string];
  constructor(code: PdfFault, place: string) {
    const [zh, en] = pdfFaults[code];
    super(place === '' ? en : `${en} (${place})`);
    this.name = 'InvalidPdf';
    this.code = code;
    this.place = place;
    this.text = place === '' ? [zh, en] : [`${zh}（${place}）`, `${en} (${place})`];
  }
}
