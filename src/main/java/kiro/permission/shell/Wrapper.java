package kiro.permission.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A program whose business it is to run another one, with the options that it is known to take.
///
/// @param flags letters of options without a value
/// @param valued letters of options with one
/// @param longFlags names of long options without a value
/// @param longValued names of long options with one
/// @param operands how many words stand between the options and the program
/// @param start where its options begin
record Wrapper(
        String flags,
        String valued,
        Set<String> longFlags,
        Set<String> longValued,
        int operands,
        int start) {
    private static final Map<String, Wrapper> KNOWN =
            Map.ofEntries(
                    Map.entry("env", of("i0v", "u", 0, "ignore-environment null debug", "unset")),
                    Map.entry("nohup", of("", "", 0, "", "")),
                    Map.entry("busybox", of("", "", 0, "", "")),
                    Map.entry("toybox", of("", "", 0, "", "")),
                    Map.entry("builtin", of("", "", 0, "", "")),
                    Map.entry("caffeinate", of("dimsu", "t", 0, "", "")),
                    Map.entry("setsid", of("cfw", "", 0, "ctty fork wait", "")),
                    Map.entry("command", of("p", "", 0, "", "")),
                    Map.entry("exec", of("cl", "a", 0, "", "")),
                    Map.entry("nice", of("0123456789", "n", 0, "", "adjustment")),
                    Map.entry("ionice", of("t", "cn", 0, "ignore", "class classdata")),
                    Map.entry("stdbuf", of("", "ioe", 0, "", "input output error")),
                    Map.entry("time", of("pvq", "f", 0, "portability verbose quiet", "format")),
                    Map.entry("taskset", of("ac", "", 1, "all-tasks cpu-list", "")),
                    Map.entry("chrt", of("bfior", "", 1, "batch fifo idle other rr", "")),
                    Map.entry(
                            "timeout",
                            of(
                                    "fpv",
                                    "sk",
                                    1,
                                    "foreground preserve-status verbose",
                                    "signal kill-after")),
                    Map.entry(
                            "flock",
                            of(
                                    "sxuneoF",
                                    "wE",
                                    1,
                                    "shared exclusive unlock nonblock no-fork close",
                                    "timeout wait conflict-exit-code")),
                    Map.entry(
                            "watch",
                            of(
                                    "tdegcbp",
                                    "nq",
                                    0,
                                    "no-title differences errexit chgexit color beep precise",
                                    "interval equexit")),
                    Map.entry("strace", of("fcvqrtTyCk", "eps", 0, "follow-forks", "")),
                    Map.entry("sudo", of("AbEHnPSk", "ugpCTh", 0, "non-interactive", "user group")),
                    Map.entry("doas", of("n", "uC", 0, "", "")),
                    Map.entry(
                            "xargs",
                            of(
                                    "0rtpxo",
                                    "nIPdLsaE",
                                    0,
                                    "null no-run-if-empty verbose exit",
                                    "max-args max-procs max-lines max-chars delimiter arg-file")));

    private static final String LIMITS =
            "as core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack";
    private static final String ARCHITECTURE =
            "addr-no-randomize fdpic-funcptrs mmap-page-zero addr-compat-layout read-implies-exec 32bit short-inode"
                    + " whole-seconds sticky-timeouts 3gb 4gb uname-2.6 verbose";
    private static final Wrapper ON_ARCHITECTURE = of("vRFZLXBIST3", "", 0, ARCHITECTURE, "");
    private static final Pattern ARCHITECTURES =
            Pattern.compile(
                    "linux(32|64)|i[3-6]86|x86_64|aarch64|armv?[\\w]*|ppc\\w*|s390x?|mips\\w*|sparc\\w*|riscv\\w*");

    private static final Map<String, Wrapper> LESS_KNOWN =
            Map.ofEntries(
                    Map.entry("prlimit", of("cdefilmnqrstuvxy0123456789:=", "", 0, LIMITS, "")),
                    Map.entry(
                            "xvfb-run",
                            of(
                                    "al",
                                    "efnpsw",
                                    0,
                                    "auto-servernum listen-tcp",
                                    "error-file auth-file server-num server-args wait")),
                    Map.entry("dbus-run-session", of("", "", 0, "", "")),
                    Map.entry("ssh-agent", of("csDd", "aEPt", 0, "", "")),
                    Map.entry("chronic", of("ev", "", 0, "", "")),
                    Map.entry("unbuffer", of("p", "", 0, "", "")),
                    Map.entry("fakeroot", of("u", "", 0, "unknown-is-real", "")),
                    Map.entry("eatmydata", of("", "", 0, "", "")),
                    Map.entry("nocache", of("", "", 0, "", "")),
                    Map.entry("faketime", of("fm", "", 1, "", "")),
                    Map.entry("systemd-inhibit", of("", "", 0, "", "what who why mode")),
                    Map.entry(
                            "valgrind",
                            of(
                                    "qv",
                                    "",
                                    0,
                                    "leak-check tool track-origins error-exitcode show-leak-kinds trace-children num-callers"
                                            + " quiet verbose",
                                    "")),
                    Map.entry("cross-env", of("", "", 0, "", "")),
                    Map.entry("cross-env-shell", of("", "", 0, "", "")),
                    Map.entry("dotenv", of("", "ef", 0, "", "file")));

    /// Programs that run another one when they are told to by a word, with those words.
    private static final Map<String, Set<String>> RUNNERS =
            Map.ofEntries(
                    Map.entry("direnv", Set.of("exec")),
                    Map.entry("aws-vault", Set.of("exec")),
                    Map.entry("poetry", Set.of("run")),
                    Map.entry("pipenv", Set.of("run")),
                    Map.entry("uv", Set.of("run")),
                    Map.entry("pdm", Set.of("run")),
                    Map.entry("hatch", Set.of("run")),
                    Map.entry("rye", Set.of("run")),
                    Map.entry("pixi", Set.of("run")),
                    Map.entry("conda", Set.of("run")),
                    Map.entry("mamba", Set.of("run")),
                    Map.entry("dotenv", Set.of("run")),
                    Map.entry("dotenvx", Set.of("run")),
                    Map.entry("op", Set.of("run")),
                    Map.entry("doppler", Set.of("run")),
                    Map.entry("volta", Set.of("run")),
                    Map.entry("devbox", Set.of("run")),
                    Map.entry("bundle", Set.of("exec")),
                    Map.entry("mise", Set.of("exec", "x")),
                    Map.entry("rtx", Set.of("exec", "x")),
                    Map.entry("asdf", Set.of("exec")),
                    Map.entry("rbenv", Set.of("exec")),
                    Map.entry("pyenv", Set.of("exec")),
                    Map.entry("fnm", Set.of("exec")),
                    Map.entry("npm", Set.of("exec", "x")),
                    Map.entry("pnpm", Set.of("exec", "dlx")),
                    Map.entry("yarn", Set.of("exec", "dlx")),
                    Map.entry("bun", Set.of("x")));

    private static final Set<String> WITH_A_PLACE = Set.of("direnv", "aws-vault");

    /// @param words the program and its arguments
    static Optional<Wrapper> of(List<ShellWord> words, String program) {
        if (program.equals("setarch")) {
            boolean isNamed =
                    words.size() > 1 && ARCHITECTURES.matcher(words.get(1).text()).matches();
            return Optional.of(isNamed ? ON_ARCHITECTURE.from(2) : ON_ARCHITECTURE);
        }
        if (ARCHITECTURES.matcher(program).matches()) {
            return Optional.of(ON_ARCHITECTURE);
        }
        return runner(words, program)
                .or(() -> Optional.ofNullable(KNOWN.get(program)))
                .or(() -> Optional.ofNullable(LESS_KNOWN.get(program)));
    }

    private static Optional<Wrapper> runner(List<ShellWord> words, String program) {
        Set<String> verbs = RUNNERS.getOrDefault(program, Set.of());
        for (int i = 1; i < words.size() && !verbs.isEmpty(); i++) {
            if (verbs.contains(words.get(i).text())) {
                return Optional.of(
                        of(
                                        "qvy",
                                        "nC",
                                        WITH_A_PLACE.contains(program) ? 1 : 0,
                                        "frozen locked no-sync offline quiet verbose no-banner yes",
                                        "with python project group env-file directory package")
                                .from(i + 1));
            }
        }
        return Optional.empty();
    }

    /// Whether what it does itself matters beside what it runs.
    boolean isTold() {
        return start > 1;
    }

    private Wrapper from(int first) {
        return new Wrapper(flags, valued, longFlags, longValued, operands, first);
    }

    private static Wrapper of(
            String flags, String valued, int operands, String longFlags, String longValued) {
        return new Wrapper(flags, valued, words(longFlags), words(longValued), operands, 1);
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }

    /// Where the program that it runs stands among its words; their number where none does.
    int program(List<ShellWord> words) {
        int at = start;
        while (at < words.size() && words.get(at).text().startsWith("-")) {
            String option = words.get(at).text();
            if (words.get(at).isDynamic()) {
                throw new NotUnderstood("an option that is made as it runs");
            }
            if (option.equals("--")) {
                at++;
                break;
            }
            at += option.startsWith("--") ? longWidth(words, option) : shortWidth(words, option);
        }
        return Math.min(at + operands, words.size());
    }

    private int longWidth(List<ShellWord> words, String option) {
        String name = option.substring(2).replaceFirst("(?s)=.*", "");
        if (longValued.contains(name)) {
            return option.contains("=") ? 1 : 2;
        }
        if (longFlags.contains(name)) {
            return 1;
        }
        throw unknown(words, option);
    }

    private int shortWidth(List<ShellWord> words, String option) {
        for (int i = 1; i < option.length(); i++) {
            char letter = option.charAt(i);
            if (valued.indexOf(letter) >= 0) {
                return i == option.length() - 1 ? 2 : 1;
            }
            if (flags.indexOf(letter) < 0) {
                throw unknown(words, option);
            }
        }
        return 1;
    }

    private static NotUnderstood unknown(List<ShellWord> words, String option) {
        return new NotUnderstood(
                "%s with the option %s, which is not known here"
                        .formatted(words.getFirst().text(), option));
    }
}
