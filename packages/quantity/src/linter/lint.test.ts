import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from '../invalid-input.ts';
import type { Finding, Format } from './finding.ts';
import { lint } from './lint.ts';
import { rules } from './rules.ts';

const brief = (text: string, format: Format = 'text'): string[] =>
  lint(text, { format }).map(({ line, column, text: piece, rule, severity, suggestion }) =>
    [`${line}:${column}`, piece, rule, severity, suggestion].join(' | '),
  );
const suggested = (text: string): string[] => lint(text).map(({ suggestion }) => suggestion);
const errors = (text: string): Finding[] => lint(text).filter(({ severity }) => severity === 'error');

test('a finding names its place, rule, severity, suggestion, both languages and its source', () => {
  const [finding] = lint('净含量：5KG');
  assert.deepEqual(
    { ...finding, message: finding?.message.length, source: finding?.source.confidence },
    {
      line: 1,
      column: 5,
      length: 3,
      text: '5KG',
      rule: 'unit-case',
      severity: 'error',
      suggestion: '5 kg',
      message: 2,
      source: 'H',
    },
  );
  for (const rule of Object.values(rules)) {
    assert.ok(rule.title.every((sentence) => sentence.length > 0));
    assert.equal(rule.source.confirmed, false, 'no clause has been compared with the official print');
  }
});

test('a value is converted only where the result is exact and short', () => {
  assert.deepEqual(suggested('5 斤'), ['2.5 kg']);
  assert.deepEqual(suggested('三亩'), ['2000 m²']);
  assert.deepEqual(suggested('2 亩'), ['m²'], '2 × 10000/15 has no end');
  assert.deepEqual(suggested('10 lb'), ['kg (1 lb = 0.45359237 kg)']);
  assert.deepEqual(suggested('管径 1/4 英寸'), ['0.635 cm']);
  assert.deepEqual(suggested('212°F'), ['100 ℃']);
  assert.deepEqual(suggested('50ppm'), ['50×10⁻⁶']);
  assert.deepEqual(suggested('100 mmHg'), ['kPa'], 'the millimetre of mercury has no exact value');
});

test('a suggestion puts the unit at every value of a range or size', () => {
  assert.deepEqual(suggested('20~30℃'), ['20 ℃~30 ℃']);
  assert.deepEqual(suggested('80×25×50 mm'), ['80 mm×25 mm×50 mm']);
  assert.deepEqual(suggested('20~30 KG'), ['20 kg~30 kg']);
  assert.deepEqual(suggested('80±2 ℃'), ['(80±2) ℃']);
  assert.deepEqual(suggested('(20~30) ℃，20 ℃~30 ℃，80 mm×25 mm'), []);
});

test('lines end with LF, CR LF or CR; a byte order mark belongs to no column', () => {
  assert.deepEqual(
    brief('\ufeff5KG\r\n6KG\n7KG\r8KG').map((line) => line.slice(0, 7)),
    ['1:1 | 5', '2:1 | 6', '3:1 | 7', '4:1 | 8'],
  );
});

test('columns and lengths count UTF-16 code units', () => {
  const [finding] = lint('🍎🍎 5斤');
  assert.equal(finding?.column, 6);
  assert.equal('🍎🍎 5斤'.substr(5, finding?.length), '5斤');
});

test('full-width letters and digits and squared letters are read', () => {
  assert.deepEqual(suggested('净重５ＫＧ'), ['5 kg']);
  assert.deepEqual(errors('净重 5 ㎏，容积 3 ㎡').length, 0);
  assert.equal(errors('容量 50 ㏄')[0]?.rule, 'not-legal-unit');
});

test('web pages: text of tags only, with places in the source', () => {
  const html =
    '<style>p{width:5KG}</style>\n<p title="5斤">净重<b>5</b>&nbsp;KG，<code>6KG</code> 8 m<sup>2</sup> 9 N&middot;m</p><!-- 7斤 -->';
  assert.deepEqual(brief(html, 'html'), ['2:20 | 5</b>&nbsp;KG | unit-case | error | 5 kg']);
  assert.deepEqual(brief('<td>5</td><td>MM</td>', 'html'), [], 'cells are apart');
  assert.deepEqual(brief('<p>质量 &lt; 5KG</p>', 'html').length, 1);
  assert.deepEqual(brief('<p>血压</p><p>5 < 6 斤', 'html').length, 1);
});

test('Markdown: no code, no targets of links; emphasis does not part number and unit', () => {
  const source = ['# 5KG', '```', '6KG', '```', '`7KG` [表](http://x.cn/8KG) **9**KG', '', '    10KG', '', '| 11KG | 12 斤 |'].join('\n');
  assert.deepEqual(
    brief(source, 'markdown').map((line) => line.split(' | ').slice(0, 2).join(' ')),
    ['1:3 5KG', '5:30 9**KG', '9:3 11KG', '9:10 12 斤'],
  );
});

test('CSV: cells with quotes and line ends in them', () => {
  const source = '品名,"重量（KG）",备注\r\n"大米, 新",5,"说 ""5斤""\n6斤"\r\n';
  assert.deepEqual(
    brief(source, 'csv').map((line) => line.split(' | ').slice(0, 2).join(' ')),
    ['1:8 KG', '2:16 5斤', '3:1 6斤'],
  );
});

test('units are allowed in their contexts', () => {
  for (const text of [
    '血压 120/80 mmHg（16.0/10.7 kPa）',
    '55 英寸（139.7 cm）电视',
    '钻石 0.5 克拉',
    '飞机巡航高度 35 000 英尺',
    '出口合同约定每箱 40 磅',
    '《半斤八两》',
    '古代一斤为十六两',
    'KCl、HgCl2、PM2.5、R134a、M8×1.25、HB 500、KG-200',
    '每公斤 5 元，每公里 2 元',
  ]) {
    assert.deepEqual(brief(text), [], text);
  }
  assert.deepEqual(lint('血压 120/80 mmHg')[0]?.severity, 'advice');
  assert.deepEqual(lint('真空度 5 mmHg')[0]?.severity, 'error');
  assert.deepEqual(lint('球镜 -3.00 D')[0]?.severity, 'advice', 'dioptres are advice in the trade');
});

test('names of objects of JavaScript are words like others', () => {
  assert.deepEqual(brief('5 constructor, 6 toString/valueOf, 7 __proto__ hasOwnProperty'), []);
});

test('text that is no text and a format that is none are refused by name', () => {
  assert.throws(() => lint(5 as never), InvalidInput);
  assert.throws(
    () => lint('', { format: 'pdf' as never }),
    (error) => error instanceof InvalidInput && error.place === 'options.format',
  );
  assert.deepEqual(lint(''), []);
});

const pieces = [
  '5KG',
  '3斤',
  '“',
  '”',
  '"',
  '两',
  '20~30℃',
  '5×6 mm',
  '血压 120 mmHg',
  ' ',
  '\n',
  '(',
  '《',
  'per lb',
  'x',
  '1',
  '-',
  '.',
  '/',
  '🍎',
  'http://',
  '<b>',
  '&nbsp;',
  '`',
  '](',
  '|',
  ',',
];

test('whatever is written, places are in order and the text at a place is the text of the finding', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 40 }),
      fc.constantFrom<Format>('text', 'markdown', 'csv', 'html'),
      (parts, format) => {
        const text = parts.join('');
        const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
        let last = 0;
        for (const { line, column, length, text: piece } of lint(text, { format })) {
          assert.ok(line * 1e6 + column >= last);
          last = line * 1e6 + column;
          assert.equal(piece.length, length);
          const rest = lines
            .slice(line - 1)
            .join('\n')
            .slice(column - 1);
          assert.ok(rest.startsWith(piece.replace(/\r\n|\r/g, '\n')), piece);
        }
      },
    ),
    { numRuns: 300, seed: 7 },
  );
});

const hostile: readonly (readonly [piece: string, format?: Format])[] = [
  ['5 KG '],
  ['5KG'],
  ['两'],
  ['一'],
  ['1'],
  ['5-'],
  ['5~'],
  ['5×10^'],
  ['1,111'],
  [' '],
  ['a'],
  ['“5KG”'],
  ['“'],
  ['5"'],
  ['3斤2两'],
  ['元/斤'],
  ['(KG)'],
  ['per '],
  ['5 k '],
  ['5 in '],
  ['a@'],
  ['http:'],
  ['亩产'],
  ['摄氏'],
  ['砝码重量'],
  ['<a', 'html'],
  ['<', 'html'],
  ['&', 'html'],
  ['<script>', 'html'],
  ['](', 'markdown'],
  ['`', 'markdown'],
  ['``a`', 'markdown'],
  ['"', 'csv'],
  ['"5KG",', 'csv'],
];

test('the work grows with the length of the text, on one line and whatever is repeated', () => {
  for (const [piece, format = 'text'] of hostile) {
    const steps = [10_000, 80_000].map((size) => {
      const work = { steps: 0 };
      lint(piece.repeat(Math.ceil(size / piece.length)), { format }, work);
      return work.steps;
    });
    const [few = 0, many = 0] = steps;
    assert.ok(many <= 8.5 * few + 1000, `${piece}: ${few} and ${many} steps`);
    assert.ok(many <= 150 * 80_000, `${piece}: ${many} steps`);
  }
});

test('a text of 5 MB on one line is read', () => {
  const text = '今日气温 25 ℃，大米每袋 5 kg，'.repeat(270_000);
  assert.ok(text.length > 5_000_000);
  const work = { steps: 0 };
  assert.equal(lint(`${text}另购 3斤。`, {}, work).length, 1);
  assert.ok(work.steps < 5 * text.length);
});
