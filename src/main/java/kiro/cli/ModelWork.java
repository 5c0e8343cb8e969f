package kiro.cli;

import java.io.IOException;
import java.util.Optional;
import kiro.draft.Asker;
import kiro.workspace.Workspace;

/// Work that cannot be done without a model: opens the one that is configured, says what is lacking where there is none,
/// and lets it go afterwards.
final class ModelWork {
    private final Console console;
    private final SpecModels models;

    ModelWork(Console console, SpecModels models) {
        this.console = console;
        this.models = models;
    }

    /// What is done with the model.
    interface Work {
        ExitCode with(Asker asker) throws IOException, InterruptedException;
    }

    /// @param named the model of the command line, where one was
    /// @param undone what is not done without a model, the end of a sentence
    /// @param fix what to do then
    ExitCode run(Workspace workspace, Optional<String> named, String undone, String fix, Work work)
            throws IOException, InterruptedException {
        switch (models.open(workspace, named)) {
            case SpecModels.Opening.Broken broken -> console.findings(broken.findings());
            case SpecModels.Opening.Unusable(Problem problem) ->
                    console.problem(problem.code(), problem.message(), problem.fix());
            case SpecModels.Opening.None(String reason) ->
                    console.problem("model/none", reason + ", so " + undone, fix);
            case SpecModels.Opening.Opened opened -> {
                opened.remarks().forEach(console::note);
                try {
                    return work.with(opened.asker().apply(console::status));
                } finally {
                    console.clearStatus();
                    opened.ending().run();
                }
            }
        }
        return ExitCode.FINDINGS;
    }
}
