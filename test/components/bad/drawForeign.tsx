import { act, render } from '@testing-library/react';
import fc from 'fast-check';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import '../../../src/styles.css';
import { pickerTrouble } from '../../../src/components/ConnectorPicker/pickerTrouble.js';
import { formScreens } from '../../../src/components/ConnectScreens/loadFormScreens.js';
import { laterScreens } from '../../../src/components/ConnectScreens/loadLaterScreens.js';
import { formTrouble } from '../../../src/components/CredentialForm/formTrouble.js';
import { moreControls } from '../../../src/components/CredentialForm/moreControls.js';
import { playgroundPanes } from '../../../src/components/ExecutePlayground/loadPanes.js';
import { problems } from './problems.js';
import { SCENES } from './scenes.js';

/** What loads while a person reads is there, so that a scene is whole at once. */
export const loadAll = () => Promise.all([formScreens, laterScreens, pickerTrouble, formTrouble, moreControls, playgroundPanes].map((later) => later.load()));

/** Draws one scene in 320 px and says what is wrong with it, with what React had to say. */
export async function problemsOf(scene: ReactNode): Promise<string[]> {
  const said: string[] = [];
  const listen = (...args: unknown[]) => void said.push(args.map(String).join(' ').slice(0, 300));
  const spies = [vi.spyOn(console, 'error').mockImplementation(listen), vi.spyOn(console, 'warn').mockImplementation(listen)];
  const room = document.createElement('div');
  // Rows may reach into the padding that a dialog or a card has.
  room.style.setProperty('box-sizing', 'content-box');
  room.style.setProperty('inline-size', '320px');
  room.style.setProperty('padding', '16px');
  document.body.append(room);
  const { unmount } = render(scene, { container: room });
  try {
    await act(async () => undefined);
    return [...said, ...problems(room), ...('__ran' in globalThis ? ['a script ran'] : [])];
  } finally {
    unmount();
    room.remove();
    for (const spy of spies) spy.mockRestore();
  }
}

/** What is wrong with a component in so many random scenes, each line once, with the number of the scene. The same seed is the same scenes. */
export async function foreignProblems(name: string, { runs, seed }: { runs: number; seed: number }): Promise<string[]> {
  const scene = SCENES[name];
  if (scene === undefined) throw new Error(`There is no scene of ${name}.`);
  const found = new Map<string, number>();
  for (const [place, drawn] of fc.sample(scene, { numRuns: runs, seed }).entries()) {
    for (const problem of await problemsOf(drawn)) if (!found.has(problem)) found.set(problem, place);
  }
  return [...found].map(([problem, place]) => `scene ${place}: ${problem}`);
}
