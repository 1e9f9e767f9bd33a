import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../src/styles.css';

/** Renders a page of the demo where its HTML has left the place for it. */
export function renderPage(page: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no #root to render into.');
  createRoot(root).render(<StrictMode>{page}</StrictMode>);
}
