package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Tells what a single command of a command line could do.
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
                    "sponge");

    private ProgramAssessor() {}

    /// Does it change the files that it is given, or lead its output into some?
    static boolean writes(ShellCommand command) {
        return WRITERS.contains(command.program()) || !command.written().isEmpty();
    }

    static Assessment assess(ShellCommand command) {
        var all = new ArrayList<Assessment>();
        command.written().forEach(file -> all.add(written(file)));
        secret(command).ifPresent(all::add);
        if (!command.words().isEmpty()) {
            all.add(program(command));
        }
        return Assessment.worst(
                all, new Assessment(Concern.SMALL, "it only sets what later commands see"));
    }

    private static Assessment program(ShellCommand command) {
        String program = command.program();
        if (program.equals("git")) {
            return git(command);
        }
        if (LookingPrograms.include(command)) {
            return looking(command);
        }
        if (program.equals("find")) {
            return FindAssessor.assess(command);
        }
        if (program.equals("rm") || program.equals("rmdir") || program.equals("unlink")) {
            return Assessment.worst(
                    List.of(Deletions.assess(command), files(command)), files(command));
        }
        Assessment ruled =
                ProgramRules.of(command)
                        .orElse(
                                new Assessment(
                                        Concern.NOTABLE,
                                        "what " + program + " changes is not known before"));
        return WRITERS.contains(program) ? ruled.orWorse(files(command)) : ruled;
    }

    private static Assessment git(ShellCommand command) {
        return command.arguments().stream().anyMatch(ShellWord::isDynamic)
                ? GitAssessor.of(command.texts())
                        .orWorse(
                                new Assessment(
                                        Concern.NOTABLE, "what git is told is not known before"))
                : GitAssessor.of(command.texts());
    }

    private static Assessment looking(ShellCommand command) {
        boolean isOutside =
                command.operands().stream()
                        .map(Place::of)
                        .anyMatch(place -> place == Place.OUTSIDE || place == Place.VITAL);
        return isOutside && !command.program().equals("echo")
                ? new Assessment(
                        Concern.NOTABLE, command.program() + " looks outside of the workspace")
                : new Assessment(Concern.SMALL, command.program() + " only looks");
    }

    /// What a redirection writes.
    private static Assessment written(ShellWord file) {
        return switch (Place.of(file)) {
            case STREAM -> new Assessment(Concern.SMALL, "it prints");
            case TEMPORARY -> new Assessment(Concern.NOTABLE, "it writes " + file.text());
            case INSIDE, WHOLE -> inside(file);
            case OUTSIDE, VITAL -> outside(file);
            case DEVICE ->
                    new Assessment(Concern.FORBIDDEN, "it writes to a device, " + file.text());
            case UNKNOWN ->
                    new Assessment(
                            Concern.GRAVE, "it writes " + file.text() + ", known only as it runs");
        };
    }

    /// What becomes of the files that a writing program is given.
    private static Assessment files(ShellCommand command) {
        Assessment none = new Assessment(Concern.NOTABLE, command.program() + " changes files");
        return Assessment.worst(
                command.operands().stream()
                        .map(file ->
                                switch (Place.of(file)) {
                                    case STREAM, TEMPORARY, UNKNOWN -> none;
                                    case INSIDE, WHOLE -> inside(file);
                                    case OUTSIDE, VITAL, DEVICE -> outside(file);
                                })
                        .toList(),
                none);
    }

    private static Assessment inside(ShellWord file) {
        Assessment ordinary = new Assessment(Concern.NOTABLE, "it writes " + file.text());
        return Assessment.worst(
                        Place.paths(file)
                                .flatMap(path -> PathKind.of(path).stream())
                                .map(kind ->
                                        new Assessment(
                                                kind.concern(), file.text() + " " + kind.what()))
                                .toList(),
                        ordinary)
                .orWorse(ordinary);
    }

    private static Assessment outside(ShellWord file) {
        return new Assessment(Concern.PERSONAL, file.text() + " lies outside of the workspace");
    }

    /// A secret that is read by a command can be printed, or sent.
    private static Optional<Assessment> secret(ShellCommand command) {
        return Stream.concat(command.arguments().stream(), command.read().stream())
                .filter(word ->
                        Place.paths(word).anyMatch(PathKind::isSecret)
                                || (word.isPattern() && word.text().matches("(.*/)?\\.e.*")))
                .findFirst()
                .map(word -> new Assessment(Concern.PERSONAL, word.text() + " holds secrets"));
    }
}
