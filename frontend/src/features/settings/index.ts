// The settings: of the person, of the workspace, of this computer.
export { SettingsPage } from './SettingsPage';
export { type Section, sectionOf, sections } from './sections';
