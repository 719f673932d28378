import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromUtf8, toUtf8 } from '../encoding.ts';
import { canonicalXml, readXml } from './document.ts';
import { InvalidXml } from './invalid-xml.ts';
import { elementAt, stringOf, textOf } from './tree.ts';

const textIn = (xml: string | Uint8Array): string => stringOf(readXml(typeof xml === 'string' ? toUtf8(xml) : xml));

test('what is read is the canonical form: comments and sections are gone, entities of XML are their signs', () => {
  assert.equal(textIn('<a>1<!-- 2 --><![CDATA[<3>]]>&lt;&#x4e2d;&amp;</a>'), '1<3><中&');
  const { attributes, children } = readXml(toUtf8(`<a b="x>y" c='"&#10;' xmlns:p="urn:p" p:d="1"><e/></a>`));
  assert.deepEqual(
    [...attributes],
    [
      ['b', 'x>y'],
      ['c', '"\n'],
      ['{urn:p}d', '1'],
    ],
  );
  assert.deepEqual(
    children.map((child) => typeof child !== 'string' && child.name),
    ['e'],
  );
});

test('names have the namespace that holds where they stand', () => {
  const root = readXml(toUtf8('<a xmlns="urn:1"><b xmlns="urn:2"><c xmlns=""/></b><d/></a>'));
  assert.deepEqual(
    [root, elementAt(root, 'b'), elementAt(root, 'b', 'c'), elementAt(root, 'd')].map((element) => element?.namespace),
    ['urn:1', 'urn:2', '', 'urn:1'],
  );
});

test('UTF-16 in both orders, a mark at the beginning and encodings of one byte are read alike', () => {
  const xml = '<?xml version="1.0" encoding="UTF-16"?><a>衡</a>';
  const little = Buffer.from(`\ufeff${xml}`, 'utf16le');
  const big = Buffer.from(little).swap16();
  assert.equal(textIn(Uint8Array.from(little)), '衡');
  assert.equal(textIn(Uint8Array.from(big)), '衡');
  assert.equal(textIn(Uint8Array.from(Buffer.from('\ufeff<a>衡</a>', 'utf8'))), '衡');
  assert.equal(textIn(Uint8Array.from(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1'))), 'é');
  assert.throws(() => textIn(Uint8Array.from(little.subarray(0, 21))), InvalidXml);
});

test('white space around a text stays where it is asked for', () => {
  const root = readXml(toUtf8('<a>\r\n 1 </a>'));
  assert.deepEqual([stringOf(root), textOf(root)], ['\n 1 ', '1']);
});

test('the canonical form has sorted attributes, full tags and no declaration', () => {
  assert.equal(fromUtf8(canonicalXml(toUtf8(`<?xml version="1.0"?>\n<a z='1' b="2"/>`))), '<a b="2" z="1"></a>');
});
