package kiro.permission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kiro.permission.shell.ShellCommand;
import kiro.permission.shell.ShellReader;
import kiro.permission.shell.ShellReading;
import kiro.permission.shell.ShellWord;

/// Tells what a command line could do, from every command in it: the worst counts.
final class CommandAssessor {
    private static final Set<String> DOWNLOADERS = Set.of("curl", "wget", "aria2c", "fetch");
    private static final Pattern INTERPRETERS =
            Pattern.compile(
                    "(ba|da|z|k|a|fi)?sh|eval|source|\\.|python[0-9.]*|perl|ruby|node|deno|bun|php|osascript");
    private static final Pattern OWN_FOLDERS =
            Pattern.compile(
                    "(?i)(?<![\\w.-])(\\.git(?![\\w.-])|\\.kiro/+(\\./+)*(evidence|sessions)(?![\\w.-]))");

    /// A deletion of everything, as a text for some other program to run.
    private static final Pattern CATASTROPHE =
            Pattern.compile(
                    "\\brm\\s+(-\\S+\\s+)*-\\w*[rR]\\w*\\s+(-\\S+\\s+)*[\"']?(/|~|\\$HOME|\\$\\{HOME})[/*]*([\\s\"')};]|$)");

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s\"'`;|&<>(){}$=]+");

    /// However the program comes to be called.
    private static final Pattern TRUSTING =
            Pattern.compile("(?is).*\\bkiro\\S*\\s+(\\S+\\s+)*trust\\s(.*\\s)?--yes\\b.*");

    private CommandAssessor() {}

    /// The worst of all that the line does.
    ///
    /// @param root the workspace's folder, in which the line runs
    static Assessment assess(String line, Path root) {
        return Assessment.worst(
                facets(line, root).stream().map(Facet::assessment).toList(),
                new Assessment(Concern.SMALL, "the command line is empty"));
    }

    /// All that the line does, in the order of its commands.
    static List<Facet> facets(String line, Path root) {
        return switch (ShellReader.read(line)) {
            case ShellReading.Unreadable unreadable ->
                    List.of(
                            Facet.ofLine(
                                    line,
                                    Concern.PERSONAL,
                                    "the command line cannot be judged: it holds "
                                            + unreadable.what()));
            case ShellReading.Commands read -> facets(line, read, root.toString());
        };
    }

    private static List<Facet> facets(String line, ShellReading.Commands read, String root) {
        var all = new ArrayList<Facet>();
        var programs = new ProgramAssessor(read.functions());
        boolean isDownloading = false;
        boolean isElsewhere = false;
        var folders = new FoldersOfLine();
        for (ShellCommand whole : read.commands()) {
            ShellCommand command = whole.seenFrom(root);
            List<Facet> own = folders.seen(command, programs);
            if (isUnnamed(command)) {
                own.replaceAll(facet -> facet.with(facet.reach().and(ofLine(line))));
            }
            all.addAll(own);
            folders.enter(command);
            if (isElsewhere && isHarmful(command, own)) {
                all.add(elsewhere(command));
            }
            isElsewhere |= leavesWorkspace(command);
            if (isDownloading && INTERPRETERS.matcher(command.program()).matches()) {
                all.add(runsDownload(command));
            }
            isDownloading |= DOWNLOADERS.contains(command.program());
        }
        boolean isHarmless =
                all.stream()
                        .allMatch(facet ->
                                facet.assessment().concern().compareTo(Concern.SMALL) <= 0);
        if (!isHarmless) {
            named(line).ifPresent(all::add);
        }
        return all;
    }

    /// Does it change files that are made as it runs, by a variable, `xargs` or `find`?
    private static boolean isUnnamed(ShellCommand command) {
        return ProgramAssessor.writes(command)
                && Stream.concat(command.operands().stream(), command.written().stream())
                        .anyMatch(word -> word.isDynamic() || word.text().equals("{}"));
    }

    /// Whatever stands in the line may be made into the name of a file.
    private static Reach ofLine(String line) {
        return Reach.ofWriting(
                BETWEEN_NAMES
                        .splitAsStream(line)
                        .filter(name -> !name.isEmpty() && !name.startsWith("-"))
                        .map(Place::normalized)
                        .filter(name -> !name.equals("."))
                        .toList(),
                List.of());
    }

    /// A download that is led into an interpreter, or is what it is given to run.
    private static Facet runsDownload(ShellCommand interpreter) {
        boolean isFile =
                interpreter.operands().stream().anyMatch(word -> !word.isDynamic())
                        && !interpreter.program().equals("eval");
        return isFile
                ? Facet.ofLine(
                        interpreter.text(),
                        Concern.PERSONAL,
                        interpreter.program() + " may run what was just downloaded")
                : Facet.ofLine(
                        interpreter.text(),
                        Concern.FORBIDDEN,
                        interpreter.program() + " runs what curl or wget downloads");
    }

    private static boolean leavesWorkspace(ShellCommand command) {
        boolean isMove = command.program().equals("cd") || command.program().equals("pushd");
        List<ShellWord> places = command.operands();
        return isMove
                && (places.isEmpty()
                        || places.stream()
                                .map(Place::of)
                                .anyMatch(place -> place != Place.INSIDE && place != Place.WHOLE));
    }

    private static boolean isHarmful(ShellCommand command, List<Facet> own) {
        return ProgramAssessor.writes(command)
                || changesRepository(command)
                || own.stream()
                        .anyMatch(facet ->
                                facet.assessment().concern().compareTo(Concern.GRAVE) >= 0);
    }

    private static boolean changesRepository(ShellCommand command) {
        return command.program().equals("git")
                && GitAssessor.of(command.texts()).concern().compareTo(Concern.NOTABLE) >= 0;
    }

    /// After a move out of the workspace, the names of files are those of other files.
    private static Facet elsewhere(ShellCommand command) {
        return Facet.ofLine(
                command.text(),
                Concern.PERSONAL,
                command.program()
                        + " would change files elsewhere: give paths from the workspace's root");
    }

    /// However a program comes by such a folder or such a command, it has to stand in the line.
    private static Optional<Facet> named(String line) {
        if (CATASTROPHE.matcher(line).find()) {
            return Optional.of(
                    Facet.ofLine(
                            line,
                            Concern.PERSONAL,
                            "the command line holds the text of a destructive command"));
        }
        if (TRUSTING.matcher(line).matches()) {
            return Optional.of(
                    Facet.ofLine(
                            line,
                            Concern.PERSONAL,
                            "the command line may trust the project, which a person does"));
        }
        var found = OWN_FOLDERS.matcher(line);
        return found.find()
                ? Optional.of(
                        Facet.ofLine(
                                line,
                                Concern.PERSONAL,
                                "the command line names %s, and does more than look"
                                        .formatted(found.group())))
                : Optional.empty();
    }
}
