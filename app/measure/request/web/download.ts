import { App } from 'antd';
import type { AnyEndpoint, RequestOf } from '../../../kernel/endpoint.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';

/** Saves a file of the server; what went wrong is said in a notice. */
export function useDownload(): <E extends AnyEndpoint>(endpoint: E, request: RequestOf<E>) => Promise<void> {
  const { message } = App.useApp();
  return async (endpoint, request) => {
    try {
      await download(endpoint, request);
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      void message.error(error.title);
    }
  };
}
