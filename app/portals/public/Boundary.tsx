import { Component, type ReactElement, type ReactNode } from 'react';
import { useTexts } from '../../web/language.ts';
import { useLoadAgain } from '../../web/load-again.ts';
import { texts } from './text.ts';

type Props = { readonly children: ReactNode };
type State = { readonly failure: { readonly error: unknown } | undefined };

/** A page whose program cannot be loaded, most often because a newer one stands on the server: it is loaded anew once, then one button does. */
export class Boundary extends Component<Props, State> {
  override state: State = { failure: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure === undefined ? this.props.children : <Outdated error={failure.error} />;
  }
}

function Outdated({ error }: { error: unknown }): ReactElement | null {
  const text = useTexts(texts);
  const isShown = useLoadAgain(error);
  if (!isShown) return null;
  return (
    <div className="waiting" role="alert">
      <p>{text.outdated}</p>
      <button type="button" onClick={() => location.reload()}>
        {text.reload}
      </button>
    </div>
  );
}
