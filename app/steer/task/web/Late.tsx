import type { ReactElement } from 'react';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import type { TaskItem } from '../contract/shapes.ts';
import { timings } from './states.ts';
import { texts } from './text.ts';
import './task.css';

/** Where an item stands against its due day; a late one says how many days and, in the body's words, why. */
export function Late({ item }: { item: TaskItem }): ReactElement {
  const text = useTexts(texts);
  const why = item.lastReport === null ? text.notReported : (item.lastReport.obstacle ?? text.noObstacle);
  return (
    <div className="late">
      <StatusTag states={timings} state={item.timing} />
      {item.daysLate === 0 ? null : <span className="soft">{fill(text.late, { n: item.daysLate })}</span>}
      {item.timing === 'late' ? <span className="why">{why}</span> : null}
      {item.extensionAsked ? <span className="soft">{text.extensionAsked}</span> : null}
    </div>
  );
}

/** The due day, and the first one where it was moved. */
export function Due({ item }: { item: TaskItem }): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      {item.dueOn}
      {item.firstDueOn === item.dueOn ? null : <div className="soft">{`${text.firstDue} ${item.firstDueOn}`}</div>}
    </>
  );
}
