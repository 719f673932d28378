import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { useTexts } from '../../../web/language.ts';
import { certificateEndpoints } from '../contract.ts';
import type { BundleKind } from '../rules.ts';
import { texts } from './text.ts';

/** Packages or sheets of labels of the chosen certificates, made in the background. */
export function BundleButtons({ numbers, onDone }: { readonly numbers: readonly string[]; readonly onDone: () => void }): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const { run, pending, problem } = useAction(certificateEndpoints.requestBundle, {
    onDone: () => {
      onDone();
      go('/desk/certificate-bundles');
    },
  });
  const ask = (kind: BundleKind): void => void run({ body: { numbers: [...numbers], kind } });
  return (
    <>
      <Button loading={pending} onClick={() => ask('package')}>
        {text.packages}
      </Button>
      <Button loading={pending} onClick={() => ask('label-40x30')}>
        {text.labels40}
      </Button>
      <Button loading={pending} onClick={() => ask('label-50x30')}>
        {text.labels50}
      </Button>
      <ProblemNote problem={problem} />
    </>
  );
}
