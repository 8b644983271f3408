export { CaptureContext, useCapture } from './capture';
// What screens share between the api and the ui: reading, writing with undo, formats.
export { useFocusBack } from './useFocusBack';
export { useFormat } from './useFormat';
export { useOnce } from './useOnce';
export { useReorder } from './useReorder';
export { useStatus } from './useStatus';
export { useUndo, useWrite, type WriteAnswer } from './useWrite';
export { type Place, PlaceContext } from './whereDone';
