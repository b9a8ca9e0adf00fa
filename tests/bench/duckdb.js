// SPDX-License-Identifier: MIT
// duckdb.js SQL LOG THREADS -- three counts of a log by DuckDB, as npm has it: lines,
// distinct paths, distinct pairs of address and agent of each day. It stores nothing.
const fs = require('fs');
const { DuckDBInstance } = require('@duckdb/node-api');

async function main(sql, log, threads) {
	const db = await (await DuckDBInstance.create(':memory:')).connect();
	const text = fs.readFileSync(sql, 'utf8').replace('@LOG@', log)
	    .replace('@THREADS@', threads);
	let rows;

	for (const one of text.split(';').filter((s) => s.trim() !== ''))
		rows = await (await db.runAndReadAll(one)).getRows();
	console.log(rows.join('\n'));
}

main(...process.argv.slice(2)).catch((e) => {
	console.error(e.message);
	process.exit(1);
});
