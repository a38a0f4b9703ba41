-- What the bench's people, companies and deals are called. Early entries are drawn more often than late ones, as in life.
create schema bench;

create table bench.words (kind text, list text[]);
insert into bench.words values
  ('first', string_to_array('james mary john patricia robert jennifer michael linda william elizabeth david barbara richard susan joseph jessica thomas sarah charles karen daniel nancy matthew lisa anthony betty mark sandra donald ashley paul kimberly steven emily andrew donna kenneth michelle joshua carol kevin amanda brian melissa george deborah timothy stephanie ronald rebecca jason sharon edward laura jeffrey cynthia ryan dorothy jacob amy gary kathleen nicholas angela eric shirley jonathan brenda stephen emma larry anna justin pamela scott nicole brandon samantha benjamin katherine samuel christine gregory helen alexander debra patrick rachel frank carolyn raymond janet jack maria søren zoë chloé andré jürgen łukasz', ' ')),
  ('root', string_to_array('john mill will ander gard thom rob hend peter nels hamp wood green hard winter sand stein berg lund holm ash brad carl dal ed far gil hart iver jans kings lang morr nor oliv par quin ram sim tal under vin wal york zim bar cor dun ell fair glen hol kirk lin mer', ' ')),
  ('ending', string_to_array('son er ton man ley ford well ing field wood berg strom sen ham by worth land den more stone ski ov ez ini elli etti aux ault ward bridge house brook mann stein hart cliff dale gate burn croft', ' ')),
  ('title', array['Account Manager', 'Sales Manager', 'Office Manager', 'Managing Director', 'Buyer', 'Head of Procurement', 'Project Manager', 'Chief Executive Officer', 'Finance Director', 'IT Lead', 'Engineer', 'Marketing Lead', 'Facilities Lead', 'Operations Analyst', 'Consultant', 'Assistant', 'Architect', 'Legal Counsel', 'Chief Technology Officer', 'Owner']),
  ('adjective', string_to_array('Northern Blue Golden Silver Bright United Global Prime Royal Grand Modern Swift Clear Green Red Western Eastern Southern Atlantic Pacific Alpine Urban Rapid Solid Stellar Noble Vital Active Central Digital Smart Quantum Summit Harbour River Ocean Forest Desert Meadow Valley Granite Marble Copper Iron Cobalt Amber Crimson Ivory Velvet Crystal Thunder Falcon Eagle Lion Tiger Orchid Maple Cedar Willow Juniper', ' ')),
  ('noun', string_to_array('Logistics Foods Systems Partners Energy Textiles Motors Clinics Studios Labs Works Capital Trading Builders Farms Hotels Media Robotics Pharma Insurance Freight Design Security Analytics Ceramics Schools Print Optics Marine Brewing Dental Publishing Outdoor Cinema Telecom Plastics Paper Glass Steel Furniture Toys Sports Travel Music Books Games Tools Chemicals Packaging Software Cables Shipping Railways Airlines Dairy Bakery Fashion Jewelry Cosmetics Appliances', ' ')),
  ('form', string_to_array('Ltd GmbH Inc BV SA AG LLC SpA Oy AB AS Kft Sro PLC Group', ' ')),
  ('subject', array['Office refit', 'New floor', 'Renewal', 'Meeting rooms', 'Replacement chairs', 'Second site', 'Framework agreement', 'Pilot', 'Annual licence', 'Quiet booths', 'Reception', 'Training', 'Service contract', 'Expansion', 'Upgrade', 'Trial order']),
  ('city', string_to_array('London Paris Berlin Madrid Rome Vienna Oslo Lisbon Dublin Warsaw Prague Leeds Lyon Hamburg Turin Gdansk Porto Ghent Basel Malmö', ' '));

insert into bench.words
select 'last', array_agg(initcap(r || e) order by md5(r || e))
  from bench.words roots, unnest(roots.list) r, bench.words endings, unnest(endings.list) e
 where roots.kind = 'root' and endings.kind = 'ending';

create function bench.words_of(wanted text) returns text[] language sql stable as $$ select list from bench.words where kind = wanted $$;

-- An entry of a list; a skew above 1 prefers the early ones.
create function bench.pick(list text[], skew float8) returns text
language sql volatile as $$ select list[1 + floor(cardinality(list) * power(random(), skew))::int] $$;

-- Ids can be computed from a number, so that a load script can name a random record. Times in them rise with the number.
create function bench.id(kind text, tenant int, number bigint, millis bigint) returns uuid
language sql immutable as $$
  select (lpad(to_hex(millis), 12, '0') || '7' || kind || '00' || '8' || lpad(to_hex(tenant), 3, '0') || lpad(to_hex(number), 12, '0'))::uuid
$$;
