import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Empty } from '../../web/kit/PageStates.tsx';
import { useTexts } from '../../web/language.ts';
import { texts } from './text.ts';

/** What browsers say when a part of the program that an open page still names is no longer on the server. */
const outdated = /dynamically imported module|importing a module script|preload CSS/i;

/** A page that failed in the browser: said plainly, and nothing that was submitted is in doubt. */
export function Broken({ error }: { error: unknown }): ReactElement {
  const text = useTexts(texts);
  const isOutdated = error instanceof Error && outdated.test(error.message);
  return (
    <Empty
      title={isOutdated ? text.outdated : text.broken}
      next={text.brokenNext}
      action={<Button onClick={() => location.reload()}>{text.reload}</Button>}
    />
  );
}
