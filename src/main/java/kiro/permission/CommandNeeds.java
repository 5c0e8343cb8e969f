package kiro.permission;

import java.util.List;
import java.util.Set;
import kiro.permission.shell.ShellCommand;
import kiro.permission.shell.ShellReader;
import kiro.permission.shell.ShellReading;
import kiro.sandbox.SandboxNeeds;

/// Tells what a command line that was allowed needs beyond the workspace's files: who allows `npm install` means that it
/// reaches the network. All of a line runs within the same walls: it has the network only where all that runs is about that,
/// or does no more than look.
public final class CommandNeeds {
    private static final Set<String> GIT_ABROAD =
            Set.of("fetch", "pull", "push", "clone", "ls-remote", "submodule", "remote");

    private CommandNeeds() {}

    /// @param closed what rules keep from it
    public static SandboxNeeds of(String line, ClosedPaths closed) {
        return of(line).closing(closed);
    }

    public static SandboxNeeds of(String line) {
        return switch (ShellReader.read(line)) {
            case ShellReading.Unreadable _ -> SandboxNeeds.NONE;
            case ShellReading.Commands read ->
                    new SandboxNeeds(
                            read.commands().stream().anyMatch(CommandNeeds::isAbroad)
                                    && read.commands().stream()
                                            .allMatch(command ->
                                                    isAbroad(command) || isHarmless(command, read)),
                            read.commands().stream().anyMatch(CommandNeeds::changesRepository));
        };
    }

    private static boolean isAbroad(ShellCommand command) {
        if (command.words().isEmpty()) {
            return false;
        }
        return isGit(command)
                ? GIT_ABROAD.contains(verb(command))
                : ProgramRules.reachesNetwork(command);
    }

    /// Does it do nothing with a network that others have asked for?
    private static boolean isHarmless(ShellCommand command, ShellReading.Commands read) {
        return command.words().isEmpty()
                || read.functions().contains(command.program())
                || (isGit(command)
                        ? GitAssessor.of(command.texts()).concern().compareTo(Concern.SMALL) <= 0
                        : LookingPrograms.include(command));
    }

    private static boolean changesRepository(ShellCommand command) {
        return isGit(command)
                && GitAssessor.of(command.texts()).concern().compareTo(Concern.SMALL) > 0;
    }

    private static boolean isGit(ShellCommand command) {
        return command.program().equals("git");
    }

    private static String verb(ShellCommand command) {
        List<String> words = GitWords.of(command.texts()).words();
        return words.isEmpty() ? "" : words.getFirst();
    }
}
