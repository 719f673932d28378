import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Empty } from '../../web/kit/PageStates.tsx';
import { useTexts } from '../../web/language.ts';
import { texts } from './text.ts';

/** A page that failed in the browser: said plainly, and nothing that was submitted is in doubt. */
export function Broken(): ReactElement {
  const text = useTexts(texts);
  return <Empty title={text.broken} next={text.brokenNext} action={<Button onClick={() => location.reload()}>{text.reload}</Button>} />;
}
