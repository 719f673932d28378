import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Day } from '../../kernel/day.ts';
import { useSearchState } from '../address.ts';
import { useTexts } from '../language.ts';
import { DayField } from './DayField.tsx';
import { texts } from './text.ts';

/** The day of the figures and the day of the knowledge, from the page's address; undefined is today. */
export function useAsOf(): { asOf?: Day; knownOn?: Day } {
  const [search] = useSearchState();
  const day = (name: string): Day | undefined => {
    const value = search[name];
    return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
  };
  const [asOf, knownOn] = [day('asOf'), day('knownOn')];
  return { ...(asOf === undefined ? {} : { asOf }), ...(knownOn === undefined ? {} : { knownOn }) };
}

/** Any page of figures can be asked as of a past day, and as it was known on a past day. */
export function AsOfBar(): ReactElement {
  const text = useTexts(texts);
  const [, setSearch] = useSearchState();
  const { asOf, knownOn } = useAsOf();
  return (
    <div className="as-of-bar no-print">
      <label htmlFor="as-of">{text.asOfHint}</label>
      <DayField id="as-of" value={asOf} placeholder={text.today} onChange={(day) => setSearch({ asOf: day })} />
      <label htmlFor="known-on">{text.knownOnHint}</label>
      <DayField id="known-on" value={knownOn} placeholder={text.today} onChange={(day) => setSearch({ knownOn: day })} />
      {asOf === undefined && knownOn === undefined ? null : (
        <Button type="link" onClick={() => setSearch({ asOf: undefined, knownOn: undefined })}>
          {text.today}
        </Button>
      )}
    </div>
  );
}
