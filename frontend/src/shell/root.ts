import { createRootRoute } from '@tanstack/react-router';
import { Frame } from './Frame';

/** The route that all others hang on: the frame. */
export const root = createRootRoute({ component: Frame });
