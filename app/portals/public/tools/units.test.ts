import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { lint } from '@tongheng/quantity/linter/lint';
import { contexts } from './unit-contexts.ts';
import { addressOf, blankEntry, followAddress, type Entry } from './unit-entry.ts';
import { examples } from './unit-example.ts';
import { judgeName, largest, readText } from './unit-file.ts';
import { conversionOf } from './unit-finding-conversion.ts';
import { findingsCsv } from './unit-findings-csv.ts';
import { cutSheets, linesOf, locate } from './unit-marks.ts';
import { printPower, readConversion, swapUnits } from './unit-reading.ts';
import { readRounding } from './unit-rounding.ts';

const asked = (value: string, unit: string, target: string, more: Partial<Entry> = {}): Entry => ({
  ...blankEntry,
  part: 'convert',
  value,
  unit,
  target,
  ...more,
});

describe('what the page says about contexts', () => {
  for (const { where, example, outcome } of contexts) {
    for (const [index, language] of ['zh', 'en'].entries()) {
      test(`${where[1]}, ${language}: ${outcome}`, () => {
        const severities = lint(example[index] ?? '').map(({ severity }) => severity);
        assert.deepEqual([...new Set(severities)], outcome === 'none' ? [] : [outcome], example[index]);
      });
    }
  }
});

describe('places of findings', () => {
  const hostile = fc
    .array(fc.constantFrom('5KG', '\n', '\r\n', '\r', '长 6 英尺', '😀', ' ', '。', 'x', '3 kgf/cm2 ', '\ufeff', '20~30℃'), {
      maxLength: 60,
    })
    .map((parts) => parts.join(''));

  test('a finding stands where its text stands, whatever ends the lines', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { finding, from, to } of locate(text, lint(text))) assert.equal(text.slice(from, to), finding.text);
      }),
    );
  });

  test('the sheets are the whole text, no finding is cut, and the lines are numbered as the findings are', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 4, max: 40 }), (text, size) => {
        const found = locate(text, lint(text));
        const sheets = cutSheets(text, found, size);
        assert.equal(sheets.map(({ from, to }) => text.slice(from, to)).join(''), text);
        const marked: string[] = [];
        for (const sheet of sheets) {
          for (const { number, pieces } of linesOf(text, sheet, found)) {
            for (const piece of pieces) {
              if (piece.found === null) continue;
              assert.equal(piece.found.finding.line, number);
              marked.push(piece.text);
            }
          }
        }
        assert.deepEqual(
          marked,
          found.map(({ finding }) => finding.text),
        );
      }),
    );
  });

  test('a finding over a line end is marked in both lines', () => {
    const text = '浓度 3.12\nMg 的';
    const finding = { ...lint('5KG')[0]!, line: 1, column: 4, length: 7, text: '3.12\nMg' };
    const found = locate(text, [finding]);
    const lines = linesOf(text, { from: 0, to: text.length, line: 1 }, found);
    assert.deepEqual(
      lines.map(({ pieces }) => pieces.filter((piece) => piece.found !== null).map((piece) => piece.text)),
      [['3.12'], ['Mg']],
    );
  });

  test('millions of characters without a line end are cut as well', () => {
    const text = '长 6 英尺；'.repeat(100_000);
    const sheets = cutSheets(text, locate(text, lint(text)));
    assert.ok(sheets.length > 100 && sheets.every(({ from, to }) => to > from && to - from <= 6100));
  });
});

describe('files', () => {
  test('text, Markdown, CSV and HTML are taken, each in its own format', () => {
    for (const [name, format] of [
      ['a.txt', 'text'],
      ['a.b.MD', 'markdown'],
      ['a.csv', 'csv'],
      ['a.HTM', 'html'],
    ] as const) {
      assert.deepEqual(judgeName(name, 10), { format });
    }
  });

  test('another file is refused with its own reason', () => {
    for (const [name, bytes, reason] of [
      ['a.docx', 10, /不是纯文本/],
      ['a.xlsx', 10, /CSV/],
      ['a.png', 10, /图片/],
      ['a.exe', 10, /不支持/],
      ['constructor', 10, /不支持/],
      ['a.txt', largest + 1, /超过 5 MB/],
      ['a.txt', 0, /空文件/],
    ] as const) {
      const judged = judgeName(name, bytes);
      assert.ok('refusal' in judged, name);
      assert.match(judged.refusal[0], reason);
    }
    assert.ok('format' in judgeName('a.txt', largest));
  });

  test('what is no text is refused, older encodings are read', () => {
    const utf8 = new TextEncoder();
    assert.deepEqual(readText(utf8.encode('\ufeff净含量 5KG')), { text: '净含量 5KG' });
    assert.deepEqual(readText(Uint8Array.from([0xbe, 0xbb, 0xba, 0xac, 0xc1, 0xbf])), { text: '净含量' });
    assert.deepEqual(readText(Uint8Array.from([0xff, 0xfe, 0x35, 0x00, 0x4b, 0x00])), { text: '5K' });
    assert.ok('refusal' in readText(utf8.encode('PK\u0003\u0004\u0000\u0000')));
    assert.ok('refusal' in readText(Uint8Array.from([0x35, 0xff, 0xff])));
    assert.ok('refusal' in readText(utf8.encode(' \n')));
  });
});

describe('the address', () => {
  test('each part has its own, and what it does not name stays', () => {
    const entry: Entry = { ...asked('1/2', 'in', 'mm'), text: '5KG' };
    const query = addressOf(entry);
    assert.equal(query, 'part=convert&value=1%2F2&unit=in&target=mm');
    assert.deepEqual(followAddress({ ...blankEntry, text: '5KG' }, new URLSearchParams(query)), entry);
  });

  test('a long text is not in it and is kept on the way back', () => {
    const entry: Entry = { ...blankEntry, text: '5KG，'.repeat(1000), severity: 'error' };
    const query = addressOf(entry);
    assert.equal(query, 'severity=error&long=1');
    assert.deepEqual(followAddress({ ...entry, part: 'round' }, new URLSearchParams(query)), entry);
    assert.equal(followAddress(blankEntry, new URLSearchParams(query)).text, '');
  });

  test('nonsense in it is left aside', () => {
    const read = followAddress(blankEntry, new URLSearchParams('part=x&format=constructor&severity=__proto__&rule=toString'));
    assert.deepEqual(read, blankEntry);
  });
});

describe('conversion', () => {
  test('the value, both units in four notations, their dimension and their status in law', () => {
    const { answer, faults, from, to, offers } = readConversion(asked('12.5', 'kgf/cm2', 'kPa'));
    assert.deepEqual(faults, []);
    assert.deepEqual(answer, { value: '1225.83125', exact: true, given: '12.5', from: 'kgf/cm²', to: 'kPa' });
    assert.deepEqual(from?.notations, [
      ['symbol', 'kgf/cm²'],
      ['chinese', '千克力每平方厘米'],
      ['ucum', 'kgf/cm2'],
      ['dsi', null],
    ]);
    assert.equal(from?.dimension, 'L⁻¹·M·T⁻²');
    assert.equal(from?.law?.status, 'not-legal');
    assert.equal(to?.law?.status, 'legal');
    assert.deepEqual(from?.factor, { value: '98066.5', exact: true, unit: 'kg/(m·s²)' });
    assert.ok(offers.includes('MPa') && !offers.includes('kgf/cm²'));
  });

  test('the unit may stand behind the value, and an angle in minutes and seconds', () => {
    assert.equal(readConversion(asked('12.5 kgf/cm2', '', 'kPa')).answer?.value, '1225.83125');
    assert.equal(readConversion(asked('12°30′', '', '°')).answer?.value, '12.5');
    assert.match(readConversion(asked('5 kPa', 'Pa', 'kPa')).faults[0]?.text[0] ?? '', /数值中已含单位/);
  });

  test('a temperature and a difference of temperatures are two things', () => {
    assert.equal(readConversion(asked('5', '℃', '℉')).answer?.value, '41');
    assert.equal(readConversion(asked('5', '℃', '℉', { difference: true })).answer?.value, '9');
    assert.deepEqual(
      readConversion(asked('-300', '℃', 'K')).faults.map(({ field }) => field),
      ['value'],
    );
  });

  test('what is wrong is said in its field, with the column and what was perhaps meant', () => {
    const { faults, answer } = readConversion(asked('5', 'N·Mpa', 'Kpa'));
    assert.equal(answer, null);
    assert.deepEqual(
      faults.map(({ field, column, meant }) => [field, column, meant]),
      [
        ['unit', 3, 'N·MPa'],
        ['target', 1, 'kPa'],
      ],
    );
    assert.equal(readConversion(asked('5', 'kg', 'm')).faults[0]?.field, 'target');
    assert.equal(readConversion(asked('abc', 'kg', 'g')).faults[0]?.field, 'value');
    assert.equal(readConversion(asked('1,5', 'kg', 'g')).faults[0]?.field, 'value');
  });

  test('a bare level asks what it is the ratio of', () => {
    assert.equal(readConversion(asked('20', 'dB', '1')).hasRatio, true);
    assert.equal(readConversion(asked('20', 'dB', '1')).answer?.value, '100');
    assert.equal(readConversion(asked('20', 'dB', '1', { ratio: 'field' })).answer?.value, '10');
    assert.equal(readConversion(asked('20', 'dBm', 'mW')).hasRatio, false);
  });

  test('units are changed over, also where the unit stands behind the value', () => {
    assert.deepEqual(swapUnits(asked('12.5', 'kgf/cm2', 'kPa')), { value: '12.5', unit: 'kPa', target: 'kgf/cm2' });
    assert.deepEqual(swapUnits(asked('12.5 kgf/cm2', '', 'kPa')), { value: '12.5', unit: 'kPa', target: 'kgf/cm2' });
  });

  test('nothing that is typed breaks the form', () => {
    const piece = fc.constantFrom(
      '5',
      '.',
      '-',
      'e',
      '9999999',
      'k',
      'Pa',
      '/',
      '^',
      '(',
      ')',
      '℃',
      '米',
      '\\',
      '[',
      ' ',
      '°',
      '′',
      'dB',
      'x10^',
      '−',
      '1/0',
    );
    const typed = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, typed, typed, fc.boolean(), (value, unit, target, difference) => {
        const { answer, faults } = readConversion(asked(value, unit, target, { difference }));
        assert.ok(answer === null || faults.length === 0);
        assert.ok(answer === null || !/NaN|Infinity/.test(answer.value));
      }),
    );
  });

  test('a unit whose base units have larger exponents than a text may hold is shown with them', () => {
    const { to, faults } = readConversion(asked('', '', 'Pa55'));
    assert.deepEqual(faults, []);
    assert.deepEqual(to?.factor, { value: '1', exact: true, unit: 'kg⁵⁵/(m⁵⁵·s¹¹⁰)' });
    assert.equal(readConversion(asked('1', 'Pa55', 'kPa55')).answer?.value, '1e-165');
  });

  test('powers of ten are written as such', () => {
    assert.equal(printPower('-1.5e-7'), '−1.5×10⁻⁷');
    assert.equal(printPower('1e+30'), '1×10³⁰');
    assert.equal(printPower('0.25'), '0.25');
  });
});

describe('rounding', () => {
  const round = (more: Partial<Entry>) => readRounding({ ...blankEntry, part: 'round', ...more });

  test('to the nearest multiple of the interval, ties to the even one', () => {
    const { answer } = round({ number: '60.25', interval: '0.5' });
    assert.deepEqual(answer, { to: 'interval', value: '60.0', interval: '0.5', multiple: '120' });
  });

  test('a result to its uncertainty', () => {
    const { answer } = round({ to: 'uncertainty', number: '10.05762', uncertainty: '0.054', symbol: 'Ω', k: '2' });
    assert.ok(answer?.to === 'uncertainty');
    assert.deepEqual(answer.statement, ['(10.058±0.054) Ω，k=2', '(10.058 ± 0.054) Ω, k = 2']);
    assert.equal(answer.concise, '10.058(54)');
  });

  test('what cannot be rounded is refused in its field', () => {
    assert.deepEqual(Object.keys(round({ number: '１', interval: '0' }).faults), ['number', 'interval']);
    assert.deepEqual(Object.keys(round({ to: 'uncertainty', number: '1', uncertainty: '-1' }).faults), ['uncertainty']);
    assert.deepEqual(Object.keys(round({ to: 'uncertainty', number: '1', uncertainty: '0.1', k: 'x' }).faults), ['k']);
    assert.deepEqual(round({ number: '1' }), { faults: {}, answer: null });
  });
});

describe('findings', () => {
  test('a finding leads to the conversion of its value', () => {
    const addresses = lint('压力 3 kgf/cm2，墙高 6 英尺，5KG，a 5-inch pipe').map(conversionOf);
    assert.deepEqual(addresses, [
      'part=convert&value=3&unit=kgf%2Fcm2&target=kPa',
      'part=convert&value=6&unit=%E8%8B%B1%E5%B0%BA&target=m',
      null,
      'part=convert&value=5&unit=in&target=cm',
    ]);
    for (const address of addresses) {
      if (address === null) continue;
      const { answer, faults } = readConversion(followAddress(blankEntry, new URLSearchParams(address)));
      assert.deepEqual([answer === null, faults], [false, []], address);
    }
  });

  test('a unit that only changes its name, or is not known, is not offered for conversion', () => {
    for (const text of ['保压 30 sec', '转速 1450 rpm', '容积 2 gallons']) {
      const [finding] = lint(text);
      assert.ok(finding !== undefined, text);
      assert.equal(conversionOf(finding), null, text);
    }
  });

  test('the examples show both kinds of finding, and what is allowed', () => {
    for (const text of examples) {
      const findings = lint(text);
      assert.deepEqual([...new Set(findings.map(({ severity }) => severity))].sort(), ['advice', 'error']);
      assert.ok(findings.every(({ text: found }) => !/mmHg|MΩ|25 kg|20 ℃/.test(found)));
    }
  });

  test('a table of findings opens in a spreadsheet and computes nothing there', () => {
    const text = '=5KG\n净含量：6KG';
    const table = findingsCsv(locate(text, lint(text)), 'zh');
    assert.match(table, /^\ufeff序号,行,列,原文,级别,规则,规则名称,建议写法,说明,依据,条款,可信度,核对\r\n/);
    assert.match(table, /\r\n2,2,5,6KG,错误,unit-case,单位符号大小写错误,6 kg,/);
    assert.doesNotMatch(table, /(?:^|,)[=@]/m);
  });
});
