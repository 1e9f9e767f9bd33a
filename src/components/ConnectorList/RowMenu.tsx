'use client';
import { forwardRef, type ReactNode } from 'react';
import { mergeRefs, useManagerWords } from '../../internal/index.js';
import { Icon, IconButton, type IconName } from '../parts/index.js';
import { useListSlots } from './context.js';
import { useMenu } from './useMenu.js';

export interface RowMenuProps {
  /** The connector's name: the button says whose menu it is. */
  name: string;
  disabled: boolean;
  onCheck?: (() => void) | undefined;
  onRename: () => void;
  onReconnect?: (() => void) | undefined;
  onDisconnect: () => void;
}

/** The row's menu button and its menu: ARIA "menu button". The ref is the button's. */
export const RowMenu = forwardRef<HTMLButtonElement, RowMenuProps>(function RowMenu({ name, disabled, onCheck, onRename, onReconnect, onDisconnect }, ref) {
  const slot = useListSlots();
  const { menu } = useManagerWords();
  const { buttonProps, menuProps, hide } = useMenu(disabled);
  const item = (icon: IconName, label: string, onSelect: (() => void) | undefined, tone?: 'danger'): ReactNode =>
    onSelect !== undefined && (
      <li role="none">
        <button
          {...slot('menu-item')}
          type="button"
          role="menuitem"
          tabIndex={-1}
          data-tone={tone}
          onClick={() => {
            hide();
            onSelect();
          }}
        >
          <Icon name={icon} />
          {label}
        </button>
      </li>
    );

  return (
    <>
      <IconButton {...buttonProps} ref={mergeRefs(ref, buttonProps.ref)} label={menu.more({ name })} icon="more" />
      <ul {...slot('menu')} {...menuProps}>
        {item('refresh', menu.check, onCheck)}
        {item('pencil', menu.rename, onRename)}
        {item('key', menu.reconnect, onReconnect)}
        {item('unplug', menu.disconnect, onDisconnect, 'danger')}
      </ul>
    </>
  );
});
