import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Link } from 'wouter'
import { typedIn } from '../desk/form.ts'
import { Page } from '../desk/Page.tsx'
import { Wrong } from '../desk/Said.tsx'
import { queries, shop } from '../desk/shop.ts'
import { momentOf, secondOf } from '../desk/words.ts'

/** One checkout: where it stands, what is left to undo, what operators did to it, and what they may do. */
export function SagaPage({ checkoutId }: { readonly checkoutId: string }) {
  const { data: saga, error } = useQuery({ queryKey: ['saga', checkoutId], queryFn: () => shop.operatorGetSaga({ checkoutId }), refetchInterval: 5000 })
  const [doing, setDoing] = useState<'retry' | 'end'>()
  if (!saga) return <Page title="Checkout"><Wrong error={error} /></Page>
  const open = saga.status !== 'completed' && saga.status !== 'failed'
  return (
    <Page title={`Checkout ${checkoutId}`} note={saga.status === saga.step ? saga.status : `${saga.status}, at ${saga.step.replaceAll('-', ' ')}`}>
      <div className="column">
        <dl className="facts">
          <dt>Begun</dt><dd>{momentOf(saga.createdAt)}</dd>
          <dt>Moved last</dt><dd>{momentOf(saga.updatedAt)}</dd>
          {saga.nextAttemptAt && <><dt>Tried next</dt><dd>{momentOf(saga.nextAttemptAt)}, for the {saga.attempt}. time</dd></>}
          {saga.deadlineAt && <><dt>Deadline</dt><dd>{momentOf(saga.deadlineAt)}</dd></>}
          {saga.toUndo.length > 0 && <><dt>To be undone</dt><dd>{saga.toUndo.join(', ')}</dd></>}
          {saga.failure && <><dt>Told to the shopper</dt><dd>{saga.failure.detail}</dd></>}
          {saga.lastError && <><dt>What was said last</dt><dd>{saga.lastError}</dd></>}
          {saga.status === 'completed' && <><dt>Order</dt><dd><Link href={`/orders/${saga.orderId}`}>{saga.orderId}</Link></dd></>}
        </dl>
        {open && (
          <div className="row">
            <Button variant="default" onClick={() => setDoing('retry')}>Try again now</Button>
            {saga.status === 'stuck' && <Button variant="outline" color="red" onClick={() => setDoing('end')}>End it</Button>}
          </div>
        )}
        {saga.steps.length > 0 && (
          <section className="block" aria-labelledby="steps">
            <h2 id="steps">Step by step</h2>
            <div className="scroll" role="group" aria-labelledby="steps" tabIndex={0}>
              <table className="list">
                <thead><tr><th scope="col">When</th><th scope="col">Step</th><th scope="col">What came of it</th><th scope="col" className="r">Attempt</th><th scope="col" className="r">Fence</th><th scope="col" className="r">Took</th></tr></thead>
                <tbody>
                  {saga.steps.map(({ at, step, attempt, fence, outcome, detail, tookMs }, nth) => (
                    <tr key={`${nth} ${at}`}>
                      <td className="nowrap">{secondOf(at)}</td><td>{step.replaceAll('-', ' ')}</td>
                      <td className="w">{outcome.replaceAll('-', ' ')}{detail !== null && <small>{detail}</small>}</td>
                      <td className="r">{attempt}</td><td className="r">{fence}</td><td className="r nowrap">{tookMs} ms</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        )}
        {saga.acts.length > 0 && (
          <section className="block" aria-labelledby="acts">
            <h2 id="acts">What operators did</h2>
            <div className="scroll" role="group" aria-labelledby="acts" tabIndex={0}>
              <table className="list">
                <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Who</th><th scope="col">Why</th><th scope="col">Where it stood</th></tr></thead>
                <tbody>
                  {saga.acts.map((act) => (
                    <tr key={act.at}>
                      <td className="nowrap">{momentOf(act.at)}</td><td>{act.act}</td><td>{act.operator}</td><td className="w">{act.reason}</td>
                      <td>{act.step}{act.leftUndone.length > 0 && <small>left: {act.leftUndone.join(', ')}</small>}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        )}
      </div>
      <Modal opened={doing !== undefined} onClose={() => setDoing(undefined)} title={doing === 'end' ? 'End this checkout?' : 'Try this checkout again?'}>
        {doing && <Acting checkoutId={checkoutId} act={doing} close={() => setDoing(undefined)} />}
      </Modal>
    </Page>
  )
}

function Acting({ checkoutId, act, close }: { readonly checkoutId: string; readonly act: 'retry' | 'end'; readonly close: () => void }) {
  const acting = useMutation({
    mutationFn: (reason: string) => (act === 'retry' ? shop.operatorRetrySaga({ checkoutId, reason }) : shop.operatorEndSaga({ checkoutId, reason })),
    onSuccess: async (saga) => { queries.setQueryData(['saga', checkoutId], saga); await queries.invalidateQueries({ queryKey: ['sagas'] }); close() },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => { acting.mutate(typedIn(event)('reason')) }
  return (
    <form className="fields" onSubmit={submit}>
      <p>{act === 'end' ? 'What could not be undone is not tried any more. See to it first: money at the provider, copies that are held.' : 'It is taken up at once instead of at its next time.'}</p>
      <TextInput name="reason" label="Why" required maxLength={500} data-autofocus />
      <Wrong error={acting.error} />
      <div className="row"><Button type="submit" {...(act === 'end' && { color: 'red' })} loading={acting.isPending}>{act === 'end' ? 'End it' : 'Try again'}</Button><Button variant="default" onClick={close}>Leave it</Button></div>
    </form>
  )
}
