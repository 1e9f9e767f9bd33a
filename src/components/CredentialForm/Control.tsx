'use client';
import type { ReactNode } from 'react';
import { LaterControl } from './LaterControl.js';
import { SecretControl } from './SecretControl.js';
import { SelectControl } from './SelectControl.js';
import { SwitchField } from './SwitchField.js';
import { TextControl } from './TextControl.js';
import type { ControlProps, CredentialFormParts } from './types.js';

/** The control of a field. A secret is hidden whatever else it is; a kind without a control of its own is asked as JSON. */
export function Control({ parts = {}, ...props }: ControlProps & { parts?: CredentialFormParts | undefined }): ReactNode {
  const { kind, secret } = props.field;
  const Own = kind === 'object' || kind === 'choice' || kind === 'list' ? undefined : parts[kind];
  if (Own !== undefined) return <Own {...props} />;
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
