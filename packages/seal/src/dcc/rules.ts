/**
 * PTB's rules for a DCC beyond its schema (`dcc.sch`, Schematron, as published with schema 3.3.0), in their order; reports of information are left
 * out. They are kept as they are written there, also where they say more or less than they mean: a document is judged here as PTB judges it.
 */
import { elementsOf, everyElement, stringOf, type XmlElement } from '../xml/tree.ts';
import { countryCodes, languageCodes } from './codes.ts';
import type { Text } from './markup.ts';

export type Finding = {
  readonly rule: RuleId;
  readonly role: 'error' | 'warning';
  /** The path of the element. */
  readonly place: string;
  readonly text: Text;
};

/** Each rule with its role and what it asks for. */
export const rules = {
  'methods-of-list': ['error', '列表及其各量均未说明测量方法', 'no methods are declared for the list, its quantities or the whole result'],
  'methods-of-quantity': ['error', '该量未说明测量方法', 'no methods are declared for the quantity or the whole result'],
  'software-of-list': [
    'warning',
    '列表及其各量均未说明所用软件',
    'no software is declared for the list, its quantities or the whole result',
  ],
  'software-of-quantity': ['warning', '该量未说明所用软件', 'no software is declared for the quantity or the whole result'],
  'conditions-of-list': [
    'error',
    '列表及其各量均未说明影响条件',
    'no influence conditions are declared for the list, its quantities or the whole result',
  ],
  'conditions-of-quantity': ['error', '该量未说明影响条件', 'no influence conditions are declared for the quantity or the whole result'],
  'schema-version': ['warning', '不是 3.3.0 版', 'the schema version is not 3.3.0'],
  'id-unused': ['warning', '标识没有被引用', 'the id is not referred to'],
  'ref-id-unknown': ['error', '引用的标识不存在', 'the id that is referred to does not exist'],
  'content-language': ['error', '文字的语言未在文件中声明', 'the language of the text is not declared'],
  'languages-missing': ['error', '文字没有给出全部声明的语言', 'the text is not there in every declared language'],
  'languages-twice': ['error', '同一文字的语言重复', 'a language stands twice in one text'],
  'language-unnamed': ['warning', '文字没有标明语言', 'the text names no language'],
  'dates-reversed': ['error', '结束日期早于开始日期', 'the end lies before the beginning'],
  'release-form': ['error', '软件版本的写法应如 v1.2.3', 'the release is not written as in v1.2.3'],
  'language-code': ['error', '不是 ISO 639-1 语言代码', 'not a language code of ISO 639-1'],
  'country-code': ['error', '不是 ISO 3166-1 国家代码', 'not a country code of ISO 3166-1'],
  'relative-list-alone': ['error', '有相对不确定度列表而无扩展不确定度', 'a list of relative uncertainties without expanded uncertainties'],
  'relative-alone': ['error', '有相对不确定度而无扩展不确定度', 'a relative uncertainty without an expanded one'],
  'relative-single-for-list': ['error', '一列值应配一列相对不确定度', 'a list of values needs a list of relative uncertainties'],
  'relative-list-for-single': ['error', '单个值应配单个相对不确定度', 'a single value needs a single relative uncertainty'],
  'relative-wrong': ['error', '相对不确定度与不确定度除以值不符', 'the relative uncertainty is not the uncertainty divided by the value'],
  'relative-count': ['error', '相对不确定度的个数与值的个数不同', 'there are not as many relative uncertainties as values'],
  'uncertainty-count': ['error', '不确定度的个数与值的个数不同', 'there are not as many uncertainties as values'],
  'unit-spaced': ['error', '单位中有空格', 'the unit holds a space'],
  'unit-count': ['error', '单位的个数与值的个数不同', 'there are not as many units as values'],
  'unit-repeated': ['warning', '单位可只写一次', 'one unit would do'],
  'unit-undeclared': ['error', '非 SI 单位未声明', 'a unit outside SI is not declared'],
  'unit-undefined': ['error', '非 SI 单位没有定义', 'a unit outside SI has no definition'],
  'definition-alone': ['error', '非 SI 单位的定义没有对应的单位', 'the definition of a unit outside SI has no unit'],
  'language-twice': ['error', '语言重复声明', 'a language is declared twice'],
  'list-spacing': ['error', '列表各项之间应恰有一个空格', 'there is not exactly one space between the entries of a list'],
} as const satisfies Record<string, readonly [role: 'error' | 'warning', zh: string, en: string]>;
export type RuleId = keyof typeof rules;

const dccNamespace = 'https://ptb.de/dcc';
const siNamespace = 'https://ptb.de/si';

/** More findings say nothing more, and each costs its path. */
const mostFindings = 500;

type Place = { readonly parent: XmlElement | undefined; readonly index: number };

/** A document with the way back up. Every question is answered without walking through all siblings, since a stranger chooses how many there are. */
class Tree {
  readonly all: readonly XmlElement[];
  readonly findings: Finding[] = [];
  private readonly places = new Map<XmlElement, Place>();
  private readonly families = new Map<XmlElement, ReadonlyMap<string, readonly XmlElement[]>>();

  constructor(root: XmlElement) {
    this.all = everyElement(root);
    for (const parent of this.all) elementsOf(parent).forEach((child, index) => this.places.set(child, { parent, index }));
  }

  parent(element: XmlElement | undefined): XmlElement | undefined {
    return element && this.places.get(element)?.parent;
  }

  ancestors(element: XmlElement): readonly XmlElement[] {
    const found: XmlElement[] = [];
    for (let up = this.parent(element); up !== undefined; up = this.parent(up)) found.push(up);
    return found;
  }

  /** The elements in another one, by namespace and name. */
  private family(parent: XmlElement): ReadonlyMap<string, readonly XmlElement[]> {
    const known = this.families.get(parent);
    if (known !== undefined) return known;
    const family = new Map<string, XmlElement[]>();
    for (const child of elementsOf(parent)) {
      const alike = family.get(`${child.namespace} ${child.name}`);
      if (alike === undefined) family.set(`${child.namespace} ${child.name}`, [child]);
      else alike.push(child);
    }
    this.families.set(parent, family);
    return family;
  }

  /** The elements of a name in an element. */
  inside(parent: XmlElement | undefined, namespace: string, name: string): readonly XmlElement[] {
    return parent === undefined ? [] : (this.family(parent).get(`${namespace} ${name}`) ?? []);
  }

  private indexOf(element: XmlElement | undefined): number {
    return (element && this.places.get(element)?.index) ?? -1;
  }

  /** How many siblings of a name and of the same namespace stand before or behind. */
  siblings(element: XmlElement, name: string, where: 'before' | 'behind'): number {
    const alike = this.inside(this.parent(element), element.namespace, name);
    const own = this.indexOf(element);
    let [low, high] = [0, alike.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.indexOf(alike[middle]) < own) low = middle + 1;
      else high = middle;
    }
    return where === 'before' ? low : alike.length - low - (this.indexOf(alike[low]) === own ? 1 : 0);
  }

  pathOf(element: XmlElement): string {
    const parent = this.parent(element);
    if (parent === undefined) return `/${element.name}`;
    const alike = this.inside(parent, element.namespace, element.name);
    return `${this.pathOf(parent)}/${element.name}${alike.length > 1 ? `[${alike.indexOf(element) + 1}]` : ''}`;
  }

  report(rule: RuleId, element: XmlElement, found?: string): void {
    if (this.findings.length >= mostFindings) return;
    const [role, zh, en] = rules[rule];
    const shown = found === undefined ? '' : found.length > 80 ? `${found.slice(0, 80)}…` : found;
    this.findings.push({
      rule,
      role,
      place: this.pathOf(element),
      text: shown === '' ? [zh, en] : [`${zh}：“${shown}”`, `${en}: “${shown}”`],
    });
  }
}

const isDcc = ({ name, namespace }: XmlElement, wanted: string): boolean => name === wanted && namespace === dccNamespace;
const isSi = ({ name, namespace }: XmlElement, wanted: string): boolean => name === wanted && namespace === siNamespace;
const inDcc = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  elementsOf(element, name).filter(({ namespace }) => namespace === dccNamespace);
const inSi = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  elementsOf(element, name).filter(({ namespace }) => namespace === siNamespace);
const countTokens = (element: XmlElement | undefined): number => {
  const text = element === undefined ? '' : stringOf(element);
  return text === '' ? 0 : text.split(' ').length;
};

function checkDeclarations(tree: Tree): void {
  const kinds = [
    ['usedMethods', 'methods-of-list', 'methods-of-quantity'],
    ['usedSoftware', 'software-of-list', 'software-of-quantity'],
    ['influenceConditions', 'conditions-of-list', 'conditions-of-quantity'],
  ] as const;
  for (const element of tree.all) {
    const isList = isDcc(element, 'list');
    if (!isList && !isDcc(element, 'quantity')) continue;
    const above = tree.ancestors(element);
    for (const [name, ofList, ofQuantity] of kinds) {
      const isGlobal = above.some((one) => isDcc(one, 'measurementResult') && tree.inside(one, dccNamespace, name).length > 0);
      if (isGlobal || inDcc(element, name).length > 0) continue;
      if (isList) {
        if (!above.some((one) => isDcc(one, 'measurementResults')) || above.some((one) => isDcc(one, 'metaData'))) continue;
        const quantities = inDcc(element, 'quantity');
        // PTB counts the declarations of all quantities together.
        if (quantities.length > quantities.flatMap((one) => inDcc(one, name)).length) tree.report(ofList, element);
      } else if (above[0] !== undefined && isDcc(above[0], 'data') && above[1] !== undefined && isDcc(above[1], 'result'))
        tree.report(ofQuantity, element);
    }
  }
}

function checkIds(tree: Tree): void {
  const references = new Set(tree.all.flatMap(({ attributes }) => attributes.get('refId')?.split(' ') ?? []));
  const ids = new Set(tree.all.flatMap(({ attributes }) => attributes.get('id') ?? []));
  for (const element of tree.all) {
    const [id, refId] = [element.attributes.get('id'), element.attributes.get('refId')];
    if (id !== undefined && !references.has(id)) tree.report('id-unused', element, id);
    if (refId !== undefined && !refId.split(' ').some((one) => ids.has(one))) tree.report('ref-id-unknown', element, refId);
  }
}

function checkLanguages(tree: Tree): void {
  const declarations = tree.all.filter((one) => isDcc(one, 'usedLangCodeISO639_1'));
  const declared = new Set(declarations.map(stringOf));
  const byPlace = new Map<XmlElement | undefined, Map<string, number>>();
  for (const one of declarations) {
    const counts = byPlace.get(tree.parent(one)) ?? new Map<string, number>();
    counts.set(stringOf(one), (counts.get(stringOf(one)) ?? 0) + 1);
    byPlace.set(tree.parent(one), counts);
  }
  for (const one of declarations)
    if ((byPlace.get(tree.parent(one))?.get(stringOf(one)) ?? 0) > 1) tree.report('language-twice', one, stringOf(one));
  for (const element of tree.all) {
    const langs = inDcc(element, 'content').flatMap(({ attributes }) => attributes.get('lang') ?? []);
    const own = isDcc(element, 'content') ? element.attributes.get('lang') : undefined;
    if (own !== undefined) {
      if (!declared.has(own)) tree.report('content-language', element, own);
    } else if (langs.length > 0) {
      if (langs.length !== declarations.length) tree.report('languages-missing', element, langs.join(' '));
      if (new Set(langs).size !== langs.length) tree.report('languages-twice', element, langs.join(' '));
    } else if (isDcc(element, 'content')) {
      const above = tree.parent(tree.parent(element));
      if (!['name', 'further', 'referral'].some((name) => tree.inside(above, dccNamespace, name).length > 0))
        tree.report('language-unnamed', element);
    }
  }
}

/** Minutes since 0000-03-01 by the proleptic Gregorian calendar; NaN for what is no day of XML Schema. */
function minutesOf(day: string): number {
  const [, year, month, date, , sign, hours, minutes] = /^\s*(-?\d{4,})-(\d{2})-(\d{2})(Z|([+-])(\d{2}):(\d{2}))?\s*$/.exec(day) ?? [];
  const [m, y] = [(Number(month) + 9) % 12, Number(year) - (Number(month) <= 2 ? 1 : 0)];
  const days = 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + Number(date);
  const zone = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1);
  return days * 1440 - zone;
}

function checkRelativeUncertainty(tree: Tree, quantity: XmlElement): void {
  const [relative] = inDcc(quantity, 'relativeUncertainty');
  if (relative === undefined) return;
  const lists = inDcc(relative, 'relativeUncertaintyXmlList').length;
  const singles = inDcc(relative, 'relativeUncertainty');
  const [real, list] = [inSi(quantity, 'real')[0], inSi(quantity, 'realListXMLList')[0]];
  if (lists === 1 && inSi(list, 'expandedUncXMLList').length === 0) tree.report('relative-list-alone', quantity);
  if (singles.length === 1 && inSi(real, 'expandedUnc').length === 0) tree.report('relative-alone', quantity);
  const [values, value] = [inSi(list, 'valueXMLList').length, inSi(real, 'value')];
  if (lists === 0 && singles.length === 1 && values === 1 && value.length === 0) tree.report('relative-single-for-list', quantity);
  if (lists === 1 && singles.length === 0 && values === 0 && value.length === 1) tree.report('relative-list-for-single', quantity);
  const given = inSi(singles[0], 'value')[0];
  const uncertainty = inSi(inSi(real, 'expandedUnc')[0], 'uncertainty')[0];
  if (given !== undefined && uncertainty !== undefined && value[0] !== undefined)
    if (Number(stringOf(given)) !== Number(stringOf(uncertainty)) / Number(stringOf(value[0])))
      tree.report('relative-wrong', quantity, stringOf(given));
}

function checkCounts(tree: Tree, element: XmlElement): void {
  if (isDcc(element, 'relativeUncertainty')) {
    const own = countTokens(inSi(inDcc(element, 'relativeUncertaintyXmlList')[0], 'valueXMLList')[0]);
    const before = tree.inside(tree.parent(element), siNamespace, 'realListXMLList')[0];
    if (own > 1 && own !== countTokens(inSi(before, 'valueXMLList')[0])) tree.report('relative-count', element);
  }
  if (isSi(element, 'realListXMLList')) {
    const [uncertainties] = inSi(inSi(element, 'expandedUncXMLList')[0], 'uncertaintyXMLList');
    const count = countTokens(uncertainties);
    if (count > 1 && count !== countTokens(inSi(element, 'valueXMLList')[0])) tree.report('uncertainty-count', element);
  }
}

function checkUnits(tree: Tree, element: XmlElement, declared: ReadonlySet<string>): void {
  const parent = tree.parent(element);
  if (isSi(element, 'unit') && parent !== undefined && isSi(parent, 'real')) {
    if (countTokens(element) > 1) tree.report('unit-spaced', element, stringOf(element));
    const above = tree.parent(parent);
    const unit = stringOf(element);
    if (above !== undefined && isSi(above, 'hybrid') && /^\|./.test(unit) && !declared.has(unit))
      tree.report('unit-undeclared', element, unit);
  }
  if (isSi(element, 'unitXMLList') && countTokens(element) > 1) {
    const values = tree.siblings(element, 'valueXMLList', 'before') > 0 ? tree.inside(parent, siNamespace, 'valueXMLList')[0] : undefined;
    const count = values === undefined ? 0 : stringOf(values).trim().split(/\s+/).length;
    if (countTokens(element) !== count) tree.report('unit-count', element);
    // As PTB writes it, each unit is compared with all of the list, so that every list of more than one unit is warned of.
    tree.report('unit-repeated', element);
  }
  if (isDcc(element, 'nonSIUnit') && tree.siblings(element, 'nonSIDefinition', 'before') !== 1)
    tree.report('unit-undefined', element, stringOf(element));
  if (isDcc(element, 'nonSIDefinition') && tree.siblings(element, 'nonSIUnit', 'behind') !== 1) tree.report('definition-alone', element);
}

const coded: ReadonlySet<string> = new Set([
  'usedLangCodeISO639_1',
  'mandatoryLangCodeISO639_1',
  'countryCodeISO3166_1',
  'release',
  'digitalCalibrationCertificate',
  'endPerformanceDate',
]);

function checkCodes(tree: Tree, element: XmlElement): void {
  const { name } = element;
  if (element.namespace !== dccNamespace || !coded.has(name)) return;
  const text = name === 'digitalCalibrationCertificate' ? '' : stringOf(element);
  if ((name === 'usedLangCodeISO639_1' || name === 'mandatoryLangCodeISO639_1') && !languageCodes.includes(text))
    tree.report('language-code', element, text);
  if (name === 'countryCodeISO3166_1' && !countryCodes.includes(text)) tree.report('country-code', element, text);
  if (name === 'release' && !/^[a-zA-Z]( )?([0-9]{1,3}\.){0,3}([0-9]{1,3})$/.test(text)) tree.report('release-form', element, text);
  if (name === 'digitalCalibrationCertificate' && element.attributes.get('schemaVersion') !== '3.3.0')
    tree.report('schema-version', element, element.attributes.get('schemaVersion') ?? '');
  const parent = tree.parent(element);
  if (name === 'endPerformanceDate' && parent !== undefined && isDcc(parent, 'coreData')) {
    const [begin] = tree.inside(parent, dccNamespace, 'beginPerformanceDate');
    if (begin === undefined || !(minutesOf(stringOf(begin)) <= minutesOf(text))) tree.report('dates-reversed', element, text);
  }
}

const spacedLists = new Set(
  [
    'value',
    'unit',
    'label',
    'dateTime',
    'uncertainty',
    'coverageFactor',
    'coverageProbability',
    'distribution',
    'standardUnc',
    'intervalMin',
    'intervalMax',
  ].map((name) => `${name}XMLList`),
);
const isSpaced = (text: string): boolean => text !== '' && !/^[ \t\n\r]|[ \t\n\r]$|[ \t\n\r][ \t\n\r]/.test(text);

function checkSpacing(tree: Tree, element: XmlElement): void {
  if (element.namespace === siNamespace && spacedLists.has(element.name) && !isSpaced(stringOf(element)))
    tree.report('list-spacing', element, stringOf(element));
  for (const name of ['refType', 'refId']) {
    const value = element.attributes.get(name);
    if (value !== undefined && !isSpaced(value)) tree.report('list-spacing', element, value);
  }
}

/** What PTB's rules find in a document; no errors: it obeys them. @example checkRules(readXml(bytes)).filter(({ role }) => role === 'error') */
export function checkRules(root: XmlElement): readonly Finding[] {
  const tree = new Tree(root);
  checkDeclarations(tree);
  checkIds(tree);
  checkLanguages(tree);
  const declared = new Set(tree.all.filter((one) => isDcc(one, 'statement')).flatMap((one) => inDcc(one, 'nonSIUnit').map(stringOf)));
  for (const element of tree.all) {
    checkCodes(tree, element);
    if (isDcc(element, 'quantity')) checkRelativeUncertainty(tree, element);
    else checkCounts(tree, element);
    checkUnits(tree, element, declared);
    checkSpacing(tree, element);
  }
  return tree.findings;
}
