export { errorsWithout } from './errorsWithout.js';
export { FormNotice } from './FormNotice.js';
export { fieldErrorsOf, fieldMessages } from './fieldMessages.js';
export { drawnIn } from './fieldsInPlay.js';
export { placeErrors } from './placeErrors.js';
export { problemsOf } from './problems.js';
export { submissionOf } from './submission.js';
export { validateBy } from './validateBy.js';
