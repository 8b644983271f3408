// A form that opens in place, with its keys and its errors at their fields.
export { Form } from './Form';
