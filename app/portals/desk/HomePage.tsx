import { lazy, Suspense, type ReactElement } from 'react';
import { Empty, Loading } from '../../web/kit/PageStates.tsx';
import { PageHead } from '../../web/kit/PageHead.tsx';
import { useTexts } from '../../web/language.ts';
import { useCaller } from '../../web/session.ts';
import { RoleHome } from './home/RoleHome.tsx';
import { texts } from './text.ts';
import './home/home.css';

const Cockpit = lazy(() => import('./cockpit/Cockpit.tsx').then((module) => ({ default: module.Cockpit })));

/** Who steers the plan begins with its figures; everybody else with their own work. */
const steering: readonly string[] = ['plan-office', 'city-regulator', 'county-regulator'];

/** The first page after signing in: what waits for this person, and what their roles let them open. */
export function HomePage(): ReactElement {
  const text = useTexts(texts);
  const { person, organization, roles } = useCaller();
  if (roles.some((role) => steering.includes(role))) {
    return (
      <Suspense fallback={<Loading rows={12} />}>
        <Cockpit />
      </Suspense>
    );
  }
  return (
    <>
      <PageHead title={text.home} lead={`${organization.name} · ${person.name} · ${text.homeLead}`} />
      {roles.length === 0 ? <Empty title={text.homeEmpty} next={text.homeEmptyNext} /> : <RoleHome />}
    </>
  );
}
