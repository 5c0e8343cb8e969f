package kiro.permission.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A program whose business it is to run another one, with the options that it is known to take.
///
/// @param flags letters of options without a value
/// @param valued letters of options with one
/// @param longFlags names of long options without a value
/// @param longValued names of long options with one
/// @param operands how many words stand between the options and the program
record Wrapper(
        String flags, String valued, Set<String> longFlags, Set<String> longValued, int operands) {
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

    static Optional<Wrapper> named(String program) {
        return Optional.ofNullable(KNOWN.get(program));
    }

    private static Wrapper of(
            String flags, String valued, int operands, String longFlags, String longValued) {
        return new Wrapper(flags, valued, words(longFlags), words(longValued), operands);
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }

    /// Where the program that it runs stands among its words; their number where none does.
    int program(List<ShellWord> words) {
        int at = 1;
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
