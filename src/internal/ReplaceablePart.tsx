'use client';
import { Component, type ComponentType, type ReactNode } from 'react';
import { ConnectError } from '../core/index.js';

export interface ReplaceablePartProps<Props extends object> {
  /** Its slot's name, for the message to the developer. */
  name: string;
  /** The host's component; undefined is the kit's own. */
  part: ComponentType<Props> | undefined;
  /** What the host's component gets. */
  props: Props;
  /** The kit's own part. */
  children: ReactNode;
}

/** A part that a host may replace. Where the host's component throws, the kit's own is drawn in its place and the rest keeps working. */
export function ReplaceablePart<Props extends object>({ name, part: Part, props, children }: ReplaceablePartProps<Props>): ReactNode {
  if (Part === undefined) return children;
  return (
    <PartBoundary name={name} part={Part} fallback={children}>
      <Part {...props} />
    </PartBoundary>
  );
}

/** What a component is called: one made by `memo` or `forwardRef` has no name of its own. */
interface Named {
  displayName?: string | undefined;
  name?: string | undefined;
}

export interface PartBoundaryProps {
  /** Of the slot; without a component that of the prop whose function draws the part. */
  name: string;
  part?: Named | undefined;
  fallback: ReactNode;
  children: ReactNode;
}

interface BoundaryState {
  part: Named | undefined;
  broken: boolean;
}

/** Draws the fallback from where what a host draws has thrown, and tells the developer. React catches it in a class only. */
export class PartBoundary extends Component<PartBoundaryProps, BoundaryState> {
  override state: BoundaryState = { part: this.props.part, broken: false };

  /** Another component is another try. */
  static getDerivedStateFromProps({ part }: PartBoundaryProps, state: BoundaryState): BoundaryState | null {
    return part === state.part ? null : { part, broken: false };
  }

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { broken: true };
  }

  override componentDidCatch(cause: unknown): void {
    const { name, part } = this.props;
    const own = part?.displayName || part?.name;
    const who = part ? `component ${own ? `${own} ` : ''}given for the slot` : 'function given as';
    reportError(new ConnectError('invalid_prop', `The ${who} "${name}" threw; the kit's own is drawn in its place.`, { cause }));
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
