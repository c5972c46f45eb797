import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Page } from '../desk/Page.tsx'
import { Pages } from '../desk/Pages.tsx'
import { Wrong } from '../desk/Said.tsx'
import { queries, shop } from '../desk/shop.ts'
import { momentOf } from '../desk/words.ts'

type Parked = Awaited<ReturnType<typeof shop.operatorListParkedEvents>>['items'][number]

/** Events that a service could not digest: mended, they are tried again; what makes no sense any more is let go. */
export function ParkedPage() {
  const renew = () => queries.invalidateQueries({ queryKey: ['parked'] })
  const one = ({ service, eventId, consumer }: Parked) => ({ service, eventId, consumer })
  const replay = useMutation({ mutationFn: (event: Parked) => shop.operatorReplayParkedEvent(one(event)), onSuccess: renew })
  const drop = useMutation({ mutationFn: (event: Parked) => shop.operatorDropParkedEvent(one(event)), onSuccess: renew })
  return (
    <Page title="Parked events" note="Facts that a service failed on too often. Later ones of the same key wait behind them.">
      <Wrong error={replay.error ?? drop.error} />
      <Pages of={['parked']} every={10_000} empty="None is parked." ask={(cursor) => shop.operatorListParkedEvents(cursor === undefined ? {} : { cursor })}>
        {(events) => (
          <table className="list">
            <thead><tr><th scope="col">Event</th><th scope="col">Service</th><th scope="col">Stands</th><th scope="col">Since</th><th scope="col">Why</th><th scope="col"><span className="sr">What to do</span></th></tr></thead>
            <tbody>
              {events.map((event) => (
                <tr key={`${event.service} ${event.consumer} ${event.eventId}`}>
                  <td className="w"><b>{event.name}</b><small>{event.key}</small></td>
                  <td>{event.service}</td>
                  <td>{event.state}</td>
                  <td className="nowrap">{momentOf(event.parkedAt)}</td>
                  <td className="w">{event.lastError}</td>
                  <td><div className="row"><Button size="compact-sm" onClick={() => replay.mutate(event)}>Try again</Button><Button size="compact-sm" variant="outline" color="red" onClick={() => drop.mutate(event)}>Let go</Button></div></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Pages>
    </Page>
  )
}
