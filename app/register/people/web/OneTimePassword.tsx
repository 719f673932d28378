import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { texts } from './text.ts';

type Props = { readonly name: string; readonly password: string | null; readonly onClose: () => void };

/** A one-time password, shown once; a repeated submission answers none. */
export function OneTimePassword({ name, password, onClose }: Props): ReactElement {
  const text = useTexts(texts);
  return (
    <Dialog
      title={fill(text.passwordOf, { name })}
      onClose={onClose}
      foot={
        <Button type="primary" onClick={onClose}>
          {text.handedOver}
        </Button>
      }
    >
      {password === null ? <p>{text.alreadyShown}</p> : <p className="one-time-password">{password}</p>}
      <p className="soft">{text.passwordNote}</p>
    </Dialog>
  );
}
