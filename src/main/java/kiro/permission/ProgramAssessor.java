package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiro.permission.shell.ShellCommand;
import kiro.permission.shell.ShellWord;

/// Tells what a single command of a command line could do: the program itself, and each file that it
/// is led to read or change.
final class ProgramAssessor {
    /// Programs that change the files they are given.
    private static final Set<String> WRITERS =
            Set.of(
                    "cp",
                    "mv",
                    "tee",
                    "ln",
                    "install",
                    "touch",
                    "mkdir",
                    "truncate",
                    "patch",
                    "sed",
                    "chmod",
                    "chown",
                    "chgrp",
                    "rm",
                    "rmdir",
                    "unlink",
                    "dd",
                    "rsync",
                    "unzip",
                    "tar",
                    "perl",
                    "sponge",
                    "split",
                    "csplit",
                    "shuf",
                    "ed",
                    "ex");

    private static final Set<String> DELETERS = Set.of("rm", "rmdir", "unlink");

    private final Set<String> functions;

    /// @param functions what the command line makes itself, and calls by these names
    ProgramAssessor(Set<String> functions) {
        this.functions = functions;
    }

    /// Does it change the files that it is given, or lead its output into some?
    static boolean writes(ShellCommand command) {
        return WRITERS.contains(command.program()) || !command.written().isEmpty();
    }

    List<Facet> assess(ShellCommand command) {
        var all = new ArrayList<Facet>();
        for (ShellWord file : command.written()) {
            all.addAll(Written.by("it", file, Concern.NOTABLE));
        }
        if (command.words().isEmpty()) {
            return all;
        }
        boolean isGit = command.program().equals("git");
        GitWords git = GitWords.of(command.texts());
        Assessment program = isGit ? git(command) : program(command);
        all.add(Facet.of(Capability.SHELL, isGit ? git.text() : command.text(), program));
        if (WRITERS.contains(command.program()) && !isLooking(command)) {
            command.operands().stream()
                    .flatMap(file -> Written.by(command.program(), file, Concern.SMALL).stream())
                    .forEach(all::add);
        }
        all.addAll(reads(command));
        return all;
    }

    private boolean isLooking(ShellCommand command) {
        return LookingPrograms.include(command);
    }

    private Assessment program(ShellCommand command) {
        String program = command.program();
        if (isLooking(command)) {
            return new Assessment(Concern.SMALL, program + " only looks");
        }
        if (program.equals("find")) {
            return FindAssessor.assess(command);
        }
        if (DELETERS.contains(program)) {
            return Deletions.assess(command);
        }
        Optional<Assessment> ruled = ProgramRules.of(command);
        if (ruled.isEmpty() && functions.contains(program)) {
            return new Assessment(Concern.SMALL, "it calls " + program + ", made in the same line");
        }
        String doing =
                WRITERS.contains(program)
                        ? program + " changes files"
                        : "what " + program + " changes is not known before";
        return ruled.orElse(new Assessment(Concern.NOTABLE, doing));
    }

    private static Assessment git(ShellCommand command) {
        Assessment known = GitAssessor.of(command.texts());
        boolean isKnown = command.arguments().stream().noneMatch(ShellWord::isDynamic);
        return isKnown
                ? known
                : known.orWorse(
                        new Assessment(Concern.NOTABLE, "what git is told is not known before"));
    }

    /// What it is given to read. A secret that is read by a command can be printed, or sent.
    private static List<Facet> reads(ShellCommand command) {
        var all = new ArrayList<Facet>();
        boolean talks = LookingPrograms.talks(command);
        boolean looks = LookingPrograms.include(command);
        Stream.concat(command.arguments().stream(), command.read().stream())
                .forEach(word -> {
                    Optional<Assessment> secret = secret(word);
                    boolean isOption = word.text().startsWith("-");
                    if (secret.isPresent()) {
                        all.add(Facet.of(Capability.FS_READ, path(word), secret.get()));
                    } else if (!talks && !isOption && looks && isOutside(word)) {
                        all.add(
                                Facet.of(
                                        Capability.FS_READ,
                                        word.text(),
                                        new Assessment(
                                                Concern.NOTABLE,
                                                command.program()
                                                        + " looks outside of the workspace")));
                    } else if (!talks && !isOption && !word.isDynamic()) {
                        all.add(
                                Facet.of(
                                        Capability.FS_READ,
                                        path(word),
                                        new Assessment(Concern.SMALL, "it may be read")));
                    }
                });
        command.read().forEach(file -> network(file).ifPresent(all::add));
        return all;
    }

    private static Optional<Facet> network(ShellWord file) {
        return file.text().matches("/dev/(tcp|udp)/.*")
                ? Optional.of(
                        Facet.ofLine(file.text(), Concern.PERSONAL, "it reaches another machine"))
                : Optional.empty();
    }

    private static boolean isOutside(ShellWord word) {
        Place place = Place.of(word);
        return place == Place.OUTSIDE || place == Place.VITAL;
    }

    private static String path(ShellWord word) {
        return Place.paths(word)
                .filter(PathKind::isSecret)
                .findFirst()
                .orElse(word.text().replaceFirst("^(\\./+)+", ""));
    }

    private static Optional<Assessment> secret(ShellWord word) {
        boolean isSecret =
                Globs.candidates(word).stream()
                        .anyMatch(each -> Place.paths(each).anyMatch(PathKind::isSecret));
        return isSecret
                ? Optional.of(new Assessment(Concern.PERSONAL, word.text() + " holds secrets"))
                : Optional.empty();
    }
}
