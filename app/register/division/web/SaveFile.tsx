import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { AnyEndpoint, RequestOf } from '../../../kernel/endpoint.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';

/** A button that hands a file of the server to the browser, and says what went wrong where it did not. */
export function SaveFile<E extends AnyEndpoint>({
  endpoint,
  request,
  label,
}: {
  endpoint: E;
  request: RequestOf<E>;
  label: string;
}): ReactElement {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer>();
  const save = async (): Promise<void> => {
    setPending(true);
    setProblem(undefined);
    try {
      await download(endpoint, request);
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      setProblem(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Button className="no-print" loading={pending} onClick={() => void save()}>
        {label}
      </Button>
      <ProblemNote problem={problem} />
    </>
  );
}
