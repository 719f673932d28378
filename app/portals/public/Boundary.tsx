import { Component, type ReactElement, type ReactNode } from 'react';
import { useTexts } from '../../web/language.ts';
import { texts } from './text.ts';

type Props = { readonly children: ReactNode };

/** A page whose program cannot be loaded, most often because a newer one stands on the server: one button loads it. */
export class Boundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Outdated /> : this.props.children;
  }
}

function Outdated(): ReactElement {
  const text = useTexts(texts);
  return (
    <div className="waiting" role="alert">
      <p>{text.outdated}</p>
      <button type="button" onClick={() => location.reload()}>
        {text.reload}
      </button>
    </div>
  );
}
