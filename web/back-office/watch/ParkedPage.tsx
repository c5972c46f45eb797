import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { typedIn } from '../desk/form.ts'
import { Page } from '../desk/Page.tsx'
import { Pages } from '../desk/Pages.tsx'
import { Wrong } from '../desk/Said.tsx'
import { queries, shop } from '../desk/shop.ts'
import { momentOf } from '../desk/words.ts'
import { ParkedActs } from './ParkedActs.tsx'

type Parked = Awaited<ReturnType<typeof shop.operatorListParkedEvents>>['items'][number]
type Doing = { readonly act: 'replay' | 'drop'; readonly event: Parked }

/** Events that a service could not digest: mended, they are tried again; what makes no sense any more is let go. */
export function ParkedPage() {
  const [doing, setDoing] = useState<Doing>()
  return (
    <Page title="Parked events" note="Facts that a service failed on too often. Later ones of the same key wait behind them.">
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
                  <td><div className="row"><Button size="compact-sm" onClick={() => setDoing({ act: 'replay', event })}>Try again</Button><Button size="compact-sm" variant="outline" color="red" onClick={() => setDoing({ act: 'drop', event })}>Let go</Button></div></td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Pages>
      <ParkedActs />
      <Modal opened={doing !== undefined} onClose={() => setDoing(undefined)} title={doing?.act === 'drop' ? 'Let this event go?' : 'Try this event again?'}>
        {doing && <Acting doing={doing} close={() => setDoing(undefined)} />}
      </Modal>
    </Page>
  )
}

function Acting({ doing: { act, event: { service, eventId, consumer } }, close }: { readonly doing: Doing; readonly close: () => void }) {
  const acting = useMutation({
    mutationFn: async (reason: string): Promise<unknown> => (act === 'replay' ? shop.operatorReplayParkedEvent({ service, eventId, consumer, reason }) : shop.operatorDropParkedEvent({ service, eventId, consumer, reason })),
    onSuccess: async () => { await queries.invalidateQueries({ queryKey: ['parked'] }); close() },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => { acting.mutate(typedIn(event)('reason')) }
  return (
    <form className="fields" onSubmit={submit}>
      <p>{act === 'drop' ? 'It never has its effect. What waits behind it goes on.' : 'What waits behind it goes on after it. It comes back to this list if it fails again.'}</p>
      <TextInput name="reason" label="Why" required maxLength={500} data-autofocus />
      <Wrong error={acting.error} />
      <div className="row"><Button type="submit" {...(act === 'drop' && { color: 'red' })} loading={acting.isPending}>{act === 'drop' ? 'Let it go' : 'Try again'}</Button><Button variant="default" onClick={close}>Leave it</Button></div>
    </form>
  )
}
