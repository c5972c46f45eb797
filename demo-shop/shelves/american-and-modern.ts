/** Novels from America, and those written in English about 1900 and after. */
import { classics } from '../press/classic.ts'

export const americanAndModern = classics([
  { n: 201, title: 'The Scarlet Letter', by: 'Nathaniel Hawthorne', year: 1850, pages: 272, kind: 'historical',
    keywords: ['Puritans', 'Boston', 'adultery', 'guilt'],
    text: `
      Hester Prynne stands on a scaffold in Boston with a baby and an embroidered letter, and will not say who the father
      is. He is in the crowd. It is a story of three people and a secret, in which the one who is punished does best.` },
  { n: 202, title: 'The House of the Seven Gables', by: 'Nathaniel Hawthorne', year: 1851, pages: 320, kind: 'gothic',
    keywords: ['Salem', 'curses', 'old houses', 'shops'],
    text: `
      A house in a Massachusetts town was built on land taken from a man who was hanged for a wizard, and he said something
      about it first. The last old lady of the family opens a penny shop in the front. Her first customer wants gingerbread.` },
  { n: 203, title: 'Uncle Tom’s Cabin', by: 'Harriet Beecher Stowe', year: 1852, pages: 560, kind: 'novel',
    keywords: ['slavery', 'Kentucky', 'abolition', 'escape'],
    text: `
      A Kentucky farmer in debt sells two people, a man and a child, and the child’s mother hears of it through a door. It
      sold three hundred thousand copies in its first year and was answered with some thirty novels that took the other
      side. Nobody reads those.` },
  { n: 204, title: 'Little Women', by: 'Louisa May Alcott', year: 1868, pages: 512, kind: 'childFamily',
    also: ['classics'], keywords: ['sisters', 'Massachusetts', 'Civil War', 'writing'],
    text: 'Christmas will not be Christmas without any presents, says Jo, lying on the rug. Four sisters in a New England house grow up, put on plays, burn a manuscript, and do without. Alcott wrote it in ten weeks because her publisher wanted a book for girls, and thought it dull.', series: ['Little Women', '1'] },
  { n: 205, title: 'Little Men', by: 'Louisa May Alcott', year: 1871, pages: 368, kind: 'childFamily',
    keywords: ['schools', 'boys', 'Plumfield', 'gardens'], series: ['Little Women', '2'],
    text: `
      Jo has a school now, where each boy has a garden and pillow fights are allowed for a quarter of an hour on Saturdays.
      A fiddler’s boy comes to the door in the rain. It is a kinder school than most, then or since.` },
  { n: 206, title: 'The Adventures of Tom Sawyer', by: 'Mark Twain', year: 1876, pages: 256, kind: 'child',
    also: ['adventure', 'classics'], keywords: ['Mississippi', 'caves', 'fences', 'treasure'],
    text: `
      Tom sells the whitewashing of a fence, a brushful at a time, for a kite, a dead rat and other goods. He attends his
      own funeral. There is also a graveyard at midnight and a cave with somebody else in it, and that part is not a joke.` },
  { n: 207, title: 'Adventures of Huckleberry Finn', by: 'Mark Twain', year: 1884, pages: 352, kind: 'novel',
    also: ['adventure'], keywords: ['Mississippi', 'rafts', 'slavery', 'conscience'],
    text: `
      A boy who has been taught that helping a slave to escape is a sin decides to commit it. Most of the book is a raft at
      night and two people talking. It is told in his own voice, and American prose has been listening to it ever since.` },
  { n: 208, title: 'A Connecticut Yankee in King Arthur’s Court', by: 'Mark Twain', year: 1889, pages: 432, kind: 'satire',
    also: ['science-fiction-and-fantasy'], keywords: ['time travel', 'Camelot', 'engineering', 'knights'],
    text: `
      A foreman from an arms factory is hit on the head with a crowbar and wakes up at Camelot. He brings it soap,
      telephones and advertising. The joke is on the knights until, quite suddenly, it is not.` },
  { n: 209, title: 'The Portrait of a Lady', by: 'Henry James', year: 1881, pages: 656, kind: 'novel',
    keywords: ['Americans abroad', 'Florence', 'marriage', 'freedom'],
    text: `
      Isabel Archer comes to Europe with a mind of her own, is left a fortune so that she may use it, and chooses. In one
      chapter she sits up by a dying fire and thinks, and that is all that happens. James considered it the best thing in
      the book, and he was right.` },
  { n: 210, title: 'Washington Square', by: 'Henry James', year: 1880, pages: 224, kind: 'novel',
    keywords: ['New York', 'fathers', 'suitors', 'inheritance'],
    text: `
      A clever doctor has a plain daughter, and a handsome man without a profession comes to call. The father is right about
      the suitor, which is the cruel part. James left it out of his collected edition; readers have put it back.` },
  { n: 211, title: 'The Turn of the Screw', by: 'Henry James', year: 1898, pages: 144, kind: 'gothic',
    also: ['short-stories'], keywords: ['governesses', 'ghosts', 'children', 'doubt'],
    text: `
      A governess is alone in a country house with two perfect children and a housekeeper who cannot read. She sees a man on
      the tower, and later somebody across the lake. Whether anyone else sees them is a question on which friendships have
      ended.` },
  { n: 212, title: 'The Ambassadors', by: 'Henry James', year: 1903, pages: 480, kind: 'novel',
    keywords: ['Paris', 'Americans abroad', 'middle age', 'errands'],
    text: `
      A widow in Massachusetts sends Lambert Strether to Paris to bring her son home to the family business. Strether looks
      about him and begins to doubt the errand. The business makes a small domestic object which, in four hundred pages, is
      never named.` },
  { n: 213, title: 'The Red Badge of Courage', by: 'Stephen Crane', year: 1895, pages: 176, kind: 'historical',
    keywords: ['Civil War', 'fear', 'soldiers', 'battle'],
    text: `
      A recruit wonders whether he will run, and runs. Crane was born six years after the war was over, and veterans wrote
      to say that they remembered him. Two days, no names of places, and colours that nobody had used for a battle before.` },
  { n: 214, title: 'The Awakening', by: 'Kate Chopin', year: 1899, pages: 192, kind: 'novel',
    keywords: ['Louisiana', 'the sea', 'marriage', 'independence'],
    text: `
      On a summer island off Louisiana a married woman learns to swim, and then to want things. The reviews were shocked and
      the book went out of sight for half a century. It is short and written as clear as water.` },
  { n: 215, title: 'Sister Carrie', by: 'Theodore Dreiser', year: 1900, pages: 480, kind: 'novel',
    keywords: ['Chicago', 'New York', 'theatre', 'ruin'],
    text: `
      A girl of eighteen takes the train to Chicago with four dollars and a lunch in a box. She rises, chiefly by standing
      still; the man who leaves everything for her goes down, step by step. Its publisher disliked it so much that he
      printed a thousand and advertised none.` },
  { n: 216, title: 'The Call of the Wild', by: 'Jack London', year: 1903, pages: 128, kind: 'adventure',
    keywords: ['dogs', 'Klondike', 'wolves', 'snow'],
    text: `
      Buck, half St Bernard, is stolen from a garden in California and sold north to pull sledges in the gold rush. He
      learns what a club is and what a harness is. Then he begins to remember things that never happened to him.` },
  { n: 217, title: 'White Fang', by: 'Jack London', year: 1906, pages: 272, kind: 'adventure',
    keywords: ['wolves', 'Yukon', 'dogs', 'taming'],
    text: `
      The other journey: a cub three parts wolf comes in from the wild by way of several masters, most of them bad. The
      first chapters, with two men, a coffin and a ring of eyes about the fire, are the coldest London wrote.` },
  { n: 218, title: 'Martin Eden', by: 'Jack London', year: 1909, pages: 432, kind: 'novel',
    keywords: ['writers', 'sailors', 'Oakland', 'self-education'],
    text: `
      A sailor falls in love with a girl who has books, and reads his way to her. He writes for two years on beans and a
      rented typewriter, and every envelope comes back. Then they stop coming back, and that is worse.` },
  { n: 219, title: 'The House of Mirth', by: 'Edith Wharton', year: 1905, pages: 368, kind: 'novel',
    keywords: ['New York', 'society', 'debt', 'marriage'],
    text: `
      Lily Bart is twenty-nine, beautiful and in debt at bridge. She always does the right thing one moment too late, or the
      wrong one with the wrong witness. It comes down a flight of stairs at a time, and you hope at every landing.` },
  { n: 220, title: 'Ethan Frome', by: 'Edith Wharton', year: 1911, pages: 144, kind: 'novel',
    keywords: ['New England', 'winter', 'marriage', 'sledging'],
    text: `
      An engineer snowed up in Starkfield wonders about a lame man who drives him to the station. The answer has a
      farmhouse, a sick wife, a cousin and a red pickle dish in it. You will not forget what they did on the hill.` },
  { n: 221, title: 'The Age of Innocence', by: 'Edith Wharton', year: 1920, pages: 336, kind: 'love',
    keywords: ['New York', '1870s', 'convention', 'opera'],
    text: `
      Newland Archer is engaged to the right girl when her cousin comes home from Europe in the wrong dress. Nothing is
      said, and everybody knows. Wharton wrote it in France after the war, of a New York that was by then as far away as
      Troy.` },
  { n: 222, title: 'O Pioneers!', by: 'Willa Cather', year: 1913, pages: 208, kind: 'novel',
    keywords: ['Nebraska', 'farming', 'Swedes', 'prairie'],
    text: `
      Alexandra Bergson’s father leaves her a farm in Nebraska that everybody says is worthless, and two brothers who agree.
      She goes to look at the river land, comes home, and buys more of the bad. The land is the hero and is slow to make up
      its mind.` },
  { n: 223, title: 'My Ántonia', by: 'Willa Cather', year: 1918, pages: 256, kind: 'novel',
    keywords: ['Nebraska', 'immigrants', 'memory', 'prairie'],
    text: `
      An orphan from Virginia and a girl from Bohemia arrive in Nebraska by the same train, at night, when there is nothing
      there but land. He goes away and becomes a lawyer. She stays, and the plough against the sun is how he remembers it.` },
  { n: 224, title: 'Winesburg, Ohio', by: 'Sherwood Anderson', year: 1919, pages: 240, kind: 'stories',
    keywords: ['Ohio', 'small towns', 'loneliness', 'newspapers'],
    text: `
      Twenty-odd people in a small town each have one thing they have never been able to say. Most of them try to say it to
      the boy from the newspaper, usually after dark. American short stories have been quieter since.` },
  { n: 225, title: 'Main Street', by: 'Sinclair Lewis', year: 1920, pages: 448, kind: 'satire',
    keywords: ['Minnesota', 'small towns', 'reform', 'doctors'],
    text: `
      Carol Kennicott marries a doctor and moves to Gopher Prairie, which she means to make beautiful. It takes her
      thirty-two minutes to walk all round it. The town wins on points, but she has a few good rounds.` },
  { n: 226, title: 'Babbitt', by: 'Sinclair Lewis', year: 1922, pages: 400, kind: 'satire',
    keywords: ['estate agents', 'boosters', 'clubs', 'middle age'],
    text: `
      George F. Babbitt sells houses for more than people can afford and is proud of his cigar lighter. For a few weeks he
      wonders if this is all. His name became a common noun, which is more than can be said of the men who were offended.` },
  { n: 227, title: 'The Great Gatsby', by: 'F. Scott Fitzgerald', year: 1925, pages: 192, kind: 'novel',
    keywords: ['Long Island', 'parties', 'bootleggers', 'money'],
    text: `
      A man gives parties all summer for people he does not know, in the hope that one person will come. His neighbour tells
      it, and is more impressed than he says. It sold poorly, and its author died believing it forgotten.`, demand: 'sold out' },
  { n: 228, title: 'Heart of Darkness', by: 'Joseph Conrad', year: 1899, pages: 128, kind: 'novel',
    also: ['the-sea'], keywords: ['Congo', 'rivers', 'empire', 'ivory'],
    text: `
      Four friends sit in a yawl on the Thames, waiting for the tide, and Marlow says that this too has been one of the dark
      places of the earth. Then he tells them about another river. Conrad had steamed up it in 1890 and was never quite well
      again.` },
  { n: 229, title: 'Lord Jim', by: 'Joseph Conrad', year: 1900, pages: 400, kind: 'sea',
    keywords: ['cowardice', 'ships', 'pilgrims', 'honour'],
    text: `
      The officers of a ship with eight hundred pilgrims aboard believe that she is sinking, and go. She does not sink. Jim,
      who jumped, spends the rest of his life looking for a place where nobody has heard.` },
  { n: 230, title: 'Nostromo', subtitle: 'A Tale of the Seaboard', by: 'Joseph Conrad', year: 1904, pages: 528, kind: 'novel',
    keywords: ['South America', 'silver', 'revolution', 'mines'],
    text: `
      A republic with a silver mine has a revolution, and the silver must be got out by night in a lighter. Conrad made up
      the country to the last customs shed. There is a whole politics in it, and it has not gone out of date.` },
  { n: 231, title: 'The Secret Agent', by: 'Joseph Conrad', year: 1907, pages: 272, kind: 'spies',
    keywords: ['anarchists', 'London', 'Greenwich', 'embassies'],
    text: `
      Mr Verloc keeps a shop in Soho and sells information to an embassy, which now wants the first meridian blown up. He is
      lazy, stout and fond of his wife. She is the one to watch.` },
  { n: 232, title: 'Kim', by: 'Rudyard Kipling', year: 1901, pages: 368, kind: 'adventure',
    also: ['travel'], keywords: ['India', 'spies', 'lamas', 'the Grand Trunk Road'],
    text: `
      A boy who is Irish by birth and of Lahore by everything else takes to the road with an old lama in search of a river.
      He is also carrying a message. The spying is a game; the road is the book.` },
  { n: 233, title: 'The Good Soldier', subtitle: 'A Tale of Passion', by: 'Ford Madox Ford', year: 1915, pages: 208, kind: 'novel',
    keywords: ['spas', 'deception', 'marriage', 'narrators'],
    text: `
      This is the saddest story I have ever heard, says the man who lived in it for nine years without noticing. Two couples
      take the waters at Nauheim. He tells it out of order, and each time round the same afternoon looks worse.` },
  { n: 234, title: 'Sons and Lovers', by: 'D. H. Lawrence', year: 1913, pages: 480, kind: 'family',
    keywords: ['Nottinghamshire', 'miners', 'mothers', 'first love'],
    text: `
      A miner’s wife, disappointed in her husband, puts all her hopes in her sons. The second of them paints, and loves two
      women, and can leave none of the three. Lawrence was twenty-seven and had not long buried his own mother.` },
  { n: 235, title: 'The Rainbow', by: 'D. H. Lawrence', year: 1915, pages: 496, kind: 'family',
    keywords: ['Nottinghamshire', 'farms', 'generations', 'schoolteachers'],
    text: `
      Three generations of Brangwens on a farm by a canal marry, fight and want something that they cannot name. A
      magistrate had a thousand copies burnt outside the Royal Exchange. The second-best answer to him is the wedding
      chapter.` },
  { n: 236, title: 'Mrs Dalloway', by: 'Virginia Woolf', year: 1925, pages: 208, kind: 'novel',
    keywords: ['London', 'parties', 'one day', 'shell shock'],
    text: `
      On a June morning a woman goes out to buy flowers for a party she is giving. Across London a man who came back from
      the war is being told to take more interest in things outside himself. They never meet, and by midnight she knows him.` },
  { n: 237, title: 'To the Lighthouse', by: 'Virginia Woolf', year: 1927, pages: 224, kind: 'family',
    keywords: ['Skye', 'painting', 'time', 'holidays'],
    text: `
      A boy is told that he may go to the lighthouse if it is fine, and that it will not be fine. Ten years pass in twenty
      pages, in an empty house. Then the boat goes out, and on the lawn somebody finishes a picture.` },
  { n: 238, title: 'Orlando', subtitle: 'A Biography', by: 'Virginia Woolf', year: 1928, pages: 240, kind: 'fantasy',
    keywords: ['centuries', 'poetry', 'change', 'great frost'],
    text: `
      Orlando is a boy under Elizabeth and a woman under Anne, and is thirty-six in the year of publication. Nobody makes
      much of it, least of all Orlando, who has a poem to finish. It has an index, photographs and a great frost on the
      Thames.` },
  { n: 239, title: 'A Portrait of the Artist as a Young Man', by: 'James Joyce', year: 1916, pages: 272, kind: 'novel',
    keywords: ['Dublin', 'Jesuits', 'adolescence', 'exile'],
    text: `
      It begins with a moocow coming down along the road and ends with a diary. In between are a Christmas dinner that is
      ruined by politics and a sermon on hell that keeps its listeners awake. The language grows up at the same pace as the
      boy.` },
  { n: 240, title: 'Ulysses', by: 'James Joyce', year: 1922, pages: 736, kind: 'novel',
    keywords: ['Dublin', 'one day', '16 June 1904', 'kidneys'],
    text: `
      A man in Dublin cooks a kidney, goes to a funeral, is insulted in a bar and brings home a young man for cocoa.
      Eighteen chapters, each done in another way, one of them without a full stop to speak of. It is funnier than it is
      hard, and it is hard.` },
  { n: 241, title: 'The Old Wives’ Tale', by: 'Arnold Bennett', year: 1908, pages: 608, kind: 'family', demand: 'last copies',
    keywords: ['the Potteries', 'drapers', 'Paris', 'sisters'],
    text: `
      Two sisters grow up over a draper’s shop; one stays, the other elopes to Paris and sits out a siege. Bennett saw a
      stout, ridiculous old woman in a restaurant and thought that she had once been young. This is all of the time between.` },
  { n: 242, title: 'The Way of All Flesh', by: 'Samuel Butler', year: 1903, pages: 432, kind: 'satire',
    keywords: ['fathers', 'clergy', 'piano', 'hypocrisy'],
    text: `
      Four generations of fathers bring up sons for their own good. Butler kept it in a drawer until everyone in it was
      dead, himself included. For its first readers it was like somebody opening a window in a Victorian dining room.` },
  { n: 244, title: 'The Man of Property', by: 'John Galsworthy', year: 1906, pages: 352, kind: 'family',
    keywords: ['London', 'solicitors', 'houses', 'possession'], series: ['The Forsyte Saga', '1'],
    text: `
      Soames Forsyte has a fine eye for pictures and a wife who cannot bear him, and builds a house to put her in. The
      architect is engaged to a cousin. There is no family in English that one would less like to owe money.` },
  { n: 245, title: 'The Story of an African Farm', by: 'Olive Schreiner', year: 1883, pages: 304, kind: 'novel',
    keywords: ['South Africa', 'the Karoo', 'doubt', 'women'],
    text: `
      Three children grow up on an ostrich farm in the Karoo under a Boer stepmother and an Irish impostor. One loses God in a
      night and another will not be owned by anyone. Schreiner wrote it while she worked as a governess on farms like that
      one.` },
  { n: 246, title: 'My Brilliant Career', by: 'Miles Franklin', year: 1901, pages: 272, kind: 'novel',
    keywords: ['Australia', 'cattle', 'ambition', 'marriage'],
    text: `
      Sybylla Melvyn milks cows in a drought and would rather be reading. A good, rich, tall man wants to marry her.
      Franklin was about twenty, and her neighbours were so sure that they were in it that she forbade reprinting until ten
      years after her death.` },
])
