# SPDX-License-Identifier: MIT
# Sums what gcov says of each file, by floor.
/^File '/ {
	file = $2
	gsub(/'/, "", file)
	floor = file
	sub(/\/.*/, "", floor)
}
/^Lines executed:/ && file != "" {
	split($2, part, /[:%]/)
	lines = $NF
	reached[floor] += part[2] / 100 * lines
	all[floor] += lines
	if (part[2] < 80)
		printf "%6.1f %%  %s\n", part[2], file
	file = ""
}
END {
	for (floor in all) {
		printf "%6.1f %%  %-10s %d lines\n", 100 * reached[floor] / all[floor], \
		    floor, all[floor]
		if (floor != "cli") {
			sum += reached[floor]
			total += all[floor]
		}
	}
	if (total > 0)
		printf "%6.1f %%  below cli/\n", 100 * sum / total
}
