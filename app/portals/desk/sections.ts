import type { Text } from '../../kernel/text.ts';
import type { DeskRoute, Section } from '../../web/route.ts';

/** The side menu in the order in which data flows; each place shows only pages that the caller may open. */
export const sections: readonly { readonly section: Section; readonly title: Text }[] = [
  { section: 'home', title: ['总览', 'Overview'] },
  { section: 'steer', title: ['规划', 'Steering'] },
  { section: 'build', title: ['共建', 'Building'] },
  { section: 'measure', title: ['量值', 'Measuring'] },
  { section: 'register', title: ['登记', 'Registers'] },
  { section: 'serve', title: ['服务', 'Services'] },
  { section: 'supervise', title: ['监管', 'Supervision'] },
  { section: 'administration', title: ['系统', 'Administration'] },
];

export const mayOpen = (route: DeskRoute, permits: ReadonlySet<string>): boolean => route.permit === 'session' || permits.has(route.permit);

/** What stands in the menu of somebody with these permits. */
export const menuOf = (
  routes: readonly DeskRoute[],
  permits: ReadonlySet<string>,
): { section: Section; title: Text; routes: DeskRoute[] }[] =>
  sections
    .map(({ section, title }) => ({ section, title, routes: routes.filter((route) => route.menu === section && mayOpen(route, permits)) }))
    .filter((group) => group.routes.length > 0);

/** Whether an address of the workplace is a page that somebody with these permits may open. */
export function leadsSomewhere(routes: readonly DeskRoute[], permits: ReadonlySet<string>, href: string): boolean {
  const path = href.replace(/^\/desk/, '').replace(/[?#].*$/, '');
  const found = routes.filter((route) => new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`).test(path));
  // As the router does: '/instruments/registration' is that page and no record of '/instruments/:id'.
  const route = found.find((one) => one.path === path) ?? found[0];
  return route !== undefined && mayOpen(route, permits);
}
