import { AsyncResource } from 'node:async_hooks';
import { join } from 'node:path';
import { describe } from 'node:test';

/*
 * The files of a run in one process, so that the program is loaded once. Each is a suite: what it opens before its tests is closed after them. As
 * bare files of one process they would all open their databases and browsers at once, before the first test.
 */
const root = join(import.meta.dirname, '..');
let loaded: Promise<unknown> = Promise.resolve();
for (const file of JSON.parse(process.env['TONGHENG_TEST_FILES'] ?? '[]') as string[])
  void describe(file, async () => {
    // node:test finds the suite of a test by the asynchronous call that it comes from: here the loading of its file, one at a time.
    const place = new AsyncResource('test file');
    const own = loaded.then(() => place.runInAsyncScope(() => import(join(root, file))));
    loaded = own.catch(() => undefined);
    await own;
  });
