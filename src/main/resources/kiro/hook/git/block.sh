# >>> kiro hooks (@MADE@): 'kiro hooks uninstall' takes these lines away
kiro_hook='@HOOK@'
if [ "${KIRO_IN_HOOK-}" != "$kiro_hook:$PPID" ] && [ "${KIRO_HOOKS-}" != off ]; then
    KIRO_IN_HOOK="$kiro_hook:$$"
    export KIRO_IN_HOOK
    kiro_needed=
    for kiro_file in '@FOLDER@/.kiro/hooks.yaml' "${KIRO_HOME:-${HOME-}/.kiro}/hooks.yaml"; do
        if [ -e "$kiro_file" ] && { [ '@ALWAYS@' = yes ] || grep -q "$kiro_hook" "$kiro_file"; }; then
            kiro_needed=yes
        fi
    done
    if [ -n "$kiro_needed" ]; then
        @INPUT@
        if [ -x @PROGRAM@ ]; then
            kiro_call() { @CALL@ "$@"; }
        elif command -v kiro >/dev/null 2>&1; then
            kiro_call() { kiro "$@"; }
        else
            kiro_call() {
                echo "kiro: the hooks of this project cannot be run, as kiro is not there any more" >&2
                echo "  next: install kiro and run 'kiro hooks install', or go on once with KIRO_HOOKS=off" >&2
                @MISSING@
            }
        fi
        @RUN@
        @REPLAY@
    fi
fi
# <<< kiro hooks
