import { EndpointError } from '../../client/endpoint.ts';
import { proxyFor, type Proxy } from '../../client/proxy.ts';
import { ConfigurationError } from './configuration-error.ts';
import type { Environment } from './environment-reference.ts';
import type { Target } from './target.ts';

/** The proxy for a target; only an endpoint may need one. Throws ConfigurationError if it cannot be used. */
export function proxyOf({ kind, endpoint }: Pick<Target, 'kind' | 'endpoint'>, environment: Environment): Proxy | null {
  if (kind !== 'endpoint') return null;
  try {
    return proxyFor(endpoint, environment);
  } catch (error) {
    if (error instanceof EndpointError) throw new ConfigurationError(error.message);
    throw error;
  }
}
