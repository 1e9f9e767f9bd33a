'use client';

import { useState } from 'react';
import type { Connector } from '../core/index.js';
import { useConnect, useConnector } from '../hooks/index.js';

interface Replaceable {
  /** What has taken the place of the one asked for, else that one: connecting again may change the id. */
  connector: Connector;
  isReplaced: boolean;
  /** Opens the flow for a new sign-in; for one that is gone, to connect its service anew. Undefined until it is known whose. */
  reconnect: ((gone: boolean) => void) | undefined;
}

/** A connector that can be connected again in its place. Leaving the flow is no failure here: the provider's `onEvent` tells of it. */
export function useReplaceable(asked: string): Replaceable {
  const { connect } = useConnect();
  const [latest, setLatest] = useState({ asked, id: asked });
  const connectorId = latest.asked === asked ? latest.id : asked;
  const { data: connector } = useConnector({ connectorId });
  const reconnect = (known: Connector, gone: boolean) =>
    connect(gone ? { definition: known.definition.id } : { reconnect: known }).then(
      ({ id }) => setLatest({ asked, id }),
      () => undefined,
    );
  return {
    connector: connector ?? unread(connectorId),
    isReplaced: connectorId !== asked,
    reconnect: connector && ((gone) => void reconnect(connector, gone)),
  };
}

/** Until it is read, and where it can not be, a connector is called by its id. */
const unread = (id: string): Connector => ({ id, name: id, definition: { id: '', slug: null, name: '' }, createdAt: null, updatedAt: null });
