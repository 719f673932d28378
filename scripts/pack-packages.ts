import { join, relative } from 'node:path';
import { writePackages } from './package-files.ts';

const root = join(import.meta.dirname, '..');
for (const folder of writePackages(join(root, 'dist/packages'))) console.log(relative(process.cwd(), folder));
