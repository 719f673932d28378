import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { DeskApp } from './DeskApp.tsx';
import '../../web/look.css';
import '../../web/figures.css';
import '../../web/kit/kit.css';
import '../../web/desk.css';

// The content policy forbids compiling code at run time, which the schemas would otherwise try.
z.config({ jitless: true });

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(<DeskApp />);
