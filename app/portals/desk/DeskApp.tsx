import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useState, type ReactElement } from 'react';
import { z } from 'zod';
import { en, zhCN as zodChinese } from 'zod/locales';
import { onSessionLost, ProblemAnswer } from '../../web/client.ts';
import { useLanguage } from '../../web/language.ts';
import { theme } from '../../web/theme.ts';
import { isOnSite } from './offline/on-site.ts';
import { createDeskRouter } from './router.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // Without a network a page says so at once, instead of waiting in silence for the browser to believe in one.
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 2 && error instanceof ProblemAnswer && (error.status === 0 || error.status === 503),
      },
    },
  });

/** The workplace: the library's language, theme and content policy, the query cache, the pages. */
export function DeskApp(): ReactElement {
  const language = useLanguage();
  const [queries] = useState(createQueries);
  const [router] = useState(() => {
    const created = createDeskRouter();
    onSessionLost(() => {
      const { pathname, href } = created.history.location;
      // Work on site goes on without a session; its page says so and asks to sign in when it suits.
      if (!pathname.startsWith('/desk/sign-in') && !isOnSite(pathname))
        created.history.push(`/desk/sign-in?return=${encodeURIComponent(href)}`);
    });
    return created;
  });
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  z.config(language === 'zh' ? zodChinese() : en());
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={theme}
      csp={{ nonce }}
      button={{ autoInsertSpace: false }}
      // A modal dialog stands in the top layer: what a field opens must stand in it, or it is behind.
      getPopupContainer={(trigger) => trigger?.closest('dialog') ?? document.body}
    >
      <App component={false}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
