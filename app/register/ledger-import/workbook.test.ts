import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import type { Cell } from './rules/field.ts';
import { ledgerFields } from './rules/ledger-fields.ts';
import { limits } from './rules/limits.ts';
import { openTable } from './service/workbook/table.ts';
import { Unreadable } from './service/workbook/unreadable.ts';

type Part = { name: string; content: Buffer; declared?: number };

/** A zip by hand, so that its directory may lie. */
function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declared } of parts) {
    const packed = deflateRawSync(content, { level: 9 });
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declared ?? content.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, title, packed);
    directory.push(entry, title);
    offset += 30 + title.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const raw = (sheet: string, more: { strings?: string; styles?: string; book?: string; declared?: number } = {}): Buffer =>
  zip([
    { name: '_rels/.rels', content: Buffer.from(`<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`) },
    {
      name: 'xl/workbook.xml',
      content: Buffer.from(more.book ?? '<workbook><sheets><sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>'),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: Buffer.from(
        `<Relationships>${relation('r1', 'worksheet', '/xl/worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}${relation('r3', 'styles', 'styles.xml')}</Relationships>`,
      ),
    },
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(sheet), ...(more.declared === undefined ? {} : { declared: more.declared }) },
    { name: 'xl/sharedStrings.xml', content: Buffer.from(more.strings ?? '<sst/>') },
    { name: 'xl/styles.xml', content: Buffer.from(more.styles ?? '<styleSheet/>') },
  ]);

const inline = (texts: readonly string[]): string => texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
const heading = `<row>${inline(['器具名称', '型号规格', '出厂编号', '生产厂家', '安装地点', '上次检定日期'])}</row>`;
const sheetOf = (rows: string, after = ''): string =>
  `<?xml version="1.0"?><worksheet><sheetData>${heading}${rows}</sheetData>${after}</worksheet>`;

type Read = { number: number; cells: Readonly<Record<string, Cell>> };
async function read(content: Uint8Array, with_ = limits): Promise<{ rows: Read[]; notices: string[] }> {
  const table = await openTable(content, ledgerFields, with_);
  const rows: Read[] = [];
  for await (const row of table.rows) rows.push(row);
  return { rows, notices: table.notices.map(([zh]) => zh) };
}
const refusal = async (content: Uint8Array, with_ = limits): Promise<string> =>
  read(content, with_).then(
    () => assert.fail('it was read'),
    (error: unknown) => {
      if (!(error instanceof Unreadable)) throw error;
      return error.text[0];
    },
  );

test('rich, shared and inline texts, entities, formulas, errors, booleans, dates and merged cells are read as they stand', async () => {
  const strings =
    '<sst><si><t>水表</t></si><si><r><t>LXS</t></r><r><t xml:space="preserve">-20 &amp; &#20013;</t></r><rPh><t>ピョウ</t></rPh></si></sst>';
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[Red]0.00&quot;d&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';
  const rows = `<row r="3" hidden="1"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="C3"><v>1.0E+15</v></c><c r="D3" t="str"><f>A1</f><v>甲厂</v></c><c r="E3" t="e"><v>#REF!</v></c><c r="F3" s="1"><v>46352</v></c></row>
    <row r="5"><c r="B5" s="2"><v>46352</v></c><c r="C5"><f>1+1</f></c></row>`;
  const book = raw(sheetOf(rows, '<mergeCells count="1"><mergeCell ref="A3:A5"/></mergeCells>'), { strings, styles });
  const { rows: found, notices } = await read(book);
  assert.deepEqual(
    found.map(({ number }) => number),
    [3, 5],
  );
  const [first, second] = found;
  assert.deepEqual(first?.cells, {
    name: { text: '水表', as: 'text' },
    model: { text: 'LXS-20 & 中', as: 'text' },
    serial: { text: '1.0E+15', as: 'number' },
    maker: { text: '甲厂', as: 'text' },
    place: { text: '#REF!', as: 'fault' },
    verifiedOn: { text: '2026-11-26', as: 'day' },
  });
  assert.deepEqual(second?.cells['name'], { text: '水表', as: 'text', mergedFrom: 'A3' });
  assert.deepEqual(second?.cells['model'], { text: '46352', as: 'number' });
  assert.equal(second?.cells['serial']?.as, 'fault');
  assert.ok(notices.some((notice) => notice.includes('1 行在表中被隐藏')));
});

test('names with a prefix and dates counted from 1904 are read', async () => {
  const sheet = `<x:worksheet xmlns:x="x"><x:sheetData>${heading.replaceAll(/<(\/?)(row|c|is|t)\b/g, '<$1x:$2')}<x:row><x:c t="inlineStr"><x:is><x:t>水表</x:t></x:is></x:c><x:c/><x:c/><x:c/><x:c/><x:c s="0"><x:v>44890</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const { rows } = await read(
    raw(sheet, {
      styles: '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
      book: '<workbook><workbookPr date1904="1"/><sheets><sheet name="台账" r:id="r1"/></sheets></workbook>',
    }),
  );
  assert.equal(rows[0]?.cells['verifiedOn']?.text, '2026-11-26');
});

test('no Chinese letter breaks where a piece of a large workbook ends', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('台账');
  sheet.addRow(['器具名称', '型号规格', '出厂编号', '生产厂家', '安装地点']);
  for (let n = 0; n < 8_000; n++)
    sheet.addRow(['电子计价秤', `型号${n}`, String(n).padStart(6, '0'), `衡器制造有限公司第${n}分厂`, `菜市场${n}号摊位`]);
  const { rows } = await read(new Uint8Array(await book.xlsx.writeBuffer()));
  assert.equal(rows.length, 8_000);
  for (const [n, { cells }] of rows.entries())
    assert.deepEqual([cells['maker']?.text, cells['place']?.text], [`衡器制造有限公司第${n}分厂`, `菜市场${n}号摊位`]);
});

test('the heading is looked for in the first ten rows and on every sheet; empty rows in the middle are passed over', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('封面').addRow(['某单位计量器具台账']);
  const sheet = book.addWorksheet('明细');
  sheet.addRow(['计量器具台账']);
  sheet.mergeCells('A1:F1');
  sheet.addRow([]);
  sheet.addRow(['序号', '计量器具名称', '规格型号', '器具编号', '制造单位', '使用地点', '颜色']);
  sheet.addRow([1, '水表', 'LXS', '1', '甲', '门厅', '红']);
  sheet.addRow([]);
  sheet.addRow([2]);
  sheet.addRow([3, '水表', 'LXS', '2', '甲', '门厅']);
  const { rows, notices } = await read(new Uint8Array(await book.xlsx.writeBuffer()));
  assert.deepEqual(
    rows.map(({ number }) => number),
    [4, 7],
  );
  assert.ok(notices.some((notice) => notice.includes('未识别的列不导入：颜色')));
  assert.ok(notices.some((notice) => notice.includes('明细')));
});

test('columns that are missing are named, and a file without any heading says what is needed', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('台账').addRow(['器具名称', '型号规格', '出厂编号']);
  assert.match(await refusal(new Uint8Array(await book.xlsx.writeBuffer())), /缺少必需的列：生产厂家、安装地点/);
  assert.match(await refusal(Buffer.from('甲,乙\n1,2\n')), /没有找到表头/);
});

test('what is no workbook is told by its bytes, whatever its name', async () => {
  assert.match(await refusal(Buffer.from('%PDF-1.4\n%aaaa\n1 0 obj')), /PDF/);
  assert.match(await refusal(Buffer.from('<html><table><tr><td>1</td></tr></table></html>')), /网页/);
  assert.match(await refusal(Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')), /另存为 .xlsx/);
  assert.match(await refusal(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)])), /旧格式/);
  assert.match(
    await refusal(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(900), Buffer.from('EncryptedPackage', 'utf16le')])),
    /密码/,
  );
  assert.match(await refusal(zip([{ name: 'a.txt', content: Buffer.from('a') }])), /没有工作簿/);
  assert.match(await refusal(Buffer.alloc(0)), /空的/);
  const whole = raw(sheetOf(''));
  assert.match(await refusal(whole.subarray(0, whole.length - 40)), /损坏/);
  const broken = Buffer.from(whole);
  broken.fill(0x55, 60, 90);
  assert.match(await refusal(broken), /损坏/);
});

test('a workbook that would burst is refused before it is unpacked, or where it grows beyond what it declared', async () => {
  const bomb = Buffer.alloc(30_000_000, 0x20);
  assert.match(await refusal(raw(`${sheetOf('')}${bomb.toString('latin1')}`)), /过大/);
  assert.match(await refusal(raw(`${sheetOf('')}${bomb.toString('latin1')}`, { declared: 1_000 })), /过大/);
  const many = '<si><t>' + '字'.repeat(1_000) + '</t></si>';
  const strings = `<sst>${Array.from({ length: 60 }, (_, n) => many.replace('字', String(n))).join('')}</sst>`;
  assert.match(await refusal(raw(sheetOf(''), { strings }), { ...limits, sharedCharacters: 20_000 }), /文字过多/);
  assert.match(await refusal(raw(`<!DOCTYPE a [<!ENTITY b "c">]>${sheetOf('')}`)), /损坏/);
  assert.match(await refusal(raw(sheetOf('')), { ...limits, bytes: 500 }), /过大/);
});

test('more rows or columns than allowed are refused before any is kept; empty formatted rows are no rows', async () => {
  const row = `<row>${inline(['水表', 'LXS', '1', '甲', '门厅'])}</row>`;
  assert.match(await refusal(raw(sheetOf(row.repeat(40))), { ...limits, rows: 20 }), /超过 20 行/);
  assert.equal((await read(raw(sheetOf(row.repeat(10) + '<row s="1"/>'.repeat(2_000))), { ...limits, rows: 20 })).rows.length, 10);
  assert.match(await refusal(raw(sheetOf(`<row>${inline(Array.from({ length: 70 }, () => '1'))}</row>`))), /超过 60 列/);
  assert.match(
    await refusal(Buffer.from(`器具名称,型号,编号,生产厂家,安装地点\n${'a,b,c,d,e\n'.repeat(40)}`), { ...limits, rows: 20 }),
    /超过 20 行/,
  );
});

const lines = [
  '器具名称,型号规格,出厂编号,生产厂家,安装地点',
  '电子计价秤,"ACS-30, 甲",00123,"甲""乙""厂",一楼',
  '',
  '水表,LXS,2,丙厂,二楼',
];
test('a text is read in UTF-8 with and without mark, in GBK and in UTF-16, with the separator that its heading shows', async () => {
  const whole = lines.join('\r\n');
  for (const encoding of ['utf-8', 'gb18030', 'utf16-le'] as const) {
    for (const addBOM of encoding === 'gb18030' ? [false] : encoding === 'utf-8' ? [true, false] : [true]) {
      const { rows } = await read(iconv.encode(whole, encoding, { addBOM }));
      assert.deepEqual(
        rows.map(({ number, cells }) => [number, cells['name']?.text, cells['model']?.text, cells['serial']?.text, cells['maker']?.text]),
        [
          [2, '电子计价秤', 'ACS-30, 甲', '00123', '甲"乙"厂'],
          [4, '水表', 'LXS', '2', '丙厂'],
        ],
        encoding,
      );
    }
  }
  for (const sign of ['\t', ';', '，', '|']) {
    const { rows, notices } = await read(
      Buffer.from(['器具名称,型号规格,出厂编号,生产厂家,安装地点', '水表,LXS,2,丙厂,二楼'].join('\n').replaceAll(',', sign)),
    );
    assert.deepEqual([rows.length, rows[0]?.cells['place']?.text], [1, '二楼'], sign);
    assert.match(notices[0] ?? '', /分隔符/);
  }
});

test('a text that is none, or whose quote is never closed, is refused with the place', async () => {
  assert.match(await refusal(Buffer.from([0x61, 0, 0x62, 0x2c, 0x0a, 0x63])), /不是 UTF-8 或 GBK/);
  const open = `${lines[0]}\n水表,LXS,"2,丙厂,二楼\n${'水表,LXS,2,丙厂,二楼\n'.repeat(20_000)}`;
  assert.match(await refusal(Buffer.from(open)), /引号不成对/);
});
