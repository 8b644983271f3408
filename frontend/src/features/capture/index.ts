export { CaptureDialog } from './CaptureDialog';
