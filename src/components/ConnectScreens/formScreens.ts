// The screens with a form: they load while somebody picks a service, or while the service's definition loads.
export { ConsentScreen } from './ConsentScreen.js';
export { FormScreen } from './FormScreen.js';
