package kiro.permission;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import kiro.tool.Effect;
import kiro.workspace.WorkspacePath;

/// Tells what an effect could do, whatever the mode.
final class RiskAssessor {
    private RiskAssessor() {}

    /// All that the effect does.
    ///
    /// @param targets the files and folders that the step names; empty where it names none
    static List<Facet> facets(Effect effect, List<WorkspacePath> targets, Path root) {
        return switch (effect) {
            case Effect.Nothing _ -> List.of();
            case Effect.Read read ->
                    read.paths().stream()
                            .map(path ->
                                    Facet.of(
                                            Capability.FS_READ,
                                            path.value(),
                                            PathAssessor.ofRead(List.of(path))))
                            .toList();
            case Effect.Change change ->
                    change.changes().stream()
                            .map(each ->
                                    Facet.of(
                                            Capability.FS_WRITE,
                                            each.path().value(),
                                            PathAssessor.ofChanges(List.of(each), targets)))
                            .toList();
            case Effect.Execute execute ->
                    CommandAssessor.facets(execute.command(), root).stream()
                            .map(facet -> PathAssessor.planned(facet, targets))
                            .toList();
            case Effect.GitChange git -> List.of(git(git.arguments()));
            case Effect.ServerCall call -> List.of(call(call));
            case Effect.Delegate work ->
                    List.of(
                            Facet.of(
                                    Capability.SUBAGENT,
                                    work.agent().isEmpty() ? "default" : work.agent(),
                                    new Assessment(
                                            Concern.LOOKING,
                                            "what another agent does is decided about call by call")));
            case Effect.Fetch fetch -> List.of(fetch(fetch.address()));
        };
    }

    private static Facet git(List<String> arguments) {
        return Facet.of(
                        Capability.SHELL,
                        GitWords.of(arguments).text(),
                        GitAssessor.ofChange(arguments))
                .with(Reached.ofGit(arguments));
    }

    private static Facet call(Effect.ServerCall call) {
        return Facet.of(
                Capability.MCP,
                call.server() + "/" + call.tool(),
                new Assessment(
                        Concern.PERSONAL,
                        "what '%s' does, the server '%s' alone knows"
                                .formatted(call.tool(), call.server())));
    }

    private static Facet fetch(URI address) {
        return Facet.of(
                Capability.WEB_FETCH,
                address.toString(),
                new Assessment(
                        Concern.PERSONAL, "it leaves this machine for " + address.getHost()));
    }

    /// What an effect comes to that does none of all that.
    static Assessment ofNothing(Effect effect) {
        return switch (effect) {
            case Effect.Nothing _, Effect.Change _ ->
                    new Assessment(Concern.LOOKING, "it changes nothing");
            case Effect.Delegate _ ->
                    new Assessment(Concern.LOOKING, "it gives work to another agent");
            case Effect.Read _ -> new Assessment(Concern.LOOKING, "it only reads");
            case Effect.Execute _, Effect.GitChange _ ->
                    new Assessment(Concern.SMALL, "the command line is empty");
            case Effect.ServerCall _, Effect.Fetch _ ->
                    new Assessment(Concern.PERSONAL, "it leaves this program");
        };
    }
}
