import { join, relative, resolve } from 'node:path';
import { writePackages } from './package-files.ts';

const root = join(import.meta.dirname, '..');
const [target = join(root, 'dist/packages')] = process.argv.slice(2);
for (const folder of writePackages(resolve(target))) console.log(relative(process.cwd(), folder));
