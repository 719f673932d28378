import type { ReactElement } from 'react';
import type { TimelineEvent } from '../../../register/event/contract.ts';
import { Timeline } from '../../../web/kit/Timeline.tsx';
import { useTexts } from '../../../web/language.ts';
import { happenings, texts } from './text.ts';

/** What happened to a record of this slice, newest first. */
export function History({ timeline }: { timeline: readonly TimelineEvent[] }): ReactElement | null {
  const text = useTexts(texts);
  const words: Readonly<Record<string, string>> = useTexts(happenings);
  if (timeline.length === 0) return null;
  return (
    <div className="sheet">
      <Timeline
        label={text.timeline}
        happenings={[...timeline].reverse().map((event) => ({
          at: event.at,
          title: words[event.kind.split('.')[1] ?? ''] ?? event.kind,
          by: [event.person, event.organization].filter((part) => part !== null).join(' · '),
          note: event.reason ?? undefined,
        }))}
      />
    </div>
  );
}
