import type { Decorator, Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import '../src/styles.css';
import { descriptionOf, withoutUndefined } from './docgen.js';
import './preview.css';

// What is waited for, a lazy part for one, may take its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

/** The toolbar's choices, on an element of their own as in a host's page. */
const withSurroundings: Decorator = (Story, { globals, parameters }) => (
  <div className="story-surroundings" data-ack-theme={globals.theme} data-density={globals.density} dir={globals.direction} data-layout={parameters.layout}>
    <Story />
  </div>
);

const choice = (title: string, icon: 'contrast' | 'transfer' | 'component', items: string[]) => ({
  description: title,
  toolbar: { title, icon, items, dynamicTitle: true },
});

const preview: Preview = {
  decorators: [withSurroundings],
  argTypesEnhancers: [withoutUndefined],
  tags: ['autodocs'],
  initialGlobals: { theme: 'light', direction: 'ltr', density: 'default' },
  globalTypes: {
    theme: choice('Theme', 'contrast', ['light', 'dark']),
    direction: choice('Direction', 'transfer', ['ltr', 'rtl']),
    density: choice('Density', 'component', ['compact', 'default', 'comfortable']),
  },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    backgrounds: { disable: true },
    controls: { expanded: true },
    docs: { extractComponentDescription: descriptionOf },
  },
};

export default preview;
