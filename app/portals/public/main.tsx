import { createRoot } from 'react-dom/client';
import { followLinks } from '../../web/follow-links.ts';
import '../../web/look.css';
import '../../web/figures.css';
import { go } from './place.ts';
import './public.css';
import { PublicPortal } from './PublicPortal.tsx';

followLinks('/', go, (path) => /^\/(desk|api|log)(\/|$)/.test(path));
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(<PublicPortal />);
