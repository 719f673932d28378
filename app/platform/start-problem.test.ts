import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { StartProblem, startProblems, toStartProblem } from './start-problem.ts';
import type { StartProblemCode } from './start-problem.ts';

test('every start problem says on one line, in both languages, why and what to do', () => {
  for (const code of Object.keys(startProblems) as StartProblemCode[]) {
    const { text, next } = startProblems[code];
    const names = [...text.join(' ').matchAll(/\{(\w+)\}/g), ...next.join(' ').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const facts = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
    const problem = new StartProblem(code, facts);
    for (const language of ['zh', 'en'] as const) {
      const line = problem.line(language);
      assert.doesNotMatch(line, /[{}\n]/, line);
      for (const name of names) assert.ok(line.includes(`<${name}>`), `${code} ${language} leaves out ${name}`);
    }
    assert.match(problem.line('zh'), /[\u4e00-\u9fff].*。/);
  }
});

test('a port in use is named', async () => {
  const first = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => first.once('listening', done));
  const { port } = first.address() as AddressInfo;
  const error = await new Promise((done) => createServer().once('error', done).listen(port, '127.0.0.1'));
  first.close();
  assert.equal(toStartProblem(error, { port })?.line('en').startsWith(`Port ${port} is taken`), true);
});

test('a full disk is a full disk, whoever finds it', () => {
  for (const code of ['ENOSPC', 'EDQUOT', '53100']) {
    assert.equal(toStartProblem(Object.assign(new Error('x'), { code }), { folder: '/data' })?.code, 'diskFull');
  }
});

test('a mistake of the program is no start problem', () => {
  assert.equal(toStartProblem(new TypeError('x is not a function')), undefined);
  assert.equal(toStartProblem(undefined), undefined);
});
