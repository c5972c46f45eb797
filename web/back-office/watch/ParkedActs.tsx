import { Pages } from '../desk/Pages.tsx'
import { shop } from '../desk/shop.ts'
import { momentOf } from '../desk/words.ts'

/** What operators did to parked events, which stays written down. */
export const ParkedActs = () => (
  <section className="block" aria-labelledby="acts">
    <h2 id="acts">What operators did</h2>
    <Pages of={['parked', 'acts']} empty="Nothing yet." ask={(cursor) => shop.operatorListParkedActs(cursor === undefined ? {} : { cursor })}>
      {(acts) => (
        <table className="list">
          <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Event</th><th scope="col">Who</th><th scope="col">Why</th></tr></thead>
          <tbody>
            {acts.map(({ id, at, act, name, key, service, operator, reason }) => (
              <tr key={id}><td className="nowrap">{momentOf(at)}</td><td>{act}</td><td className="w"><b>{name}</b><small>{key}, {service}</small></td><td>{operator}</td><td className="w">{reason}</td></tr>
            ))}
          </tbody>
        </table>
      )}
    </Pages>
  </section>
)
