/* SPDX-License-Identifier: MIT
 * The report without this script is whole; with it tables can be sorted, remarks be copied,
 * and the choice between light and dark is kept. */
(function () {
	'use strict';
	var doc = document;

	function each(query, at, what) {
		Array.prototype.forEach.call(at.querySelectorAll(query), what);
	}

	/* ---- sorting: numbers greatest first, texts in the order of the page's language ---- */

	var texts = new Intl.Collator(doc.documentElement.lang, { numeric: true });

	function compare(a, b) {
		var x = a.getAttribute('data-v'), y = b.getAttribute('data-v');

		return x === null ? texts.compare(a.textContent, b.textContent) : x - y;
	}

	function sort(table, heads, i, first) {
		var head = heads[i], body = table.tBodies[0];
		var was = head.getAttribute('aria-sort');
		var now = was === null ? first :
			was === 'ascending' ? 'descending' : 'ascending';
		var sign = now === 'ascending' ? 1 : -1;

		heads.forEach(function (h) { h.removeAttribute('aria-sort'); });
		head.setAttribute('aria-sort', now);
		Array.prototype.slice.call(body.rows).sort(function (a, b) {
			return sign * compare(a.cells[i], b.cells[i]);
		}).forEach(function (row) { body.appendChild(row); });
	}

	each('table.s', doc, function (table) {
		var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);

		if (table.tBodies[0].rows.length === 1)
			return;
		heads.forEach(function (head, i) {
			var button = doc.createElement('button');

			button.type = 'button';
			button.textContent = head.textContent;
			head.textContent = '';
			head.appendChild(button);
			button.addEventListener('click', function () {
				sort(table, heads, i, head.className === 'n' ?
					'descending' : 'ascending');
			});
		});
	});

	/* ---- remarks, to paste elsewhere ---- */

	var copy = doc.getElementById('copy');

	function select() {
		var range = doc.createRange();

		range.selectNodeContents(doc.getElementById('remarks-text'));
		getSelection().removeAllRanges();
		getSelection().addRange(range);
	}

	function copied() {
		doc.getElementById('copied').textContent =
			copy.getAttribute('data-done');
	}

	if (copy) {
		copy.hidden = false;
		copy.addEventListener('click', function () {
			var text = doc.getElementById('remarks-text').innerText;

			if (navigator.clipboard)
				navigator.clipboard.writeText(text).then(copied, select);
			else
				select();
		});
	}

	/* ---- light or dark, from one page to the next ---- */

	each('input[name=theme]', doc, function (choice) {
		try {
			if (localStorage.getItem('truycap-theme') === choice.value)
				choice.checked = true;
			choice.addEventListener('change', function () {
				localStorage.setItem('truycap-theme', choice.value);
			});
		} catch (e) {
			/* a page on a disk may have no memory */
		}
	});
})();
