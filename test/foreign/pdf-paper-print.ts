/** Prints a record of the vectors and says the digest of its paper: what a second process must say as well. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readRecord } from '@tongheng/seal/record';
import { printPaper } from '../../app/measure/certificate/service/paper/print.ts';

export const dcc = new TextEncoder().encode('<dcc>一份签名的数字证书</dcc>');
export const labelText = `HTTPS://EXAMPLE.CN/Q/${'0123456789'.repeat(38)}`;

export const readVector = (name: string) =>
  readRecord(readFileSync(new URL(`../../packages/seal/vectors/records/${name}.json`, import.meta.url), 'utf8'));

const [, self, name] = process.argv;
if (self === import.meta.filename && name !== undefined) {
  const paper = await printPaper(readVector(name), { dcc, labelText, checkCode: 'A7KX9PMW', watermark: false, form: 'whole' });
  process.stdout.write(createHash('sha256').update(paper).digest('hex'));
}
