/**
 * Codes of the lists that are read, by EDItEUR's issue 75 (and, for release 2.1, of lists that ended with it). `01-05` stands for a run of
 * numbers, `BA-BP` for one of letters.
 */
const written: Readonly<Record<number, string>> = {
  1: '01-05 08 09 12-14 88 89',
  5: '01-06 13-15 17 22-31 34-36',
  7: '00 AA-AL AZ BA-BP BZ CA-CE CZ DA-DO DZ FA-FF FZ MA-MC MZ PA-PT PZ VA-VP VZ WW WX XA-XM XZ ZA-ZJ ZY ZZ',
  15: '00-08 10-16',
  16: '01 02 06 11 15 18 19 31-33 39',
  17: 'A01-A52 A56 A99 B01-B36 B99 C01-C04 C99 D01-D04 D99 E01-E11 E99 F01 F02 F99 Z01-Z06 Z98 Z99',
  21: 'ABR ACT ADP ALT ANN AVS BLL BLP BRL BUD CMB CRI CSP DGO ENH ENL ETR EXP FAC FST HRE ILL INT LTE MCP MDT MLL NED NUM PBO PRB REV SCH SIG SMP SPE STU TCH UBR ULP UNN UXP VAR VOR',
  22: '01-15',
  23: '00 02-18 22 23',
  24: '00-06 11 12 14-19 31',
  26: '01-80 85-87 91-99 A2-A7',
  27: '01-99 A2-A9 B0-B9 C0-C9 D0-D5',
  28: '01-09 11-14',
  29: '01-30',
  33: '01-28 30-35 40-47 98 99',
  45: '01-19 21',
  46: '00-08',
  48: '01-30',
  50: 'cm gr in kg lb mm oz px',
  51: '00-35 37-48',
  54: 'AB AD CS EX IP MD NP NY OF OI OP OR PP RF RM RP RU TO TP TU UR WR WS',
  58: '01-09 11-15 17 21-25 27 31-37 41 42',
  59: '00-19',
  64: '00-13 15-18',
  65: '01 09-12 20-23 30-34 40-52 97-99',
  74: 'aar aav abk ace ach ada ady afa afh afr ain aka akk alb ale alg alq alt amh ang anp apa ara arc arg arm arn arp art arw asm ast ath atj aus ava ave awa aym aze bad bai bak bal bam ban baq bas bat bej bel bem ben ber bho bih bik bin bis bla bnc bnt bos bra bre brx btk bua bug bul bum bur byn cad cai car cat cau cay ceb cel cha chb che chg chi chk chm chn cho chp chr chu chv chy cic ckb cmc cmn cnr cop cor cos cou cpe cpf cpp cre crg crh crj crk crl crm crp csb csw cus cwd cze dak dan dar day del den dgr din div doi dra dsb dua dum dut dyu dzo efi egl egy eka elx eng enm epo est esx ewe ewo fan fao fat fij fil fin fit fiu fkv fon fre frm fro frr frs fry fuf ful fur gaa gay gba gem geo ger gez gil git gju gla gle glg glv gmh gml goh gon gor got grb grc gre grn grt gsw guc guj gwi hai hat hau haw heb her hil him hin hit hmn hmo hmx hoc hop hrv hsb hun hup hux iba ibo ice ido iii ijo ike ikt iku ile ilo ina inc ind ine inh ipk ira iro ita jav jbo jow jpn jpr jpx jrb kaa kab kac kal kam kan kar kas kau kaw kaz kbd kbp kdr kha khi khm kho khr kik kin kir kln kmb kok kom kon kor kos kpe kqs krc krl kro kru kss kua kum kur kut kwk lad lah lam lao lat lav lez lij lim lin lit lkt lmo lol lom loz ltz lua lub lug lui lun luo lus luy mac mad mag mah mai mak mal man mao map mar mas may mdf mdr men mga mic min mis mkh mlg mlt mnc mni mno moe moh mol mon mos mul mun mus mwf mwl mwr myn myv nah nai nap nau nav nbl nde ndo nds nep new nia nic niu nno nob nog non nor nqo nrf nsk nso nub nwc nya nym nyn nyo nzi oci odt oji ojs oka omq ood ori orm osa oss ota oto paa pag pal pam pan pap pau pcd peo per pes phi phn pli pms pol pon por poz pra pri pro prs pus qar qav qgl qiv qlk qls qnf qsp qsw que raj rap rar rcf rgn rjs rkt rmg roa roh rom rum run rup rus sad sag sah sai sal sam san sas sat scc scn sco scr sdc sdn sel sem sga sgn shi shn shs sid sin sio sit sla slo slv sma sme smi smj smn smo sms sna snd snk sog som son sot spa srd srm srn sro srp srr ssa ssw sto suk sun sus sux swa swb swe syc syr szl tah tai tam tat tel tem ter tet tgk tgl tha thp tib tig tir tiv tkl tlh tli tmh tod tog ton tpi tsd tsi tsn tso tuk tum tup tur tut tvl twi tyv tzm tzo udm uga uig ukr umb und unr urd urj uzb vai vec ven vie vol vot wak wal war was wel wen wln wls wol wuu wym xal xho xuu yao yap yid yor ypk yue zap zbl zen zgh zha zhx znd zul zun zxx zza',
  78: 'A101-A112 A201-A212 A301-A305 B101-B131 B201-B215 B221 B222 B301-B313 B401-B415 B501-B512 B601 B602 B610 B701-B707 D101-D105 D201-D207 D301-D316 E200-E204 E210 E211 E221-E225 L101 P101-P114 P201-P204 V201-V203',
  79: '01-27 30-66',
  96: 'AED AFA AFN ALL AMD ANG AOA ARS ATS AUD AWG AZN BAM BBD BDT BEF BGL BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BYR BZD CAD CDF CHF CLP CNY COP CRC CSD CUC CUP CVE CYP CZK DEM DJF DKK DOP DZD EEK EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEL GHC GHS GIP GMD GNF GRD GTQ GWP GYD HKD HNL HRK HTG HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LUF LVL LYD MAD MDL MGA MGF MKD MMK MNT MOP MRO MRU MTL MUR MVR MWK MXN MYR MZN NAD NGN NIO NLG NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PTE PYG QAR ROL RON RSD RUB RUR RWF SAR SBD SCR SDD SDG SEK SGD SHP SIT SKK SLE SLL SOS SRD SRG STD STN SVC SYP SZL THB TJS TMM TMT TND TOP TPE TRL TRY TTD TWD TZS UAH UGX USD UYU UZS VEB VEF VES VND VUV WST XAF XCD XCG XOF XPF YER YUM ZAR ZMK ZMW ZWD ZWG ZWL',
  148: '00 10 11 20',
  149: '01-07',
  150: '00 AA-AO AZ BA-BP BZ CA-CE CZ DA-DC DE DF DI-DO DZ EA-ED FA FC-FF FZ LA-LC MA-MC MZ PA-PV PZ SA-SH VA VF VI-VQ VZ XA-XO XY XZ ZA-ZP ZX-ZZ',
  153: '01-39',
  163: '01 02 09-13 16 19-23 25-33 35-42',
  164: '01-06 21-31 41-51 98 99',
  166: '02 08 18 25 29 30 34 50 51',
  171: '01-03',
  173: '14 15 24',
  175: 'A101-A113 A201-A212 A301-A305 A310-A312 A400-A404 A410 A420 A421 A441 A451 A471 B101-B135 B139-B141 B201 B202 B204-B210 B212-B216 B221-B225 B301-B321 B400-B427 B501-B525 B601-B611 B701-B709 B750-B752 C750 D101-D105 D201-D207 D301-D324 E100-E136 E139-E151 E200-E206 E210-E213 E221-E227 L101 P091 P092 P096-P099 P101-P116 P120-P127 P131-P134 P201-P204 P301 P305 P306 V201-V203 V205-V207 V210-V215 V220 V221 Z101-Z103 Z111-Z113 Z121',
  196: '00-06 08-22 24-32 34-41 51-54 75-77 80-82 84-86 88-99',
}

const read = new Map<number, ReadonlySet<string>>()

/** The codes of a list. */
export function codesOf(list: number): ReadonlySet<string> {
  const known = read.get(list)
  if (known) return known
  const codes = new Set((written[list] ?? '').split(' ').flatMap(runOf))
  read.set(list, codes)
  return codes
}

function runOf(run: string): string[] {
  const [first = '', last] = run.split('-')
  if (last === undefined) return [first]
  const codes = [first]
  for (let code = first; code !== last;) {
    const [, letters = '', digits = ''] = /^(\D*)(\d*)$/.exec(code) ?? []
    code = digits === '' ? letters.slice(0, -1) + String.fromCharCode((letters.codePointAt(letters.length - 1) ?? 0) + 1) : letters + String(Number(digits) + 1).padStart(digits.length, '0')
    codes.push(code)
  }
  return codes
}
