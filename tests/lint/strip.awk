# SPDX-License-Identifier: MIT
# C without comments, and with empty strings and characters, line by line.
{
	line = $0
	out = ""
	while (line != "") {
		if (comment) {
			at = index(line, "*/")
			if (at == 0)
				break
			line = substr(line, at + 2)
			comment = 0
			out = out " "
		} else if (match(line, /\/\*|\/\/|["']/)) {
			mark = substr(line, RSTART, RLENGTH)
			out = out substr(line, 1, RSTART - 1)
			line = substr(line, RSTART + RLENGTH)
			if (mark == "/*") {
				comment = 1
			} else if (mark == "//") {
				line = ""
			} else {
				while (line != "" && substr(line, 1, 1) != mark)
					line = substr(line,
					    substr(line, 1, 1) == "\\" ? 3 : 2)
				line = substr(line, 2)
				out = out mark mark
			}
		} else {
			out = out line
			line = ""
		}
	}
	print out
}
