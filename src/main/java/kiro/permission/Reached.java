package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.permission.shell.ShellCommand;
import kiro.permission.shell.ShellWord;

/// Tells which files and folders a command may change, from its words.
final class Reached {
    private static final String WHOLE = ".";

    /// What they do to a folder they do to all that is in it.
    private static final Set<String> SWEEPING =
            Set.of("rm", "mv", "rsync", "chmod", "chown", "chgrp", "find");

    /// The option of a command that names where it writes.
    private static final Pattern OUTPUT =
            Pattern.compile(
                    "(?:-[oOdCtDP]|--(?:output|out|directory|target-directory|target|file|prefix|dest|destination)=?)(.*)");

    /// They change what they are given as well, though nothing else is known of them.
    private static final Set<String> ALSO =
            Set.of(
                    "rename",
                    "gzip",
                    "gunzip",
                    "bzip2",
                    "bunzip2",
                    "xz",
                    "unxz",
                    "zstd",
                    "zip",
                    "trash",
                    "trash-put",
                    "gio",
                    "cpio",
                    "7z",
                    "dos2unix",
                    "unix2dos",
                    "mogrify",
                    "exiftool",
                    "black",
                    "prettier",
                    "gofmt",
                    "rustfmt",
                    "autopep8",
                    "isort",
                    "ruff",
                    "clang-format",
                    "shfmt",
                    "sqlite3");

    private static final Pattern RECURSIVE = Pattern.compile("-[a-zA-Z]*R.*|--recursive");

    private static final Set<String> LAST = Set.of("cp", "install", "ln", "rsync");
    private static final Set<String> ALL =
            Set.of("rm", "rmdir", "unlink", "mv", "tee", "touch", "truncate", "shred");
    private static final Set<String> AFTER_FIRST = Set.of("chmod", "chown", "chgrp");

    private static final Set<String> GIT_SWEEPING = Set.of("clean", "reset", "stash", "restore");
    private static final Set<String> GIT_FILES =
            Set.of("checkout", "restore", "rm", "mv", "clean", "reset", "stash", "apply");

    private Reached() {}

    /// @param changes whether it is a program that changes the files that it is given
    static Reach by(ShellCommand command, boolean changes) {
        if (command.program().equals("git")) {
            return ofGit(command.texts());
        }
        var written = new ArrayList<String>(outputs(command));
        if (command.program().equals("find")) {
            written.addAll(roots(command));
        } else if (changes || ALSO.contains(command.program())) {
            boolean isSweeping = SWEEPING.contains(command.program());
            command.operands().stream()
                    .flatMap(Reach::paths)
                    .filter(path -> isSweeping || !path.equals(WHOLE))
                    .forEach(written::add);
        }
        return Reach.ofWriting(written, changes ? targets(command) : List.of())
                .sweeping(swept(command));
    }

    /// The folders of which a command changes or removes all.
    private static List<String> swept(ShellCommand command) {
        List<ShellWord> operands = command.operands();
        int count = operands.size();
        Stream<ShellWord> words =
                switch (command.program()) {
                    case "rm", "trash", "trash-put" -> operands.stream();
                    case "mv" -> operands.stream().limit(Math.max(1, count - 1));
                    case "chmod", "chown", "chgrp" ->
                            command.texts().stream().anyMatch(RECURSIVE.asMatchPredicate())
                                    ? operands.stream()
                                    : Stream.empty();
                    default -> Stream.empty();
                };
        return Stream.concat(
                        words.flatMap(Reach::paths),
                        command.program().equals("find") ? roots(command).stream() : Stream.empty())
                .toList();
    }

    /// What `git` would make of files in the workspace.
    ///
    /// @param arguments all words after `git`
    static Reach ofGit(List<String> arguments) {
        GitWords git = GitWords.of(arguments);
        String verb = git.words().isEmpty() ? "" : git.words().getFirst();
        if (!GIT_FILES.contains(verb)
                || GitAssessor.of(arguments).concern().compareTo(Concern.SMALL) <= 0) {
            return Reach.NONE;
        }
        List<String> named =
                git.words().stream().skip(1).filter(word -> !word.startsWith("-")).toList();
        List<String> places =
                named.isEmpty() && GIT_SWEEPING.contains(verb) ? List.of(WHOLE) : named;
        String folder = String.join("/", git.folders());
        List<String> reached =
                places.stream()
                        .map(place -> folder.isEmpty() ? place : folder + "/" + place)
                        .map(Place::normalized)
                        .toList();
        return Reach.ofWriting(reached, List.of()).sweeping(reached);
    }

    /// Where `find` begins, if it deletes or writes.
    private static List<String> roots(ShellCommand find) {
        boolean changes =
                find.texts().stream()
                        .anyMatch(text -> text.equals("-delete") || text.startsWith("-fprint"));
        List<String> roots =
                find.arguments().stream()
                        .map(ShellWord::text)
                        .dropWhile(text -> text.matches("-[HLPO].*"))
                        .takeWhile(text -> !text.startsWith("-") && !text.matches("[(!]"))
                        .map(Place::normalized)
                        .toList();
        return !changes ? List.of() : roots.isEmpty() ? List.of(WHOLE) : roots;
    }

    private static List<String> outputs(ShellCommand command) {
        var outputs = new ArrayList<String>();
        List<ShellWord> words = command.arguments();
        for (int i = 0; i < words.size(); i++) {
            Matcher option = OUTPUT.matcher(words.get(i).text());
            if (option.matches()) {
                String value = option.group(1);
                String named =
                        value.isEmpty() && i + 1 < words.size() ? words.get(i + 1).text() : value;
                outputs.add(Place.normalized(named));
            }
        }
        outputs.removeIf(WHOLE::equals);
        return outputs;
    }

    /// The files that a command changes for certain.
    private static List<String> targets(ShellCommand command) {
        String program = command.program();
        List<ShellWord> operands = command.operands();
        Stream<ShellWord> words = Stream.empty();
        if (ALL.contains(program)) {
            words = operands.stream();
        } else if (LAST.contains(program)) {
            words = operands.stream().skip(Math.max(0, operands.size() - 1));
        } else if (AFTER_FIRST.contains(program)) {
            words = operands.stream().skip(1);
        } else if (program.equals("sed")) {
            boolean isInPlace =
                    command.texts().stream()
                            .anyMatch(text -> text.matches("-[a-zA-Z]*i.*|--in-place.*"));
            boolean hasScript = command.texts().stream().anyMatch(text -> text.matches("-[ef].*"));
            words = isInPlace ? operands.stream().skip(hasScript ? 0 : 1) : words;
        } else if (program.equals("dd")) {
            words =
                    operands.stream()
                            .filter(word -> word.text().startsWith("of="))
                            .map(word -> ShellWord.plain(word.text().substring(3)));
        }
        return words.filter(word -> !word.isDynamic())
                .map(ShellWord::text)
                .map(Place::normalized)
                .toList();
    }
}
