package kiro.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kiro.edit.CommandWatch;
import kiro.edit.FileChange;
import kiro.edit.Journal;
import kiro.edit.WriteRules;
import kiro.process.CommandRunner;
import kiro.secret.SecretMask;
import kiro.session.EventLog;
import kiro.testing.TemporaryWorkspace;
import kiro.tool.Effect;
import kiro.tool.Preparation;
import kiro.tool.ToolResult;
import kiro.workspace.Git;
import kiro.workspace.WorkspaceFiles;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandEffectsTest {
    @TempDir Path folder;

    /// Refuses the one file, on which a person goes on working meanwhile.
    private record Meanwhile(TemporaryWorkspace files) implements WriteRules {
        @Override
        public Ruling rule(List<FileChange> changes) {
            if (changes.stream().noneMatch(each -> each.path().value().equals("a.txt"))) {
                return new Ruling.Kept();
            }
            files.with("a.txt", "by a person\n");
            return new Ruling.Refused(
                    "line 1 of a.txt would violate team/a",
                    "",
                    Set.of(WorkspacePath.of("a.txt"), WorkspacePath.of("b.txt")));
        }
    }

    @Test
    @Tag("steered-writes#AC-6")
    void what_a_person_has_changed_meanwhile_is_left_and_the_rest_is_taken_back() throws Exception {
        TemporaryWorkspace files =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("a.txt", "1\n")
                        .committed();
        var workspace = files.workspace();
        var known = new WorkspaceFiles(workspace);
        var git = new Git(workspace, new CommandRunner(Map.of(), folder.resolve("output")));
        var effects =
                new CommandEffects(
                        new CommandWatch(
                                git,
                                workspace,
                                known,
                                new Journal(folder.resolve("journal"), known)),
                        new BoundedRules(new Meanwhile(files), 3),
                        () -> false);
        ToolResult result;
        try (EventLog log =
                EventLog.create(
                        folder.resolve("session"),
                        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                        List.of(),
                        SecretMask.of(Map.of()))) {
            result =
                    effects.make(
                            "c1",
                            new Preparation.Ready(
                                    new Effect.Execute("write both"),
                                    "write both",
                                    () -> {
                                        files.with("a.txt", "2\n").with("b.txt", "2\n");
                                        return new ToolResult.Done("ok");
                                    }),
                            new CommandEffects.Account(
                                    log,
                                    new ChangedFiles(),
                                    new UndoneCalls(),
                                    kiro.permission.ClosedPaths.NONE));
        }

        assertThat(files.read("a.txt")).isEqualTo("by a person\n");
        assertThat(files.has("b.txt")).isFalse();
        assertThat(result).isInstanceOf(ToolResult.Unsuccessful.class);
        assertThat(result.text())
                .startsWith("taken back: line 1 of a.txt would violate team/a\n")
                .contains("it was left as it is: a.txt was changed by someone else meanwhile")
                .endsWith("ok");
    }
}
