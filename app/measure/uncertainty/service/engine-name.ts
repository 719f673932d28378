import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(dirname(fileURLToPath(import.meta.resolve('@tongheng/uncertainty/evaluate'))));
let known: string | undefined;

/**
 * What computes here: the package, its version and the beginning of a digest of its sources, so that a record tells two engines apart even
 * where the version was not raised.
 *
 * @example engineName() // '@tongheng/uncertainty 0.1.0 (3f1c07a2b95e)'
 */
export function engineName(): string {
  if (known !== undefined) return known;
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string };
  const digest = createHash('sha256');
  for (const part of ['src', 'generated']) {
    const files = readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts')).sort())
      digest.update(file.replace(/\\/g, '/')).update(readFileSync(join(folder, part, file)));
  }
  known = `${name} ${version} (${digest.digest('hex').slice(0, 12)})`;
  return known;
}
