package kiro.permission;

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

    private CommandAssessor() {}

    static Assessment assess(String line) {
        return switch (ShellReader.read(line)) {
            case ShellReading.Unreadable unreadable ->
                    new Assessment(
                            Concern.PERSONAL,
                            "the command line cannot be judged: it holds " + unreadable.what());
            case ShellReading.Commands read -> assess(line, read.commands());
        };
    }

    private static Assessment assess(String line, List<ShellCommand> commands) {
        var all = new ArrayList<Assessment>();
        boolean isDownloading = false;
        for (ShellCommand command : commands) {
            all.add(ProgramAssessor.assess(command));
            if (isDownloading && INTERPRETERS.matcher(command.program()).matches()) {
                all.add(runsDownload(command));
            }
            isDownloading |= DOWNLOADERS.contains(command.program());
        }
        Assessment worst =
                Assessment.worst(all, new Assessment(Concern.SMALL, "the command line is empty"));
        return worst.concern() == Concern.SMALL ? worst : worst.orWorse(ownFolders(line, worst));
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

    /// However a program comes by the name of such a folder, it has to stand in the line.
    private static Assessment ownFolders(String line, Assessment otherwise) {
        var found = OWN_FOLDERS.matcher(line);
        return found.find()
                ? new Assessment(
                        Concern.PERSONAL,
                        "the command line names %s, and does more than look"
                                .formatted(found.group()))
                : otherwise;
    }
}
