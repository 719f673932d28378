import type { DeskRoute } from '../../web/route.ts';

/** Every slice's pages; a slice is found by its web/routes.ts(x), its pages load when they are opened. */
const found = import.meta.glob<{ routes: readonly DeskRoute[] }>('../../*/*/web/routes.{ts,tsx}', { eager: true });

export const slicePages: readonly DeskRoute[] = Object.values(found).flatMap((slice) => slice.routes);
