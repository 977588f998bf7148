// Writes the golden answers of Prophet's own Stan model for the series in irregular-town.csv.
// Run with Node 20 after `npm install @bsull/augurs-prophet-wasmstan@0.2.0` (MIT or Apache-2.0):
//   node golden.mjs
// Columns, changepoints and scales are built here from Prophet's paper and documentation alone, in
// their own code, so that the design matrix is checked as well as the optimum.
import { readFileSync, writeFileSync } from 'node:fs';
import { optimizer } from '@bsull/augurs-prophet-wasmstan';

const rows = readFileSync('irregular-town.csv', 'utf8').trim().split('\n').slice(1)
  .map((line) => line.split(',').map(Number))
  .filter((row) => !Number.isNaN(row[1]))
  .sort((a, b) => a[0] - b[0]);
const days = rows.map((r) => r[0]);
const values = rows.map((r) => r[1]);
const temperature = rows.map((r) => r[2]);
const n = rows.length;
const start = days[0];
const span = days[n - 1] - start;
const size = Math.max(...values.map(Math.abs));
const t = days.map((d) => (d - start) / span);
const y = values.map((v) => v / size);

const columns = [];
const fourier = (period, order, multiplied) => {
  for (let h = 1; h <= order; h++) {
    for (const wave of [Math.sin, Math.cos]) {
      columns.push({ x: days.map((d) => wave((2 * Math.PI * h * d) / period)), multiplied });
    }
  }
};
fourier(365.25, 10, true);
fourier(7, 3, false);
const festivals = [17105, 17470, 17835];
for (const offset of [-1, 0, 1]) {
  columns.push({
    x: days.map((d) => (festivals.includes(Math.floor(d) - offset) ? 1 : 0)),
    multiplied: true,
  });
}
const mean = temperature.reduce((a, b) => a + b) / n;
const deviation = Math.sqrt(temperature.reduce((a, v) => a + (v - mean) ** 2, 0) / (n - 1));
columns.push({ x: temperature.map((v) => (v - mean) / deviation), multiplied: false });

const history = Math.floor(n * 0.8);
const tChange = [];
for (let i = 1; i <= 25; i++) tChange.push(t[Math.round((i * (history - 1)) / 25)]);

const k = columns.length;
const x = [];
for (let row = 0; row < n; row++) for (const c of columns) x.push(c.x[row]);
const data = {
  T: n, y, t, cap: t.map(() => 0), S: tChange.length, t_change: tChange, trend_indicator: 0,
  K: k, s_a: columns.map((c) => (c.multiplied ? 0 : 1)), s_m: columns.map((c) => (c.multiplied ? 1 : 0)),
  X: t.map((_, row) => columns.map((c) => c.x[row])), sigmas: columns.map(() => 10), tau: 0.05,
};
const out = optimizer.optimize(
  { k: y[n - 1] - y[0], m: y[0], delta: new Float64Array(25), beta: new Float64Array(k), sigmaObs: 1 },
  JSON.stringify(data),
  { algorithm: 'lbfgs', iter: 10000, seed: 1, jacobian: false, refresh: 1 },
);
const p = out.params;
const lines = out.logs.info.trim().split('\n');
console.log(lines.slice(-6).join('\n'), out.logs.error, out.logs.warn);
const fitted = t.map((_, row) => {
  let share = 0;
  let added = 0;
  columns.forEach((c, i) => {
    if (c.multiplied) share += c.x[row] * p.beta[i];
    else added += c.x[row] * p.beta[i];
  });
  return (p.trend[row] * (1 + share) + added) * size;
});
const list = (v) => Array.from(v);
writeFileSync('irregular-town-stan.json', JSON.stringify({
  k: p.k, m: p.m, sigma: p.sigmaObs, delta: list(p.delta), beta: list(p.beta), log: lines.slice(-6), fitted,
}) + '\n');
