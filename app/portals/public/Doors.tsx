import type { ReactElement } from 'react';
import { useTexts } from '../../web/language.ts';
import { LookUpForm } from './LookUpForm.tsx';
import { texts } from './text.ts';
import { useTitle } from './title.ts';

/** The same three doors as index.html holds in Chinese for the time before this program has loaded. */
export function Doors(): ReactElement {
  const text = useTexts(texts);
  useTitle(text.services);
  return (
    <>
      <h1>{text.services}</h1>
      <p className="soft">{text.servicesLead}</p>
      <div className="doors">
        <section className="door">
          <h2>{text.checkTitle}</h2>
          <p>{text.checkLead}</p>
          <LookUpForm name="door" />
          <form action="/Q" method="get">
            <button type="submit" className="second">
              {text.labelShow}
            </button>
          </form>
          <form action="/i" method="get">
            <button type="submit" className="second">
              {text.scanShow}
            </button>
          </form>
        </section>
        <section className="door">
          <h2>{text.whereTitle}</h2>
          <p>{text.whereLead}</p>
          <form action="/plan/capability" method="get">
            <label htmlFor="door-list">{text.list}</label>
            <select id="door-list" name="list">
              <option value="basic">{text.basic}</option>
              <option value="enhanced">{text.enhanced}</option>
            </select>
            <button type="submit">{text.show}</button>
          </form>
        </section>
        <section className="door">
          <h2>{text.toolsTitle}</h2>
          <p>{text.toolsLead}</p>
          <form action="/tools" method="get">
            <button type="submit">{text.showTools}</button>
          </form>
        </section>
      </div>
      <section className="sheet beside-doors">
        <h2>{text.planTitle}</h2>
        <p className="soft">{text.planLead}</p>
        <form action="/plan" method="get">
          <button type="submit">{text.showIndicators}</button>
        </form>
        <form action="/plan/tasks" method="get">
          <button type="submit" className="second">
            {text.showTasks}
          </button>
        </form>
      </section>
    </>
  );
}
