// The screens with a form, and what asks before it goes: they load while somebody picks a service, or while the service's definition loads.
export { layOutForm } from '../../form/index.js';
export { isDirty } from '../CredentialForm/isDirty.js';
export { ConsentScreen } from './ConsentScreen.js';
export { DiscardQuestion } from './DiscardQuestion.js';
export { FormScreen } from './FormScreen.js';
export { withoutSecrets } from './withoutSecrets.js';
