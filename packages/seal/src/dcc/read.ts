/**
 * Any digital calibration certificate, schema 2.x or 3.x, as a plain structure. Where versions differ the reader takes either; what a document
 * does not say is null or empty. What it says is what its signature covers, if it has one: nothing inside a signature is read.
 */
import { fromBase64, fromUtf8, InvalidEncoding } from '../encoding.ts';
import { readXml } from '../xml/document.ts';
import { InvalidXml } from '../xml/invalid-xml.ts';
import { elementOf, elementsOf, textOf, type XmlElement } from '../xml/tree.ts';
import { readQuantity, type ReadQuantity } from './read-quantity.ts';
import { readResult, type ReadResult } from './read-result.ts';
import { identificationsIn, nameIn, partOf, partyOf, sayingOf, type Identification, type Languages, type Party } from './read-text.ts';

export type { ReadQuantity, ReadUncertainty, ReadUnit, ReadValue } from './read-quantity.ts';
export type { ReadCondition, ReadEquipment, ReadMethod, ReadResult, ReadTable } from './read-result.ts';
export type { Identification, Party } from './read-text.ts';

export type ReadItem = {
  readonly name: string;
  readonly text: string;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly identifications: readonly Identification[];
  readonly quantities: readonly ReadQuantity[];
};

export type ReadStatement = {
  readonly name: string;
  readonly text: string;
  readonly norms: readonly string[];
  readonly references: readonly string[];
  readonly convention: string | null;
  readonly conformity: readonly string[];
  readonly valid: boolean | null;
  readonly traceable: boolean | null;
  readonly date: string | null;
};

export type Dcc = {
  readonly version: string;
  readonly languages: readonly string[];
  readonly country: string | null;
  readonly identifier: string;
  readonly identifications: readonly Identification[];
  /** Days as written; `issued` is not in every version. */
  readonly dates: {
    readonly received: string | null;
    readonly begun: string | null;
    readonly ended: string | null;
    readonly issued: string | null;
  };
  readonly performanceLocation: string | null;
  readonly replaces: string | null;
  readonly laboratory: Party & { readonly code: string | null };
  readonly customer: Party;
  readonly persons: readonly { readonly name: string; readonly role: string | null; readonly isMainSigner: boolean }[];
  readonly items: readonly ReadItem[];
  readonly statements: readonly ReadStatement[];
  readonly results: readonly ReadResult[];
  /** The file that comes with it, in base 64. */
  readonly document: { readonly fileName: string; readonly mimeType: string; readonly base64: string } | null;
};

const most = 1000;

/** A list of a size that a certificate has. */
function bounded(list: readonly XmlElement[], place: string): readonly XmlElement[] {
  if (list.length > most) throw new InvalidXml('too-many', place, [`多于 ${most} 项`, `there are more than ${most} entries`]);
  return list;
}

const dccNamespaces = ['https://ptb.de/dcc', 'http://ptb.de/dcc'];

const flagOf = (element: XmlElement, name: string): boolean | null => {
  const text = partOf(element, name);
  return text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : null;
};

function itemsIn(list: XmlElement | undefined, languages: Languages): readonly ReadItem[] {
  return bounded(elementsOf(list, 'item'), '/digitalCalibrationCertificate/administrativeData/items').flatMap((item) => [
    {
      name: nameIn(item, languages),
      text: sayingOf(elementOf(item, 'description'), languages),
      manufacturer: nameIn(elementOf(item, 'manufacturer') ?? elementOf(list, 'manufacturer'), languages) || null,
      model: partOf(item, 'model'),
      identifications: identificationsIn(item, languages),
      quantities: elementsOf(elementOf(item, 'itemQuantities'), 'itemQuantity').map((one) => readQuantity(one, languages)),
    },
    ...itemsIn(elementOf(item, 'subItems'), languages),
  ]);
}

const statementOf = (statement: XmlElement, languages: Languages): ReadStatement => ({
  name: nameIn(statement, languages),
  text: sayingOf(elementOf(statement, 'declaration'), languages) || sayingOf(elementOf(statement, 'description'), languages),
  norms: elementsOf(statement, 'norm').map(textOf),
  references: elementsOf(statement, 'reference').map(textOf),
  convention: partOf(statement, 'convention'),
  conformity: ['conformity', 'conformityXMLList'].flatMap((name) => (partOf(statement, name) ?? '').split(' ')).filter((one) => one !== ''),
  valid: flagOf(statement, 'valid'),
  traceable: flagOf(statement, 'traceable'),
  date: partOf(statement, 'date'),
});

function documentIn(root: XmlElement): Dcc['document'] {
  const document = elementOf(root, 'document');
  const [fileName, mimeType] = [partOf(document, 'fileName'), partOf(document, 'mimeType')];
  const base64 = textOf(elementOf(document, 'dataBase64')).replace(/\s+/g, '');
  return fileName === null || base64 === '' ? null : { fileName, mimeType: mimeType ?? '', base64 };
}

function refuseOthers(root: XmlElement): { readonly version: string; readonly administration: XmlElement; readonly core: XmlElement } {
  if (root.name !== 'digitalCalibrationCertificate' || !dccNamespaces.includes(root.namespace))
    throw new InvalidXml('not-dcc', `/${root.name}`, ['不是数字校准证书（DCC）', 'not a digital calibration certificate (DCC)']);
  const version = root.attributes.get('schemaVersion') ?? '';
  if (!/^[23]\.\d/.test(version))
    throw new InvalidXml('version', '/digitalCalibrationCertificate/@schemaVersion', [
      version === '' ? '未写明 DCC 版本' : `不读取 DCC ${version.slice(0, 20)} 版，可读 2.x 与 3.x`,
      version === '' ? 'no version of the DCC is named' : `version ${version.slice(0, 20)} of the DCC is not read; 2.x and 3.x are`,
    ]);
  const administration = elementOf(root, 'administrativeData');
  const core = elementOf(administration, 'coreData');
  if (administration === undefined || core === undefined)
    throw new InvalidXml('incomplete', '/digitalCalibrationCertificate', [
      '缺少行政数据（administrativeData/coreData）',
      'administrativeData/coreData is missing',
    ]);
  return { version, administration, core };
}

/** The DCC that an element tree is; throws InvalidXml for another document. */
export function dccOf(root: XmlElement, languages: Languages = ['zh', 'en']): Dcc {
  const { version, administration, core } = refuseOthers(root);
  const laboratory = elementOf(administration, 'calibrationLaboratory');
  const results = elementOf(root, 'measurementResults');
  return {
    version,
    languages: elementsOf(core, 'usedLangCodeISO639_1').map(textOf),
    country: partOf(core, 'countryCodeISO3166_1'),
    identifier: partOf(core, 'uniqueIdentifier') ?? '',
    identifications: identificationsIn(core, languages),
    dates: {
      received: partOf(core, 'receiptDate'),
      begun: partOf(core, 'beginPerformanceDate'),
      ended: partOf(core, 'endPerformanceDate'),
      issued: partOf(core, 'issueDate'),
    },
    performanceLocation: partOf(core, 'performanceLocation'),
    replaces: partOf(elementOf(core, 'reportAmendedSubstituted'), 'replacedUniqueIdentifier'),
    laboratory: { ...partyOf(elementOf(laboratory, 'contact'), languages), code: partOf(laboratory, 'calibrationLaboratoryCode') },
    customer: partyOf(elementOf(administration, 'customer'), languages),
    persons: elementsOf(elementOf(administration, 'respPersons'), 'respPerson').map((one) => ({
      name: nameIn(elementOf(one, 'person'), languages),
      role: partOf(one, 'role'),
      isMainSigner: flagOf(one, 'mainSigner') === true,
    })),
    items: itemsIn(elementOf(administration, 'items'), languages),
    statements: bounded(
      elementsOf(elementOf(administration, 'statements'), 'statement'),
      '/digitalCalibrationCertificate/administrativeData/statements',
    ).map((one) => statementOf(one, languages)),
    results: bounded(elementsOf(results, 'measurementResult'), '/digitalCalibrationCertificate/measurementResults').map((one) =>
      readResult(one, results, languages),
    ),
    document: documentIn(root),
  };
}

/**
 * Reads a DCC; `languages` in the order in which texts are wanted. Throws InvalidXml with the place and the reason.
 *
 * @example readDcc(bytes).laboratory.name // a name such as 某某计量检定测试所
 */
export const readDcc = (bytes: Uint8Array, languages: Languages = ['zh', 'en']): Dcc => dccOf(readXml(bytes), languages);

/** The canonical record inside a DCC of this platform; undefined where there is none. */
export function embeddedRecord({ document }: Pick<Dcc, 'document'>): string | undefined {
  if (document?.fileName !== 'record.json') return undefined;
  try {
    return fromUtf8(fromBase64(document.base64));
  } catch (error) {
    if (error instanceof InvalidEncoding) return undefined;
    throw error;
  }
}
