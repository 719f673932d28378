import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeskRoute } from '../../web/route.ts';
import { leadsSomewhere, menuOf } from './sections.ts';

const route = (path: DeskRoute['path'], permit: DeskRoute['permit'], menu?: DeskRoute['menu']): DeskRoute => ({
  path,
  permit,
  title: [path, path],
  page: undefined as never,
  ...(menu === undefined ? {} : { menu }),
});
const routes = [
  route('/plan', 'plan.read', 'steer'),
  route('/plan/differences/:id', 'plan.read'),
  route('/people', 'people.read', 'administration'),
];

test('the menu shows the pages that a person may open, in the order in which data flows', () => {
  const both = new Set(['plan.read', 'people.read']);
  assert.deepEqual(
    menuOf([...routes].reverse(), both).map((group) => [group.section, group.routes.map((each) => each.path)]),
    [
      ['steer', ['/plan']],
      ['administration', ['/people']],
    ],
  );
  assert.deepEqual(menuOf(routes, new Set()), []);
});

test('a link leads somewhere when the page exists and the person may open it', () => {
  const permits = new Set(['plan.read']);
  assert.ok(leadsSomewhere(routes, permits, '/desk/plan?q=480#s-1'));
  assert.ok(leadsSomewhere(routes, permits, '/desk/plan/differences/sum-1?x=1'));
  assert.ok(!leadsSomewhere(routes, permits, '/desk/people'));
  assert.ok(!leadsSomewhere(routes, permits, '/desk/plan/differences'));
  assert.ok(!leadsSomewhere(routes, permits, '/desk/planet'));
});
