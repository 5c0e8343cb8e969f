package kiro.permission;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.permission.shell.ShellCommand;
import kiro.permission.shell.ShellWord;

/// Programs that run what their arguments say in a language of their own, or by an option, and not as words that could be judged.
/// Options are known by each beginning of their names that the program takes.
final class GivenPrograms {
    /// With such arguments, joined by spaces, each with a space before it.
    private static final Map<String, Pattern> OPTIONS =
            Map.ofEntries(
                    Map.entry(
                            "tar",
                            arguments(
                                    "--to-c|--checkpoint-a|--use-c|--info-s|--new-v|--rs|--rm|-(?!-)\\w*[IF]"
                                            + "|(?<=^ )(?!-)\\w*[IF]")),
                    Map.entry("rsync", arguments("-(?!-)\\w*e|--rsh|--rsync-p|-M|--remote-o")),
                    Map.entry("zip", arguments("-\\w*TT|--unzip-c")),
                    Map.entry("split", arguments("--f")),
                    Map.entry("sort", arguments("--co")),
                    Map.entry("install", arguments("--strip-p")),
                    Map.entry("rg", arguments("--pre|--hostname-b")),
                    Map.entry("ag", arguments("--pager")),
                    Map.entry("bat", arguments("--pager")),
                    Map.entry("fd", arguments("-(?!-)\\w*[xX]|--exec")),
                    Map.entry("fdfind", arguments("-(?!-)\\w*[xX]|--exec")),
                    Map.entry("man", arguments("-(?!-)\\w*[PH]|--pa|--ht")),
                    Map.entry("less", arguments("\\+|-\\w*[oO]")),
                    Map.entry("more", arguments("\\+")),
                    Map.entry("wget", arguments("--use-a")),
                    Map.entry("mvn", arguments("-D *exec\\.")),
                    Map.entry("mvnw", arguments("-D *exec\\.")),
                    Map.entry("cmake", arguments("-E (env|time|chdir|sleep)")),
                    Map.entry("psql", arguments(".*\\\\!|.*\\bPROGRAM\\b")),
                    Map.entry("cargo", arguments("watch .*-(s|x|-shell|-exec)")));

    private static final Pattern MAKE =
            arguments(
                    "(SHELL|MAKE|\\.SHELLFLAGS)\\s*[:+?]*=|--ev|-E|(?s).*(\\$\\(|\\$\\{|`)|[A-Z_]+=.*\\s.*#");
    private static final Pattern AWK =
            Pattern.compile(
                    "(?s).*(\\bsystem\\s*\\(|\\bgetline\\b|\\|\\s*&|\\|\\s*\"|\\bprintf?\\b[^;}\\n]*[>|]|@load|@include|\\b\\w+\\s*\\|\\s*getline).*");
    private static final Pattern ED_RUNS =
            Pattern.compile("(?m)^[^a-z\\n]*[a-zA-Z]?\\s*!|^[^\\n]*!\\s*$");
    private static final Pattern SQLITE =
            Pattern.compile(
                    "(?s)(.*\\s)?\\.(sh\\w*|sy\\w*|o\\w*|e\\w*|import|load|log|trace)\\b.*");

    private GivenPrograms() {}

    private static Pattern arguments(String first) {
        return Pattern.compile("(?s)(.* )?(?<= )(" + first + ").*");
    }

    /// Empty where nothing of the kind can be seen, and where the program is none of these.
    static Optional<Assessment> of(ShellCommand command) {
        String program = command.program();
        boolean runs =
                switch (program) {
                    case "sed", "gsed" -> sed(command);
                    case "awk", "gawk", "mawk", "nawk" -> awk(command);
                    case "make", "gmake", "bmake" -> has(MAKE, command);
                    case "ed", "red" ->
                            command.input().map(text -> ED_RUNS.matcher(text).find()).orElse(true);
                    case "sqlite3" ->
                            command.texts().stream().anyMatch(SQLITE.asMatchPredicate())
                                    || command.input()
                                            .filter(SQLITE.asMatchPredicate())
                                            .isPresent();
                    default ->
                            Optional.ofNullable(OPTIONS.get(program))
                                    .filter(options -> has(options, command))
                                    .isPresent();
                };
        return runs
                ? Optional.of(
                        new Assessment(
                                Concern.PERSONAL,
                                program + " may run a program that its arguments name"))
                : Optional.empty();
    }

    private static boolean has(Pattern options, ShellCommand command) {
        return options.matcher(" " + String.join(" ", command.texts())).matches();
    }

    private static boolean sed(ShellCommand sed) {
        return SedWords.of(sed.arguments()).scripts().stream()
                .anyMatch(script -> !SedScript.isHarmless(script));
    }

    private static boolean awk(ShellCommand awk) {
        boolean loads =
                awk.texts().stream()
                        .anyMatch(word -> word.matches("-[lEi].*|--(load|exec|include)(=.*)?"));
        return loads
                || awk.arguments().stream()
                        .anyMatch(word ->
                                AWK.matcher(withoutTexts(word.text())).matches()
                                        || (word.isDynamic() && isProgram(awk, word)));
    }

    /// What stands in texts of a program of awk and in its expressions does nothing.
    private static String withoutTexts(String program) {
        return program.replaceAll("\"(\\\\.|[^\"\\\\])*\"", "\"\"")
                .replaceAll("(?<=[~(&|,{;!\\s]|^)/(\\\\.|[^/\\\\\\n])*/", "//");
    }

    private static boolean isProgram(ShellCommand awk, ShellWord word) {
        return awk.operands().stream().findFirst().filter(word::equals).isPresent();
    }
}
