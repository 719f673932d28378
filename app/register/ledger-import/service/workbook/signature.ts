import { fileTypeFromBuffer } from 'file-type';
import type { Text } from '../../../../kernel/text.ts';

const oldBinary: Text = [
  '这是旧格式的工作簿（.xls），请在表格软件中另存为 .xlsx 后上传',
  'This is a workbook of the old format (.xls): save it as .xlsx and upload that',
];
const locked: Text = ['工作簿有打开密码，请去掉密码后上传', 'The workbook has a password: remove it and upload it again'];
const empty: Text = ['文件是空的', 'The file is empty'];
const page: Text = [
  '这是网页或 XML 文件，只是扩展名像工作簿，请用表格软件打开后另存为 .xlsx',
  'This is a page or an XML file with the name of a workbook: open it in a spreadsheet and save it as .xlsx',
];

const inWords = (name: string): Buffer => Buffer.from(name, 'utf16le');

/** Why the file is none that can be read, by its own bytes, not by its name; undefined where it may be a workbook or a text. */
export async function signatureRefusal(bytes: Buffer): Promise<Text | undefined> {
  if (bytes.length < 4) return empty;
  const found = await fileTypeFromBuffer(bytes.subarray(0, 8192)).catch(() => undefined);
  const isCompound = bytes.readUInt32BE(0) === 0xd0cf11e0;
  if (isCompound) return bytes.includes(inWords('EncryptedPackage')) ? locked : oldBinary;
  // BIFF of the years before compound files.
  if (bytes.readUInt16LE(0) === 0x0809 || bytes.readUInt16LE(0) === 0x0009) return oldBinary;
  if (bytes.readUInt32LE(0) === 0x04034b50) {
    if (found?.mime === 'application/vnd.oasis.opendocument.spreadsheet')
      return ['这是 OpenDocument 表格（.ods），请另存为 .xlsx', 'This is an OpenDocument spreadsheet (.ods): save it as .xlsx'];
    return undefined;
  }
  const beginning = bytes
    .subarray(0, 2048)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  if (/^<(!doctype|html|head|body|table|meta|style|script|\?xml|[a-z]+[:\s>])/.test(beginning)) return page;
  if (found === undefined || found.mime.startsWith('text/')) return undefined;
  return [
    `这是 ${found.ext.toUpperCase()} 文件，不是工作簿；请上传 .xlsx 或 .csv`,
    `This is a ${found.ext.toUpperCase()} file, no workbook: upload .xlsx or .csv`,
  ];
}
