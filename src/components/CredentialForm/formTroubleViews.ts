export { FormNotice } from './FormNotice.js';
export { fieldErrorsOf, fieldMessages } from './fieldMessages.js';
export { problemsOf } from './problems.js';
