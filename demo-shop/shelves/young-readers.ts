/** For children, and for whoever reads to them. */
import { illustrator } from '../press/book.ts'
import { classics } from '../press/classic.ts'

export const youngReaders = classics([
  { n: 801, title: 'Through the Looking-Glass', subtitle: 'And What Alice Found There', by: 'Lewis Carroll', year: 1871, pages: 208, kind: 'childFantasy',
    also: ['classics'], others: [illustrator('John Tenniel', 'Tenniel, John')], keywords: ['chess', 'mirrors', 'nonsense', 'Alice'], series: ['Alice', '2'],
    text: `
      Alice goes through the glass over the mantelpiece into a country laid out for chess, where one must run hard to stay
      in one place. Humpty Dumpty pays his words extra on Saturdays. <em>Jabberwocky</em> is in the first chapter, and has
      to be held up to a mirror.` },
  { n: 802, title: 'The Jungle Book', by: 'Rudyard Kipling', year: 1894, pages: 224, kind: 'childAnimals',
    also: ['short-stories'], keywords: ['India', 'wolves', 'Mowgli', 'mongooses'], series: ['The Jungle Books', '1'],
    text: `
      A child walks into a wolf’s den and pushes in among the cubs to be warm. The bear teaches him the Law and the panther
      buys him with a bull. There is a mongoose in it as well, and a white seal, and the elephants’ dance.` },
  { n: 803, title: 'Just So Stories', by: 'Rudyard Kipling', year: 1902, pages: 192, kind: 'childAnimals',
    also: ['myths-and-legends'], others: [illustrator('Rudyard Kipling', 'Kipling, Rudyard')], keywords: ['elephants', 'camels', 'whales', 'bedtime'],
    text: `
      How the camel got his hump, and who pulled the elephant’s nose. His daughter would have each of them told just so,
      without a word changed, and they are made for the voice. He drew the pictures too, and explains them at length.` },
  { n: 804, title: 'Peter and Wendy', by: 'J. M. Barrie', year: 1911, pages: 240, kind: 'childFantasy',
    keywords: ['Neverland', 'pirates', 'fairies', 'growing up'],
    text: `
      All children, except one, grow up. Three of them fly out of a nursery window in Bloomsbury behind a boy who has lost
      his shadow and does not remember people long. It is stranger and less kind than the play, and the dog is the best
      nurse.` },
  { n: 805, title: 'The Secret Garden', by: 'Frances Hodgson Burnett', year: 1911, pages: 304, kind: 'childFamily',
    also: ['classics'], keywords: ['Yorkshire', 'gardens', 'robins', 'recovery'],
    text: `
      Mary Lennox is sent from India to a house with a hundred rooms, and is the most disagreeable-looking child ever seen.
      There is a locked garden, a robin who knows, and somebody crying in the night. Two bad-tempered children are made well
      by digging.` },
  { n: 806, title: 'A Little Princess', by: 'Frances Hodgson Burnett', year: 1905, pages: 272, kind: 'childFamily',
    keywords: ['boarding schools', 'attics', 'imagination', 'London'],
    text: `
      The richest girl in a London school becomes, in the middle of her birthday party, the maid in its attic. She goes on
      behaving like a princess, which annoys the headmistress. There is a monkey next door, and one cold night the fire has
      been lit.` },
  { n: 807, title: 'Black Beauty', subtitle: 'The Autobiography of a Horse', by: 'Anna Sewell', year: 1877, pages: 256, kind: 'childAnimals',
    keywords: ['horses', 'London cabs', 'kindness', 'grooms'],
    text: `
      A horse tells his life, from a meadow to the shafts of a London cab. Anna Sewell had been lame since she was fourteen,
      and was driven everywhere; she wrote it in bed, for the people who worked with horses. The bearing rein went out of
      use, and this is why.` },
  { n: 808, title: 'The Railway Children', by: 'E. Nesbit', year: 1906, pages: 240, kind: 'childFamily',
    keywords: ['trains', 'Yorkshire', 'prisoners', 'petticoats'],
    text: `
      Father has gone away with two men after dinner, and nobody will say why. The children move to a house by a railway,
      and wave at the 9.15. It has a landslip, a Russian, and on the last pages a platform clearing of its smoke.` },
  { n: 809, title: 'Five Children and It', by: 'E. Nesbit', year: 1902, pages: 224, kind: 'childFantasy',
    keywords: ['wishes', 'sand fairies', 'Kent', 'brothers and sisters'], series: ['Psammead', '1'],
    text: `
      Digging for Australia in a gravel pit, they find something with eyes on stalks, which is cross. It gives one wish a
      day, good until sunset. They wish to be beautiful, rich and grown up, and none of it is any use.` },
  { n: 810, title: 'The Wonderful Wizard of Oz', by: 'L. Frank Baum', year: 1900, pages: 208, kind: 'childFantasy',
    others: [illustrator('W. W. Denslow', 'Denslow, W. W.')], keywords: ['Kansas', 'cyclones', 'witches', 'friends'], series: ['Oz', '1'],
    text: `
      A farmhouse is blown out of Kansas, and comes down on a witch. A scarecrow who thinks, a tin man who weeps and a lion
      who is brave all want what they have. The shoes are silver here, and the Wizard is a bad wizard but a good man.` },
  { n: 811, title: 'Anne of Green Gables', by: 'L. M. Montgomery', year: 1908, pages: 336, kind: 'childFamily',
    also: ['classics'], keywords: ['Prince Edward Island', 'orphans', 'red hair', 'school'], series: ['Anne', '1'],
    text: `
      An old brother and sister on Prince Edward Island send for a boy to help on the farm, and get a girl who has not
      stopped talking since the station. She breaks a slate on a head, and dyes her hair green. It was turned down five
      times and kept in a hatbox.` },
  { n: 812, title: 'Heidi', by: 'Johanna Spyri', year: 1881, pages: 288, kind: 'childFamily',
    from: 'de', translator: 'Louise Brooks', keywords: ['Alps', 'goats', 'grandfathers', 'Frankfurt'],
    text: `
      A small girl in all her clothes at once is walked up an Alp and left with a grandfather who speaks to nobody. She
      likes it. In Frankfurt she keeps rolls in her wardrobe for a blind old woman and walks in her sleep.` },
  { n: 813, title: 'Fairy Tales', handle: 'andersens-fairy-tales', by: 'Hans Christian Andersen', year: 1835, pages: 448, kind: 'fairyTales',
    from: 'da', translator: 'H. B. Paull', keywords: ['Denmark', 'mermaids', 'snow', 'tin soldiers'],
    text: `
      A tin soldier with one leg, a duckling, a mermaid, an emperor without a stitch. Most of these he made up himself, and
      in most of them somebody is not invited. Children have never minded the sad ones as much as their parents do.` },
  { n: 814, title: 'The Wonderful Adventures of Nils', by: 'Selma Lagerlöf', year: 1906, pages: 368, kind: 'childFantasy',
    also: ['travel'], from: 'sv', translator: 'Velma Swanston Howard', keywords: ['Sweden', 'geese', 'elves', 'geography'],
    text: `
      A lazy boy is made as small as a hand and goes off over Sweden on the back of a white gander. The schools had asked
      for a geography. They got one, province by province, with a fox running behind.` },
  { n: 815, title: 'The Happy Prince and Other Tales', by: 'Oscar Wilde', year: 1888, pages: 96, kind: 'fairyTales',
    keywords: ['statues', 'swallows', 'giants', 'nightingales'],
    text: `
      A gilded statue looks down on a city, and asks a swallow, who is late for Egypt, to run an errand. Then another. There
      are five tales, and grown people reading them aloud should go through them once alone.` },
  { n: 816, title: 'The Princess and the Goblin', by: 'George MacDonald', year: 1872, pages: 224, kind: 'childFantasy', demand: 'last copies',
    keywords: ['goblins', 'mines', 'grandmothers', 'thread'],
    text: `
      At the top of the castle an old, old lady is spinning, whom nobody else has met. Below it goblins are digging, and
      they have soft feet. A thread too fine to be seen leads in between, and must be trusted.` },
  { n: 817, title: 'The Water-Babies', by: 'Charles Kingsley', year: 1863, pages: 272, kind: 'childFantasy',
    keywords: ['chimney sweeps', 'rivers', 'salmon', 'evolution'],
    text: `
      A chimney sweep of ten comes down the wrong flue, sees himself in a glass, and runs until he reaches a river.
      Underneath it he is taught by caddis flies and by Mrs Bedonebyasyoudid. The sermons are long; the water is cold and
      clear.` },
  { n: 818, title: 'Tom Brown’s School Days', by: 'Thomas Hughes', year: 1857, pages: 320, kind: 'child',
    keywords: ['Rugby', 'schools', 'bullies', 'football'],
    text: `
      Tom goes to Rugby in the days of Dr Arnold, is tossed in a blanket and roasted before a fire, and is set to look after
      a small boy who prays. All school stories have come from this one, and so has Flashman, who was meant to be a warning.` },
  { n: 819, title: 'What Katy Did', by: 'Susan Coolidge', year: 1872, pages: 208, kind: 'childFamily',
    keywords: ['Ohio', 'sisters', 'swings', 'illness'], series: ['Katy', '1'],
    text: `
      Katy Carr is twelve, torn, and going to be beautiful and good some day. First she goes on the swing that she has been
      told not to use. It is a better book about being ill than most of those for adults.` },
  { n: 820, title: 'The Tale of Jemima Puddle-Duck', by: 'Beatrix Potter', year: 1908, pages: 64, kind: 'picture',
    others: [illustrator('Beatrix Potter', 'Potter, Beatrix')], keywords: ['ducks', 'foxes', 'eggs', 'farms'],
    text: `
      A duck wants to hatch her own eggs, and a gentleman with sandy whiskers offers her his woodshed, which is full of
      feathers. She is asked to bring sage and onions. Small children see it before she does, and cannot be kept in their
      chairs.` },
  { n: 821, title: 'The Tale of Squirrel Nutkin', by: 'Beatrix Potter', year: 1903, pages: 64, kind: 'picture',
    others: [illustrator('Beatrix Potter', 'Potter, Beatrix')], keywords: ['squirrels', 'owls', 'riddles', 'autumn'],
    text: `
      The squirrels sail to Owl Island on rafts for nuts, and bring the owl presents. Nutkin brings him riddles. Old Brown
      says nothing at all, for six days, and then does something.` },
  { n: 822, title: 'The Tale of Mrs Tiggy-Winkle', by: 'Beatrix Potter', year: 1905, pages: 64, kind: 'picture', demand: 'new printing',
    others: [illustrator('Beatrix Potter', 'Potter, Beatrix')], keywords: ['hedgehogs', 'washing', 'the Lakes', 'handkerchiefs'],
    text: `
      A little girl has lost three handkerchiefs and a pinafore, and finds a door in the hillside and behind it a very stout
      short person, ironing. All the animals’ clothes are there. What are those prickles through the cap?` },
  { n: 823, title: 'A Child’s Garden of Verses', by: 'Robert Louis Stevenson', year: 1885, pages: 112, kind: 'childVerse',
    keywords: ['bedtime', 'swings', 'shadows', 'rain'],
    text: `
      In winter I get up at night, and dress by yellow candle-light. Stevenson was often ill as a child, and remembered it
      to the pattern of the counterpane. Short, easy, and for reading on the edge of a bed.` },
  { n: 824, title: 'A Book of Nonsense', by: 'Edward Lear', year: 1846, pages: 112, kind: 'childVerse',
    also: ['picture-books'], others: [illustrator('Edward Lear', 'Lear, Edward')], keywords: ['limericks', 'beards', 'owls', 'nonsense'],
    text: `
      There was an old man with a beard, and an old person in most other places, each with a drawing. Lear made them for an
      earl’s grandchildren while he was in the house to paint the parrots. They are sillier than any since, and some are
      rather sad.` },
  { n: 825, title: 'The Story of King Arthur and His Knights', by: 'Howard Pyle', year: 1903, pages: 320, kind: 'fairyTales',
    also: ['adventure'], others: [illustrator('Howard Pyle', 'Pyle, Howard')], keywords: ['Arthur', 'swords', 'knights', 'Merlin'],
    text: `
      A boy who is looking for a sword for his brother takes one out of an anvil. Pyle wrote it in a language that nobody
      had ever spoken, and drew it as though he had been there. The pictures have armour one could put on.` },
  { n: 826, title: 'Aesop’s Fables', by: 'Aesop', year: -300, pages: 176, kind: 'fairyTales',
    also: ['the-ancient-world'], from: 'grc', translator: 'V. S. Vernon Jones', others: [illustrator('Arthur Rackham', 'Rackham, Arthur')], keywords: ['fables', 'foxes', 'lions', 'morals'],
    text: `
      A fox, some grapes, and a remark about them. Nobody knows if there was such a person; he was a slave, they said, ugly
      and quick. Two or three hundred stories of half a page, and people have been quoting them without knowing for two
      thousand years.` },
])
