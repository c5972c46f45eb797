import { Counter, Gauge, Histogram, type Registry } from '@octavo/telemetry'

export interface EventFigures {
  delivered(consumer: string, topic: string, count: number, oldest: Date): void
  failed(consumer: string, topic: string): void
  lag(consumer: string, topic: string, events: number): void
}

export function eventFigures(registry: Registry): EventFigures {
  const once = <Metric>(name: string, make: () => Metric): Metric => (registry.getSingleMetric(name) as Metric | undefined) ?? make()
  const registers = [registry]
  const labelNames = ['consumer', 'topic'] as const
  const delivered = once('octavo_events_delivered_total', () => new Counter({ name: 'octavo_events_delivered_total', help: 'Events that had their effect', labelNames, registers }))
  const failed = once('octavo_events_failed_total', () => new Counter({ name: 'octavo_events_failed_total', help: 'Attempts at an event that failed', labelNames, registers }))
  const lag = once('octavo_events_lag', () => new Gauge({ name: 'octavo_events_lag', help: 'Events in the log that a consumer has not come to', labelNames, registers }))
  const seconds = once('octavo_events_delivery_seconds', () => new Histogram({ name: 'octavo_events_delivery_seconds', help: 'From the fact to its effect, seconds, the oldest of a batch', labelNames, buckets: [0.005, 0.01, 0.02, 0.04, 0.06, 0.1, 0.25, 1, 5, 30], registers }))
  return {
    delivered(consumer, topic, count, oldest) {
      delivered.inc({ consumer, topic }, count)
      seconds.observe({ consumer, topic }, Math.max(0, Date.now() - oldest.getTime()) / 1000)
    },
    failed: (consumer, topic) => failed.inc({ consumer, topic }),
    lag: (consumer, topic, events) => lag.set({ consumer, topic }, events),
  }
}
