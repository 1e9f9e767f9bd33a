'use client';
import { createContext, type ReactNode, useContext } from 'react';

/** What marks an element as a named part. */
export interface SlotProps {
  'data-ack-slot': string;
  className?: string;
}

/** On each root element, and the version of this package: the rules of `styles.css` leave the roots of another version alone. */
export const VERSION_MARK = { 'data-ack-version': '0.1.0' } as const;

/** Joins class names; nothing gives undefined, so that no empty attribute is written. */
export function joinClasses(...classes: readonly (string | undefined)[]): string | undefined {
  return classes.filter(Boolean).join(' ') || undefined;
}

/** The attributes of a slot: its name, and the host's classes for it. */
export function slotProps(name: string, ...classes: readonly (string | undefined)[]): SlotProps {
  const className = joinClasses(...classes);
  return { 'data-ack-slot': name, ...(className === undefined ? {} : { className }) };
}

/** The attributes of a root, whatever it stands in: of a slot, and the mark of the version. */
export function rootProps(name: string, ...classes: readonly (string | undefined)[]): SlotProps & typeof VERSION_MARK {
  return { ...VERSION_MARK, ...slotProps(name, ...classes) };
}

/** The `classNames` of one component for all its parts, however deep: a provider, and a hook that gives each part its attributes. */
export function createSlots<Slot extends string>() {
  // One and the same without classes: parts are not drawn again because their provider was.
  const none: Partial<Record<Slot, string>> = {};
  const Classes = createContext(none);
  function SlotsProvider({ classNames = none, children }: { classNames?: Partial<Record<Slot, string>> | undefined; children: ReactNode }): ReactNode {
    return <Classes.Provider value={classNames}>{children}</Classes.Provider>;
  }
  function useSlots(): (name: Slot, ...classes: readonly (string | undefined)[]) => SlotProps {
    const classNames = useContext(Classes);
    return (name, ...classes) => slotProps(name, classNames[name], ...classes);
  }
  return { SlotsProvider, useSlots };
}
