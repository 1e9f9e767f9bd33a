'use client';
import type { ReactNode } from 'react';
import { type FieldKind, isSavedSecret } from '../../form/index.js';
import { useFormSlots } from './context.js';
import { LaterControl } from './LaterControl.js';
import { moreControls } from './moreControls.js';
import { replaceable } from './replaceable.js';
import { SecretControl } from './SecretControl.js';
import { SelectControl } from './SelectControl.js';
import { SwitchField } from './SwitchField.js';
import { TextControl } from './TextControl.js';
import type { ControlProps, CredentialFormParts } from './types.js';

/** The control of a field. A secret is hidden whatever else it is; a kind without a control of its own is asked as JSON. */
export function Control({ parts = {}, ...props }: ControlProps & { parts?: CredentialFormParts | undefined }): ReactNode {
  const { kind } = props.field;
  const part = kind === 'object' || kind === 'choice' || kind === 'list' ? undefined : parts[kind];
  return replaceable(kind, part, KitControl, props);
}

function KitControl(props: ControlProps): ReactNode {
  const { kind, secret } = props.field;
  const isHeld = secret && (isSavedSecret(props.value) || props.onRestore !== undefined);
  return isHeld && HELD.has(kind) ? <LaterHeldSecret {...props} /> : ownControl(props);
}

/** Kinds whose control can not hold a stored secret itself. */
const HELD: ReadonlySet<FieldKind> = new Set(['select', 'switch', 'tags', 'date', 'date_time', 'object', 'choice', 'list']);

function LaterHeldSecret(props: ControlProps): ReactNode {
  const HeldSecret = moreControls.use('a saved secret')?.HeldSecret;
  const slot = useFormSlots();
  if (HeldSecret === undefined) return <input {...slot('input')} id={props.attributes.id} disabled aria-busy />;
  return <HeldSecret {...props}>{ownControl(props)}</HeldSecret>;
}

function ownControl(props: ControlProps): ReactNode {
  const { kind, secret } = props.field;
  switch (kind) {
    case 'secret':
      return <SecretControl {...props} />;
    case 'multiline_secret':
      return <LaterControl {...props} name="MultilineSecretControl" />;
    case 'switch':
      return <SwitchField {...props} />;
    case 'select':
      return <SelectControl {...props} />;
    case 'tags':
      return <LaterControl {...props} name="TagsControl" />;
    case 'text':
    case 'number':
      return secret ? <SecretControl {...props} /> : <TextControl {...props} />;
    case 'date':
      return <LaterControl {...props} name="DateControl" />;
    case 'date_time':
      return <LaterControl {...props} name="DateTimeControl" />;
    default:
      return <LaterControl {...props} name={secret ? 'MultilineSecretControl' : 'JsonControl'} />;
  }
}
