export { layOutForm, missingValues } from '../../form/index.js';
