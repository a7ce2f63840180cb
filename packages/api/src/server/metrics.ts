/** Figures for Prometheus at `/metrics`: of the process, of HTTP, of WebSockets, and whatever the source hands in. */
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Measurement {
  /** `intray_commands_total` and the like. */
  readonly name: string;
  readonly help: string;
  /** A counter only ever grows. */
  readonly kind: 'counter' | 'gauge';
  readonly value: number;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface MetricsSource {
  measurements(): readonly Measurement[] | Promise<readonly Measurement[]>;
}

/** Samples of one name become one metric, as the format wants it. */
async function write(measurements: readonly Measurement[]): Promise<string> {
  const registry = new Registry();
  const metrics = new Map<string, Counter | Gauge>();
  for (const { name, help, kind, value, labels = {} } of measurements) {
    let metric = metrics.get(name);
    if (metric === undefined) {
      const description = { name, help, labelNames: Object.keys(labels), registers: [registry] };
      metric = kind === 'counter' ? new Counter(description) : new Gauge(description);
      metrics.set(name, metric);
    }
    metric.inc({ ...labels }, value);
  }
  return registry.metrics();
}

/** Mounts `/metrics` and begins to measure. The route, never the path, is the label: ids would make a series each. */
export function mountMetrics(
  app: FastifyInstance,
  {
    source,
    sockets,
  }: { readonly source: MetricsSource | undefined; readonly sockets: { readonly size: number } },
): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'intray_http_request_duration_seconds',
    help: 'Time from a request to its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'intray_websocket_connections',
    help: 'WebSockets that are open.',
    registers: [registry],
    collect() {
      this.set(sockets.size);
    },
  });

  app.addHook('onResponse', async (request, reply) => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? '(none)',
      status: reply.statusCode,
    };
    durations.observe(labels, reply.elapsedTime / 1000);
  });
  app.register((scope, _options, done) => {
    scope.get('/metrics', async (_request, reply) => {
      const handedIn = source === undefined ? '' : await write(await source.measurements());
      return reply.type(registry.contentType).send(`${await registry.metrics()}\n${handedIn}`);
    });
    done();
  });
}
