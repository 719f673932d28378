/** The rules of a Schematron file as a style sheet of XSLT 3.0, which a foreign processor applies. */
import { readXml } from '@tongheng/seal/xml/document';
import { elementsOf, type XmlElement } from '@tongheng/seal/xml/tree';

const namespace = 'http://purl.oclc.org/dsdl/schematron';
const inside = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(element).filter((one) => one.namespace === namespace && one.name === name);
const attribute = (element: XmlElement, name: string): string => element.attributes.get(name) ?? '';
const quoted = (text: string): string =>
  `"${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/\n/g, ' ')}"`;

/** The path of an element as `checkRules` names it, with a number where siblings have its name. */
const path = `string-join(for $e in (if (. instance of element()) then . else ..)/ancestor-or-self::* return concat('/', local-name($e),
  if (count($e/../*[node-name(.) = node-name($e)]) gt 1) then concat('[', count($e/preceding-sibling::*[node-name(.) = node-name($e)]) + 1, ']') else ''), '')`;

/** Names of patterns are told apart, since two patterns may give the same name to different things. */
function renamed(expression: string, names: readonly string[], pattern: number): string {
  return names.reduce((text, name) => text.replace(new RegExp(`\\$${name}(?![\\w-])`, 'g'), `$p${pattern}_${name}`), expression);
}

function templateOf(rule: XmlElement, order: number, names: readonly string[], pattern: number): string {
  const own = inside(rule, 'let').map((one) => attribute(one, 'name'));
  const outer = names.filter((name) => !own.includes(name));
  const lets = inside(rule, 'let').map(
    (one) => `<xsl:variable name="${attribute(one, 'name')}" select=${quoted(renamed(attribute(one, 'value'), outer, pattern))}/>`,
  );
  const checks = elementsOf(rule)
    .filter((one) => (one.name === 'assert' || one.name === 'report') && attribute(one, 'role') !== 'information')
    .map((one) => {
      const asked = renamed(attribute(one, 'test'), outer, pattern);
      const test = one.name === 'assert' ? `not(${asked})` : asked;
      return `<xsl:if test=${quoted(test)}>${attribute(one, 'role')} <xsl:value-of select=${quoted(path)}/><xsl:text>&#10;</xsl:text></xsl:if>`;
    });
  return `<xsl:template match=${quoted(attribute(rule, 'context'))} mode="m${pattern}" priority="${100 - order}">${lets.join('')}${checks.join('')}</xsl:template>`;
}

/**
 * A style sheet that prints a line "role path" for each finding, in any order: of the rules of a pattern the first that matches counts (ISO/IEC 19757-3
 * 6.5); reports of information are left out.
 */
export function styleSheetOf(schematron: Uint8Array): string {
  const root = readXml(schematron);
  const patterns = inside(root, 'pattern').map((pattern, index) => {
    const lets = inside(pattern, 'let');
    const names = lets.map((one) => attribute(one, 'name'));
    const variables = lets.map(
      (one) =>
        `<xsl:variable name="p${index}_${attribute(one, 'name')}" select=${quoted(renamed(attribute(one, 'value'), names, index))}/>`,
    );
    const silent = `<xsl:template match="node()|@*" mode="m${index}" priority="-10"/>`;
    return [...variables, silent, ...inside(pattern, 'rule').map((rule, order) => templateOf(rule, order, names, index))].join('\n');
  });
  const prefixes = inside(root, 'ns').map((one) => `xmlns:${attribute(one, 'prefix')}="${attribute(one, 'uri')}"`);
  const applied = patterns.map((_, index) => `<xsl:apply-templates select="//node()|//@*" mode="m${index}"/>`).join('');
  return `<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" ${prefixes.join(' ')}>
<xsl:output method="text"/>
${patterns.join('\n')}
<xsl:template match="/">${applied}</xsl:template>
</xsl:stylesheet>`;
}
