'use client';
import { useMemo } from 'react';
import type { JsonSchema } from '../../core/index.js';
import { type Form, layOutForm, withoutOAuthOutput } from '../../form/index.js';
import { useValidator } from './useValidator.js';
import { validateBy } from './validateBy.js';

/**
 * A schema's form. Only its validator loads when it appears. A submit before that (or where it can not be loaded) names what is missing and
 * leaves the rest to the service: it must not wait, since a sign-in window opens in it.
 * @param advancedAuth What a consent fills is not asked: `advanced_auth` of the connector's specification.
 */
export function useForm(schema: JsonSchema, advancedAuth?: unknown): Form {
  const createValidate = useValidator();
  const layout = useMemo(() => layOutForm(schema, { advancedAuth }), [schema, advancedAuth]);
  return useMemo(() => {
    const asked = advancedAuth === undefined ? schema : withoutOAuthOutput(schema, advancedAuth);
    const { fields, groups, defaults, fromSaved, toSubmit } = layout;
    return {
      ...{ fields, groups, defaults, fromSaved, toSubmit },
      validate: validateBy(createValidate, asked, fields),
      // To find them has every part of the schema compiled.
      get warnings() {
        return layout.warnings;
      },
    };
  }, [schema, advancedAuth, layout, createValidate]);
}
