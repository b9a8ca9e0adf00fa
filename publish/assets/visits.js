/* SPDX-License-Identifier: MIT -- keeps the visitor widget current.  No cookie, no storage,
 * text only.  Works under script-src 'self'; connect-src 'self'. */
(function () {
'use strict';
document.querySelectorAll('.tk[data-src]').forEach(function (box) {
	var nf = new Intl.NumberFormat(box.lang || 'vi'), fails = 0, due, busy, timer, last, skew;
	function number(v) {
		return typeof v === 'number' && isFinite(v) && v >= 0;
	}
	function show(j) {
		var old = j.stale !== false || !(Date.now() + skew - Date.parse(j.generated) <=
			1000 * (number(j.valid_s) ? j.valid_s : 300));
		var note = {stale: old, incomplete: j.complete === false};
		var p = j.as_of, time = box.querySelector('time');
		box.classList.toggle('tk-old', old);
		box.querySelectorAll('[data-k]').forEach(function (e) {
			var k = e.dataset.k, v = j[k], off = old && k === 'online';
			if (!off && !number(v)) return;
			e.value = off ? '' : v;
			e.textContent = off ? '–' : nf.format(v);
		});
		box.querySelectorAll('[data-note]').forEach(function (e) {
			e.hidden = !note[e.dataset.note];
		});
		if (time && /^\d{4}-\d\d-\d\dT\d\d:\d\d:/.test(p)) {
			var d = p.slice(0, 10), t = p.slice(11, 16);
			time.dateTime = p;
			time.textContent = box.lang === 'en' ? d + ' ' + t :
				t + ' ' + d.split('-').reverse().join('/');
		}
	}
	function plan() {
		clearTimeout(timer);
		if (!document.hidden && !busy)
			timer = setTimeout(load, Math.max(0, due - Date.now()));
	}
	function load() {
		busy = true;
		fetch(box.dataset.src, {cache: 'no-cache', credentials: 'omit'}).then(function (r) {
			if (!r.ok) throw r.status;
			/* the server's clock, since a reader's may be wrong */
			skew = (Date.parse(r.headers.get('Date')) || Date.now()) - Date.now();
			return r.json();
		}).then(function (j) {
			show(last = j);
			fails = 0;
		}).catch(function () {
			fails++;
			if (last) show(last);
		}).then(function () {
			busy = false;
			due = Date.now() + 60000 * Math.min(60, Math.pow(2, fails));
			plan();
		});
	}
	due = Date.now() + 1000 + Math.random() * 9000;
	document.addEventListener('visibilitychange', plan);
	plan();
});
})();
