package kiro;

import java.nio.file.Path;
import java.util.List;
import kiro.cli.CodeReading;
import kiro.code.NativeCache;
import kiro.code.TreeSitter;
import kiro.infer.CodeInference;
import kiro.process.ChildEnvironment;
import kiro.process.CommandRunner;
import kiro.workspace.Git;
import kiro.workspace.Workspace;
import kiro.workspace.WorkspacePath;

/// The inventory of reading code.
final class CodeWiring implements CodeReading {
    private final Outside outside;

    CodeWiring(Outside outside) {
        this.outside = outside;
    }

    @Override
    public List<WorkspacePath> files(Workspace workspace) throws InterruptedException {
        var commands =
                new CommandRunner(ChildEnvironment.of(outside.environment()), outside.temporary());
        return new Git(workspace, commands).files();
    }

    @Override
    public CodeInference inference(Workspace workspace) {
        return new CodeInference(
                workspace, parser(), Math.max(1, Runtime.getRuntime().availableProcessors()));
    }

    /// Loads nothing before the first source is read.
    TreeSitter parser() {
        String system = System.getProperty("os.name");
        return new TreeSitter(
                new NativeCache(
                        outside.caches(system).resolve("kiro").resolve("native"),
                        Path.of(System.getProperty("java.io.tmpdir"))),
                system,
                System.getProperty("os.arch"));
    }
}
