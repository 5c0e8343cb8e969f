# Reads which commands run, and which have ended, a line each: '+ MARK', '- MARK'. The lines end when the program
# that writes them does, however it came to its end: then whatever still carries the mark of a running command is
# ended too.
running=' '
while read -r what mark; do
    case $what in
        +) running="$running$mark " ;;
        -) running="${running%% "$mark" *} ${running#* "$mark" }" ;;
    esac
done
for signal in TERM KILL KILL KILL KILL; do
    found=
    for mark in $running; do
        found="$found $(grep -lsF "$mark" /proc/[0-9]*/environ)"
    done
    for file in $found; do
        process=${file#/proc/}
        kill -s "$signal" "${process%/environ}"
    done
    [ -z "${found# }" ] || sleep 0.3
done
