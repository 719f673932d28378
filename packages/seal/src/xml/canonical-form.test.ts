import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromUtf8, toUtf8 } from '../encoding.ts';
import { readCanonicalRoot } from './canonical-form.ts';
import { canonicalXml } from './document.ts';
import { InvalidXml } from './invalid-xml.ts';

test('the root is told with its namespaces', () => {
  assert.deepEqual(
    readCanonicalRoot('<p:a xmlns:p="urn:p" xmlns:q="urn:q" b="1" c="x&#xA;y"><p:c>1 &amp; "2"</p:c><q:d e="f"></q:d></p:a>'),
    {
      name: 'p:a',
      namespaces: [' xmlns:p="urn:p"', ' xmlns:q="urn:q"'],
    },
  );
});

test('another form of the same document is not taken for the canonical one', () => {
  for (const other of [
    "<a b='1'></a>",
    '<a/>',
    '<a ></a>',
    '<a c="1" b="2"></a>',
    '<a b="1" xmlns:p="urn:p"></a>',
    '<a xmlns:q="urn:q" xmlns:p="urn:p"></a>',
    '<a xmlns="urn:a"></a>',
    '<a><b xmlns:p="urn:p"></b></a>',
    '<a xmlns:p="urn:p"><b p:c="1"></b></a>',
    '<a b="1" b="1"></a>',
    '<a><!-- 1 --></a>',
    '<a><![CDATA[1]]></a>',
    '<a><?b c?></a>',
    '<a>></a>',
    '<a>&quot;</a>',
    '<a>&#65;</a>',
    '<a>\r</a>',
    '<a b="\t"></a>',
    '<a></a> ',
    '<a></a><b></b>',
    '<a><b></a></b>',
    '<a><b></b>',
    '<a>\u0000</a>',
    '',
    'a',
  ])
    assert.equal(readCanonicalRoot(other), undefined, other);
});

test('what is taken for canonical is what libxml2 makes of it, and most of what it makes is known', () => {
  const piece = fc.constantFrom(
    '<a>',
    '</a>',
    '<b c="1">',
    '<b c="1" d="2">',
    '<b d="2" c="1">',
    "<b c='1'>",
    '</b>',
    '<b/>',
    '<p:e>',
    '</p:e>',
    '<p:e p:f="1">',
    '<b c="&quot;&#xA;">',
    '<b c="&#10;">',
    '&amp;',
    '&#38;',
    '&lt;',
    '&gt;',
    '>',
    '"',
    '衡',
    ' ',
    '\n',
    '\r\n',
    '&#xD;',
    '<!-- -->',
    '<?x y?>',
  );
  let known = 0;
  let read = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = `<r xmlns:p="urn:p">${pieces.join('')}</r>`;
      const isKnown = readCanonicalRoot(text) !== undefined;
      if (isKnown) assert.equal(fromUtf8(canonicalXml(toUtf8(text))), text);
      try {
        const canonical = fromUtf8(canonicalXml(toUtf8(text)));
        read += 1;
        if (readCanonicalRoot(canonical) !== undefined) known += 1;
      } catch (error) {
        if (!(error instanceof InvalidXml)) throw error;
      }
    }),
    { numRuns: 2000 },
  );
  assert.ok(read > 100 && known > read / 2, `${known} of ${read}`);
});
