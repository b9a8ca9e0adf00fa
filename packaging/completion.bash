# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Completion for truycap: commands and options are those that its help tells.
_truycap()
{
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
	local self=${COMP_WORDS[0]} words=

	COMPREPLY=()
	if [[ $COMP_CWORD -eq 1 || ( $COMP_CWORD -eq 2 && $prev == help ) ]]; then
		words=$("$self" help 2>/dev/null | awk '
		    /^commands:/ { on = 1; next }
		    on && /^$/ { exit }
		    on { print $1 }')
	elif [[ $cur == -* ]]; then
		words=$("$self" "${COMP_WORDS[1]}" --help 2>/dev/null |
		    grep -oE -e '(^| )--[a-z][a-z-]*' -e '^  -[a-z]' | sort -u)
	elif [[ $prev == --lang ]]; then
		words="vi en"
	elif [[ ${COMP_WORDS[1]} == plot && $prev == --format ]]; then
		words="svg png pdf"
	elif [[ $prev == --theme ]]; then
		words="light dark print"
	elif [[ ${COMP_WORDS[1]} =~ ^(export|plot)$ && $COMP_CWORD -eq 2 ]]; then
		words=$("$self" "${COMP_WORDS[1]}" --help 2>/dev/null | awk '
		    /^options:/ { exit }
		    /^  [a-z-]+  / { print $1 }')
	elif [[ ${COMP_WORDS[1]} == show && $COMP_CWORD -eq 2 ]]; then
		words="today yesterday week month year"
	elif [[ ${COMP_WORDS[1]} == store && $COMP_CWORD -eq 2 ]]; then
		words="check dump init migrate"
	elif [[ ${COMP_WORDS[1]} == baseline && $COMP_CWORD -eq 2 ]]; then
		words="add list history"
	fi
	# Without words bash goes on with files: complete -o default.
	[[ -z $words ]] || mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
}
complete -o default -F _truycap truycap
