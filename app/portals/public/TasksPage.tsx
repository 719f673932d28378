import type { ReactElement } from 'react';
import { printList } from '../../web/figures.ts';
import { useLanguage, useTexts } from '../../web/language.ts';
import { useAnswer, type Task } from './answers.ts';
import { Reading } from './Reading.tsx';
import { texts } from './text.ts';
import { useTitle } from './title.ts';

/** The 13 main tasks and the 4 safeguards in the document's words. */
export function TasksPage(): ReactElement {
  const text = useTexts(texts);
  useTitle(text.tasksTitle);
  const language = useLanguage();
  const answer = useAnswer<{ items: Task[] }>('/api/public/plan/tasks');
  return (
    <>
      <h1>{text.tasksTitle}</h1>
      <p className="soft">{text.tasksLead}</p>
      <Reading answer={answer}>
        {({ items }) => (
          <ol className="tasks">
            {items.map((task) => (
              <li key={task.id} className="sheet" id={task.id}>
                <span className="soft">{`${task.id.startsWith('S') ? text.safeguard : text.task} ${task.id.slice(1)}`}</span>
                <h2 lang="zh-CN">{task.title}</h2>
                <p lang="zh-CN">{task.text}</p>
                <p className="soft">
                  {text.bodies}
                  {language === 'zh' ? '：' : ': '}
                  {task.bodies.length === 0 ? text.noBodies : <span lang="zh-CN">{printList(task.bodies, 'zh')}</span>}
                </p>
              </li>
            ))}
          </ol>
        )}
      </Reading>
    </>
  );
}
