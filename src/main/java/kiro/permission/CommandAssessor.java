package kiro.permission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

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

    private CommandAssessor() {}

    /// @param root the workspace's folder, in which the line runs
    static Assessment assess(String line, Path root) {
        return switch (ShellReader.read(line)) {
            case ShellReading.Unreadable unreadable ->
                    new Assessment(
                            Concern.PERSONAL,
                            "the command line cannot be judged: it holds " + unreadable.what());
            case ShellReading.Commands read ->
                    assess(
                            line,
                            read.commands().stream()
                                    .map(command -> command.seenFrom(root.toString()))
                                    .toList());
        };
    }

    private static Assessment assess(String line, List<ShellCommand> commands) {
        var all = new ArrayList<Assessment>();
        boolean isDownloading = false;
        boolean isElsewhere = false;
        for (ShellCommand command : commands) {
            Assessment own = ProgramAssessor.assess(command);
            all.add(isElsewhere ? elsewhere(command, own) : own);
            isElsewhere |= leavesWorkspace(command);
            if (isDownloading && INTERPRETERS.matcher(command.program()).matches()) {
                all.add(runsDownload(command));
            }
            isDownloading |= DOWNLOADERS.contains(command.program());
        }
        Assessment worst =
                Assessment.worst(all, new Assessment(Concern.SMALL, "the command line is empty"));
        return worst.concern() == Concern.SMALL ? worst : worst.orWorse(named(line, worst));
    }

    /// A download that is led into an interpreter, or is what it is given to run.
    private static Assessment runsDownload(ShellCommand interpreter) {
        boolean isFile =
                interpreter.operands().stream().anyMatch(word -> !word.isDynamic())
                        && !interpreter.program().equals("eval");
        return isFile
                ? new Assessment(
                        Concern.PERSONAL,
                        interpreter.program() + " may run what was just downloaded")
                : new Assessment(
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

    /// After a move out of the workspace, the names of files are those of other files.
    private static Assessment elsewhere(ShellCommand command, Assessment own) {
        boolean isHarmful =
                ProgramAssessor.writes(command) || own.concern().compareTo(Concern.GRAVE) >= 0;
        return isHarmful
                ? own.orWorse(
                        new Assessment(
                                Concern.PERSONAL,
                                command.program()
                                        + " would change files elsewhere: give paths from the workspace's root"))
                : own;
    }

    /// However a program comes by such a folder or such a command, it has to stand in the line.
    private static Assessment named(String line, Assessment otherwise) {
        var found = OWN_FOLDERS.matcher(line);
        if (CATASTROPHE.matcher(line).find()) {
            return new Assessment(
                    Concern.PERSONAL, "the command line holds the text of a destructive command");
        }
        return found.find()
                ? new Assessment(
                        Concern.PERSONAL,
                        "the command line names %s, and does more than look"
                                .formatted(found.group()))
                : otherwise;
    }
}
