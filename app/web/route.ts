import type { ComponentType, LazyExoticComponent } from 'react';
import type { Text } from '../kernel/text.ts';

/** The places of the side menu, in the order in which data flows. */
export type Section = 'home' | 'register' | 'measure' | 'serve' | 'supervise' | 'build' | 'steer' | 'administration';

/** One page of the workplace; a slice exports its pages as `routes` from web/routes.tsx. */
export type DeskRoute = {
  /** Below /desk, with `:name` for a parameter: '/requests/:id'. */
  readonly path: `/${string}`;
  /** `session`: whoever is signed in; otherwise the permit that a role must hold. */
  readonly permit: 'session' | `${string}.${string}`;
  readonly title: Text;
  /** Where the page stands in the side menu; pages with parameters stand in none. */
  readonly menu?: Section;
  readonly page: LazyExoticComponent<ComponentType>;
};

/** A part that a later slice adds to the page of an earlier one, of the record with this id; the portal puts it in its place. */
export type DeskPanel = {
  readonly place: 'organization' | 'finding-figures';
  readonly permit: `${string}.${string}`;
  readonly panel: LazyExoticComponent<ComponentType<{ readonly id: string }>>;
};
