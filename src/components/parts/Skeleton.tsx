export interface SkeletonProps {
  /** `s` 56 px, `m` 96 px, `l` 184 px, `tile` the size of a tile; else the line's whole length. */
  width?: 's' | 'm' | 'l' | 'tile' | undefined;
}

/** Stands where text will be. What is awaited is said elsewhere. */
export const Skeleton = ({ width }: SkeletonProps) => <span data-ack-slot="skeleton" data-width={width} aria-hidden="true" />;
