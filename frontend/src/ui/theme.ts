import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Mantine wants ten shades of a colour; ours is one token that knows its theme. */
const token = (name: string): MantineColorsTuple => {
  const value = `var(--${name})`;
  return [value, value, value, value, value, value, value, value, value, value];
};

/** What floats lies on raised paper. */
const floating = { background: 'var(--raised)', borderColor: 'var(--line-2)' };

/** The design tokens as Mantine reads them. */
export const theme = createTheme({
  fontFamily: 'var(--sans)',
  fontSizes: {
    xs: 'var(--t-11)',
    sm: 'var(--t-12)',
    md: 'var(--t-13)',
    lg: 'var(--t-14)',
    xl: 'var(--t-16)',
  },
  lineHeights: { xs: '1.45', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.45' },
  colors: { green: token('green'), red: token('red'), yellow: token('amber') },
  primaryColor: 'green',
  defaultRadius: 6,
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '10px', xl: '10px' },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Input: {
      styles: { wrapper: { '--input-bd': 'var(--line-ctl)', '--input-bg': 'var(--paper)' } },
    },
    Popover: { styles: { dropdown: floating } },
    Menu: { styles: { dropdown: floating } },
    Combobox: { styles: { dropdown: floating } },
  },
});

/** Maps Mantine's own variables to our tokens, which already follow the theme. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-3)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-anchor': 'var(--green)',
    '--mantine-color-default': 'var(--paper)',
    '--mantine-color-default-hover': 'var(--paper-2)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-ctl)',
    '--mantine-color-error': 'var(--red)',
    '--mantine-primary-color-filled': 'var(--green)',
    '--mantine-primary-color-filled-hover': 'var(--green-2)',
    '--mantine-primary-color-contrast': 'var(--on-green)',
    '--mantine-shadow-sm': 'var(--shadow-pop)',
    '--mantine-shadow-md': 'var(--shadow-pop)',
    '--mantine-shadow-xl': 'var(--shadow-pop)',
  };
  return { variables: {}, light: both, dark: both };
};
