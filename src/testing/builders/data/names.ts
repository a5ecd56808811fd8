/** Invented people and teams. */
export const firstNames: readonly string[] = (
  'Ada Aisha Alan Amara Amir Ana Anders Anika Bao Bea Carlos Chiara Chloe Dana Daniel Diego Elena Emeka Emma Erik Fatima Felix ' +
  'Freya Grace Hana Hugo Ibrahim Ines Ivan Jack Jana Jonas Julia Kai Kavya Kenji Lars Leila Liam Lin Lucia Maja Marco Maya Mei ' +
  'Nadia Nils Noor Oliver Omar Petra Priya Rafael Riya Rosa Samir Sara Sofia Tariq Theo Uma Vera Wei Yara Yuki Zoe'
).split(' ')

export const lastNames: readonly string[] = (
  'Abbott Adeyemi Ahmed Alvarez Andersson Baker Becker Bianchi Brown Campbell Chen Costa Das Dubois Evans Ferrari Fischer Garcia ' +
  'Gupta Haddad Hansen Hughes Ito Ivanova Jensen Johnson Kaur Keller Khan Kim Kowalski Larsen Lee Lopez Martin Mbeki Meyer Miller ' +
  'Moreau Morris Nakamura Nguyen Novak Okafor Olsen Park Patel Pereira Reed Rossi Russo Sato Schmidt Silva Singh Smith Suzuki ' +
  'Tanaka Taylor Torres Varga Walker Wang Weber Wilson Wright Yilmaz Young Zhang'
).split(' ')

export const teamAreas: readonly string[] = (
  'Payments Checkout Search Identity Billing Catalog Messaging Mobile Storage Network Kafka Warehouse Pricing Fraud Logistics ' +
  'Inventory Orders Media Analytics Reporting Edge Database Partner Loyalty Risk'
).split(' ')

export const teamKinds = ['Platform', 'Operations', 'SRE', 'Support'] as const

/** Name, zone label, city, state, alpha-3 country, postal code, latitude, longitude. */
export const offices = [
  ['Victoria', 'US/Pacific', 'Victoria', 'BC', 'CAN', 'V8W 1T3', 48.4284, -123.3656],
  ['New York', 'US/Eastern', 'New York', 'NY', 'USA', '10001', 40.7506, -73.9972],
  ['London', 'Europe/London', 'London', '', 'GBR', 'EC2A 4NE', 51.5237, -0.0835],
  ['Berlin', 'Europe/Berlin', 'Berlin', '', 'DEU', '10115', 52.5323, 13.3846],
  ['Bengaluru', 'Asia/Kolkata', 'Bengaluru', 'KA', 'IND', '560001', 12.9763, 77.5929],
  ['Sydney', 'Australia/Sydney', 'Sydney', 'NSW', 'AUS', '2000', -33.8688, 151.2093],
] as const
