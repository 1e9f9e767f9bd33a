'use client';
import type { ReactNode } from 'react';
import type { ConnectorDefinition } from '../../core/index.js';
import { ReplaceablePart } from '../../internal/index.js';
import { Tile, type TileProps } from '../parts/index.js';
import { useScreens } from './slots.js';

/** The mark of a service on a screen: the host's, or the kit's tile. */
export function ServiceTile({ definition, size }: { definition: ConnectorDefinition } & Pick<TileProps, 'size'>): ReactNode {
  const { parts } = useScreens();
  return (
    <ReplaceablePart name="tile" part={parts.tile} props={{ definition }}>
      <Tile size={size} name={definition.name} iconUrl={definition.iconUrl} />
    </ReplaceablePart>
  );
}
