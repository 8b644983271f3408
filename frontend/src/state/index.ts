export { CaptureContext, useCapture } from './capture';
// What screens share between the api and the ui: reading, writing with undo, formats.
export { useFormat } from './useFormat';
export { useStatus } from './useStatus';
export { useUndo, useWrite, type WriteAnswer } from './useWrite';
export { type Place, PlaceContext } from './whereDone';
