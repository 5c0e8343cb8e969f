package kiro.permission;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kiro.permission.shell.ShellCommand;
import kiro.permission.shell.ShellWord;

/// Programs that only look, each with the options that make it do more.
final class LookingPrograms {
    /// They take no paths, or do nothing with them.
    private static final Set<String> TALKING =
            Set.of(
                    "echo",
                    "printf",
                    "test",
                    "[",
                    "[[",
                    "true",
                    "false",
                    ":",
                    "sleep",
                    "exit",
                    "seq",
                    "pwd",
                    "read",
                    "wait",
                    "uname",
                    "whoami",
                    "id",
                    "nproc",
                    "type",
                    "which",
                    "unset",
                    "shift",
                    "return",
                    "break",
                    "continue",
                    "getopts",
                    "umask",
                    "popd",
                    "dirs",
                    "times",
                    "jobs",
                    "local",
                    "declare",
                    "typeset",
                    "readonly",
                    "export",
                    "mapfile",
                    "readarray",
                    "hostname",
                    "arch",
                    "tty",
                    "trap");

    private static final Pattern NOTHING_MORE = Pattern.compile("(?!)");
    private static final Map<String, Pattern> READING =
            Map.ofEntries(
                    Map.entry("ls", NOTHING_MORE),
                    Map.entry("cat", NOTHING_MORE),
                    Map.entry("head", NOTHING_MORE),
                    Map.entry("tail", NOTHING_MORE),
                    Map.entry("wc", NOTHING_MORE),
                    Map.entry("grep", NOTHING_MORE),
                    Map.entry("egrep", NOTHING_MORE),
                    Map.entry("fgrep", NOTHING_MORE),
                    Map.entry("stat", NOTHING_MORE),
                    Map.entry("du", NOTHING_MORE),
                    Map.entry("df", NOTHING_MORE),
                    Map.entry("file", Pattern.compile("-C|--compile")),
                    Map.entry("basename", NOTHING_MORE),
                    Map.entry("dirname", NOTHING_MORE),
                    Map.entry("realpath", NOTHING_MORE),
                    Map.entry("readlink", NOTHING_MORE),
                    Map.entry("cd", NOTHING_MORE),
                    Map.entry("nl", NOTHING_MORE),
                    Map.entry("tac", NOTHING_MORE),
                    Map.entry("rev", NOTHING_MORE),
                    Map.entry("cut", NOTHING_MORE),
                    Map.entry("tr", NOTHING_MORE),
                    Map.entry("cmp", NOTHING_MORE),
                    Map.entry("comm", NOTHING_MORE),
                    Map.entry("diff", NOTHING_MORE),
                    Map.entry("od", NOTHING_MORE),
                    Map.entry("hexdump", NOTHING_MORE),
                    Map.entry("jq", NOTHING_MORE),
                    Map.entry("column", NOTHING_MORE),
                    Map.entry("sha256sum", NOTHING_MORE),
                    Map.entry("sha1sum", NOTHING_MORE),
                    Map.entry("md5sum", NOTHING_MORE),
                    Map.entry("cksum", NOTHING_MORE),
                    Map.entry("printenv", NOTHING_MORE),
                    Map.entry("tree", Pattern.compile("-[a-zA-Z]*o.*|--output.*")),
                    Map.entry("date", Pattern.compile("-[a-zA-Z]*s.*|--set.*|\\d+")),
                    Map.entry("sort", Pattern.compile("-[a-zA-Z]*o.*|--o.*|--comp.*")),
                    Map.entry(
                            "rg",
                            Pattern.compile("--pre.*|--hostname-bin.*|-[a-zA-Z]*z.*|--search-zip")),
                    Map.entry("find", Pattern.compile("-(exec|ok|delete|fprint|fls).*")));

    private static final Map<String, Predicate<ShellCommand>> SPECIAL =
            Map.of(
                    "sed", LookingPrograms::sedPrints,
                    "uniq", uniq -> uniq.operands().size() <= 1,
                    "env", env -> env.arguments().isEmpty(),
                    "set",
                            set ->
                                    set.texts().stream()
                                            .allMatch(text -> text.matches("[-+][a-z]+|pipefail")),
                    "command",
                            command ->
                                    command.texts().stream()
                                            .anyMatch(text -> text.matches("-[vV]")));

    private static final Set<String> ASKING = Set.of("--version", "-version", "--help", "-V");

    private LookingPrograms() {}

    static boolean include(ShellCommand command) {
        String program = known(command);
        if (TALKING.contains(program)) {
            return true;
        }
        boolean isKnown = command.arguments().stream().noneMatch(ShellWord::isDynamic);
        return isKnown && (reads(program, command) || asksAbout(program, command.texts()));
    }

    /// Does it do nothing with the words that it is given?
    static boolean talks(ShellCommand command) {
        return TALKING.contains(known(command));
    }

    /// The program's name, with its folder unless that is one of the system's.
    private static String known(ShellCommand command) {
        return command.words().getFirst().text().replaceFirst("^(/usr)?/bin/", "");
    }

    private static boolean reads(String program, ShellCommand command) {
        Pattern more = READING.get(program);
        return more == null
                ? SPECIAL.getOrDefault(program, other -> false).test(command)
                : command.texts().stream().noneMatch(text -> more.matcher(text).matches());
    }

    private static boolean asksAbout(String program, List<String> arguments) {
        return program.indexOf('/') < 0
                && arguments.size() == 1
                && ASKING.contains(arguments.getFirst());
    }

    /// `sed -n '3,7p'`: everything else sed can do, it could also write.
    private static boolean sedPrints(ShellCommand sed) {
        List<String> arguments = sed.texts();
        return arguments.size() >= 2
                && arguments.getFirst().equals("-n")
                && arguments.get(1).matches("[0-9$]+(,[0-9$]+)?p")
                && arguments.stream().skip(2).noneMatch(text -> text.startsWith("-"));
    }
}
