import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import { useTexts } from '../language.ts';
import { texts } from './text.ts';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  /** From the left edge over the whole height, as the menu on a phone. */
  readonly side?: boolean;
};

/**
 * The browser's own dialog: it holds the focus and closes on Escape.
 * The component library's Modal and Drawer lock the scroll with a style that the content policy refuses.
 */
export function Dialog({ title, onClose, children, foot, side = false }: Props): ReactElement {
  const text = useTexts(texts);
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opened = dialog.current;
    if (opened?.open === false) opened.showModal();
    return () => opened?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={side ? 'dialog side' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        // A question that was asked inside of this one closes alone.
        if (event.target === dialog.current) onClose();
      }}
      onClick={(event) => {
        // The second click of a double click on what opened it falls beside it and closes nothing.
        if (event.target === dialog.current && event.detail < 2) onClose();
      }}
    >
      <div className="content">
        <header>
          <h2 id={id}>{title}</h2>
          <Button type="text" icon={<CloseOutlined />} aria-label={text.close} onClick={onClose} />
        </header>
        {children}
        {foot === undefined ? null : <footer>{foot}</footer>}
      </div>
    </dialog>
  );
}
