// Parts of forms that screens share: one that opens in place, with its keys and its errors
// at their fields, and the button that asks for a file.

export { ChooseFile } from './ChooseFile';
export { Form } from './Form';
