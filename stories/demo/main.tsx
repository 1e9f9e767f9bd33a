import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DemoApp } from './DemoApp.js';
import { DemoCallback } from './DemoCallback.js';
import '../../src/styles.css';
import './demo.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root to render into.');
createRoot(root).render(<StrictMode>{location.pathname === '/connected' ? <DemoCallback /> : <DemoApp />}</StrictMode>);
