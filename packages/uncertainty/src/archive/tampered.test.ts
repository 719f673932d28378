import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { add } from '../uncertain/arithmetic.ts';
import { elementary } from '../uncertain/elementary.ts';
import { Ledger } from '../uncertain/ledger.ts';
import { result } from '../uncertain/result.ts';
import { open } from './open.ts';
import { save } from './save.ts';

const text = readFileSync(join(import.meta.dirname, '../../archives/tongheng-uncertain-1.archive'), 'utf8');

const refused = (archive: unknown, place: string, message: RegExp, session?: Ledger): void => {
  assert.throws(
    () => open(archive as string, session),
    (error: unknown) => {
      assert.ok(error instanceof InvalidInput, String(error));
      assert.equal(error.place, place);
      assert.match(error.message, message);
      assert.match(error.text[0], /\p{Script=Han}/u);
      return true;
    },
  );
};
// A file that anybody may have written has any shape.
// oxlint-disable-next-line typescript/no-explicit-any
type Any = any;
const changed = (change: (file: Any) => void): string => {
  const file = JSON.parse(text) as unknown;
  change(file);
  return JSON.stringify(file);
};

test('an archive of a later version, or of something else, is refused by its format', () => {
  refused(
    changed((file) => (file.format = 'tongheng-uncertain/2')),
    'format',
    /version 2; this program knows 1/,
  );
  refused(
    changed((file) => (file.format = 'tongheng-uncertain/01')),
    'format',
    /no archive of quantities/,
  );
  refused(
    changed((file) => (file.format = 1)),
    'format',
    /no archive/,
  );
  refused('{}', 'format', /no archive/);
  refused('[]', '', /an object is expected/);
  refused('null', '', /an object is expected/);
  refused(42, '', /an archive is a text/);
  assert.equal(open(`\uFEFF${text}`).size, 8);
});

test('a text that was cut short, nested without end or is too long is refused at once', () => {
  for (const part of [0, 1, 0.3, 0.9, 0.999]) refused(text.slice(0, Math.floor(part * (text.length - 3))), '', /cut short or changed/);
  refused('['.repeat(1_000_000), '', /cut short or changed/);
  refused('x'.repeat(10 * 1024 * 1024), '', /10485760 characters, at most 10000000/);
  refused(
    changed((file) => (file.influences[0].value = JSON.parse('['.repeat(2000) + ']'.repeat(2000)))),
    'influences[0].value',
    /finite number/,
  );
});

test('wrong types, fields that are missing or unknown, and numbers that are none are refused by place', () => {
  const cases: readonly (readonly [place: string, change: (file: Any) => void, message: RegExp])[] = [
    ['influences', (file) => delete file.influences, /missing/],
    ['influences', (file) => (file.influences = {}), /list/],
    ['influences[1]', (file) => (file.influences[1] = null), /object/],
    ['influences[1].u', (file) => (file.influences[1].u = '0.1'), /finite number/],
    ['influences[1].u', (file) => (file.influences[1].u = -1), /not negative/],
    ['influences[1].value', (file) => (file.influences[1].value = null), /finite number/],
    ['influences[1].dof', (file) => (file.influences[1].dof = 0), /greater than 0/],
    ['influences[1].dof', (file) => delete file.influences[1].dof, /missing/],
    ['influences[1].id', (file) => (file.influences[1].id = ' x'), /identifier/],
    ['influences[1].id', (file) => (file.influences[1].id = file.influences[0].id), /stands twice/],
    ['influences[1].label', (file) => (file.influences[1].label = 1), /text/],
    ['influences[1].colour', (file) => (file.influences[1].colour = 1), /no such field/],
    ['groups[0].kind', (file) => (file.groups[0].kind = 'other'), /either "given", or "simultaneous"/],
    ['groups[0].kind', (file) => (file.groups[0].readings = 5), /either/],
    ['groups[2].kind', (file) => (file.groups[2].readings = 1), /2 or more/],
    ['groups[0].members', (file) => (file.groups[0].members = ['smallest']), /2 to 500/],
    ['groups[0].members[1]', (file) => (file.groups[0].members[1] = 'nowhere'), /no "nowhere"/],
    ['groups[1].members[0]', (file) => (file.groups[1].members[0] = file.groups[0].members[0]), /stands twice/],
    ['groups[0].correlation', (file) => (file.groups[0].correlation = []), /1 rows are expected/],
    ['groups[1].correlation[1]', (file) => (file.groups[1].correlation[1] = [0]), /2 coefficients/],
    ['groups[0].correlation[0][0]', (file) => (file.groups[0].correlation[0][0] = null), /finite/],
    ['groups[0].correlation', (file) => (file.groups[0].correlation[0][0] = 1.01), /between -1 and 1/],
    ['groups[1].correlation', (file) => (file.groups[1].correlation = [[0.9], [0.9, -0.9]]), /positive semi-definite/],
    ['results[0].value', (file) => (file.results[0].value = '1'), /finite/],
    [
      'results[0].influences[0]',
      (file) => (file.results[0].influences[0] = ['certificate 2026-0117/length']),
      /an identifier and a derivative/,
    ],
    ['results[0].influences[0][1]', (file) => (file.results[0].influences[0][1] = 'NaN'), /finite/],
    ['results[0].influences[0]', (file) => (file.results[0].influences[0][0] = 'nowhere'), /no "nowhere"/],
    ['results[0].influences[1][0]', (file) => (file.results[0].influences[1][0] = file.results[0].influences[0][0]), /stands twice/],
    ['results[6].results[0]', (file) => (file.results[6].results[0][0] = 'nowhere'), /no "nowhere"/],
    ['results[6].results[0]', (file) => (file.results[6].results[0][0] = 'job 17/difference'), /depends on itself/],
    ['results[4].id', (file) => (file.results[4].id = 'smallest'), /"smallest" is the identifier of an influence already/],
    ['saved[0]', (file) => (file.saved[0] = 'nowhere'), /no "nowhere"/],
    ['saved', (file) => (file.saved = []), /holds no result/],
  ];
  for (const [place, change, message] of cases) {
    refused(changed(change), place, message);
  }
  refused(text.replace('"dof":18', '"dof":1e999'), 'influences[2].dof', /finite/);
  refused(text.replace('"value":50.00062', '"value":NaN'), '', /cut short or changed/);
});

test('a result that depends on itself through another one is refused', () => {
  const circular = changed((file) => {
    file.results[1].results = [['job 17/difference', 1]];
  });
  refused(circular, 'results[6].results[1]', /"certificate 2026-0201\/length" depends on itself/);
});

test('names of JavaScript objects are ordinary identifiers, and no way into the program', () => {
  refused(text.replace('"format"', '"__proto__":{"format":"tongheng-uncertain/1"},"format"'), '__proto__', /no such field/);
  refused(text.replace('"u":0.0002,', '"u":0.0002,"__proto__":{},'), 'influences[0].__proto__', /no such field/);
  const strange = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((id) =>
    result(elementary({ id, value: 1, u: 1 }), { id: `${id}/result` }),
  );
  const opened = open(save([...strange, result(add(strange[0]!, strange[1]!), { id: 'valueOf' })]));
  assert.equal(opened.get('__proto__/result')!.u, 1);
  assert.equal(opened.get('valueOf')!.u, Math.SQRT2);
  assert.equal(({} as Record<string, unknown>)['format'], undefined);
});

test('archives that contradict each other are not opened in one session, and the session stays as it was', () => {
  const gauge = (id: string, u: number): string =>
    save([result(add(elementary({ id: 'standard', value: 1, u }), elementary({ id: `${id}/comparison`, value: 0, u: 1 })), { id })]);
  const session = new Ledger();
  open(gauge('a', 0.1), session);
  refused(gauge('b', 0.2), 'influences.standard.u', /contradict each other.*0\.1 ≠ 0\.2/, session);
  assert.deepEqual(
    session.results.map(({ id }) => id),
    ['a'],
  );
  assert.equal(open(gauge('b', 0.1), session).size, 1);
  open(text, session);
  refused(
    changed((file) => (file.groups[0].correlation[0][0] = 0.2)),
    'influences.VNA 7/Γ/im.correlation',
    /0\.1 ≠ 0\.2/,
    session,
  );
  refused(
    changed((file) => file.groups.shift()),
    'influences.VNA 7/Γ/im.correlation',
    /contradict/,
    session,
  );
  refused(
    changed((file) => (file.results[0].value = 51)),
    'results.certificate 2026-0200/length.value',
    /contradict/,
    session,
  );
});

test('whatever is changed in an archive, it opens to finite numbers or is refused by name', () => {
  fc.assert(
    fc.property(
      fc.nat(text.length - 1),
      fc.nat(40),
      fc.oneof(fc.constantFrom('', '0', '-', '9', '"', ',', '[]', '{}', 'null', '1e308', '\\u0000', 'true'), fc.string({ maxLength: 4 })),
      (at, length, insert) => {
        const archive = text.slice(0, at) + insert + text.slice(at + length);
        try {
          for (const { value, u, dof } of open(archive).values()) assert.ok(Number.isFinite(value) && u >= 0 && u < Infinity && dof > 0);
        } catch (error) {
          assert.ok(error instanceof InvalidInput, String(error));
        }
      },
    ),
    { numRuns: 400 },
  );
});
