/* SPDX-License-Identifier: MIT */
'use strict';
const fs = require('fs'), vm = require('vm');
const source = fs.readFileSync(process.argv[2], 'utf8');
const GENERATED = '2021-05-14T14:15:00+07:00', T0 = Date.parse(GENERATED);
const FRESH = {generated: GENERATED, valid_s: 300, as_of: GENERATED, stale: false,
	complete: true, online: 2, today: 163, month: 3540, total: 19358};
let tests = 0, failed = 0;

function is(got, want, name) {
	const pass = got === want;
	failed += !pass;
	console.log(`${pass ? 'ok' : 'not ok'} ${++tests} - ${name}`);
	if (!pass) console.log(`#   got ${JSON.stringify(got)}, want ${JSON.stringify(want)}`);
}

/* A page with one widget.  answer() gives the JSON or throws; now_ms is the reader's clock. */
function page(lang, answer, serverClock) {
	const p = {now_ms: T0, timers: [], fetches: 0, hidden: false, classes: new Set()};
	const item = (dataset) => {
		const e = {dataset, text: 'old', value: 'old', hidden: true};
		Object.defineProperty(e, 'textContent', {get: () => e.text, set: (s) => { e.text = s; }});
		['innerHTML', 'outerHTML'].forEach((k) => Object.defineProperty(e, k,
			{set() { throw new Error(k + ' was set'); }}));
		return e;
	};
	p.k = {};
	['online', 'today', 'month', 'total'].forEach((k) => { p.k[k] = item({k}); });
	p.note = {stale: item({note: 'stale'}), incomplete: item({note: 'incomplete'})};
	p.time = item({});
	const box = {lang, dataset: {src: '/thong-ke/visits.json'},
		classList: {toggle: (c, on) => on ? p.classes.add(c) : p.classes.delete(c)},
		querySelector: () => p.time,
		querySelectorAll: (q) => Object.values(q === '[data-k]' ? p.k : p.note)};
	class Clock extends Date { static now() { return p.now_ms; } }
	const document = {get hidden() { return p.hidden; },
		querySelectorAll: () => [box],
		addEventListener: (name, f) => { p.toggled = f; }};
	vm.runInNewContext(source, {document, Date: Clock, Math, Number, String, Intl, isFinite,
		setTimeout: (f, ms) => { p.timers.push({f, ms}); return p.timers.length; },
		clearTimeout: (id) => { if (id) p.timers[id - 1].off = true; },
		fetch: async (url, options) => {
			p.fetches++;
			p.url = url;
			p.options = options;
			const j = answer();
			return {ok: j !== 404, status: j, json: async () => j, headers:
				{get: () => serverClock ? new Date(serverClock(p)).toUTCString() : null}};
		}});
	p.waiting = () => p.timers.filter((t) => !t.off);
	/* Runs the timer that waits, and all that follows from it at once. */
	p.turn = async () => {
		const t = p.waiting().pop();
		t.off = true;
		p.now_ms += t.ms;
		t.f();
		for (let i = 0; i < 20; i++) await null;
		return p;
	};
	return p;
}

async function main() {
	let p = page('vi', () => FRESH);
	is(p.fetches, 0, 'nothing is fetched while the page still loads');
	is(p.waiting()[0].ms <= 10000, true, 'the first time is within ten seconds');
	await p.turn();
	is(p.url + ' ' + p.options.credentials, '/thong-ke/visits.json omit', 'no cookie goes along');
	is(p.k.total.text, '19.358', 'figures are written as in Vietnamese');
	is(p.k.total.value, 19358, 'and their value for programs');
	is(p.time.text, '14:15 14/05/2021', 'so is the time');
	is(p.time.dateTime, GENERATED, 'and its machine form');
	is(p.waiting().length + ' ' + p.waiting()[0].ms, '1 60000', 'the next is a minute later');

	p = await page('en', () => FRESH).turn();
	is(p.k.month.text + ' ' + p.time.text, '3,540 2021-05-14 14:15', 'in English otherwise');

	for (const [name, v] of [['text', '<b>1</b>'], ['null', null], ['a list', [1]],
		['less than zero', -1], ['infinite', 1e999], ['missing', undefined]]) {
		p = await page('vi', () => ({...FRESH, today: v})).turn();
		is(p.k.today.text + p.k.month.text, 'old3.540', `a figure that is ${name} is passed over`);
	}
	p = await page('vi', () => ({...FRESH, as_of: '<img src=x>'})).turn();
	is(p.time.text, 'old', 'a time that is none is passed over');

	p = await page('vi', () => ({...FRESH, stale: true, online: null})).turn();
	is(p.k.online.text + p.k.online.value + p.k.today.text, '–163', 'stale: online is unknown, counts stay');
	is([...p.classes].join() + p.note.stale.hidden, 'tk-oldfalse', 'stale: it is told');
	p = await page('vi', () => ({...FRESH, complete: false})).turn();
	is(p.note.incomplete.hidden + ' ' + p.note.stale.hidden, 'false true', 'an unread log is told');

	p = page('vi', () => FRESH);
	p.now_ms = T0 + 301000;
	await p.turn();
	is(p.k.online.text, '–', 'a file that is no longer written is stale by its age');
	p = page('vi', () => FRESH, () => T0 + 60000);
	p.now_ms = T0 + 86400000;
	await p.turn();
	is(p.k.online.text, '2', 'a reader whose clock is a day ahead sees the figures');

	let down = true;
	p = page('vi', () => { if (down) throw new Error('net'); return FRESH; });
	const waits = [];
	for (let i = 0; i < 8; i++) {
		await p.turn();
		waits.push(p.waiting()[0].ms / 60000);
	}
	is(waits.join(), '2,4,8,16,32,60,60,60', 'failures double the wait, to an hour at most');
	down = false;
	await p.turn();
	is(p.waiting()[0].ms, 60000, 'a success ends that');
	for (const bad of [404, null, 'text', 7]) {
		p = await page('vi', () => bad).turn();
		is(p.k.total.text + p.waiting().length, 'old1', `an answer of ${bad} changes no figure, and it goes on`);
	}
	let answers = 0;
	p = page('vi', () => answers++ ? 404 : FRESH);
	for (let i = 0; i < 4; i++) await p.turn();
	is(p.k.online.text + p.k.total.text, '–19.358', 'figures that could not be renewed grow stale');

	p = page('vi', () => FRESH);
	await p.turn();
	p.hidden = true;
	p.toggled();
	is(p.waiting().length, 0, 'a hidden page fetches nothing');
	p.hidden = false;
	p.now_ms += 20000;
	p.toggled();
	is(p.waiting().length + ' ' + p.waiting()[0].ms, '1 40000', 'shown again, it keeps its minute');
	p.hidden = true;
	p.toggled();
	p.hidden = false;
	p.now_ms += 3600000;
	p.toggled();
	is(p.waiting().length + ' ' + p.waiting()[0].ms, '1 0', 'or fetches at once when that is over');
	console.log(`1..${tests}`);
	process.exit(failed ? 1 : 0);
}
main();
