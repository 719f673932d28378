import { useEffect, type ReactElement, type ReactNode } from 'react';

type Props = { readonly title: string; readonly lead?: ReactNode; readonly state?: ReactNode; readonly actions?: ReactNode };

/** The head of a page: its name, its state, what can be done. */
export function PageHead({ title, lead, state, actions }: Props): ReactElement {
  useEffect(() => {
    document.title = `${title} · 通衡 Tongheng`;
  }, [title]);
  return (
    <header className="page-head">
      <div className="words">
        <h1>{title}</h1>
        {state}
      </div>
      {actions === undefined ? null : <div className="actions no-print">{actions}</div>}
      {lead === undefined ? null : <p className="lead soft">{lead}</p>}
    </header>
  );
}
