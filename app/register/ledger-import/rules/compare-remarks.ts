import type { Remark } from './field.ts';

const refused = (field: string, zh: string, en: string): Remark => ({ field, refuses: true, text: [zh, en] });
const warned = (field: string, zh: string, en: string): Remark => ({ field, refuses: false, text: [zh, en] });

/** What comparing with the ledger says of a row. `{row}` is the number of another row of the file, `{kind}` a kind of the ledger. */
export const compareRemarks = {
  noCreditCode: refused(
    'creditCode',
    '代使用单位导入时必须填写统一社会信用代码',
    'Whoever imports for holders has to give the credit code of each',
  ),
  notOwn: refused(
    'creditCode',
    '不是本单位的统一社会信用代码，只能导入本单位的台账',
    'This is not your organization: import your own ledger only',
  ),
  otherName: warned(
    'holderName',
    '使用单位与本单位名称不一致，仍按本单位登记',
    'The holder’s name is not yours; the row is taken as yours',
  ),
  unknownHolder: refused(
    'creditCode',
    '没有登记过这个使用单位；可在上传时选择“登记未知的使用单位”，或请主管部门先行登记',
    'No such holder is registered: choose “register unknown holders” when uploading, or ask the authority to register it',
  ),
  namelessHolder: refused('holderName', '登记未知的使用单位须填写单位名称', 'To register an unknown holder its name is needed'),
  newHolder: warned('creditCode', '使用单位尚未登记，导入时一并登记', 'The holder is not registered yet and will be with this row'),
  endedHolder: refused('creditCode', '该使用单位已终止', 'This holder has ended'),
  repeated: refused(
    'serial',
    '与第 {row} 行重复（同一制造单位、型号、出厂编号）',
    'The same as row {row} (maker, model and serial number)',
  ),
  repeatedCode: refused('code', '与第 {row} 行的器具编码相同', 'The same code for life as row {row}'),
  repeatedEcqs: refused('ecqsNumber', '与第 {row} 行的 e-CQS 编号相同', 'The same e-CQS number as row {row}'),
  sameSerial: warned(
    'serial',
    '与第 {row} 行的制造单位、出厂编号相同，请核对铭牌',
    'Maker and serial number are those of row {row}; compare the nameplates',
  ),
  elsewhere: warned(
    'serial',
    '同一制造单位的这个出厂编号已在其他使用单位的台账中，请核对',
    'This serial number of this maker stands in the ledger of another holder; check it',
  ),
  unknownCode: refused('code', '台账中没有这个器具编码', 'The ledger has no instrument with this code'),
  codeOfOther: refused('code', '这个编号的器具不在该使用单位名下', 'The instrument of this number is not this holder’s'),
  otherKind: refused(
    'kind',
    '台账中该器具的种类是“{kind}”，导入不改变种类',
    'In the ledger this instrument is of the kind “{kind}”; an import does not change it',
  ),
  twin: refused(
    'serial',
    '该使用单位已有另一台同制造单位、型号、出厂编号的器具',
    'This holder has another instrument of the same maker, model and serial number',
  ),
  takenEcqs: refused('ecqsNumber', '这个 e-CQS 编号已属于另一台器具', 'This e-CQS number belongs to another instrument'),
  scrapped: refused('serial', '该器具已报废，不能更改', 'This instrument is scrapped and cannot be changed'),
  notKeeper: refused(
    'serial',
    '该器具由使用单位自行登记，只能由其更正',
    'The holder registered this instrument itself and alone may correct it',
  ),
  laterResult: warned(
    'verifiedOn',
    '台账已有更近的检定结果，本行的检定信息未写入',
    'The ledger has a later result; that of this row is not kept',
  ),
  overtaken: refused('serial', '比对之后台账已被更改，请重新上传比对', 'The ledger has changed since the comparison: upload the row again'),
  entered: refused('serial', '比对之后该器具已由他人登记', 'Somebody has registered this instrument since the comparison'),
} as const satisfies Record<string, Remark>;
export type CompareRemark = keyof typeof compareRemarks;
