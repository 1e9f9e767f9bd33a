'use client';
import { useEffect, useMemo, useState } from 'react';
import type { JsonSchema } from '../../core/index.js';
import { type Form, layOutForm, loadedValidate, loadValidate, missingValues } from '../../form/index.js';

/**
 * A schema's form. Its validator loads when the form appears. A submit before that (or where it can not be loaded) names what is missing
 * and leaves the rest to the service: it must not wait, since a sign-in window opens in it.
 * @param advancedAuth What a consent fills is not asked: `advanced_auth` of the connector's specification.
 */
export function useForm(schema: JsonSchema, advancedAuth?: unknown): Form {
  const layout = useMemo(() => layOutForm(schema, { advancedAuth }), [schema, advancedAuth]);
  const [createValidate, setCreateValidate] = useState(loadedValidate);
  useEffect(() => {
    if (createValidate !== null) return;
    let shown = true;
    loadValidate().then(
      (loaded) => shown && setCreateValidate(() => loaded),
      () => undefined, // Offline: said when the values are sent.
    );
    return () => {
      shown = false;
    };
  }, [createValidate]);
  return useMemo(() => ({ ...layout, validate: createValidate?.(schema, layout.fields) ?? whatIsMissing(layout.fields) }), [schema, layout, createValidate]);
}

const whatIsMissing =
  (fields: Form['fields']): Form['validate'] =>
  (values) => {
    const errors = missingValues(fields, values);
    return { valid: errors.length === 0, errors };
  };
