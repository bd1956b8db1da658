import { enableCompileCache } from 'node:module';

/** A third of the start of a process is compiling what was compiled before, so this is imported before everything else. */
enableCompileCache();
