'use client';
import { useSyncExternalStore } from 'react';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}

const isOffline = (): boolean => !navigator.onLine;
const onServer = (): boolean => false;

/** Whether the browser knows that it has no network. That it has one it only believes. */
export const useOffline = (): boolean => useSyncExternalStore(subscribe, isOffline, onServer);
