#!/usr/bin/env node
import { stepsPage } from './steps-page.ts';
import { readVocabulary } from './vocabulary.ts';

/** Prints the page `docs/steps.md`. */
process.stdout.write(stepsPage(await readVocabulary()));
