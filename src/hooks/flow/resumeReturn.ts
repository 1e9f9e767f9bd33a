import { notedReturn, type ReturnPoint, takeReturn } from '../../oauth/index.js';
import type { ConnectFlow } from './types.js';

/**
 * Goes on with what this tab was left for, from such a surface: at once where a callback page has led back, else once the backend says that
 * it has ended. What is only noted is for a flow of its own surface: nobody has led here, and two flows may look.
 */
export function resumeReturn(flow: ConnectFlow, surface: ReturnPoint['surface'] | 'any'): void {
  const from = surface === 'any' ? {} : { surface };
  const point = takeReturn(from);
  const noted = point ?? notedReturn({ surface: surface === 'any' ? 'dialog' : surface });
  if (point !== null) flow.resume(point);
  else if (noted !== null) void flow.resumeEnded(noted);
}
