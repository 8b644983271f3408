import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@/ui/tokens.css';
import '@/ui/base.css';
import '@/i18n';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { transport } from '@/api';
import { showTextSize } from '@/lib/textSize';
import { App } from '@/shell/App';

transport.takeToken();
showTextSize();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
