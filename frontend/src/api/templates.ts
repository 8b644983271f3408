import { write } from './queue';
import type { Exported, Finding } from './stories';
import { call } from './transport';

/** What a deck takes of the company's own presentation, before anything is written. */
export interface Template {
  /** The file's name; '' where the workspace keeps none. */
  name: string;
  /** A slide's size in points. */
  width: number;
  height: number;
  layouts: TemplateUse[];
  tokens: TemplateToken[];
  /** The theme's typefaces whose widths are not known. */
  fonts: string[];
  removed: TemplateRemoved[];
}

/** The layout that a kind of slide stands on, and by what it was found. */
export interface TemplateUse {
  kind: 'cover' | 'content' | 'two' | 'plain';
  layout: string;
  how: 'type' | 'name' | 'placeholders' | 'stand_in';
}

/** A token of a template: filled, known without words, or not known. */
export interface TemplateToken {
  name: string;
  state: 'filled' | 'empty' | 'unknown';
  /** It is a picture's alternative text. */
  picture: boolean;
  count: number;
}

/** Something that the template has and the deck will not. */
export interface TemplateRemoved {
  what:
    | 'slides'
    | 'notes'
    | 'comments'
    | 'sections'
    | 'pictures'
    | 'sounds'
    | 'charts'
    | 'embedded'
    | 'fonts'
    | 'data'
    | 'tags'
    | 'properties'
    | 'thumbnail'
    | 'handouts'
    | 'rest';
  count: number;
}

/** Says what a story's deck would take of the template at a path; '' is the one that is kept. */
export const look = (story: string, path: string, locale: string) =>
  call<Template>('StoryTemplate', 'Look', story, path, locale);

/** Keeps the template at a path for every deck of the workspace. */
export const keep = (path: string) =>
  write<{ action: { id: string; label: string } }>('StoryTemplate', 'Keep', path);

/** Reads a story and the kept template as the story's audience would, errors first. */
export const check = (story: string, locale: string) =>
  call<Finding[]>('StoryTemplate', 'Check', story, locale);

/** Writes a story to a file in the kept template. */
export const exportTo = (story: string, path: string, locale: string, agreed: string[]) =>
  write<Exported>('StoryTemplate', 'Export', story, path, locale, agreed);
