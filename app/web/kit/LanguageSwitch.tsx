import { Button } from 'antd';
import type { ReactElement } from 'react';
import { chooseLanguage, useLanguage } from '../language.ts';

/** Each language names itself. */
export function LanguageSwitch(): ReactElement {
  const chinese = useLanguage() === 'zh';
  return (
    <Button type="text" lang={chinese ? 'en' : 'zh-CN'} onClick={() => chooseLanguage(chinese ? 'en' : 'zh')}>
      {chinese ? 'English' : '中文'}
    </Button>
  );
}
