import { tracingChannel } from 'node:diagnostics_channel';

/** Why a request is sent that no verdict rests on. */
export interface SideRequest {
  readonly purpose: 'preparation' | 'control' | 'removal';
}

/** Tells a listener while such a request is in progress. The mutation score listens: there the store must be sound. */
export const sideRequests = tracingChannel<string, SideRequest>('oss-conformance: side requests');
