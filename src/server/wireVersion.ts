import { wire } from '../backend/index.js';
import { ConnectError } from '../core/index.js';

export const WIRE_HEADER = wire.WIRE_HEADER;

/** @throws {ConnectError} `version_mismatch` when the client names another version; one that names none is taken as it is. */
export function requireWireVersion(request: Request): void {
  const version = request.headers.get(wire.WIRE_HEADER);
  if (version === null || version === String(wire.WIRE_VERSION)) return;
  throw new ConnectError(
    'version_mismatch',
    `The page speaks version ${JSON.stringify(version)} of the kit's protocol and this backend speaks ${wire.WIRE_VERSION}: deploy both from one version of airbyte-connect-kit.`,
  );
}
