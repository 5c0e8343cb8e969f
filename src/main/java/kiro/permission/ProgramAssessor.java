package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /// Options that name a file to be written, with the name where it stands in the same word.
    private static final Map<String, Pattern> WRITING_OPTIONS =
            Map.of(
                    "find", Pattern.compile("-(?:fprint0?|fprintf|fls)()"),
                    "sort", Pattern.compile("(?:-[a-zA-Z]*?o|--o[a-z]*=?)(.*)"),
                    "tree", Pattern.compile("-o()"));

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
            Written.by("it", file, Concern.NOTABLE).stream()
                    .map(ProgramAssessor::surely)
                    .forEach(all::add);
        }
        if (command.words().isEmpty()) {
            // What is led into a loop, parentheses or `$(<file)` is read by whatever stands there.
            command.read().stream()
                    .flatMap(file -> read(command, file, false, true).stream())
                    .forEach(all::add);
            command.read().forEach(file -> network(file).ifPresent(all::add));
            return all;
        }
        boolean isGit = command.program().equals("git");
        GitWords git = GitWords.of(command.texts());
        Assessment program = isGit ? git(command) : program(command);
        boolean changes = WRITERS.contains(command.program()) && !isLooking(command);
        all.add(
                Facet.of(Capability.SHELL, isGit ? git.text() : command.text(), program)
                        .with(reach(command, changes)));
        if (changes) {
            changed(command).stream()
                    .flatMap(file -> Written.by(command.program(), file, Concern.SMALL).stream())
                    .forEach(all::add);
        }
        written(command).stream()
                .flatMap(file -> Written.by(command.program(), file, Concern.NOTABLE).stream())
                .forEach(all::add);
        all.addAll(reads(command));
        return all;
    }

    private Reach reach(ShellCommand command, boolean changes) {
        Reach looked = Looked.by(command);
        return isLooking(command) ? looked : Reached.by(command, changes).and(looked);
    }

    /// What output is led into is written whatever the command is.
    private static Facet surely(Facet written) {
        return written.isInexact()
                ? written
                : written.with(
                        written.reach()
                                .and(Reach.ofWriting(List.of(), List.of(written.subject()))));
    }

    /// What may be a file that it changes. Of sed the script is none, though it often looks like a path.
    private static List<ShellWord> changed(ShellCommand command) {
        return command.program().equals("sed")
                ? SedWords.of(command.arguments()).changed()
                : command.operands();
    }

    /// The files that options name to be written.
    private static List<ShellWord> written(ShellCommand command) {
        Pattern option = WRITING_OPTIONS.get(command.program());
        if (option == null) {
            return List.of();
        }
        var files = new ArrayList<ShellWord>();
        List<ShellWord> words = command.arguments();
        for (int i = 0; i < words.size(); i++) {
            ShellWord word = words.get(i);
            Matcher found = option.matcher(word.text());
            if (found.matches()) {
                String given = found.group(1);
                if (!given.isEmpty()) {
                    files.add(new ShellWord(given, word.isDynamic(), word.isPattern()));
                } else if (i + 1 < words.size()) {
                    files.add(words.get(i + 1));
                }
            }
        }
        return files;
    }

    private boolean isLooking(ShellCommand command) {
        return LookingPrograms.include(command);
    }

    private Assessment program(ShellCommand command) {
        Assessment own = ownOf(command);
        return GivenPrograms.of(command).map(own::orWorse).orElse(own);
    }

    private Assessment ownOf(ShellCommand command) {
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
                .flatMap(word -> read(command, word, talks, looks).stream())
                .forEach(all::add);
        command.read().forEach(file -> network(file).ifPresent(all::add));
        return all;
    }

    private static Optional<Facet> read(
            ShellCommand command, ShellWord word, boolean talks, boolean looks) {
        Optional<ShellWord> secret = secret(word);
        if (secret.isPresent()) {
            var holds = new Assessment(Concern.PERSONAL, word.text() + " holds secrets");
            return Optional.of(Facet.ofFile(Capability.FS_READ, secret.get(), holds));
        }
        if (talks || word.text().startsWith("-") || Looked.isText(command, word)) {
            return Optional.empty();
        }
        Assessment harmless = new Assessment(Concern.LOOKING, "it may be read");
        Assessment outside =
                new Assessment(
                        Concern.NOTABLE, command.program() + " looks outside of the workspace");
        return word.isDynamic()
                ? Optional.empty()
                : Optional.of(
                        Facet.ofFile(
                                Capability.FS_READ,
                                word,
                                looks && isOutside(word) ? outside : harmless));
    }

    /// The file of secrets that a word names or stands for.
    private static Optional<ShellWord> secret(ShellWord word) {
        return Globs.candidates(word).stream()
                .flatMap(each ->
                        Place.paths(each)
                                .filter(PathKind::isSecret)
                                .map(path ->
                                        new ShellWord(path, word.isDynamic(), word.isPattern())))
                .findFirst();
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
}
