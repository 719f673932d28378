import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openDatabase } from '../test/support/database.ts';
import { printCode, printDatabase } from './generated-files.ts';

const root = join(import.meta.dirname, '..');

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

// The database first: the code needs its types, and a slice half written must not keep others from theirs.
const database = await openDatabase();
try {
  write(await printDatabase(database));
} finally {
  await database.close();
}
write(await printCode());
