import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { call } from '../../../web/client.ts';
import { EventTimeline } from '../../../web/kit/Timeline.tsx';
import { useTexts } from '../../../web/language.ts';
import { instrumentEndpoints } from '../contract.ts';
import type { Details } from './InstrumentPage.tsx';
import { texts } from './text.ts';

type Earlier = { readonly items: Details['timeline']; readonly earlier: number | null };

/** What happened to an instrument, in one line from its registration: the newest first, the rest page by page. */
export function History({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const [pages, setPages] = useState<readonly Earlier[]>([]);
  const [pending, setPending] = useState(false);
  const before = pages.length === 0 ? details.earlier : (pages[pages.length - 1]?.earlier ?? null);
  const more = async (): Promise<void> => {
    if (before === null) return;
    setPending(true);
    try {
      const page = await call(instrumentEndpoints.readInstrumentTimeline, { params: { id: details.id }, query: { before } });
      setPages([...pages, page]);
    } finally {
      setPending(false);
    }
  };
  const events = [...[...pages].reverse().flatMap(({ items }) => items), ...details.timeline];
  return (
    <div className="sheet">
      <EventTimeline label={text.history} events={events} />
      {before === null ? null : (
        <Button className="further" loading={pending} onClick={() => void more()}>
          {text.earlier}
        </Button>
      )}
    </div>
  );
}
