import { DemoApp } from './DemoApp.js';
import { renderPage } from './renderPage.js';

renderPage(<DemoApp />);
