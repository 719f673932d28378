import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Empty, Loading } from '../../web/kit/PageStates.tsx';
import { useTexts } from '../../web/language.ts';
import { isUnfetched, useLoadAgain } from '../../web/load-again.ts';
import { texts } from './text.ts';

/** A page that failed in the browser: said plainly, and nothing that was submitted is in doubt. */
export function Broken({ error }: { error: unknown }): ReactElement {
  const text = useTexts(texts);
  const isShown = useLoadAgain(error);
  if (!isShown) return <Loading />;
  return (
    <Empty
      title={isUnfetched(error) ? text.outdated : text.broken}
      next={text.brokenNext}
      action={<Button onClick={() => location.reload()}>{text.reload}</Button>}
    />
  );
}
