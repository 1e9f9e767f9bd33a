/// <reference types="vite/client" />
import { composeStory, type Meta, type StoryObj } from '@storybook/react-vite';
import { configure, within } from 'storybook/test';
import { page } from 'vitest/browser';
import { MessagesProvider } from '../../src/internal/index.js';
import { pseudoWords } from './pseudoWords.js';
import type { StoryRef } from './table.js';
import '../../src/styles.css';
import '../../.storybook/preview.css';

// As the stories' own preview says, which does not run here.
configure({ asyncUtilTimeout: 10_000 });

export interface Surroundings {
  theme: 'light' | 'dark';
  direction: 'ltr' | 'rtl';
  /** Pixels. */
  width: number;
  /** Of the root's font, in percent. @default 100 */
  text?: number;
  /** Words of 40 % more length; the play function, which knows the English ones, does not run. @default false */
  longer?: boolean;
}

type StoryFile = { default: Meta } & Readonly<Record<string, StoryObj>>;
const files = import.meta.glob<StoryFile>('../../stories/components/*.stories.tsx');

/** Shows a story as the toolbar of the stories would, runs `look` on its topmost surface, and clears the page. */
export async function showStory<Found>(
  { file, story }: StoryRef,
  { theme, direction, width, text = 100, longer = false }: Surroundings,
  look: (surface: Element) => Found | Promise<Found>,
): Promise<Found> {
  const load = files[`../../stories/components/${file}.stories.tsx`];
  if (load === undefined) throw new Error(`There is no ${file}.stories.tsx.`);
  const withWords = (Story: () => React.ReactNode) => (
    <MessagesProvider messages={longer ? pseudoWords : undefined}>
      <Story />
    </MessagesProvider>
  );
  const { default: meta, [story]: own } = await load();
  if (own === undefined) throw new Error(`There is no story ${story} in ${file}.`);
  const { play, ...still } = own;
  const composed = composeStory(longer ? still : own, meta, { decorators: [withWords] }, story);
  await page.viewport(width, 760);
  const root = document.documentElement;
  root.style.setProperty('font-size', `${text}%`);
  const canvasElement = document.createElement('div');
  canvasElement.className = 'story-surroundings';
  canvasElement.dataset.ackTheme = theme;
  canvasElement.dir = direction;
  document.body.append(canvasElement);
  try {
    await composed.run({ canvasElement, canvas: within(canvasElement) });
    await document.fonts.ready;
    const dialogs = [...document.querySelectorAll('dialog[open]')];
    return await look(dialogs.at(-1) ?? canvasElement);
  } finally {
    canvasElement.remove();
    root.style.removeProperty('font-size');
  }
}
