/** zbarimg, a reader of bar codes that is not ours, reads printed labels back as they were signed. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { LabelClaims } from '@tongheng/seal/label/claims';
import { labelText } from '@tongheng/seal/label/label-text';
import { checkLabel, printLabel, readLabel } from '@tongheng/seal/label/label';
import { drawCode } from '../../app/measure/certificate/service/paper/code.ts';
import { runTool, unlessInstalled } from '../support/foreign-tool.ts';
import { claims, newSigner } from './label-city.ts';

const signer = newSigner();
const long: LabelClaims = { ...claims, serial: labelText('南通衡器股份有限公司第二车间2026年第000417号'), kind: '自动血压计' };

/** The path that is printed, as a grey picture with so many pixels for each module. */
function picture(svg: string, scale: number): Buffer {
  const side = Number(/width="(\d+)"/.exec(svg)?.[1]) * scale;
  const pixels = Buffer.alloc(side * side, 255);
  for (const [, x = '', y = '', run = ''] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1)
      pixels.fill(0, row * side + Number(x) * scale, row * side + (Number(x) + Number(run)) * scale);
  return Buffer.concat([Buffer.from(`P5 ${side} ${side} 255\n`), pixels]);
}

test('zbarimg reads labels of 40×30 and 50×30 mm back byte for byte', unlessInstalled('zbarimg'), async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-label-'));
  try {
    for (const stated of [claims, long])
      for (const most of [21.5, 24]) {
        const text = await printLabel(stated, signer, 'https://jl.nantong.example.cn');
        const { svg, side } = drawCode(text, { module: 0.4, most });
        const modules = Number(/width="(\d+)"/.exec(svg)?.[1]);
        assert.ok(side / modules >= 0.3, `${side / modules} mm for a module`);
        for (const scale of [3, 6]) {
          const path = join(folder, 'label.pgm');
          writeFileSync(path, picture(svg, scale));
          const { code, output } = runTool('zbarimg', ['--raw', '-q', '-Sdisable', '-Sqrcode.enable', path]);
          assert.equal(code, 0);
          assert.equal(output, `${text}\n`);
          const label = readLabel(output);
          assert.deepEqual(label.claims, stated);
          assert.equal((await checkLabel(label, [signer])).ok, true);
        }
      }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
