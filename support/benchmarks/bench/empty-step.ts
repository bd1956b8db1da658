import { Given } from '@cucumber/cucumber';

/** The step of the empty scenarios that the main job is compared with. */
Given('nothing', () => undefined);
