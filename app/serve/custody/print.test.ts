import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import type { CustodyItem, Slip } from './contract/shapes.ts';
import { labelNumber } from './rules.ts';
import { toLabelsPdf } from './service/print-label.ts';
import { toSlipPdf } from './service/print-slip.ts';

/** What a reader of the PDF would copy from it: the glyphs of each page by the table that its font carries. */
function textOf(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map([...file.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]));
  const streamOf = (id: string): string => {
    const [, data = ''] = /stream\n([\s\S]*?)\nendstream/.exec(objects.get(id) ?? '') ?? [];
    return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
  };
  const glyphs = new Map<string, Map<number, string>>();
  for (const [, name = '', font = ''] of file.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const [, table = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '') ?? [];
    if (table === '' || glyphs.has(name)) continue;
    const known = new Map<number, string>();
    for (const [, first = '', list = ''] of streamOf(table).matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi))
      [...list.matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, code = ''], index) =>
        known.set(Number.parseInt(first, 16) + index, Buffer.from(code.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')),
      );
    glyphs.set(name, known);
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body));
  return pages.map((body) => {
    const [, content = ''] = /\/Contents (\d+) 0 R/.exec(body) ?? [];
    let font: Map<number, string> | undefined;
    let text = '';
    for (const [, name, shown] of streamOf(content).matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d. ])*)\] TJ/gi)) {
      if (name !== undefined) font = glyphs.get(name);
      for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]*)>/gi))
        for (const [code] of hex.matchAll(/.{4}/g)) text += font?.get(Number.parseInt(code, 16)) ?? '';
    }
    return text;
  });
}

const slip = (more: Partial<Slip> = {}): Slip =>
  ({
    number: 'SY2026000001L',
    institute: { name: '测试甲县计量检定测试所' },
    holder: { name: '测试甲县惠民菜市场' },
    broughtBy: '李小红',
    broughtPhone: '138****0000',
    note: '急用',
    itemCount: 1,
    receivedOn: '2026-11-23',
    receivedAt: '2026-11-23T02:00:00.000Z',
    receivedBy: '陈立',
    expectedOn: '2026-12-21',
    demonstration: false,
    ...more,
  }) as Slip;
const item = (n: number): CustodyItem =>
  ({
    label: labelNumber('SY2026000001L', n),
    condition: 'worn',
    conditionNote: '秤盘有划痕',
    accessories: '适配器',
    pieces: 2,
    receivedOn: '2026-11-23',
    dueBy: '2026-12-21',
    holder: { name: '测试甲县惠民菜市场' },
    instrument: { name: '电子计价秤', model: 'ACS-15', serial: `S${String(n).padStart(4, '0')}`, code: '320685000000001D' },
  }) as CustodyItem;

test('the slip names both parties, the instruments in their condition, the day expected and the pick-up code', async () => {
  for (const size of ['A4', 'A5'] as const) {
    const { bytes } = await toSlipPdf({ slip: slip(), items: [item(1)], pickUpCode: 'AC39KZ', language: 'zh' }, size);
    const pages = textOf(bytes);
    assert.equal(pages.length, 1);
    const wanted = [
      '计量器具收样单',
      'SY2026000001L',
      '测试甲县计量检定测试所',
      '测试甲县惠民菜市场',
      '李小红',
      '2026-12-21',
      'AC39KZ',
      'S0001',
      '适配器',
    ];
    for (const words of wanted) assert.ok(pages[0]?.includes(words), `${size}: ${words} in ${pages[0]}`);
    assert.ok(!pages[0]?.includes('演示'));
  }
});

test('a long slip goes on over several pages, each with the head of the table and its number', async () => {
  const items = Array.from({ length: 80 }, (_, index) => item(index + 1));
  const { bytes } = await toSlipPdf(
    { slip: slip({ itemCount: 80, demonstration: true }), items, pickUpCode: 'AC39KZ', language: 'zh' },
    'A5',
  );
  const pages = textOf(bytes);
  assert.ok(pages.length >= 4, `${pages.length} pages`);
  for (const [index, text] of pages.entries()) {
    assert.ok(text.includes(`${index + 1} / ${pages.length}`));
    assert.ok(text.includes('演示·无效'), 'a fictional slip says so on each page');
  }
  for (const { instrument } of items) assert.equal(pages.filter((text) => text.includes(instrument.serial)).length, 1, instrument.serial);
});

test('in English the labels are English and the names stay', async () => {
  const { bytes } = await toSlipPdf({ slip: slip(), items: [item(1)], pickUpCode: 'AC39KZ', language: 'en' }, 'A4');
  const [text = ''] = textOf(bytes);
  for (const words of ['Custody slip', 'Pick-up code', 'Worn', '测试甲县惠民菜市场']) assert.ok(text.includes(words), words);
});

test('a label bears slip and number, instrument, code for life and days, and is as large as its paper', async () => {
  const { bytes } = await toLabelsPdf(
    { slip: slip(), items: [item(1), item(2)], publicUrl: 'https://example.org/', language: 'zh' },
    '40x30',
  );
  const pages = textOf(bytes);
  assert.equal(pages.length, 2);
  for (const words of ['SY2026000001L-02', '电子计价秤', 'S0002', '320685000000001D', '限 2026-12-21'])
    assert.ok(pages[1]?.includes(words), words);
});
